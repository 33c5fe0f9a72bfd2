// Filters, legend, timeline and the line that says what is on screen.

const announce = (text) => { byId("status").replaceChildren(text); };

/** How many statements each value of a filter would let through, the other filters as they are. */
function countsBy(key, valueOf) {
  const test = statementTest(state, key);
  const counts = new Map();
  for (let s = 0; s < model.statementCount; s += 1) {
    if (!test(s)) continue;
    const value = valueOf(s);
    if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}

function toggled(set, value) {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function checks(key, title, values, labelFor, counts) {
  const rows = values.map((value) => el("label", {},
    el("input", { type: "checkbox", name: key, value, checked: state[key].has(value), onchange: () => change({ [key]: toggled(state[key], value) }) }),
    name(labelFor(value)), el("span", { class: "count" }, (counts.get(value) || 0).toLocaleString("en"))));
  return el("fieldset", {}, el("legend", {}, title), el("div", { class: "many" }, rows));
}

/** A choice of one among many; ``options`` are [value, label] pairs. */
function oneOf(key, title, options, counts) {
  const choice = el("select", { name: key, onchange: (event) => change({ [key]: event.target.value }) },
    el("option", { value: "" }, "all"),
    options.map(([value, label]) => el("option", { value, selected: state[key] === value }, `${shortened(label, 60)}${counts ? ` (${counts.get(value) || 0})` : ""}`)));
  return el("label", { class: "field" }, title, choice);
}

const sorted = (pairs) => pairs.sort((a, b) => a[1].localeCompare(b[1], "en"));

function drawFilters() {
  const box = byId("filters");
  if (box.hidden) return;
  const kept = document.activeElement && box.contains(document.activeElement) ? [document.activeElement.name, document.activeElement.value] : null;
  const ofKind = (kind) => sorted(nodes.filter((node) => node.group === kind).map((node) => [data.iris[node.id], node.name]));
  const speakers = sorted(data.speakers.map((iri) => [iri.startsWith(data.base) ? iri.slice(data.base.length) : iri, labelOfIri(iri)]));
  const actorCounts = countsBy("actor", (s) => (actorOf(s) >= 0 ? data.iris[actorOf(s)] : ""));
  box.replaceChildren(
    el("div", { class: "row" }, el("button", { type: "button", id: "reset", onclick: resetFilters }, "Clear all filters"),
      el("button", { type: "button", onclick: () => toggleFilters(false) }, "Close")),
    checks("status", "Status", data.statuses, (value) => value, countsBy("status", statusOf)),
    oneOf("polarity", "Polarity", [["affirmed", "affirmed"], ["negated", "negated"]], countsBy("polarity", (s) => (negatedOf(s) ? "negated" : "affirmed"))),
    checks("relation", "Relation, with those below it", relationOrder(), (value) => "\u2003".repeat(depthOf(value)) + relationLabel(value), relationCounts()),
    oneOf("actor", "Actor", ofKind("actor").filter(([value]) => actorCounts.has(value) || state.actor === value), actorCounts),
    oneOf("speaker", "Speaker", speakers),
    oneOf("document", "Document", sorted(data.documents.map((node) => [data.iris[node], `${labelOf(node)}`]))),
    el("label", { class: "field" }, "At least so many independent voices",
      el("input", { type: "number", name: "min", min: 1, max: 99, value: state.min, onchange: (event) => change({ min: Math.max(1, Number(event.target.value) || 1) }) })),
    el("label", {}, el("input", { type: "checkbox", name: "hulls", checked: Boolean(state.hulls), onchange: () => change({ hulls: state.hulls ? 0 : 1 }) }), "Show communities"));
  if (kept) [...box.querySelectorAll("input,select")].find((item) => item.name === kept[0] && (item.type !== "checkbox" || item.value === kept[1]))?.focus();
}

const aboveOf = (relation) => data.within[relation] || [];
const depthOf = (relation) => Math.max(0, aboveOf(relation).length - 1);

/** All relations in use and those above them, each beneath the one it belongs to. */
function relationOrder() {
  const all = [...new Set(data.relations.flatMap((relation) => [relation, ...aboveOf(relation)]))];
  const key = (relation) => [...aboveOf(relation)].sort((a, b) => aboveOf(a).length - aboveOf(b).length).concat(relation).join(" ");
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function relationCounts() {
  const direct = countsBy("relation", relationOf);
  const counts = new Map(direct);
  for (const [relation, count] of direct) for (const above of aboveOf(relation)) counts.set(above, (counts.get(above) || 0) + count);
  return counts;
}

function resetFilters() {
  const blank = emptyState();
  const { view, theme: colours, hulls } = state;
  picture.expanded.clear();
  change(Object.assign(blank, { view, theme: colours, hulls }));
}

function toggleFilters(open) {
  byId("filters").hidden = !open;
  byId("open-filters").setAttribute("aria-expanded", String(open));
  drawFilters();
  if (open) byId("reset").focus();
}

function activeFilters() {
  const lists = LISTS.filter((key) => state[key].size).length;
  const texts = ["polarity", "actor", "speaker", "document", "text"].filter((key) => state[key]).length;
  return lists + texts + (state.from || state.to ? 1 : 0) + (state.min > 1 ? 1 : 0);
}

function drawLegend() {
  const present = new Set(nodes.map((node) => node.group));
  const used = new Set(edges.map((edge) => data.statuses[edge.status]));
  const toggle = (pressed, sample, text, run) => el("button", { type: "button", "aria-pressed": String(pressed), onclick: run }, sample, text);
  const kinds = Object.keys(KINDS).filter((kind) => present.has(kind)).map((kind) =>
    toggle(!state.hide.has(kind), shapeSample(kind), `${KINDS[kind]}${kind === "document" ? " (no actor named)" : ""}`, () => change({ hide: toggled(state.hide, kind) })));
  const statuses = data.statuses.filter((status) => used.has(status)).map((status) =>
    toggle(!state.status.size || state.status.has(status), lineSample(status, false), status, () => change({ status: toggled(state.status, status) })));
  const negated = edges.some((edge) => edge.negated)
    ? [toggle(state.polarity !== "affirmed", lineSample("", true), "negated", () => change({ polarity: state.polarity === "affirmed" ? "" : "affirmed" }))] : [];
  byId("legend-body").replaceChildren(...kinds, ...statuses, ...negated, el("p", {}, "Width: independent voices"));
}

function drawStatus() {
  const { view } = picture;
  const counts = { actor: 0, concept: 0, document: 0 };
  for (const node of view.nodes) counts[nodes[node].group] += 1;
  const parts = Object.entries(counts).filter(([, count]) => count).map(([kind, count]) => plural(count, kind));
  const text = `${parts.join(" · ") || "Nothing"} · ${plural(view.statements, "statement")} of ${model.statementCount.toLocaleString("en")}`;
  const extra = [];
  if (view.nodes.size < view.total) {
    extra.push(` · the most central of ${view.total.toLocaleString("en")}; search finds the others`);
    extra.push(el("button", { type: "button", id: "more", onclick: () => change({ more: state.more + 1 }) }, "Show more"));
  }
  if (state.text) extra.push(el("button", { type: "button", onclick: () => change({ text: "" }) }, "Words: “", name(shortened(state.text, 30)), "” ×"));
  const filters = activeFilters();
  if (filters) extra.push(el("button", { type: "button", onclick: resetFilters }, `Clear ${plural(filters, "filter")}`));
  byId("status").replaceChildren(text, ...extra);
  byId("filter-count").textContent = filters ? ` (${filters})` : "";
}

/** Years, or months where all dates are of one year. */
function periods() {
  const years = new Set(data.dates.filter(Boolean).map((date) => date.slice(0, 4)));
  const length = years.size > 1 ? 4 : 7;
  return [...new Set(data.dates.filter(Boolean).map((date) => date.slice(0, length)))].sort();
}

function drawTimeline() {
  const all = periods();
  const box = byId("timeline");
  box.hidden = all.length < 2;
  if (box.hidden) return;
  const counts = countsBy("period", (s) => dateOf(s).slice(0, all[0].length));
  const most = Math.max(1, ...counts.values());
  const inside = (period) => (!state.from || period >= state.from) && (!state.to || period <= state.to);
  const bars = all.map((period) => {
    const count = counts.get(period) || 0;
    return el("div", { class: inside(period) ? "year in" : "year", "data-period": period, title: `${period}: ${plural(count, "statement")}` },
      el("i", { style: { height: `${count ? Math.max(2, (count / most) * 34) : 0}px` } }), el("span", {}, period));
  });
  const choice = (key, title) => el("label", {}, el("span", {}, title + " "), el("select", { name: key, "aria-label": `${title} year`, onchange: (event) => change({ [key]: event.target.value }) },
    el("option", { value: "" }, key === "from" ? "start" : "end"), all.map((period) => el("option", { value: period, selected: state[key] === period }, period))));
  const strip = el("div", { class: "bars", role: "img", "aria-label": all.map((period) => `${period}: ${counts.get(period) || 0}`).join(", ") }, bars);
  brush(strip);
  box.replaceChildren(choice("from", "From"), strip, choice("to", "To"));
}

/** Dragging over the bars chooses from–to; a click on the one chosen frees it again. */
function brush(strip) {
  let start = null;
  const periodAt = (event) => [...strip.children].find((bar) => event.clientX < bar.getBoundingClientRect().right)?.dataset.period || strip.lastChild.dataset.period;
  const paint = (from, to) => { for (const bar of strip.children) bar.classList.toggle("in", bar.dataset.period >= from && bar.dataset.period <= to); };
  const ends = (event) => [start, periodAt(event)].sort();
  strip.addEventListener("pointerdown", (event) => { start = periodAt(event); strip.setPointerCapture(event.pointerId); paint(start, start); });
  strip.addEventListener("pointermove", (event) => { if (start) paint(...ends(event)); });
  strip.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [from, to] = ends(event);
    start = null;
    const same = from === to && state.from === from && state.to === to;
    change(same ? { from: "", to: "" } : { from, to });
  });
}
