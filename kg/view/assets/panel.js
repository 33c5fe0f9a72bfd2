// The panel beside the picture: what was clicked, with every statement in its sentence.

const CARDS = 25; // statements shown before "more"
const BASIS = {
  explicit: "named in the clause",
  we: "“we”, resolved to whom the speaker speaks for",
  pronoun: "a pronoun, resolved to its antecedent",
  control: "understood from the main clause",
  passive: "the by-phrase of a passive",
  unknown: "no actor in the text",
};
const DETAILS = { objectPhrase: "In full", means: "By means of", purpose: "In order to", condition: "Condition", beneficiary: "For", quantity: "Amount", time: "Time", deadline: "Deadline", actorBasis: "Actor", actorLabel: "Actor as written", rule: "Rule", support: "Support" };

let pathStart = null; // node from which the reader is choosing a path

function openPanel(...children) {
  const panel = byId("panel");
  const close = el("button", { type: "button", class: "close", "aria-label": "Close details", onclick: closePanel }, "×");
  panel.replaceChildren(close, ...children.filter(Boolean));
  showPanel(true);
  panel.scrollTop = 0;
}

function showPanel(shown) {
  byId("panel").hidden = !shown;
  byId("main").classList.toggle("with-panel", shown);
}

function closePanel() {
  pathStart = null;
  change({ node: "", statement: "", path: "", steps: 0 });
  holder.focus();
}

function drawPanel() {
  const node = state.node ? model.numberOf.get(full(state.node, data.base)) : undefined;
  const statement = state.statement ? data.ids.indexOf(state.statement) : -1;
  const ends = pathEnds(state);
  if (ends) pathPanel(ends);
  else if (statement >= 0) edgePanel(data.edge[statement], statement);
  else if (node !== undefined) nodePanel(node);
  else showPanel(false);
}

const nodeButton = (node, text) =>
  el("button", { type: "button", class: "name", onclick: () => chooseNode(node) }, name(text || labelOf(node)));

function chooseNode(node) {
  if (pathStart !== null && pathStart !== node) {
    const path = `${data.iris[pathStart]}~${data.iris[node]}`;
    pathStart = null;
    change({ path, node: "", statement: "" });
  } else change({ node: data.iris[node], statement: "", path: "", steps: state.node === data.iris[node] ? state.steps : 0 });
}

const chooseStatement = (statement) => change({ statement: data.ids[statement], node: "", path: "" });

function badge(statement) {
  const tone = negatedOf(statement) ? "negated" : statusOf(statement);
  return el("span", { class: "badge", style: { color: `var(--${tone})` } }, (negatedOf(statement) ? "not · " : "") + statusOf(statement));
}

/** The statement's sentence, its own words marked. */
function quotation(statement) {
  const text = sentenceOf(statement);
  const start = evidence().start[statement];
  const end = evidence().end[statement];
  return el("blockquote", { dir: "auto" }, visible(text.slice(0, start)), el("mark", {}, visible(text.slice(start, end))), visible(text.slice(end)));
}

function facts(pairs) {
  return el("dl", {}, pairs.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]));
}

function speakerText(statement) {
  const speaker = speakerOf(statement);
  if (!speaker) return null;
  const capacity = (data.notes[`${iriOf(documentOf(statement))} ${speaker}`] || []).join("; ");
  return [name(labelOfIri(speaker)), capacity ? [" (", name(capacity), ")"] : null].flat();
}

function statementFacts(statement) {
  const pairs = [];
  const speaker = speakerText(statement);
  if (speaker) pairs.push(["Speaker", el("span", {}, ...speaker)]);
  if (dateOf(statement)) pairs.push(["Date", dateOf(statement)]);
  pairs.push(["Document", nodeButton(documentOf(statement))]);
  const promise = promiseFact(statement);
  if (promise) pairs.push(["Promise", promise]);
  for (const [property, title] of Object.entries(DETAILS)) {
    const values = valuesOf(statement, property);
    const shown = property === "actorBasis" ? values.map((value) => BASIS[value] || value) : values;
    if (shown.length) pairs.push([title, name(shown.join("; "))]);
  }
  return facts(pairs);
}

function card(statement, chosen) {
  const actor = actorOf(statement);
  const tone = negatedOf(statement) ? "negated" : statusOf(statement);
  const rdf = el("details", {}, el("summary", {}, "RDF"));
  rdf.addEventListener("toggle", () => {
    if (!rdf.open || rdf.childElementCount > 1) return;
    const text = turtleOf([statement]);
    rdf.append(el("button", { type: "button", onclick: (event) => copy(text, event.currentTarget) }, "Copy"), el("pre", { tabindex: 0 }, visible(text)));
  });
  const page = settings.live ? el("a", { href: `node?iri=${encodeURIComponent(statementIri(statement))}` }, "Page of this statement") : null;
  return el("article", { class: chosen ? "statement chosen" : "statement", style: { "--tone": `var(--${tone})` }, "data-statement": data.ids[statement] },
    el("p", { class: "claim" },
      actor >= 0 ? nodeButton(actor) : el("span", { class: "kind" }, "no actor named"), " — ",
      el("span", { title: `relation: ${relationLabel(relationOf(statement))}` }, name(verbOf(statement))), " — ", nodeButton(conceptOf(statement))),
    badge(statement), quotation(statement), statementFacts(statement), rdf, page);
}

/** Statement cards, the first few at once and the others when asked for. */
function cards(statements, chosen) {
  const list = el("div", { class: "cards" });
  const ordered = chosen === undefined ? statements : [chosen, ...statements.filter((s) => s !== chosen)];
  const more = el("button", { type: "button", onclick: () => extend() }, "");
  let shown = 0;
  function extend() {
    for (const s of ordered.slice(shown, shown + CARDS)) list.insertBefore(card(s, s === chosen), more);
    shown += CARDS;
    more.hidden = shown >= ordered.length;
    more.textContent = `Show more (${(ordered.length - shown).toLocaleString("en")} left)`;
  }
  list.append(more);
  extend();
  return list;
}

function edgePanel(edge, statement) {
  const { from, to, relation, negated } = edges[edge];
  const passing = picture.view.passing.get(edge) || [statement];
  openPanel(
    el("h2", {}, nodes[from].group === "document" ? "No actor named" : nodeButton(from), ` ${negated ? "not " : ""}${relationLabel(data.relations[relation])} `, nodeButton(to)),
    el("p", { class: "kind" }, `${plural(passing.length, "statement")}, independent support ${supportOf(passing)}`),
    cards([...passing].sort(byDate), statement));
}

function statementsAt(node) {
  const found = new Set();
  for (const edge of model.edgesOfNode[node]) for (const s of picture.view.passing.get(edge) || []) found.add(s);
  if (nodes[node].group === "document") for (const list of picture.view.passing.values()) for (const s of list) if (documentOf(s) === node) found.add(s);
  return [...found].sort(byDate);
}

function nodePanel(node) {
  const statements = statementsAt(node);
  const kind = nodes[node].group;
  const aliases = data.aliases[node] || [];
  openPanel(
    el("h2", {}, name(labelOf(node))),
    el("p", { class: "kind" }, `${KINDS[kind]} · ${plural(statements.length, "statement")}`, noteOf(node)),
    aliases.length ? el("p", {}, "Also: ", name(shortened(aliases.join(" · "), 400))) : null,
    nodeTools(node),
    kind === "concept" ? wordings(statements) : null,
    hierarchy(node),
    kind === "concept" || kind === "actor" ? throughTime(statements, node) : null,
    el("h3", {}, "Statements"), cards(statements));
}

function noteOf(node) {
  const notes = data.notes[iriOf(node)];
  const page = settings.live ? el("a", { href: `node?iri=${encodeURIComponent(iriOf(node))}` }, "page") : null;
  return [notes ? [" · ", name(notes.join("; "))] : null, page ? [" · ", page] : null].flat().filter(Boolean).reduce((span, part) => (span.append(part), span), el("span", {}));
}

function nodeTools(node) {
  const steps = el("select", { "aria-label": "Show the neighbourhood", onchange: (event) => change({ steps: Number(event.target.value) }) },
    ["everything", "1 step around", "2 steps around", "3 steps around"].map((text, value) => el("option", { value, selected: state.steps === value }, text)));
  const path = el("button", { type: "button", onclick: () => { pathStart = node; announce(`Path from ${shortened(labelOf(node), 40)}: now choose the other end, in the graph or by search.`); byId("search-input").focus(); } }, "Path to…");
  const open = el("button", { type: "button", onclick: () => expand(node) }, "Open neighbours");
  const filter = nodes[node].group === "concept" ? null : el("button", { type: "button", onclick: () => change({ [nodes[node].group]: data.iris[node] }) }, `Only this ${nodes[node].group}`);
  return el("div", { class: "row" }, steps, path, picture.view.total > settings.overviewAbove ? open : null, filter);
}

function expand(node) {
  for (const edge of model.edgesOfNode[node]) { picture.expanded.add(edges[edge].from); picture.expanded.add(edges[edge].to); }
  change({ more: state.more });
}

/** The words that texts used for the concept, with how often and when first and last. */
function wordings(statements) {
  const found = new Map();
  for (const s of statements) {
    const text = valuesOf(s, "objectLabel")[0] || valuesOf(s, "objectPhrase")[0] || labelOf(conceptOf(s));
    const entry = found.get(text) || { count: 0, first: dateOf(s), last: dateOf(s) };
    entry.count += 1;
    entry.last = dateOf(s);
    found.set(text, entry);
  }
  const rows = [...found].sort((a, b) => b[1].count - a[1].count).slice(0, 12);
  return el("details", { open: true }, el("summary", {}, el("b", {}, "Wordings")),
    el("ul", { class: "plain" }, rows.map(([text, { count, first, last }]) => el("li", {}, name(shortened(text, 200)), el("span", { class: "kind" }, ` · ${count} × · ${first === last ? first : `${first} to ${last}`}`)))));
}

function hierarchy(node) {
  const broader = data.broader[node] || [];
  const narrower = Object.entries(data.broader).filter(([, list]) => list.includes(iriOf(node))).map(([number]) => Number(number));
  const item = (iri) => el("li", { class: "link" }, model.numberOf.has(iri) ? nodeButton(model.numberOf.get(iri)) : name(labelOfIri(iri)));
  const part = (title, items) => (items.length ? [el("h3", {}, title), el("ul", { class: "plain" }, items)] : []);
  return el("div", {}, part("Broader", broader.map(item)), part("Narrower", narrower.map((number) => item(iriOf(number)))));
}

function pathPanel([start, goal]) {
  const path = picture.view.path;
  openPanel(
    el("h2", {}, "Path: ", nodeButton(start), " to ", nodeButton(goal)),
    path ? el("p", { class: "kind" }, `${plural(path.length, "step")}, each by its own words`) : el("p", {}, "No path: with the present filters the two are not connected."),
    path ? el("div", {}, path.map((edge) => card(picture.view.passing.get(edge)[0]))) : null);
}

async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    const area = el("textarea", { class: "sr" });
    area.value = text;
    document.body.append(area);
    area.select();
    button.textContent = document.execCommand("copy") ? "Copied" : "Select the text to copy it";
    area.remove();
  }
  setTimeout(() => { button.textContent = before; }, 1500);
}
