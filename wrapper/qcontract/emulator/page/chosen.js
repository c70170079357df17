// The job that was chosen: its states, its circuit and what came out of it.
import { circuit } from "./circuit.js";
import { clock, hide, keep, make, plain, set, short } from "./parts.js";

const OUTCOMES = 64;
const PATH = ["submitted", "ready", "running"];
export const ended = (status) => !PATH.includes(status);

const states = (job) => {
  const times = new Map(job.history.map((one) => [one.status, one.at]));
  const last = ended(job.status) ? job.status : "completed";
  const reached = ended(job.status) ? 4 : PATH.indexOf(job.status) + 1;
  return [...PATH, last].map((name, number) => {
    const at = times.get(name);
    const since = at === undefined || name === "submitted" ? "" : `\u00a0(+${short(at - times.get("submitted"))})`;
    const passed = number < reached && (number === 3 || name !== "running" || times.has("running"));
    const state = make("li", { class: passed ? "reached" : "" }, make("b", {}, name));
    if (at !== undefined) state.append(make("time", { datetime: new Date(at * 1000).toISOString() }, `${clock(at)} UTC${since}`));
    return state;
  });
};

const histogram = (job) => {
  const { probabilities, counts } = job.results;
  if (probabilities?.omitted) return [make("p", { class: "soft" }, `The result has ${probabilities.omitted} characters, too many to show here.`)];
  const likely = Object.entries(probabilities).sort((one, other) => other[1] - one[1]);
  const shown = likely.slice(0, OUTCOMES).sort((one, other) => (BigInt(one[0]) < BigInt(other[0]) ? -1 : 1));
  const width = Number(job.stats.width ?? job.stats.qubits ?? 1);
  const counted = counts !== null && !counts.omitted;
  const rows = shown.map(([state, share]) => {
    const bar = make("i");
    bar.style.width = `${100 * share}%`;
    return make("li", {},
      make("code", {}, BigInt(state).toString(2).padStart(width, "0")),
      make("div", { class: "track", "aria-hidden": "true" }, bar),
      make("span", {}, `${(100 * share).toFixed(2)} %`),
      ...(counted ? [make("span", { class: "soft" }, `${counts[state] ?? 0} shots`)] : []));
  });
  const rest = likely.length - shown.length;
  const order = `Qubit 0 is the rightmost digit.${rest > 0 ? ` The ${OUTCOMES} most likely of ${likely.length} outcomes.` : ""}`;
  return [make("p", { class: "soft" }, order), make("ol", { class: `histogram well${counted ? " counted" : ""}`, tabindex: 0, "aria-label": "Histogram" }, ...rows)];
};

const facts = (job) => [
  `${job.vendor} · ${job.backend}`, plain(job.id), job.type, job.shots === null ? "exact" : `${job.shots} shots`,
  job.stats.qubits === undefined ? null : `${job.stats.qubits} ${job.stats.qubits === 1 ? "qubit" : "qubits"}`,
  job.stats.gate_counts ? `${job.stats.gate_counts["1q"]} one-qubit and ${job.stats.gate_counts["2q"]} two-qubit gates` : null,
  job.held ? "held" : null,
].filter(Boolean).map((text) => make("span", {}, text));

const head = (job, act) => {
  const parts = [
    make("div", { class: "title" }, make("h2", {}, plain(job.name || "unnamed job")), make("span", { class: "badge" }, job.status)),
    make("p", { class: "facts" }, ...facts(job)),
  ];
  if (job.failure) parts.push(make("p", { class: "failure" }, make("b", {}, plain(job.failure.code)), plain(job.failure.message)));
  if (!ended(job.status) && !job.parent) {
    const button = (text, what) => make("button", { type: "button", "data-act": what, onclick: () => act(what) }, text);
    parts.push(make("div", { class: "actions" }, button("Step", "step"), job.held ? button("Release", "release") : button("Hold", "hold"), button("Fail", "fail")));
  }
  return parts;
};

const circuits = (whole, job, choose) => whole.children.map((id, number) =>
  make("button", { type: "button", "aria-pressed": String(id === job.id), onclick: () => choose(id) }, `Circuit ${number + 1}`));

const titled = (title, content) => [make("h3", {}, title), ...content];

// Show a job in a place; `whole` is the job of several circuits that it may belong to.
export const show = (place, whole, job, act, choose) => {
  if (place.dataset.job !== whole.id) {
    const part = (name) => make("div", { "data-part": name });
    const raw = make("details", {}, make("summary", {}, "The job as JSON"), make("pre", { class: "well", tabindex: 0 }));
    place.replaceChildren(part("head"), part("states"), part("choices"), part("circuit"), part("histogram"), raw);
    place.dataset.job = whole.id;
    place.scrollTop = 0;
  }
  set(place, "data-status", whole.status);
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.act : undefined;
  keep(part("head"), [whole.id, whole.status, whole.held, whole.stats, whole.failure], () => head(whole, act));
  if (focused) (part("head").querySelector(`[data-act="${focused}"]`) ?? part("head").querySelector("button") ?? place).focus();
  keep(part("states"), [whole.id, whole.history, whole.status], () => titled("Lifecycle", [make("ol", { class: "states" }, ...states(whole))]));
  keep(part("choices"), [whole.children, job.id], () => whole.children.length ? titled(`${whole.children.length} circuits`, [make("div", { class: "choices" }, ...circuits(whole, job, choose))]) : []);
  hide(part("choices"), whole.children.length === 0);
  keep(part("circuit"), [job.id, job.program], () => titled(typeof job.program?.data === "string" ? "Program" : "Circuit", circuit(job.program, job.stats)));
  keep(part("histogram"), [job.id, job.results], () => job.results.probabilities ? titled("Histogram", histogram(job)) : []);
  hide(part("histogram"), !job.results.probabilities);
  keep(place.querySelector("details pre"), job, () => [plain(JSON.stringify(job, null, 2).slice(0, 200000)).replaceAll("\\u000a", "\n")]);
};

// Say how a first job is sent.
export const empty = (place, apis) => {
  if (place.dataset.job === "") return;
  place.dataset.job = "";
  const origin = location.origin;
  const lines = `from qcontract import Circuit, IonQ\n\nwith IonQ(key="test-key", base_url="${origin}${apis["ionq-v0.4"]}") as ionq:\n    print(ionq.run(Circuit(2).h(0).x(1, controls=[0])))`;
  place.replaceChildren(make("div", { class: "empty" },
    make("h2", {}, "No jobs yet"),
    make("p", {}, "Every client of these services works when its base URL leads here; any key is one, unless the emulator was told which are. Two lines send a job:"),
    make("pre", { class: "well", tabindex: 0 }, lines),
    make("table", {}, ...Object.entries(apis).map(([api, path]) => make("tr", {}, make("th", { scope: "row" }, api), make("td", {}, make("code", {}, origin + path)))))));
};
