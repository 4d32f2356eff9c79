// A drawing as its strokes, so that the last one can be taken back and a reload loses none.

/** The sheet's inks; the eraser paints with the paper. */
export const inks = { black: '#25241f', blue: '#3d4db7', red: '#b3261e', eraser: '#ffffff' };
export const widths = { thin: 5, thick: 14 }; // of a sheet 1200 wide
const ERASER = 3; // times as wide as a pen

export class Strokes {
  constructor({ width, height }, list = []) {
    Object.assign(this, { width, height, list });
  }

  /** The drawing that `text` tells; null if it tells none. */
  static read(text) {
    try {
      const { width, height, list } = JSON.parse(text);
      return list.length ? new Strokes({ width, height }, list) : null;
    } catch {
      return null;
    }
  }

  toString() {
    return JSON.stringify({ width: this.width, height: this.height, list: this.list });
  }

  get isEmpty() {
    return this.list.findLast((stroke) => stroke.points || stroke.clear)?.points === undefined;
  }

  begin(ink, width, point) {
    this.list.push({ ink, width: ink === 'eraser' ? width * ERASER : width, points: [rounded(point)] });
  }

  /** Draws on; `pressure` is 0 to 1 for a pen, and 0.5 for all that doesn't feel any. */
  add(point) {
    const { points } = this.list.at(-1);
    const [x, y] = points.at(-1);
    if (Math.hypot(point.x - x, point.y - y) >= 2) points.push(rounded(point));
  }

  undo() {
    this.list.pop();
  }

  /** A white sheet; undo brings the drawing back. */
  clear() {
    this.list.push({ clear: true });
  }

  paint(context) {
    context.fillStyle = inks.eraser;
    context.fillRect(0, 0, this.width, this.height);
    const from = this.list.findLastIndex((stroke) => stroke.clear) + 1;
    for (const stroke of this.list.slice(from)) paintStroke(context, stroke);
  }

  /** Only the end of the last stroke: painting all anew for each point would lag behind the hand. */
  paintEnd(context) {
    const stroke = this.list.at(-1);
    paintStroke(context, { ...stroke, points: stroke.points.slice(-3) });
  }
}

const rounded = ({ x, y, pressure }) => [Math.round(x), Math.round(y), Math.round(pressure * 100) / 100];

function paintStroke(context, { ink, width, points }) {
  context.strokeStyle = context.fillStyle = inks[ink];
  context.lineCap = context.lineJoin = 'round';
  const [[x, y, pressure]] = points;
  context.beginPath();
  context.arc(x, y, (width * (0.5 + pressure)) / 2, 0, 2 * Math.PI);
  context.fill();
  for (let i = 1; i < points.length; i += 1) {
    const [fromX, fromY] = points[i - 1];
    const [toX, toY, hard] = points[i];
    context.lineWidth = width * (0.5 + hard);
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  }
}
