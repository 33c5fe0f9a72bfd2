// Start, and who listens to whom.

const KEYS = {
  "/": "Search", "N / P": "Next and previous node, most connected first", "Arrow keys": "Move the picture", "+ / −": "Zoom",
  "0": "Show everything", T: "Table and graph", F: "Filters", D: "Light and dark", Esc: "Close, clear the selection", "?": "This help",
};

/** What must be drawn again when these parts of the state change. */
function update(keys) {
  const only = (...names) => [...keys].every((key) => names.includes(key));
  if (keys.has("theme")) readTheme();
  const camera = only("node", "statement", "theme", "hulls", "view", "sort", "more");
  const sameView = picture.view && !keys.has("theme") && only("statement", "view", "sort", "hulls", "node", "path") && !state.path && !keys.has("path") && !needsView();
  if (!sameView) showView(viewOf(state, picture.expanded), camera && !keys.has("steps"));
  showStage();
  if (!only("node", "statement", "path", "steps")) { drawFilters(); drawLegend(); drawTimeline(); }
  drawStatus();
  drawPanel();
  highlight();
  drawTable();
}

/** Whether the chosen node is not in the present view, or the present view is one node's neighbourhood. */
function needsView() {
  const node = state.node ? model.numberOf.get(full(state.node, data.base)) : undefined;
  return state.steps > 0 || picture.view.path || (node !== undefined && !picture.view.nodes.has(node));
}

function highlight() {
  const statement = state.statement ? data.ids.indexOf(state.statement) : -1;
  const { view } = picture;
  if (view.path) {
    const ends = view.path.flatMap((edge) => [edges[edge].from, edges[edge].to]);
    markOut([...new Set(ends)], view.path, [...new Set(ends)]);
    fitView([...new Set(ends)]);
  } else if (statement >= 0) {
    const edge = edges[data.edge[statement]];
    markOut([edge.from, edge.to], [edge.id], [edge.from, edge.to]);
  } else if (view.focus !== undefined && view.nodes.has(view.focus)) {
    markNode(view.focus);
    bringIntoSight(view.focus);
  } else markOut([], [], []);
}

/** Move the picture only where the node is outside the part that nothing covers, or, not clicked itself, too small to be told. */
function bringIntoSight(node) {
  const body = bodyNodes()[node];
  const place = projection();
  const free = freeArea();
  const [x, y] = [place.x(body.x), place.y(body.y)];
  const clicked = picture.clicked === node;
  const edge = clicked ? 0 : 40;
  if (x > free.left + edge && y > edge && x < free.right - edge && y < free.bottom - edge && (clicked || place.scale >= 0.3)) return;
  centreOn(body.x, body.y, clicked ? place.scale : Math.max(place.scale, 0.6), free);
}

function showStage() {
  const table = state.view === "table";
  byId("table").hidden = !table;
  byId("stage").hidden = table;
  byId("view-graph").setAttribute("aria-pressed", String(!table));
  byId("view-table").setAttribute("aria-pressed", String(table));
}

function startPointer() {
  let last = { node: -1, time: 0 };
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    // vis-network's own double click misses the second one when the first has much to draw.
    const again = node !== undefined && node === last.node && performance.now() - last.time < 450;
    picture.clicked = node ?? -1; // it stays where it is, so that a second click meets it
    if (again) expand(node);
    else if (node !== undefined) chooseNode(node);
    else if (edge !== undefined) chooseStatement([...picture.view.edges.get(edge)].sort(byDate)[0]);
    else if (state.node || state.statement || state.path) closePanel();
    picture.clicked = -1;
    last = { node: again ? -1 : node ?? -1, time: performance.now() };
  });
  const moving = (value) => () => { picture.dragging = value; if (!value) network.redraw(); };
  network.on("dragStart", moving(true));
  network.on("dragEnd", moving(false));
  let waiting = null;
  holder.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return hint(null);
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => hint(event));
    return undefined;
  });
  holder.addEventListener("pointerleave", () => hint(null));
}

/** The full name of the node under the pointer, or what the edge says. */
function hint(event) {
  const box = byId("hint");
  box.hidden = true;
  holder.style.cursor = "";
  if (!event) return;
  const area = holder.getBoundingClientRect();
  const at = { x: event.clientX - area.left, y: event.clientY - area.top };
  const node = network.getNodeAt(at);
  const edge = node === undefined && picture.view.edges.size < 1500 ? network.getEdgeAt(at) : undefined;
  if (node === undefined && edge === undefined) return;
  holder.style.cursor = "pointer";
  const text = node !== undefined ? shortened(labelOf(node), 300) : edgeText(edge);
  box.replaceChildren(name(text));
  box.style.left = `${Math.min(at.x + 14, area.width - 200)}px`;
  box.style.top = `${at.y + 16}px`;
  box.hidden = false;
}

function edgeText(edge) {
  const { from, to, relation, status, negated } = edges[edge];
  const actor = nodes[from].group === "document" ? "(no actor named)" : shortened(labelOf(from), 80);
  return `${actor} ${negated ? "not " : ""}${relationLabel(data.relations[relation])} ${shortened(labelOf(to), 80)} · ${data.statuses[status]}`;
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(5, Math.max(0.01, network.getScale() * factor)), animation: false });
}

function moveBy(x, y) {
  const centre = network.getViewPosition();
  const step = 60 / network.getScale();
  network.moveTo({ position: { x: centre.x + x * step, y: centre.y + y * step }, animation: false });
}

function stepNode(by) {
  const at = picture.rank.indexOf(picture.view.focus ?? -1);
  const next = picture.rank[at < 0 ? 0 : (at + by + picture.rank.length) % picture.rank.length];
  if (next !== undefined) chooseNode(next);
}

const SHORTCUTS = {
  "/": () => byId("search-input").focus(),
  n: () => stepNode(1), p: () => stepNode(-1),
  "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), 0: () => fitView(),
  ArrowLeft: () => moveBy(-1, 0), ArrowRight: () => moveBy(1, 0), ArrowUp: () => moveBy(0, -1), ArrowDown: () => moveBy(0, 1),
  t: () => change({ view: state.view === "table" ? "" : "table" }),
  f: () => toggleFilters(byId("filters").hidden),
  d: () => switchTheme(),
  "?": () => byId("help").showModal(),
  Escape: () => { byId("save-menu").hidden = true; closePanel(); },
};

function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.target.closest("input,select,textarea")) return;
    if (event.key.startsWith("Arrow") && event.target !== holder) return;
    const run = SHORTCUTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
}

const switchTheme = () => change({ theme: theme.dark ? "light" : "dark" });

function toggleSave(open) {
  byId("save-menu").hidden = !open;
  byId("open-save").setAttribute("aria-expanded", String(open));
  if (open) byId("save-menu").querySelector("button").focus();
}

function startButtons() {
  const on = (id, run) => byId(id).addEventListener("click", run);
  on("view-graph", () => change({ view: "" }));
  on("view-table", () => change({ view: "table" }));
  on("open-filters", () => toggleFilters(byId("filters").hidden));
  on("open-save", () => toggleSave(byId("save-menu").hidden));
  on("theme", switchTheme);
  on("open-help", () => byId("help").showModal());
  on("zoom-in", () => zoomBy(1.3));
  on("zoom-out", () => zoomBy(1 / 1.3));
  on("zoom-fit", () => fitView());
  for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", () => { SAVERS[button.dataset.save](); if (button.dataset.save !== "link") toggleSave(false); });
}

function startHelp() {
  const dialog = byId("help");
  dialog.replaceChildren(
    el("h2", { id: "help-title" }, "How to read and use this page"),
    el("p", {}, "Each line joins an actor to a policy concept: somebody did, does or promises to do something to it. Click a line or a shape to read the words it came from. A triangle is a document whose text names no actor."),
    el("dl", {}, Object.entries(KEYS).flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])),
    el("p", {}, "Open neighbours: double click. The address of the page keeps the view; the page loads nothing from outside."),
    el("button", { type: "button", onclick: () => dialog.close() }, "Close"));
}

Object.assign(state, readAddress());
readTheme();
byId("legend").open = innerWidth > 760;
drawLegend();
startPointer();
startKeys();
startButtons();
startSearch();
startHelp();
onChange(update);
update(new Set(["start"]));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!state.theme) change({ theme: "" }); });
document.documentElement.dataset.ready = "true";

// For tests, benchmarks and the console: where things are on the page, in CSS pixels, and what has been drawn.
window.explorer = Object.freeze({
  picture,
  state,
  counts: () => ({ nodes: picture.view.nodes.size, edges: picture.view.edges.size, statements: picture.view.statements, frames: picture.frames, firstFrame: picture.firstFrame, labels: picture.labels }),
  nodeAt: (node) => onPage(bodyNodes()[node]),
  edgeAt: (edge, along) => onPage(bodyEdges()[edge].edgeType.getPoint(along || 0.5)),
  turtle: () => turtleOf(rowsOnScreen()),
  csv: () => csvOf(rowsOnScreen()),
  svg: () => svgOf(),
});
function onPage({ x, y }) {
  const place = projection();
  const area = holder.getBoundingClientRect();
  return { x: area.left + place.x(x), y: area.top + place.y(y) };
}
