
"use strict";
const form = document.querySelector("form.filters");
if (form) {
  const findings = [...document.querySelectorAll("article")].map((element) => ({
    element,
    level: element.dataset.level,
    count: Number(element.dataset.count),
    operations: new Set(element.dataset.operations.split(" ")),
    words: null,
  }));
  const chapters = [...document.querySelectorAll("details.chapter")];
  const opened = new Map(chapters.map((chapter) => [chapter, chapter.open]));
  const total = findings.reduce((sum, finding) => sum + finding.count, 0);
  const nothing = document.querySelector(".nothing");

  const apply = () => {
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => box.value));
    const operation = form.elements.operation.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      if (words.length && finding.words === null) finding.words = finding.element.textContent.toLowerCase();
      const fits =
        levels.has(finding.level) &&
        (operation === "" || finding.operations.has(operation)) &&
        words.every((word) => finding.words.includes(word));
      finding.element.hidden = !fits;
      if (fits) shown += finding.count;
    }
    const searching = operation !== "" || words.length > 0;
    for (const chapter of chapters) {
      chapter.hidden = !chapter.querySelector("article:not([hidden])");
      chapter.open = searching || opened.get(chapter);
    }
    nothing.hidden = shown > 0;
    form.querySelector("output").textContent = `${shown} of ${total} findings`;
  };

  for (const chapter of chapters) {
    chapter.querySelector("summary").addEventListener("click", () => opened.set(chapter, !chapter.open));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.hidden = false;
  apply();

  const follow = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const wanted = target && target.closest("article");
    if (!wanted) return;
    if (wanted.hidden) form.reset();
    apply();
    wanted.closest("details.chapter").open = true;
    wanted.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  follow();
}
