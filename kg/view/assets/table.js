// The same statements as a table: an equal alternative to the picture, sortable, and what print gives.

const PAGE_ROWS = 100;
const COLUMNS = {
  actor: { title: "Actor", value: (s) => (actorOf(s) >= 0 ? labelOf(actorOf(s)) : "") },
  verb: { title: "Verb", value: verbOf },
  concept: { title: "Concept", value: (s) => labelOf(conceptOf(s)) },
  status: { title: "Status", value: (s) => (negatedOf(s) ? "not · " : "") + statusOf(s) },
  speaker: { title: "Speaker", value: (s) => speakerOf(s) && labelOfIri(speakerOf(s)) },
  date: { title: "Date", value: dateOf },
  document: { title: "Document", value: (s) => labelOf(documentOf(s)) },
  words: { title: "Words", value: quoteOf },
};
const tableState = { page: 0, all: false };

/** The column that sorts, and whether downwards. */
function sorting() {
  const [key, down] = (state.sort || "date").split("-");
  return [Object.hasOwn(COLUMNS, key) ? key : "date", Boolean(down)];
}

/** The statements on screen, in the table's order. */
function rowsOnScreen() {
  const rows = [...picture.view.edges.values()].flat();
  const [key, down] = sorting();
  const { value } = COLUMNS[key];
  const keyed = rows.map((s) => [String(value(s)).toLowerCase(), s]);
  keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : byDate(a[1], b[1])));
  if (down) keyed.reverse();
  return keyed.map(([, s]) => s);
}

function headCell(key, title) {
  const [current, down] = sorting();
  const order = current === key ? (down ? "descending" : "ascending") : "none";
  return el("th", { scope: "col", "aria-sort": order }, el("button", { type: "button", "data-sort": key, onclick: () => change({ sort: order === "ascending" ? `${key}-down` : key }) },
    title, order === "none" ? "" : order === "ascending" ? " ▲" : " ▼"));
}

function bodyRow(statement) {
  const cell = (key, ...children) => el("td", { class: key, "data-name": COLUMNS[key].title }, el("div", {}, ...children));
  const long = (text) => name(shortened(text, 300));
  return el("tr", { "data-statement": data.ids[statement] },
    cell("actor", actorOf(statement) >= 0 ? nodeButton(actorOf(statement), shortened(labelOf(actorOf(statement)), 120)) : "—"),
    cell("verb", name(verbOf(statement))),
    cell("concept", nodeButton(conceptOf(statement), shortened(labelOf(conceptOf(statement)), 120))),
    cell("status", badge(statement)),
    cell("speaker", long(COLUMNS.speaker.value(statement) || "—")),
    cell("date", dateOf(statement) || "—"),
    cell("document", long(labelOf(documentOf(statement)))),
    cell("words", el("button", { type: "button", class: "name", "aria-label": "Open the evidence", onclick: () => chooseStatement(statement) }, name(shortened(quoteOf(statement), 400)))));
}

function drawTable() {
  const box = byId("table");
  if (box.hidden) return;
  const rows = rowsOnScreen();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  tableState.page = Math.min(tableState.page, pages - 1);
  const from = tableState.all ? 0 : tableState.page * PAGE_ROWS;
  const shown = rows.slice(from, tableState.all ? undefined : from + PAGE_ROWS);
  const step = (by, text) => el("button", { type: "button", disabled: tableState.page + by < 0 || tableState.page + by >= pages, onclick: () => { tableState.page += by; drawTable(); box.scrollTop = 0; } }, text);
  box.replaceChildren(
    el("table", {}, el("caption", {}, `${plural(rows.length, "statement")} on screen${pages > 1 && !tableState.all ? `, ${from + 1} to ${from + shown.length}` : ""}`),
      el("thead", {}, el("tr", {}, Object.entries(COLUMNS).map(([key, { title }]) => headCell(key, title)))),
      el("tbody", {}, shown.map(bodyRow))),
    pages > 1 && !tableState.all ? el("div", { class: "pages" }, step(-1, "Previous"), `Page ${tableState.page + 1} of ${pages}`, step(1, "Next")) : null);
}

// Print gives the whole current table, also when the picture is on screen.
window.addEventListener("beforeprint", () => {
  const box = byId("table");
  tableState.wasHidden = box.hidden;
  tableState.all = true;
  box.hidden = false;
  drawTable();
  box.hidden = tableState.wasHidden;
});
window.addEventListener("afterprint", () => {
  tableState.all = false;
  drawTable();
});
