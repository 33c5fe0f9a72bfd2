"use strict";
// The query editor: shipped questions into the text, the text to the endpoint, the result as a table.

const byId = (id) => document.getElementById(id);
const SHOWN = 1000; // rows of the table; "Save" gives all

function cell(text, href) {
  const td = document.createElement("td");
  const target = href ? document.createElement("a") : document.createElement("bdi");
  if (href) target.href = href;
  target.textContent = text;
  td.append(target);
  return td;
}

function say(text) {
  byId("message").textContent = text;
}

async function ask(accept) {
  const headers = { "Content-Type": "application/sparql-query", Accept: accept };
  const response = await fetch("/sparql", { method: "POST", headers, body: byId("query").value });
  if (!response.ok) throw new Error(await response.text());
  return response;
}

function table({ head, results, boolean }) {
  if (boolean !== undefined) return document.createTextNode(boolean ? "yes" : "no");
  const out = document.createElement("table");
  const first = out.createTHead().insertRow();
  for (const name of head.vars) {
    const th = document.createElement("th");
    th.scope = "col";
    th.textContent = name;
    first.append(th);
  }
  const body = out.createTBody();
  for (const row of results.bindings.slice(0, SHOWN)) {
    const tr = body.insertRow();
    for (const name of head.vars) {
      const term = row[name];
      if (!term) tr.append(cell(""));
      else if (term.type === "uri") tr.append(cell(term.value, `/node?iri=${encodeURIComponent(term.value)}`));
      else tr.append(cell(term.type === "triple" ? JSON.stringify(term.value) : term.value));
    }
  }
  return out;
}

async function run(event) {
  event.preventDefault();
  say("Running…");
  byId("result").replaceChildren();
  try {
    const response = await ask("application/sparql-results+json, text/turtle;q=0.9");
    if (response.headers.get("Content-Type").startsWith("text/turtle")) {
      const text = document.createElement("pre");
      text.textContent = await response.text();
      byId("result").append(text);
      return say("");
    }
    const found = await response.json();
    byId("result").append(table(found));
    const count = found.results ? found.results.bindings.length : 1;
    return say(`${count} ${count === 1 ? "row" : "rows"}${found.truncated ? ", the limit of this server" : ""}${count > SHOWN ? `; the first ${SHOWN} are shown` : ""}`);
  } catch (error) {
    return say(error.message);
  }
}

async function save() {
  const accept = byId("format").value;
  try {
    const content = await (await ask(accept)).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = `result.${{ "text/csv": "csv", "application/sparql-results+json": "json", "text/tab-separated-values": "tsv", "application/sparql-results+xml": "xml", "text/turtle": "ttl" }[accept]}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say("Saved");
  } catch (error) {
    say(error.message);
  }
}

function showParameters() {
  const names = (byId("question").selectedOptions[0].dataset.parameters || "").split(" ").filter(Boolean);
  byId("parameters").replaceChildren(...names.map((name) => {
    const input = document.createElement("input");
    Object.assign(input, { name, placeholder: name });
    input.setAttribute("aria-label", name);
    return input;
  }));
}

async function putQuestion(event) {
  event.preventDefault();
  const name = byId("question").value;
  if (!name) return;
  const parameters = new URLSearchParams();
  for (const input of byId("parameters").children) if (input.value) parameters.set(input.name, input.value);
  const response = await fetch(`/questions/${encodeURIComponent(name)}?${parameters}`);
  if (!response.ok) return say(await response.text());
  byId("query").value = (await response.json()).query;
  say("");
}

byId("question").addEventListener("change", showParameters);
byId("question-form").addEventListener("submit", putQuestion);
byId("query-form").addEventListener("submit", run);
byId("save").addEventListener("click", save);
byId("query").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(event); });
