// What is on screen, to keep: PNG, SVG, CSV, Turtle, or the address of the view.

function save(fileName, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el("a", { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** A CSV cell. A spreadsheet would run text that starts like a formula: an apostrophe keeps it text. */
function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(statements) {
  const first = (s, property) => valuesOf(s, property).join("; ");
  const columns = {
    actor: COLUMNS.actor.value, verb: verbOf, relation: relationOf, concept: COLUMNS.concept.value, status: statusOf,
    polarity: (s) => (negatedOf(s) ? "negated" : "affirmed"), speaker: COLUMNS.speaker.value, date: dateOf,
    document: COLUMNS.document.value, quote: quoteOf, sentence: sentenceOf, actor_basis: (s) => first(s, "actorBasis"),
    rule: (s) => first(s, "rule"), support: (s) => first(s, "support"), statement: statementIri,
  };
  const lines = [Object.keys(columns), ...statements.map((s) => Object.values(columns).map((value) => value(s)))];
  return "\ufeff" + lines.map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function savePng() {
  const from = holder.querySelector("canvas");
  const canvas = el("canvas", { width: from.width, height: from.height });
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = theme.colours.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(from, 0, 0);
  canvas.toBlob((blob) => save("statements.png", "image/png", blob));
}

/** The picture as SVG: every visible node, edge and label, with full names. */
function svgOf() {
  const space = "http://www.w3.org/2000/svg";
  const make = (tag, attributes, text) => {
    const node = document.createElementNS(space, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const place = (number) => bodyNodes()[number];
  const xs = picture.rank.map((number) => place(number).x);
  const ys = picture.rank.map((number) => place(number).y);
  const box = xs.length ? [Math.min(...xs) - 120, Math.min(...ys) - 60, Math.max(...xs) + 120, Math.max(...ys) + 80] : [0, 0, 100, 100];
  const svg = make("svg", { xmlns: space, viewBox: `${box[0]} ${box[1]} ${box[2] - box[0]} ${box[3] - box[1]}`, "font-family": "sans-serif", "font-size": 13 });
  svg.append(make("title", {}, visible(settings.title)), make("rect", { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], fill: theme.colours.paper }));
  for (const number of picture.view.edges.keys()) svg.append(svgEdge(make, number));
  for (const number of [...picture.rank].reverse()) {
    const { x, y } = place(number);
    svg.append(svgShape(make, nodes[number].group, x, y, sizeOf(number)));
    svg.append(make("text", { x, y: y + sizeOf(number) + 13, "text-anchor": "middle", fill: theme.colours.ink }, shortName(number, 30)));
  }
  return new XMLSerializer().serializeToString(svg);
}

function svgEdge(make, number) {
  const { edgeType, options } = bodyEdges()[number];
  const [a, m, b] = [0, 0.5, 1].map((at) => edgeType.getPoint(at));
  const control = { x: 2 * m.x - (a.x + b.x) / 2, y: 2 * m.y - (a.y + b.y) / 2 };
  const { status, negated, relation } = edges[number];
  const path = make("path", {
    d: `M${a.x} ${a.y}Q${control.x} ${control.y} ${b.x} ${b.y}`, fill: "none", "stroke-width": options.width, "stroke-opacity": 0.8,
    stroke: negated ? theme.colours.negated : theme.colours[data.statuses[status]],
  });
  if (DASHES[data.statuses[status]]) path.setAttribute("stroke-dasharray", DASHES[data.statuses[status]].join(" "));
  path.append(make("title", {}, `${negated ? "not " : ""}${relationLabel(data.relations[relation])}, ${data.statuses[status]}`));
  return path;
}

function svgShape(make, kind, x, y, size) {
  const fill = theme.colours[kind];
  if (kind === "actor") return make("circle", { cx: x, cy: y, r: size, fill });
  const corners = kind === "concept" ? [[0, -1], [1, 0], [0, 1], [-1, 0]] : [[0, -1], [0.9, 0.7], [-0.9, 0.7]];
  return make("polygon", { points: corners.map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(" "), fill });
}

const SAVERS = {
  png: savePng,
  svg: () => save("statements.svg", "image/svg+xml", svgOf()),
  csv: () => save("statements.csv", "text/csv;charset=utf-8", csvOf(rowsOnScreen())),
  turtle: () => save("statements.ttl", "text/turtle;charset=utf-8", turtleOf(rowsOnScreen())),
  link: () => copy(location.href, document.querySelector('[data-save="link"]')),
};
