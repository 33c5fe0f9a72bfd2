// Colours (from the style sheet, light or dark) and what they mean. Every meaning has a shape or a line style as well.

const KINDS = { actor: "Actor", concept: "Concept", document: "Document" };
const DASHES = {
  achieved: false,
  ongoing: [16, 5],
  planned: [8, 6],
  obliged: [12, 4, 2, 4],
  possible: [2, 5],
  requested: [2, 3, 8, 3],
};
const HULL_HUES = [210, 30, 160, 280, 350, 90, 190, 60];
const DASHED_UP_TO = 3000; // edges: beyond, dashes are too fine to see and slow to draw

const theme = { dark: false, colours: {} };

function readTheme() {
  const wanted = state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  theme.dark = wanted === "dark";
  document.documentElement.classList.toggle("dark", theme.dark);
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "raised", "line", "ink", "soft", "accent", "negated", ...Object.keys(KINDS), ...Object.keys(DASHES)];
  for (const name of names) theme.colours[name] = style.getPropertyValue("--" + name).trim();
}

/** A node's radius in layout units: in a crowd, which is seen from further away, nodes are larger. */
function sizeOf(node) {
  return apart() * Math.min(46, 7 + 13 * crowd() + 2.6 * Math.sqrt(model.degree[node]));
}
const crowd = () => Math.min(1, Math.max(0, Math.log10(picture.view.nodes.size / 60) / 1.5));
const apart = () => (nodes.length > settings.overviewAbove ? 2.2 : 1); // the overview's nodes stand further apart
/** Edges fade where they are many, so that nodes and names stay in front. */
const edgeOpacity = () => Math.min(0.85, Math.max(0.18, 13 / Math.sqrt(picture.view.edges.size + 1)));
const widthOf = (support) => apart() * (1 + crowd()) * Math.min(8, 1 + 1.4 * Math.log2(Math.max(1, support)));

function nodeStyle(number) {
  const { x, y, group } = nodes[number];
  const colour = theme.colours[group];
  return { id: number, x, y, group, size: sizeOf(number), color: { background: colour, border: theme.colours.paper } };
}

/** ``bend`` tells parallel edges apart: 0 is straight. */
function edgeStyle(number, statements, bend, dashed) {
  const edge = edges[number];
  const status = data.statuses[edge.status];
  const out = {
    id: number,
    from: edge.from,
    to: edge.to,
    width: widthOf(supportOf(statements)),
    dashes: dashed ? DASHES[status] || false : false,
    color: { color: edge.negated ? theme.colours.negated : theme.colours[status] || theme.colours.soft, opacity: edgeOpacity(), inherit: false },
  };
  if (bend) out.smooth = { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.6, Math.abs(bend) * 0.13) };
  return out;
}

/** Edge → how far it bends, so that no edge between two nodes hides another. */
function bends(edgeNumbers) {
  const groups = new Map();
  for (const number of edgeNumbers) {
    const { from, to } = edges[number];
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(number);
  }
  const found = new Map();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    group.forEach((number, index) => {
      const place = index - (group.length - 1) / 2;
      found.set(number, edges[number].from < edges[number].to ? place : -place);
    });
  }
  return found;
}

function lineSample(status, negated) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ width: 44, height: 12, "aria-hidden": "true" })) svg.setAttribute(key, value);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", negated ? "M1 6H43M18 1L26 11M26 1L18 11" : "M1 6H43");
  line.style.stroke = `var(--${negated ? "negated" : status})`;
  line.setAttribute("stroke-width", "2.5");
  line.setAttribute("fill", "none");
  if (!negated && DASHES[status]) line.setAttribute("stroke-dasharray", DASHES[status].map((part) => part * 0.6).join(" "));
  svg.append(line);
  return svg;
}

function shapeSample(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ width: 44, height: 16, "aria-hidden": "true" })) svg.setAttribute(key, value);
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const outlines = { actor: "M22 2a6 6 0 1 0 .01 0z", concept: "M22 1l7 7-7 7-7-7z", document: "M22 2l7 12h-14z" };
  shape.setAttribute("d", outlines[kind]);
  shape.style.fill = `var(--${kind})`;
  svg.append(shape);
  return svg;
}
