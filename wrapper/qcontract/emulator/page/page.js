// Asks the control API once a second while somebody can see the page, and shows what has changed.
import { empty, ended, show } from "./chosen.js";
import { JobList } from "./jobs.js";
import { clock, hide, keep, make, plain, write } from "./parts.js";

const EVERY = 1000;
const find = (id) => document.getElementById(id);
const main = document.querySelector("main");

let token = null; // in this variable only
let circuitOf = null; // which circuit of the chosen job is shown
let seen = null; // the chosen job as it was when it was read
let reading = 0;
let timer = 0;

const ask = async (method, path, body) => {
  const headers = { ...(token && { "X-Qcontract-Token": token }), ...(body && { "content-type": "application/json" }) };
  const answer = await fetch(`/_qcontract/${path}`, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
  const content = await answer.json();
  if (!answer.ok) throw Object.assign(new Error([content.error, content.hint].filter(Boolean).join(": ")), { status: answer.status });
  return content;
};

const complain = (text) => {
  hide(find("problem"), text === "");
  write(find("problem"), text);
};

const list = new JobList(find("jobs"), (id) => {
  circuitOf = null;
  refresh();
});

const wanted = (job) => JSON.stringify([job.id, job.status, job.started, job.ended]);

const read = async (id) => (await ask("GET", `jobs/${encodeURIComponent(id)}`)).job;

const showChosen = async (number) => {
  const whole = await read(list.chosen);
  const job = whole.children.length ? await read(whole.children.includes(circuitOf) ? circuitOf : whole.children[0]) : whole;
  if (number !== reading) return null;
  show(find("chosen"), whole, job, act, (id) => {
    circuitOf = id;
    refresh(true);
  });
  return whole;
};

const showState = (state) => {
  const { mode, paused } = state.lifecycle;
  const facts = { Lifecycle: paused ? `${mode}, held` : mode, Clock: `${clock(state.clock.now).slice(0, 8)} UTC${state.clock.frozen ? ", stands still" : ""}` };
  if (state.violations) facts["Broken answers"] = state.violations;
  keep(find("state"), facts, () => Object.entries(facts).map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
  hide(find("clock"), !state.clock.frozen);
  hide(find("step-all"), mode !== "stepped" || !["submitted", "ready", "running"].some((status) => state.jobs[status]));
  hide(find("faults"), !state.faults.length);
  keep(find("faults"), state.faults, () => state.faults.map(({ id, fault, seen: requests, hits, ...rest }) =>
    make("li", {}, make("b", {}, `Fault: ${plain(fault)}`), ...Object.entries(rest).map(([name, value]) => make("code", {}, plain(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`))),
      make("span", { class: "soft" }, `hit ${hits} of ${requests} requests`))));
};

const showJobs = (state, words) => {
  const total = Object.values(state.jobs).reduce((sum, one) => sum + one, 0);
  const [shown, found] = [state.recent.length, state.found];
  write(find("count"), shown < found ? `newest ${shown} of ${found.toLocaleString("en")}` : words ? `${found} of ${total.toLocaleString("en")}` : `${total} ${total === 1 ? "job" : "jobs"}`);
  hide(find("nothing"), shown > 0 || !words);
  if (list.chosen === null && shown) list.chosen = state.recent[0].id;
  list.show(state.recent, state.clock.now);
};

const refresh = async (again = false) => {
  clearTimeout(timer);
  const number = ++reading;
  const words = find("words").value.trim();
  try {
    const state = await ask("GET", `recent?words=${encodeURIComponent(words)}`);
    if (number !== reading) return;
    hide(find("token"), true);
    hide(main, false);
    showState(state);
    showJobs(state, words);
    await follow(state, number, again);
    if (number !== reading) return;
    find("live").classList.remove("lost");
    write(find("live"), "live");
  } catch (error) {
    if (number === reading) refuse(error);
  }
  if (number === reading && document.visibilityState === "visible" && find("token").hidden) timer = setTimeout(refresh, EVERY);
};

// The chosen job was deleted: the next reading chooses another.
const forget = () => {
  list.chosen = seen = null;
};

// Read the chosen job when the list says that it has moved, and as long as it can be held or released by others.
const follow = async (state, number, again) => {
  if (list.chosen === null) {
    if (!Object.keys(state.jobs).length) empty(find("chosen"), state.apis);
    return;
  }
  const row = state.recent.find((job) => job.id === list.chosen);
  if (!row && state.found === state.recent.length && find("words").value.trim() === "") return forget();
  if (!again && row && ended(row.status) && seen === wanted(row)) return;
  try {
    const whole = await showChosen(number);
    if (whole) seen = row && row.status === whole.status ? wanted(row) : null;
  } catch (error) {
    if (error.status !== 400) throw error;
    forget();
  }
};

const refuse = (error) => {
  if (error.status === 401) {
    complain(token ? "This is not the token." : "");
    token = null;
    hide(main, true);
    hide(find("token"), false);
    find("token-text").focus();
  } else if (error.status) complain(error.message);
  find("live").classList.add("lost");
  write(find("live"), error.status ? "refused" : "not connected");
};

const change = async (path, body) => {
  try {
    await ask("POST", path, body);
    complain("");
  } catch (error) {
    if (error.status === 401) refuse(error);
    else complain(error.message);
  }
  await refresh(true);
};

const act = (what) => change(`jobs/${encodeURIComponent(list.chosen)}/${what}`);

find("words").addEventListener("input", () => refresh());
find("words").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "Enter") {
    event.preventDefault();
    find("jobs").focus();
    if (!list.rows.has(list.chosen)) list.select(find("jobs").firstElementChild?.dataset.job);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !["INPUT", "TEXTAREA"].includes(document.activeElement.tagName)) {
    event.preventDefault();
    find("words").focus();
  }
});
find("token").addEventListener("submit", (event) => {
  event.preventDefault();
  token = find("token-text").value.trim();
  find("token-text").value = "";
  complain("");
  refresh();
});
find("clock").addEventListener("submit", (event) => {
  event.preventDefault();
  change("clock", { advance: Number(event.target.elements.seconds.value) });
});
find("step-all").addEventListener("click", () => change("step"));
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? refresh() : clearTimeout(timer)));
refresh();
