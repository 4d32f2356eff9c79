import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MatrixPlaces, PLANE, ThemePlaces } from '../../cx_workshop/ui/board/places.js';

const card = (id, columns = {}) => ({ id, lane: 'loose', sheet: '', position: 1, theme: null, status: 'open', text: id, ...columns });
const byId = (cards) => new Map(cards.map((each) => [each.id, each]));

function themes(...cards) {
  const places = new ThemePlaces({ lanes: [{ id: 'loose', name: 'Loose', hint: '' }] });
  places.update({ shape: {} }, byId(cards));
  return places;
}

const theme = (id, position) => card(id, { lane: 'themes', position });

test('each theme is a place in its order, and no card of it is a theme', () => {
  const places = themes(card('x'), theme('b', 2), theme('a', 1));
  assert.deepEqual(places.all.map(({ id, name }) => [id, name]), [['loose', 'Loose'], ['a', 'a'], ['b', 'b']]);
  assert.equal(places.of(theme('a', 1)), null);
});

test('a card lies in its theme, and loose when that theme is gone', () => {
  const places = themes(theme('a', 1));
  assert.deepEqual([card('x', { theme: 'a' }), card('x', { theme: 'gone' }), card('x')].map((each) => places.of(each)), ['a', 'loose', 'loose']);
});

test('the verb fits where a card comes from and goes to', () => {
  const places = themes(theme('a', 1));
  assert.deepEqual(places.move(card('x'), 'a', 'y'), ['put_in_theme', { card: 'x', theme: 'a', before: 'y' }]);
  assert.deepEqual(places.move(card('x', { theme: 'a' }), 'loose', 'y'), ['take_out_of_theme', { card: 'x' }]);
  assert.deepEqual(places.move(card('x'), 'loose', 'y'), ['move_card', { card: 'x', lane: 'loose', before: 'y' }]);
  assert.deepEqual(places.at('a'), { lane: 'loose' });
  assert.deepEqual(places.afterAdding('n', 'a'), ['put_in_theme', { card: 'n', theme: 'a', before: null }]);
  assert.equal(places.afterAdding('n', 'loose'), null);
});

function matrix() {
  const places = new MatrixPlaces({ lanes: [{ id: 'tray', name: 'Tray', hint: '' }], axes: [{ name: 'Effort' }, { name: 'Impact' }] });
  places.update({ shape: {} });
  return places;
}

test('a card with a spot lies on the plane, unless it is parked', () => {
  const places = matrix();
  const at = (columns) => places.of(card('x', { lane: 'tray', ...columns }));
  assert.deepEqual([at({ x: 0, y: 0 }), at({ x: null }), at({}), at({ x: 0.5, y: 0.5, status: 'parked' })], [PLANE, 'tray', 'tray', 'tray']);
  assert.deepEqual(places.all.map(({ name }) => name), ['Impact × Effort', 'Tray']);
});

test('off the plane and onto it are places, within the tray is a move', () => {
  const places = matrix();
  const lying = card('x', { lane: 'tray', x: 0.2, y: 0.3 });
  assert.deepEqual(places.move(lying, 'tray', null), ['place_card', { card: 'x', x: null, y: null }]);
  assert.deepEqual(places.move(card('x', { lane: 'tray', x: null }), PLANE, null), ['place_card', { card: 'x', x: 0.5, y: 0.5 }]);
  assert.deepEqual(places.move(card('x', { lane: 'tray', x: null }), 'tray', 'y'), ['move_card', { card: 'x', lane: 'tray', before: 'y' }]);
});
