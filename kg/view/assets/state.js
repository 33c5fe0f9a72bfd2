// What the reader asked for. It lives in the page's address, so that a view can be linked, kept and sent.

const LISTS = ["relation", "status", "hide"]; // sets of names; empty means all (hide: none)
const TEXTS = ["polarity", "actor", "speaker", "document", "from", "to", "text", "node", "statement", "path", "view", "theme", "sort"];
const NUMBERS = { min: 1, steps: 0, more: 0 };

function emptyState() {
  const state = {};
  for (const key of LISTS) state[key] = new Set();
  for (const key of TEXTS) state[key] = "";
  return Object.assign(state, NUMBERS, { hulls: 0 });
}

const state = emptyState();
const listeners = [];
/** Call ``listener`` after each change, with the names of what changed. */
const onChange = (listener) => listeners.push(listener);

function change(values) {
  Object.assign(state, values);
  writeAddress();
  const keys = new Set(Object.keys(values));
  for (const listener of listeners) listener(keys);
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const fresh = emptyState();
  for (const key of LISTS) if (given.get(key)) fresh[key] = new Set(given.get(key).split(","));
  for (const key of TEXTS) fresh[key] = given.get(key) || "";
  for (const key of [...Object.keys(NUMBERS), "hulls"]) {
    const number = Number.parseInt(given.get(key), 10);
    if (Number.isFinite(number) && number >= 0) fresh[key] = number;
  }
  return fresh;
}

function addressOf(values) {
  const blank = emptyState();
  const out = new URLSearchParams();
  for (const key of LISTS) if (values[key].size) out.set(key, [...values[key]].sort().join(","));
  for (const key of [...TEXTS, ...Object.keys(NUMBERS), "hulls"]) if (values[key] !== blank[key]) out.set(key, values[key]);
  return out.toString();
}

function writeAddress() {
  const address = "#" + addressOf(state);
  if (address === (location.hash || "#")) return;
  try { history.replaceState(null, "", address); } catch { /* a sandboxed frame has no address of its own */ }
}

window.addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== addressOf(state)) change(readAddress());
});
