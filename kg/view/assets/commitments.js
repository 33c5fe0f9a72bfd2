// Commitments through time: a promise stands above what came of it.

const FOLLOWS = { fulfilled: "kept", repeated: "promised again" };
const STATES = { fulfilled: "kept", repeated: "repeated, not yet kept", overdue: "overdue", open: "open" };

/** What came of a statement's promise: {state, steps: [[statement, kind]]}, or null where it promises nothing. */
function promiseOf(statement) {
  const found = evidence().promises[statement];
  return found ? { state: found[0], steps: found[1] } : null;
}

const dateButton = (statement) => el("button", { type: "button", class: "name", onclick: () => chooseStatement(statement) }, dateOf(statement) || "undated");

/** What came of one statement's promise, for its card. */
function promiseFact(statement) {
  const promise = promiseOf(statement);
  if (!promise) return null;
  const steps = promise.steps.map(([later, kind]) => [" · ", FOLLOWS[kind], " ", dateButton(later)]).flat();
  return el("span", {}, STATES[promise.state] || promise.state, ...steps);
}

/** Who promised and did what at a node and when, oldest first, each promise with what came of it beneath. */
function throughTime(statements, node) {
  const firm = statements.filter((s) => statusOf(s) !== "possible");
  if (firm.length < 2) return null;
  const beneath = new Set(firm.flatMap((s) => (promiseOf(s) ? promiseOf(s).steps.map(([later]) => later) : [])));
  const top = firm.filter((s) => !beneath.has(s));
  const line = (s, lead) => [lead, dateButton(s), " ", badge(s), " ", name(lineText(s, node))];
  const rows = top.slice(0, 80).map((s) => {
    const promise = promiseOf(s);
    const steps = promise ? promise.steps.map(([later, kind]) => el("li", {}, ...line(later, `${FOLLOWS[kind]}: `))) : [];
    return el("li", {}, ...line(s, ""), promise ? el("span", { class: "kind" }, ` (${STATES[promise.state] || promise.state})`) : null, steps.length ? el("ul", {}, steps) : null);
  });
  return el("details", { class: "time", open: firm.some((s) => promiseOf(s)?.steps.length) }, el("summary", {}, el("b", {}, "Commitments through time")), el("ul", { class: "plain" }, rows));
}

function lineText(s, node) {
  const actor = actorOf(s) >= 0 && actorOf(s) !== node ? shortened(labelOf(actorOf(s)), 60) + " " : "";
  return `${actor}${verbOf(s)}${conceptOf(s) === node ? "" : " " + shortened(labelOf(conceptOf(s)), 60)}`;
}
