// Elements from text, never from markup: nothing of a document is ever parsed as HTML.

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, part] of Object.entries(value)) node.style.setProperty(key, part);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const byId = (id) => document.getElementById(id);

/** Text that keeps its own direction and cannot turn that of its surroundings. */
const name = (text, attributes) => el("bdi", attributes, visible(text));

/** Control characters as pictures of themselves, so that none hides words or turns their order. */
function visible(text) {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "\ufffd");
}

function shortened(text, limit) {
  const plain = visible(text).replace(/\s+/g, " ").trim();
  return plain.length <= limit ? plain : plain.slice(0, limit - 1).trimEnd() + "…";
}

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

/** The parsed JSON block of that id. */
const block = (id) => JSON.parse(byId(id).textContent);
