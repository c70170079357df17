// The list of jobs: newest first, one option each, moved through with the arrow keys.
import { duration, make, plain, set, write } from "./parts.js";

const KEYS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

export class JobList {
  constructor(list, choose) {
    this.list = list;
    this.choose = choose;
    this.rows = new Map();
    this.chosen = null;
    this.number = 0;
    list.addEventListener("keydown", (event) => this.#move(event));
    list.addEventListener("click", (event) => this.select(event.target.closest("li")?.dataset.job));
  }

  show(jobs, now) {
    const wanted = new Set(jobs.map((job) => job.id));
    for (const [id, row] of this.rows) if (!wanted.has(id)) { row.remove(); this.rows.delete(id); }
    let next = this.list.firstElementChild;
    for (const job of jobs) {
      const row = this.rows.get(job.id) ?? this.#row(job);
      this.#update(row, job, now);
      if (row === next) next = next.nextElementSibling;
      else this.list.insertBefore(row, next);
    }
    this.#mark(false);
  }

  select(id) {
    if (id === undefined || id === null) return;
    this.chosen = id;
    this.#mark(true);
    this.choose(id);
  }

  #row(job) {
    const row = make("li", { role: "option", id: `job-${++this.number}`, "data-job": job.id, "aria-selected": "false" },
      make("span", { class: "name" }), make("span", { class: "status" }), make("span", { class: "where" }), make("span", { class: "age" }),
      make("span", { class: "bar", "aria-hidden": "true" }, make("i"), make("i"), make("i"), make("i")));
    this.rows.set(job.id, row);
    return row;
  }

  #update(row, job, now) {
    const [name, status, where, age] = row.children;
    write(name, plain(job.name || "unnamed job"));
    write(status, job.status);
    write(where, `${job.vendor} · ${plain(job.backend)}`);
    write(age, duration(now - job.submitted));
    set(row, "data-status", job.status);
  }

  #mark(reveal) {
    for (const row of this.list.querySelectorAll('[aria-selected="true"]')) if (row.dataset.job !== this.chosen) row.setAttribute("aria-selected", "false");
    const row = this.rows.get(this.chosen);
    if (!row) { this.list.removeAttribute("aria-activedescendant"); return; }
    set(row, "aria-selected", "true");
    set(this.list, "aria-activedescendant", row.id);
    if (reveal) row.scrollIntoView({ block: "nearest" });
  }

  #move(event) {
    const steps = KEYS[event.key];
    const rows = [...this.list.children];
    if (steps === undefined || !rows.length || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const here = rows.indexOf(this.rows.get(this.chosen));
    const there = here < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, here + steps));
    this.select(rows[there].dataset.job);
  }
}
