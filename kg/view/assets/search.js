// Search with completion over labels and aliases; the last suggestion looks into the quotations.

const SUGGESTIONS = 12;
const search = { input: byId("search-input"), list: byId("search-list"), active: -1, actions: [], names: null };

/** For each node its names, folded for comparison: built on first use. */
function searchNames() {
  search.names = search.names || nodes.map((node) => [node.name, ...(data.aliases[node.id] || [])].map(folded));
  return search.names;
}
const folded = (text) => text.slice(0, 500).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Nodes whose names hold every word of ``query``: whole names first, then beginnings, then the most connected. */
function findNodes(query) {
  const wanted = folded(query).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  searchNames().forEach((names, node) => {
    let best = 9;
    for (const text of names) {
      if (!words.every((word) => text.includes(word))) continue;
      const score = text === wanted ? 0 : text.startsWith(wanted) ? 1 : words.every((word) => ` ${text}`.includes(` ${word}`)) ? 2 : 3;
      best = Math.min(best, score);
    }
    if (best < 9) found.push([best, node]);
  });
  return found.sort((a, b) => a[0] - b[0] || model.degree[b[1]] - model.degree[a[1]] || a[1] - b[1]).slice(0, SUGGESTIONS).map(([, node]) => node);
}

function suggest() {
  const query = search.input.value.trim();
  const found = findNodes(query);
  const items = found.map((node) => ({
    parts: [shapeSample(nodes[node].group), name(shortened(labelOf(node), 90)), el("span", { class: "count" }, `${KINDS[nodes[node].group].toLowerCase()} · ${model.degree[node]}`)],
    run: () => chooseNode(node),
  }));
  if (query) items.push({ parts: [el("span", {}, "Quotations with “", name(shortened(query, 40)), "”")], run: () => change({ text: query }) });
  search.actions = items.map((item) => item.run);
  search.list.replaceChildren(...items.map((item, index) => el("li", { role: "option", id: `option-${index}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(index); } }, ...item.parts)));
  activate(items.length && found.length ? 0 : -1);
  openList(items.length > 0);
}

function openList(open) {
  search.list.hidden = !open;
  search.input.setAttribute("aria-expanded", String(open));
}

function activate(index) {
  search.active = index;
  [...search.list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === index)));
  if (index >= 0) {
    search.input.setAttribute("aria-activedescendant", `option-${index}`);
    search.list.children[index].scrollIntoView({ block: "nearest" });
  } else search.input.removeAttribute("aria-activedescendant");
}

function take(index) {
  openList(false);
  search.input.value = "";
  search.actions[index]();
}

function startSearch() {
  search.input.addEventListener("input", suggest);
  search.input.addEventListener("blur", () => openList(false));
  search.input.addEventListener("keydown", (event) => {
    const count = search.actions.length;
    if (event.key === "ArrowDown" && count) activate((search.active + 1) % count);
    else if (event.key === "ArrowUp" && count) activate((search.active - 1 + count) % count);
    else if (event.key === "Enter" && count && !search.list.hidden) take(Math.max(0, search.active));
    else if (event.key === "Escape") openList(false);
    else return;
    event.preventDefault();
  });
}
