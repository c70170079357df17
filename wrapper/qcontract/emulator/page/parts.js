// Elements made of texts: nothing here reads markup, so that a name of a job is only ever a name.

export const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.map((child) => (child instanceof Node ? child : String(child))));
  return element;
};

export const draw = (name, properties = {}, text = null) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, String(value));
  if (text !== null) element.textContent = text;
  return element;
};

export const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

export const set = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

export const hide = (element, hidden) => {
  if (element.hidden !== hidden) element.hidden = hidden;
};

// Draw again only what has changed, so that a selection, a scroll position or the focus stays where it is.
const drawn = new WeakMap();
export const keep = (element, value, content) => {
  const now = JSON.stringify(value);
  if (drawn.get(element) === now) return;
  drawn.set(element, now);
  element.replaceChildren(...content());
};

// Control characters and those that turn text around are shown, not obeyed.
export const plain = (text) =>
  String(text).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (one) =>
    `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 23);

export const duration = (seconds) => {
  const units = [[86400, "d"], [3600, "h"], [60, "min"]];
  for (const [size, unit] of units) if (seconds >= size) return `${Math.floor(seconds / size)} ${unit}`;
  return seconds >= 1 ? `${Math.floor(seconds)} s` : "now";
};

export const short = (seconds) => (seconds < 1 ? `${Math.round(seconds * 1000)}\u00a0ms` : seconds < 60 ? `${seconds.toFixed(2)} s` : duration(seconds));
