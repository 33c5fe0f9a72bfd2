// The graph as the page holds it. Nodes, edges and statements are numbers; texts are looked up when somebody reads them.

const settings = block("kg-settings");
const data = block("kg-data");
const nodes = block("kg-nodes");
const edges = block("kg-edges");
const ONTOLOGY = settings.ontology;

const model = {
  statementCount: data.ids.length,
  statementsOfEdge: edges.map(() => []),
  edgesOfNode: nodes.map(() => []),
  degree: nodes.map(() => 0), // number of statements at the node
  order: [], // nodes, most statements first
  numberOf: new Map(), // IRI → node
};

(function index() {
  edges.forEach((edge, number) => {
    const status = data.edgeStatus[number];
    Object.assign(edge, { id: number, relation: data.edgeRelation[number], negated: status < 0, status: status < 0 ? -1 - status : status });
    model.edgesOfNode[edge.from].push(number);
    if (edge.to !== edge.from) model.edgesOfNode[edge.to].push(number);
  });
  data.edge.forEach((edge, statement) => {
    model.statementsOfEdge[edge].push(statement);
    model.degree[edges[edge].from] += 1;
    if (edges[edge].to !== edges[edge].from) model.degree[edges[edge].to] += 1;
  });
  model.order = nodes.map((node) => node.id).sort((a, b) => model.degree[b] - model.degree[a] || a - b);
  data.iris.forEach((short, number) => model.numberOf.set(full(short, data.base), number));
})();

function full(short, start) {
  return short.includes(":") ? short : start + short;
}
const iriOf = (node) => full(data.iris[node], data.base);
const statementIri = (statement) => full(data.ids[statement], data.base + "statement/");
const labelOf = (node) => nodes[node].name;
const labelOfIri = (iri) => data.labels[iri] || (model.numberOf.has(iri) ? labelOf(model.numberOf.get(iri)) : localName(iri));
const localName = (iri) => decode(iri.replace(/[/#]$/, "").split(/[/#]/).pop());
function decode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

const relationOf = (statement) => data.relations[edges[data.edge[statement]].relation];
const statusOf = (statement) => data.statuses[edges[data.edge[statement]].status];
const negatedOf = (statement) => Boolean(edges[data.edge[statement]].negated);
const documentOf = (statement) => data.documents[data.document[statement]];
const speakerOf = (statement) => (data.speaker[statement] < 0 ? "" : data.speakers[data.speaker[statement]]);
const dateOf = (statement) => data.dates[data.date[statement]];
const actorOf = (statement) => {
  const source = edges[data.edge[statement]].from;
  return nodes[source].group === "document" ? -1 : source;
};
const conceptOf = (statement) => edges[data.edge[statement]].to;
/** "establishes", or the words that a label gives it. */
const relationLabel = (relation) => data.labels[ONTOLOGY + relation] || relation.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

let evidenceBlock = null;
/** The evidence block: parsed on first use, so that the picture need not wait for it. */
function evidence() {
  evidenceBlock = evidenceBlock || block("kg-evidence");
  return evidenceBlock;
}
const sentenceOf = (statement) => evidence().sentences[evidence().sentence[statement]];
const quoteOf = (statement) => sentenceOf(statement).slice(evidence().start[statement], evidence().end[statement]);

/** The statement's other triples, as [predicate IRI, term in N-Triples syntax]. */
function otherTriples(statement) {
  return evidence().other[statement].map((number) => {
    const [predicate, term] = evidence().pairs[number];
    return [full(predicate, ONTOLOGY), term.startsWith("<#") ? `<${statementIri(statement)}${term.slice(1)}` : term];
  });
}
/** The values of an ontology property of the statement, as plain text. */
function valuesOf(statement, property) {
  return otherTriples(statement).filter(([predicate]) => predicate === ONTOLOGY + property).map(([, term]) => termText(term));
}
function termText(term) {
  if (term.startsWith("<")) return labelOfIri(term.slice(1, -1));
  return JSON.parse(term.slice(0, term.lastIndexOf('"') + 1));
}
const verbOf = (statement) => valuesOf(statement, "verb")[0] || relationLabel(relationOf(statement));

/** Statements oldest first, then in document order. */
const byDate = (a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b);
