// Labels drawn in screen space, most connected node first, none over another: names keep one readable size at every zoom.

const LABEL_LIMIT = 160; // per frame
const HUBS = 40; // the most connected nodes, which no label covers
const CELL = 24; // collision grid, in CSS pixels
const FONT = '13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';
const STRONG = "600 " + FONT;

const labelCache = new Map(); // font + text → width

function textWidth(ctx, font, text) {
  const key = font + text;
  let width = labelCache.get(key);
  if (width === undefined) {
    ctx.font = font;
    width = ctx.measureText(text).width;
    labelCache.set(key, width);
  }
  return width;
}

/** Remembers which parts of the screen are taken. */
class Grid {
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    this.cells = new Map();
  }

  /** Takes the box when it is free; says whether it was. */
  take(box) {
    const touched = [];
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
        const key = row * this.columns + column;
        const here = this.cells.get(key);
        if (here && here.some((other) => overlaps(box, other))) return false;
        touched.push(key);
      }
    }
    for (const key of touched) {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    }
    return true;
  }
}

/** Where a label may stand: on an edge's middle; beneath a node, above it, or beside it. */
function placesOf({ x, y, radius, centred }, half) {
  if (centred) return [{ x, y }];
  return [{ x, y: y + radius + 10 }, { x, y: y - radius - 10 }, { x: x + radius + half + 2, y }, { x: x - radius - half - 2, y }];
}

/** The first of them that is free; it is taken. */
function free(grid, item, half) {
  return placesOf(item, half).find(({ x, y }) => grid.take({ left: x - half, right: x + half, top: y - 9, bottom: y + 9 }));
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Draws the labels of ``items`` in their order, at most ``LABEL_LIMIT``. An item has ``x``, ``y`` (CSS pixels), ``radius``,
 * ``text`` and ``strong`` (drawn even where it covers others). The context is in CSS pixels.
 */
function drawLabels(ctx, items, width, height) {
  const grid = new Grid(width, height);
  let drawn = 0;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.colours.paper;
  for (const { x, y, radius } of items.slice(0, HUBS)) {
    if (radius > 5) grid.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  for (const item of items) {
    if (drawn >= LABEL_LIMIT) break;
    if (item.x < -40 || item.y < -20 || item.x > width + 40 || item.y > height + 20) continue;
    const font = item.strong ? STRONG : FONT;
    const half = textWidth(ctx, font, item.text) / 2 + 3;
    const at = free(grid, item, half) || (item.strong ? placesOf(item, half)[0] : null);
    if (!at) continue;
    ctx.font = font;
    ctx.fillStyle = item.colour || theme.colours.ink;
    ctx.strokeText(item.text, at.x, at.y);
    ctx.fillText(item.text, at.x, at.y);
    drawn += 1;
  }
  return drawn;
}
