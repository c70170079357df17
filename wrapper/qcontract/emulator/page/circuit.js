// A circuit of IonQ's JSON gates on its wires, qubit 0 on top.
import { draw, make, plain } from "./parts.js";

const WIRES = 32;
const GATES = 300;
const [ROW, COLUMN, LEFT, BOX] = [38, 58, 46, 26];
const PAIRS = new Set(["swap", "xx", "yy", "zz", "ms", "pauliexp"]);

const places = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

const angle = (gate) => {
  if (typeof gate.rotation === "number") return `${Number((gate.rotation / Math.PI).toFixed(3))}π`;
  const turns = gate.phase ?? gate.angle ?? gate.phases;
  return turns === undefined || turns === null ? "" : places(turns).map((one) => Number(Number(one).toFixed(3))).join(",");
};

// Return a gate as {name, angle, targets, controls}, null when it fits on no wire.
const read = (gate, qubits) => {
  if (gate === null || typeof gate !== "object") return null;
  const targets = places(gate.target).concat(places(gate.targets));
  const controls = places(gate.control).concat(places(gate.controls));
  const fits = (place) => Number.isInteger(place) && place >= 0 && place < qubits;
  if (!targets.length || ![...targets, ...controls].every(fits)) return null;
  return { name: plain(gate.gate).slice(0, 9), angle: angle(gate), targets, controls };
};

// A gate on one qubit with several targets is the gate on each.
const parts = (gate) =>
  gate.controls.length || PAIRS.has(gate.name) ? [gate] : gate.targets.map((target) => ({ ...gate, targets: [target] }));

const columns = (gates, qubits) => {
  const free = new Array(qubits).fill(0);
  return gates.flatMap(parts).map((gate) => {
    const used = [...gate.targets, ...gate.controls];
    const [first, last] = [Math.min(...used), Math.max(...used)];
    const column = Math.max(...free.slice(first, last + 1));
    free.fill(column + 1, first, last + 1);
    return { ...gate, column, first, last };
  });
};

const y = (qubit) => 24 + qubit * ROW;

const target = (svg, gate, x, qubit) => {
  const flip = ["x", "cnot", "not"].includes(gate.name) && gate.controls.length;
  if (flip) {
    svg.append(draw("circle", { class: "ring", cx: x, cy: y(qubit), r: 10 }));
    svg.append(draw("path", { class: "link", d: `M${x - 10} ${y(qubit)}h20M${x} ${y(qubit) - 10}v20` }));
  } else if (gate.name === "swap") {
    svg.append(draw("path", { class: "link", d: `M${x - 6} ${y(qubit) - 6}l12 12m0-12l-12 12` }));
  } else {
    const width = Math.max(BOX, 9 + 7.3 * gate.name.length);
    svg.append(draw("rect", { class: "box", x: x - width / 2, y: y(qubit) - BOX / 2, width, height: BOX, rx: 4 }));
    svg.append(draw("text", { x, y: y(qubit) + 4, "text-anchor": "middle" }, gate.name.toUpperCase()));
  }
};

const place = (svg, gate, at) => {
  const x = at[gate.column];
  if (gate.first !== gate.last) svg.append(draw("path", { class: "link", d: `M${x} ${y(gate.first)}V${y(gate.last)}` }));
  for (const qubit of gate.controls) svg.append(draw("circle", { class: "dot", cx: x, cy: y(qubit), r: 4.5 }));
  for (const qubit of gate.targets) target(svg, gate, x, qubit);
  if (gate.angle) svg.append(draw("text", { class: "label", x: x + 1, y: y(Math.max(...gate.targets)) + 24, "text-anchor": "middle", "font-size": "10" }, gate.angle));
};

const picture = (gates, qubits) => {
  const placed = columns(gates, qubits);
  const widths = [];
  for (const gate of placed) widths[gate.column] = Math.max(widths[gate.column] ?? COLUMN, 26 + 7.3 * Math.max(gate.name.length, gate.angle.length));
  let end = LEFT;
  const at = widths.map((width) => (end += width) - width / 2);
  const size = { width: end + 24, height: y(qubits - 1) + 34 };
  const svg = draw("svg", { role: "img", viewBox: `0 0 ${size.width} ${size.height}`, ...size });
  svg.setAttribute("aria-label", `Circuit of ${qubits} qubits: ${gates.slice(0, 40).map((gate) => `${gate.name} on ${gate.targets.join(", ")}`).join("; ")}`);
  for (let qubit = 0; qubit < qubits; qubit++) {
    svg.append(draw("text", { class: "label", x: 6, y: y(qubit) + 4 }, `q${qubit}`));
    svg.append(draw("line", { class: "wire", x1: LEFT - 10, x2: end + 18, y1: y(qubit), y2: y(qubit) }));
  }
  for (const gate of placed) place(svg, gate, at);
  return svg;
};

// Return what shows a program, and a remark about it.
export const circuit = (program, stats) => {
  if (program === null || program === undefined) return [make("p", { class: "soft" }, "No program is kept for this job.")];
  if (program.omitted) return [make("p", { class: "soft" }, `The program has ${program.omitted} characters, too many to show here.`)];
  const text = typeof program === "string" ? program : typeof program.data === "string" ? program.data : null;
  if (text !== null) return [make("pre", { class: "well", tabindex: 0 }, text.slice(0, 50000))];
  if (!Array.isArray(program.circuit)) return [make("p", { class: "soft" }, "This program has no picture; its JSON is below.")];
  const qubits = Number(program.qubits ?? stats.qubits);
  const gates = program.circuit.slice(0, GATES).map((gate) => read(gate, qubits));
  if (!(qubits >= 1 && qubits <= WIRES) || gates.includes(null)) {
    return [make("p", { class: "soft" }, `${program.circuit.length} gates; drawn are circuits of up to ${WIRES} qubits whose gates are on them.`)];
  }
  const remark = program.circuit.length > GATES ? [make("p", { class: "soft" }, `The first ${GATES} of ${program.circuit.length} gates.`)] : [];
  return [...remark, make("div", { class: "well", tabindex: 0 }, picture(gates, qubits))];
};
