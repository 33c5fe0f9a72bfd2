// RDF of statements, written from the page's columns: the same triples that the store holds of them.

const PREFIXES = {
  kg: ONTOLOGY,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

function turtleIri(iri) {
  for (const [prefix, start] of Object.entries(PREFIXES)) {
    if (iri.startsWith(start) && /^[A-Za-z][A-Za-z0-9_]*$/.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`;
  }
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (char) => encodeURIComponent(char))}>`;
}

const turtleText = (text) => JSON.stringify(text).replace(/\u007f/g, "\\u007F");

function turtleTerm(term) {
  if (term.startsWith("<")) return turtleIri(term.slice(1, -1));
  const typed = /^(.*)\^\^<([^>]*)>$/s.exec(term);
  return typed ? `${typed[1]}^^${turtleIri(typed[2])}` : term;
}

/** [predicate, object] pairs of a statement, in Turtle syntax. */
function turtlePairs(statement) {
  const at = evidence().offsets[evidence().sentence[statement]] + codePoints(sentenceOf(statement).slice(0, evidence().start[statement]));
  const until = at + codePoints(quoteOf(statement));
  const source = iriOf(documentOf(statement));
  const columns = [
    ["a", turtleIri(ONTOLOGY + "Statement")],
    ["rdf:predicate", turtleIri(ONTOLOGY + relationOf(statement))],
    ["rdf:object", turtleIri(iriOf(conceptOf(statement)))],
    ["kg:status", turtleIri(ONTOLOGY + statusOf(statement))],
    ["kg:polarity", turtleIri(ONTOLOGY + (negatedOf(statement) ? "negated" : "affirmed"))],
    ["dcterms:source", turtleIri(source)],
  ];
  if (actorOf(statement) >= 0) columns.push(["rdf:subject", turtleIri(iriOf(actorOf(statement)))]);
  if (speakerOf(statement)) columns.push(["kg:speaker", turtleIri(speakerOf(statement))]);
  const others = otherTriples(statement).map(([predicate, term]) => [turtleIri(predicate), turtleTerm(term)]);
  const given = new Set(others.map(([predicate]) => predicate));
  const implied = [
    ["kg:quote", turtleText(quoteOf(statement))],
    ["dcterms:date", dateOf(statement) && `${turtleText(dateOf(statement))}^^xsd:date`],
    ["prov:wasDerivedFrom", turtleIri(`${source}#char=${at},${until}`)],
  ].filter(([predicate, term]) => term && !given.has(predicate));
  return [...columns, ...others, ...implied].sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
}

const codePoints = (text) => [...text].length;

function turtleOf(statements) {
  const parts = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const named = new Set();
  for (const statement of statements) {
    const pairs = turtlePairs(statement).map(([predicate, term]) => `    ${predicate} ${term}`);
    parts.push(`\n${turtleIri(statementIri(statement))}\n${pairs.join(" ;\n")} .`);
    for (const node of [actorOf(statement), conceptOf(statement)]) if (node >= 0) named.add(node);
  }
  for (const node of [...named].sort((a, b) => a - b)) {
    parts.push(`\n${turtleIri(iriOf(node))} skos:prefLabel ${turtleText(labelOf(node))}@en .`);
  }
  return parts.join("\n") + "\n";
}
