import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keyOf, stillOpen } from '../../cx_workshop/ui/board/suggestions.js';

const card = (id, columns = {}) => ({ id, lane: 'loose', theme: null, status: 'open', text: id, ...columns });
const theme = (id, columns = {}) => card(id, { lane: 'themes', ...columns });
const byId = (cards) => new Map(cards.map((each) => [each.id, each]));

const then = [theme('late'), theme('size'), card('a'), card('b'), card('c')];
const found = {
  themes: { a: ['late', 'size'], b: ['size'] }, duplicates: [['b', 'a', 0.9], ['c', 'b', 0.7]], names: { size: ['shoes'] },
  texts: new Map(then.map(({ id, text }) => [id, text])),
};

const open = (cards, left = new Set()) => {
  const { themes, pairs, names } = stillOpen(found, byId(cards), left);
  return [[...themes].map(([id, ids]) => [id, ids.map((one) => one.id)]), pairs.map(([one, other]) => [one.id, other.id]), [...names.keys()]];
};

const change = (id, columns) => then.map((each) => (each.id === id ? { ...each, ...columns } : each));

test('everything stays open while nothing changes', () => {
  assert.deepEqual(open(then), [[['a', ['late', 'size']], ['b', ['size']]], [['b', 'a'], ['c', 'b']], ['size']]);
});

test('a card that found its theme, or was parked, is suggested none; in a theme that is gone it is loose', () => {
  assert.deepEqual(open(change('a', { theme: 'late' }))[0], [['b', ['size']]]);
  assert.deepEqual(open(change('b', { status: 'parked' }))[0], [['a', ['late', 'size']]]);
  assert.deepEqual(open(change('b', { theme: 'gone' }))[0], [['a', ['late', 'size']], ['b', ['size']]]);
});

test('a theme that is gone or parked is not suggested', () => {
  assert.deepEqual(open(then.filter(({ id }) => id !== 'size'))[0], [['a', ['late']]]);
  assert.deepEqual(open(change('late', { status: 'parked' }))[0], [['a', ['size']], ['b', ['size']]]);
});

test('a pair that somebody let be, changed or took away is not asked about again', () => {
  assert.deepEqual(open(then, new Set([keyOf({ id: 'b' }, { id: 'a' })]))[1], [['c', 'b']]);
  assert.deepEqual(open(change('a', { text: 'else' }))[1], [['c', 'b']]);
  assert.deepEqual(open(then.filter(({ id }) => id !== 'b'))[1], []);
});

test('a theme that has a name by now needs none', () => {
  assert.deepEqual(open(change('size', { text: 'Shoes' }))[2], []);
});
