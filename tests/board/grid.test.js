import assert from 'node:assert/strict';
import { test } from 'node:test';

import { crossing, GridPlaces } from '../../cx_workshop/ui/board/grid_places.js';
import { LanePlaces } from '../../cx_workshop/ui/board/places.js';

const part = (id) => ({ id, name: id.toUpperCase(), hint: `${id}?` });
const method = { layout: 'grid', lanes: ['buy', 'use'].map(part), rows: ['does', 'thinks', 'feels'].map(part), sheets: true, sheet: 'Persona' };
const grid = (shape = {}) => { const places = new GridPlaces(method); places.update({ shape }); return places; };
const card = (row, lane, sheet = '1') => ({ id: 'c', row, lane, sheet });

test('a grid has a place wherever a row and a column cross, row by row', () => {
  const places = grid();
  assert.deepEqual(places.all.map(({ name }) => name), ['DOES, BUY', 'DOES, USE', 'THINKS, BUY', 'THINKS, USE', 'FEELS, BUY', 'FEELS, USE']);
  assert.deepEqual(places.all[3], { id: 'thinks·use', name: 'THINKS, USE', hint: 'thinks? use?', row: 'thinks', lane: 'use' });
  assert.deepEqual(crossing('thinks·use'), { row: 'thinks', lane: 'use' });
});

test('ids that a team makes may hold any sign of ASCII', () => {
  const places = grid({ lanes: ['a/b:c d', 'use'], names: { lanes: { 'a/b:c d': 'Return' } } });
  assert.equal(places.all[0].name, 'DOES, Return');
  assert.deepEqual(places.at(places.all[0].id), { lane: 'a/b:c d', row: 'does', sheet: '1' });
});

test('a card lies in its cell, on the sheet looked at', () => {
  const places = grid({ sheets: ['1', '2'] });
  assert.equal(places.of(card('feels', 'buy')), 'feels·buy');
  assert.equal(places.of(card('feels', 'buy', '2')), null);
  places.sheet = '2';
  assert.equal(places.of(card('feels', 'buy', '2')), 'feels·buy');
  assert.deepEqual(places.at('feels·buy'), { lane: 'buy', row: 'feels', sheet: '2' });
  assert.deepEqual(places.move(card('does', 'use', '2'), 'feels·buy', 'd'), ['move_card', { card: 'c', lane: 'buy', row: 'feels', sheet: '2', before: 'd' }]);
  assert.deepEqual(places.otherSheets.map(({ name }) => name), ['Persona 1']);
});

test('cells have neighbours on four sides, and an edge has none', () => {
  const places = grid();
  const around = (place) => ['up', 'right', 'down', 'left'].map((direction) => places.beside(place, direction));
  assert.deepEqual(around('thinks·buy'), ['does·buy', 'thinks·use', 'feels·buy', undefined]);
  assert.deepEqual(around('feels·use'), ['thinks·use', undefined, undefined, 'feels·buy']);
  assert.deepEqual(around('gone·use'), [undefined, undefined, undefined, undefined]);
});

test('a sheet that is no longer there gives way to the first', () => {
  const places = grid({ sheets: ['1', '2'] });
  places.sheet = '2';
  places.update({ shape: { sheets: ['1'] } });
  assert.equal(places.sheet, '1');
});

test('a card elsewhere is still called by the names of its place', () => {
  const places = grid({ sheets: ['1', '2'], names: { rows: { feels: 'Heart' } } });
  assert.equal(places.name(card('feels', 'buy', '2')), 'Heart, BUY');
  assert.equal(places.name(card('gone', 'buy')), 'gone, BUY');
  const lanes = new LanePlaces({ lanes: [part('buy')] });
  lanes.update({});
  assert.equal(lanes.name({ lane: 'buy' }), 'BUY');
});
