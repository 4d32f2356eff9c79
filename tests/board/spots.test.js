import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fanned, FINE, inReadingOrder, regionOf, spotAt, STEP, stepped, towards } from '../../cx_workshop/ui/board/spots.js';

const card = (id, x, y) => ({ id, x, y });
const ids = (cards) => cards.map(({ id }) => id);

test('a step goes one way and never off the plane', () => {
  assert.deepEqual(stepped({ x: 0.3, y: 0.8 }, 'right', STEP), { x: 0.35, y: 0.8 });
  assert.deepEqual(stepped({ x: 0.3, y: 0.8 }, 'up', FINE), { x: 0.3, y: 0.81 });
  assert.deepEqual(stepped({ x: 0.02, y: 0.99 }, 'left', STEP), { x: 0, y: 0.99 });
  assert.deepEqual(stepped({ x: 0.02, y: 0.99 }, 'up', STEP), { x: 0.02, y: 1 });
  assert.deepEqual(Array.from({ length: 20 }).reduce((spot) => stepped(spot, 'right', STEP), { x: 0, y: 0 }), { x: 1, y: 0 });
});

test('a card is read quarter by quarter, from left to right', () => {
  const cards = [card('low', 0.1, 0.1), card('wow', 0.9, 0.9), card('how', 0.2, 0.6), card('first', 0.1, 0.7), card('now', 0.7, 0.2), card('higher', 0.1, 0.9)];
  assert.deepEqual(ids(inReadingOrder(cards)), ['higher', 'first', 'how', 'wow', 'low', 'now']);
  assert.deepEqual([regionOf({ x: 0.5, y: 0.5 }), regionOf({ x: 0.49, y: 0.5 }), regionOf({ x: 0.5, y: 0.49 })], ['top_right', 'top_left', 'bottom_right']);
});

test('cards that cover each other lie as a fan, one that is held lies where it is', () => {
  const cards = [card('a', 0.5, 0.5), card('b', 0.51, 0.5), card('c', 0.52, 0.51), card('d', 0.9, 0.5)];
  assert.deepEqual(fanned(cards), [{ x: 0.5, y: 0.5, aside: 0 }, { x: 0.5, y: 0.5, aside: 1 }, { x: 0.5, y: 0.5, aside: 2 }, { x: 0.9, y: 0.5, aside: 0 }]);
  assert.deepEqual(fanned(cards, ({ id }) => id === 'b')[1], { x: 0.51, y: 0.5, aside: 0 });
});

test('an arrow leads to the nearest card in its direction, or nowhere', () => {
  const from = card('from', 0.5, 0.5);
  const cards = [from, card('far', 0.9, 0.5), card('near', 0.6, 0.55), card('above', 0.5, 0.9), card('behind', 0.1, 0.5)];
  assert.deepEqual(['right', 'up', 'left', 'down'].map((direction) => towards(cards, from, direction)?.id), ['near', 'above', 'behind', undefined]);
});

test('arrows reach every card of a stack', () => {
  const cards = [card('a', 0.5, 0.5), card('b', 0.5, 0.5), card('c', 0.9, 0.5)];
  assert.deepEqual([towards(cards, cards[0], 'right').id, towards(cards, cards[1], 'right').id, towards(cards, cards[1], 'up').id], ['b', 'c', 'a']);
});

test('a pointer becomes the spot of the middle of a note, which stays inside', () => {
  const plane = { left: 100, top: 50, width: 500, height: 400 };
  const note = { width: 100, height: 40 };
  assert.deepEqual(spotAt({ x: 350, y: 250 }, plane, note), { x: 0.5, y: 0.5 });
  assert.deepEqual(spotAt({ x: 150, y: 70 }, plane, note), { x: 0, y: 1 });
  assert.deepEqual(spotAt({ x: 9000, y: 9000 }, plane, note), { x: 1, y: 0 });
});
