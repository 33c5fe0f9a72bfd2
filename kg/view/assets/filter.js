// Which statements, edges and nodes the present state lets through. Pure functions of the model and the state.

/** A function that tells whether a statement passes; ``without`` leaves one filter out, to count what it would let through. */
function statementTest(asked, without) {
  const use = (key) => key !== without && (asked[key] instanceof Set ? asked[key].size > 0 : Boolean(asked[key]));
  const tests = [];
  const add = (key, test) => { if (use(key)) tests.push(test); };
  add("relation", (s) => asked.relation.has(relationOf(s)) || (data.within[relationOf(s)] || []).some((above) => asked.relation.has(above)));
  add("status", (s) => asked.status.has(statusOf(s)));
  add("polarity", (s) => negatedOf(s) === (asked.polarity === "negated"));
  add("actor", (s) => actorOf(s) >= 0 && data.iris[actorOf(s)] === asked.actor);
  add("speaker", (s) => speakerOf(s) === full(asked.speaker, data.base));
  add("document", (s) => data.iris[documentOf(s)] === asked.document);
  if (without !== "period") {
    add("from", (s) => dateOf(s) >= asked.from);
    add("to", (s) => dateOf(s).slice(0, asked.to.length) <= asked.to);
  }
  if (use("text")) {
    const wanted = asked.text.toLowerCase();
    const hits = evidence().sentences.map((sentence) => sentence.toLowerCase().includes(wanted));
    tests.push((s) => hits[evidence().sentence[s]]);
  }
  return (statement) => tests.every((test) => test(statement));
}

/** Independent support: how many different speakers in different documents say it. */
function supportOf(statements) {
  const voices = new Set();
  for (const s of statements) voices.add(data.document[s] * (data.speakers.length + 1) + data.speaker[s]);
  return voices.size;
}

/** Edges that pass: edge → its passing statements. */
function passingEdges(asked) {
  const test = statementTest(asked);
  const found = new Map();
  model.statementsOfEdge.forEach((statements, edge) => {
    const { from, to } = edges[edge];
    if (asked.hide.has(nodes[from].group) || asked.hide.has(nodes[to].group)) return;
    const passing = statements.filter(test);
    if (passing.length && (asked.min <= 1 || supportOf(passing) >= asked.min)) found.set(edge, passing);
  });
  return found;
}

/** Nodes at most ``steps`` edges from ``node`` by the passing edges. */
function neighbourhood(node, steps, passing) {
  const reached = new Set([node]);
  let border = [node];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const here of border) {
      for (const edge of model.edgesOfNode[here]) {
        if (!passing.has(edge)) continue;
        const other = edges[edge].from === here ? edges[edge].to : edges[edge].from;
        if (!reached.has(other)) { reached.add(other); next.push(other); }
      }
    }
    border = next;
  }
  return reached;
}

/** The edges of a shortest path between two nodes, in order, or null. */
function shortestPath(start, goal, passing) {
  const before = new Map([[start, -1]]);
  let border = [start];
  while (border.length && !before.has(goal)) {
    const next = [];
    for (const here of border) {
      for (const edge of model.edgesOfNode[here]) {
        const other = edges[edge].from === here ? edges[edge].to : edges[edge].from;
        if (passing.has(edge) && !before.has(other)) { before.set(other, edge); next.push(other); }
      }
    }
    border = next;
  }
  if (!before.has(goal)) return null;
  const path = [];
  for (let here = goal; before.get(here) >= 0; ) {
    const edge = before.get(here);
    path.unshift(edge);
    here = edges[edge].from === here ? edges[edge].to : edges[edge].from;
  }
  return path;
}

/** The two ends that the state's path names, or null. */
function pathEnds(asked) {
  const ends = asked.path.split("~").map((short) => model.numberOf.get(full(short, data.base)));
  return asked.path && ends.length === 2 && ends.every((node) => node !== undefined) ? ends : null;
}

/** The strongest sources, and the targets that most of them share: degree alone would choose hubs that no edge joins. */
function centralNodes(pool, strength, passing, wanted) {
  const drawn = [...passing.keys()].filter((edge) => pool.has(edges[edge].from) && pool.has(edges[edge].to));
  const sources = [...new Set(drawn.map((edge) => edges[edge].from))].sort((a, b) => strength.get(b) - strength.get(a) || a - b).slice(0, Math.floor(wanted / 3));
  const chosen = new Set(sources);
  const shared = new Map();
  for (const edge of drawn) {
    const { from, to } = edges[edge];
    if (chosen.has(from) && !chosen.has(to)) shared.set(to, (shared.get(to) || new Set()).add(from));
  }
  const targets = [...shared.keys()].sort((a, b) => shared.get(b).size - shared.get(a).size || strength.get(b) - strength.get(a) || a - b);
  return new Set([...sources, ...targets.slice(0, wanted - sources.length)]);
}

/**
 * What is on screen: passing edges and nodes, cut to the most central where there are too many to be read.
 * ``total`` is the number of nodes that pass the filters before that cut.
 */
function viewOf(asked, expanded) {
  const passing = passingEdges(asked);
  const kept = new Map();
  const strength = new Map();
  for (const [edge, statements] of passing) {
    for (const node of new Set([edges[edge].from, edges[edge].to])) strength.set(node, (strength.get(node) || 0) + statements.length);
  }
  const focus = asked.node ? model.numberOf.get(full(asked.node, data.base)) : undefined;
  const ends = pathEnds(asked);
  const path = ends ? shortestPath(ends[0], ends[1], passing) : null;
  const pool = focus !== undefined && asked.steps > 0 ? neighbourhood(focus, asked.steps, passing) : null;
  let shown = [...strength.keys()].filter((node) => !pool || pool.has(node));
  const total = shown.length;
  if (total > settings.overviewAbove) {
    const wanted = settings.core * (asked.more + 1);
    const central = centralNodes(new Set(shown), strength, passing, wanted);
    const extra = new Set(expanded);
    if (focus !== undefined) extra.add(focus);
    for (const edge of path || []) { extra.add(edges[edge].from); extra.add(edges[edge].to); }
    shown = shown.filter((node) => central.has(node) || extra.has(node));
  }
  const visibleNodes = new Set(shown);
  let statements = 0;
  for (const [edge, list] of passing) {
    if (!visibleNodes.has(edges[edge].from) || !visibleNodes.has(edges[edge].to)) continue;
    kept.set(edge, list);
    statements += list.length;
  }
  return { edges: kept, nodes: visibleNodes, total, passing, path, ends, statements, focus };
}
