// The picture: pyvis's network, drawn by vis-network, with our labels, hulls and highlights around it.

const picture = {
  view: null, // what viewOf returned last
  expanded: new Set(), // nodes opened by hand beyond the most central
  rank: [], // visible nodes, most statements first
  marked: null, // {nodes, edges, main}: what stands out, or null
  clicked: -1, // the node that is being clicked
  dragging: false,
  firstFrame: 0, // milliseconds from navigation to the first picture
  frames: 0, // frames drawn: the benchmark reads it
  labels: 0, // labels in the last frame
};
const holder = byId("network");
const network = new vis.Network(holder, { nodes: [], edges: [] }, block("kg-options"));
holder.firstElementChild.tabIndex = -1; // the holder is what takes the focus
const bodyNodes = () => network.body.nodes;
const bodyEdges = () => network.body.edges;

/** Put the view on screen. ``keep`` leaves the camera where it is. */
function showView(view, keep) {
  const camera = keep && picture.view ? { position: network.getViewPosition(), scale: network.getScale() } : null;
  picture.view = view;
  picture.rank = model.order.filter((node) => view.nodes.has(node));
  const bent = bends(view.edges.keys());
  const dashed = view.edges.size <= DASHED_UP_TO;
  const drawnEdges = [];
  for (const [edge, statements] of view.edges) drawnEdges.push(edgeStyle(edge, statements, bent.get(edge) || 0, dashed));
  const drawnNodes = picture.rank.map(nodeStyle).reverse(); // the most central on top
  network.setData({ nodes: new vis.DataSet(drawnNodes), edges: new vis.DataSet(drawnEdges) });
  if (camera) network.moveTo({ ...camera, animation: false });
  else fitView();
}

/** The part of the picture that neither legend nor panel covers, in CSS pixels. */
function freeArea() {
  const legend = byId("legend");
  const panel = byId("panel");
  const [width, height] = [holder.clientWidth, holder.clientHeight];
  const left = legend.open && width > 760 ? legend.offsetWidth : 0;
  if (panel.hidden) return { left, right: width, bottom: height };
  if (panel.offsetWidth < width) return { left, right: width - panel.offsetWidth, bottom: height };
  return { left, right: width, bottom: Math.max(80, height - panel.offsetHeight) };
}

/** Put a place of the picture into the middle of the free area. */
function centreOn(x, y, scale, free) {
  const aside = (free.left + free.right - holder.clientWidth) / 2;
  const above = (free.bottom - holder.clientHeight) / 2;
  network.moveTo({ position: { x: x - aside / scale, y: y - above / scale }, scale, animation: false });
}

/** Show these nodes, or all, in the free area. */
function fitView(some) {
  const wanted = (some || picture.rank).map((node) => bodyNodes()[node]).filter(Boolean);
  if (!wanted.length) return;
  const [xs, ys] = [wanted.map((node) => node.x), wanted.map((node) => node.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const free = freeArea();
  const margin = Math.min(60, holder.clientWidth / 14); // labels hang beside and below their nodes
  const fitting = Math.min((free.right - free.left - 2 * margin) / (right - left || 1), (free.bottom - 2 * margin) / (bottom - top || 1));
  centreOn((left + right) / 2, (top + bottom) / 2, Math.min(1.6, Math.max(0.01, fitting)), free);
}

/** Make nodes and edges stand out; the rest fades. */
function markOut(markedNodes, markedEdges, main) {
  picture.marked = markedNodes.length || markedEdges.length ? { nodes: markedNodes, edges: markedEdges, main: new Set(main) } : null;
  network.redraw();
}

function markNode(node) {
  const around = model.edgesOfNode[node].filter((edge) => picture.view.edges.has(edge));
  const near = new Set([node]);
  for (const edge of around) { near.add(edges[edge].from); near.add(edges[edge].to); }
  markOut([...near], around, [node]);
}

/** Network coordinates → CSS pixels, for this frame. */
function projection() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const width = holder.clientWidth;
  const height = holder.clientHeight;
  return {
    scale, width, height,
    x: (x) => (x - centre.x) * scale + width / 2,
    y: (y) => (y - centre.y) * scale + height / 2,
  };
}

function inPixels(ctx, draw) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth || 1;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw();
  ctx.restore();
}

network.on("beforeDrawing", (ctx) => {
  if (state.hulls && picture.view && !picture.dragging) drawHulls(ctx);
});

network.on("afterDrawing", (ctx) => {
  if (!picture.view) return;
  const place = projection();
  if (!picture.dragging) drawNegations(ctx, place);
  if (picture.marked) drawMarked(ctx, place);
  inPixels(ctx, () => {
    const items = picture.marked ? markedLabels(place) : nodeLabels(picture.rank, place, () => false);
    if (!picture.dragging) items.push(...edgeLabels(place));
    picture.labels = drawLabels(ctx, items, place.width, place.height);
  });
  picture.firstFrame = picture.firstFrame || performance.now();
  picture.frames += 1;
});

function nodeLabels(list, place, strong) {
  const items = [];
  for (const number of list) {
    const node = bodyNodes()[number];
    if (!node) continue;
    const x = place.x(node.x);
    const y = place.y(node.y);
    if (x < -60 || y < -30 || x > place.width + 60 || y > place.height + 30) continue;
    const main = strong(number);
    items.push({ x, y, radius: sizeOf(number) * place.scale, text: shortName(number, main ? 64 : 30), strong: main });
    if (items.length > 6 * LABEL_LIMIT) break;
  }
  return items;
}

function markedLabels(place) {
  const { nodes: list, main } = picture.marked;
  const sorted = [...list].sort((a, b) => main.has(b) - main.has(a) || model.degree[b] - model.degree[a]);
  return nodeLabels(sorted, place, (number) => main.has(number));
}

const shortNames = new Map();
function shortName(number, limit) {
  const key = number * 100 + limit;
  if (!shortNames.has(key)) shortNames.set(key, shortened(labelOf(number), limit));
  return shortNames.get(key);
}

/** Relation names on the edges, where few enough are in sight to be read. */
function edgeLabels(place) {
  const list = picture.marked ? picture.marked.edges : place.scale > 0.75 && picture.view.edges.size <= 400 ? [...picture.view.edges.keys()] : [];
  if (list.length > 60 && picture.marked) return [];
  const items = [];
  for (const number of list) {
    const edge = bodyEdges()[number];
    if (!edge || !edge.connected) continue;
    const middle = edge.edgeType.getPoint(0.5);
    const negated = edges[number].negated;
    const text = (negated ? "not " : "") + relationLabel(data.relations[edges[number].relation]);
    const colour = negated ? theme.colours.negated : theme.colours[data.statuses[edges[number].status]];
    items.push({ x: place.x(middle.x), y: place.y(middle.y), radius: 0, centred: true, text, colour });
  }
  return items;
}

/** A cross on each negated edge. */
function drawNegations(ctx, place) {
  if (place.scale < 0.12) return;
  const arm = Math.min(7, 5 / place.scale);
  ctx.save();
  ctx.strokeStyle = theme.colours.negated;
  ctx.lineWidth = arm / 2.5;
  ctx.beginPath();
  for (const number of picture.view.edges.keys()) {
    const edge = edges[number].negated && bodyEdges()[number];
    if (!edge || !edge.connected) continue;
    const { x, y } = edge.edgeType.getPoint(0.42);
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x + arm, y - arm);
    ctx.lineTo(x - arm, y + arm);
  }
  ctx.stroke();
  ctx.restore();
}

/** A veil over everything, and above it once more what stands out. */
function drawMarked(ctx, place) {
  inPixels(ctx, () => {
    ctx.globalAlpha = 0.8;
    ctx.fillStyle = theme.colours.paper;
    ctx.fillRect(0, 0, place.width, place.height);
  });
  const many = picture.dragging && picture.marked.edges.length > 300;
  for (const number of many ? [] : picture.marked.edges) {
    const edge = bodyEdges()[number];
    if (edge && edge.connected) drawStrong(ctx, edge);
  }
  for (const number of picture.marked.nodes) if (bodyNodes()[number]) bodyNodes()[number].draw(ctx);
  ctx.save();
  ctx.strokeStyle = theme.colours.accent;
  ctx.lineWidth = 3 / place.scale;
  for (const number of picture.marked.main) {
    const node = bodyNodes()[number];
    if (!node) continue;
    ctx.beginPath();
    ctx.arc(node.x, node.y, sizeOf(number) + 5 / place.scale, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}

function drawStrong(ctx, edge) {
  const colour = edge.options.color;
  edge.options.color = { ...colour, opacity: 1 };
  edge.draw(ctx);
  edge.drawArrows(ctx);
  edge.options.color = colour;
}

function drawHulls(ctx) {
  const groups = new Map();
  for (const number of picture.rank) {
    const group = data.communities[number];
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(bodyNodes()[number]);
  }
  ctx.save();
  ctx.globalAlpha = 0.55;
  for (const [group, members] of groups) {
    if (members.length < 3) continue;
    const outline = convexHull(members.flatMap(({ x, y }) => CIRCLE.map(([dx, dy]) => [x + dx, y + dy])));
    const hue = HULL_HUES[group % HULL_HUES.length];
    ctx.fillStyle = `hsl(${hue} 60% ${theme.dark ? "24%" : "88%"})`;
    ctx.beginPath();
    outline.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}

// Points around a node, so that a hull has round corners and keeps off its members.
const CIRCLE = Array.from({ length: 12 }, (_, step) => [40 * Math.cos((step * Math.PI) / 6), 40 * Math.sin((step * Math.PI) / 6)]);

/** The corners of the smallest convex outline (monotone chain, Andrew 1979). */
function convexHull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const cross = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
