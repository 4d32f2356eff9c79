// Spots on a plane: x and y from 0 to 1, y upwards. Where they lie, in which order one reads them, which cover each other.

const NEAR = 0.03; // cards closer than this cover each other
const STEPS = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };

export const STEP = 0.05;
export const FINE = 0.01;

/** Kept on the plane, and rounded so that twenty steps make one whole. */
export const within = (number) => Math.round(Math.min(1, Math.max(0, number)) * 1000) / 1000;

export const percent = (number) => Math.round(number * 100);

/** A step in a direction. */
export function stepped({ x, y }, direction, size) {
  const [right, up] = STEPS[direction];
  return { x: within(x + right * size), y: within(y + up * size) };
}

/** The quarter a spot lies in: top_left and so on. */
export const regionOf = ({ x, y }) => `${y >= 0.5 ? 'top' : 'bottom'}_${x >= 0.5 ? 'right' : 'left'}`;

const ORDER = ['top_left', 'top_right', 'bottom_left', 'bottom_right'];

/** Quarter by quarter, in each from left to right and from top to bottom. */
export const inReadingOrder = (cards) => [...cards].sort((a, b) =>
  ORDER.indexOf(regionOf(a)) - ORDER.indexOf(regionOf(b)) || a.x - b.x || b.y - a.y || (a.id < b.id ? -1 : 1));

/** Where each card is drawn: {x, y, aside}. Cards that would cover each other lie as a fan at the spot of the first of them,
 *  `aside` counted; those that are `held` lie exactly where they are. */
export function fanned(cards, held = () => false) {
  const drawn = [];
  for (const card of cards) {
    const base = !held(card) && drawn.find((other) => !other.aside && Math.hypot(card.x - other.x, card.y - other.y) < NEAR);
    const aside = base ? drawn.filter((other) => other.x === base.x && other.y === base.y).length : 0;
    drawn.push({ x: base ? base.x : card.x, y: base ? base.y : card.y, aside });
  }
  return drawn;
}

/** The card nearest to one in a direction, or the next of those at the very same spot; undefined where there is none. */
export function towards(cards, from, direction) {
  const [right, up] = STEPS[direction];
  const stack = cards.filter((card) => card.x === from.x && card.y === from.y);
  const under = stack[stack.findIndex(({ id }) => id === from.id) + right - up];
  if (under) return under;
  const distance = (card) => {
    const along = (card.x - from.x) * right + (card.y - from.y) * up;
    const aside = Math.abs((card.x - from.x) * up + (card.y - from.y) * right);
    return along > 0 && aside <= along ? along + aside : Infinity;
  };
  const [nearest] = cards.filter((card) => distance(card) < Infinity).sort((a, b) => distance(a) - distance(b));
  return nearest;
}

/** The spot under the pointer: `plane` is its rectangle, `note` the width and height of a card on it. A card never leaves. */
export function spotAt(pointer, plane, note) {
  const along = (at, start, length, size) => within((at - start - size / 2) / Math.max(1, length - size));
  return {
    x: along(pointer.x, plane.left, plane.width, note.width),
    y: within(1 - along(pointer.y, plane.top, plane.height, note.height)),
  };
}
