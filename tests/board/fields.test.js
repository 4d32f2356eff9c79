import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fieldsOf, isFrozen, normal, problem, progress, reading, same, titleOf, written } from '../../cx_workshop/ui/board/fields.js';

const field = (kind, more = {}) => ({ id: kind, kind, name: kind, ...more });
const method = { fields: [field('line', { lanes: ['a'] }), field('scale', { rows: ['feeling'], min: -2, max: 2 }), field('text')] };
const ids = (where) => fieldsOf(method, where).map(({ id }) => id);

test('a field belongs to the cards of its lanes and rows', () => {
  assert.deepEqual(ids({ lane: 'a' }), ['line', 'text']);
  assert.deepEqual(ids({ lane: 'b' }), ['text']);
  assert.deepEqual(ids({ lane: 'b', row: 'feeling' }), ['scale', 'text']);
  assert.deepEqual(fieldsOf({}, { lane: 'a' }), []);
});

test('a photo of paper is a field of the cards that hold one', () => {
  const taking = { ...method, photo: field('image') };
  const card = { lane: 'b', text: '', fields: { image: { image: 'i', alt: 'A note' } } };
  assert.deepEqual(fieldsOf(taking, card).map(({ id }) => id), ['text', 'image']);
  assert.deepEqual(fieldsOf(taking, { lane: 'b' }).map(({ id }) => id), ['text']);
  assert.deepEqual(fieldsOf({ ...taking, fields: [field('image')] }, card).map(({ id }) => id), ['image']);
  assert.equal(written(card, taking), 'image: A note');
});

test('values take the form in which the server keeps them', () => {
  const cases = [
    ['line', '  one \n two\t', 'one two'], ['line', ' ', null], ['text', ' a\r\nb\x07 ', 'a\nb'], ['list', ['a ', '', ' b'], ['a', 'b']], ['list', [''], null],
    ['link', 'example.org/x', 'https://example.org/x'], ['link', 'http://a.b', 'http://a.b'], ['number', 0, 0], ['choice', null, null],
    ['image', { image: 'i', alt: ' x ' }, { image: 'i', alt: 'x' }], ['image', null, null],
  ];
  for (const [kind, typed, kept] of cases) assert.deepEqual(normal(field(kind), typed), kept);
});

test('nothing is the same as nothing, however it is written', () => {
  assert.equal(same(null, ''), true);
  assert.equal(same(undefined, []), true);
  assert.equal(same(0, null), false);
  assert.equal(same({ image: 'i' }, { alt: '', image: 'i' }), true);
  assert.equal(same({ image: 'i', alt: 'x' }, { image: 'i', alt: '' }), false);
});

test('what the server would refuse is told before', () => {
  const number = field('number', { min: 0, max: 10_000 });
  const cases = [
    [field('line'), 'x'.repeat(300), null], [field('line'), 'x'.repeat(301), 'too_long'], [field('line'), '🙂'.repeat(300), null],
    [field('text'), 'x'.repeat(10_001), 'too_long'], [field('list'), Array(51).fill('x'), 'too_many_lines'],
    [field('list'), ['x'.repeat(301)], 'line_too_long'], [number, 10_001, 'from_to'], [number, 1.5, 'from_to'], [number, NaN, 'from_to'],
    [number, 0, null], [field('link'), 'https://example.org', null], [field('link'), 'javascript:alert(1)', 'bad_link'],
    [field('link'), 'https://', 'bad_link'], [field('link'), 'https://a b', 'bad_link'], [field('line'), null, null],
  ];
  for (const [one, value, key] of cases) assert.equal(problem(one, value)?.[0] ?? null, key);
});

test('values read as people say them', () => {
  assert.equal(reading(field('choice', { options: { yes: 'Yes!' } }), 'yes'), 'Yes!');
  assert.equal(reading(field('choice', { options: {} }), 'gone'), 'gone');
  assert.equal(reading(field('scale', { min: -2 }), 1), '+1');
  assert.equal(reading(field('scale', { min: -2 }), -1), '−1');
  assert.equal(reading(field('scale', { min: 1 }), 4), '4');
  assert.equal(reading(field('date'), '2026-03-09', 'de'), '9. März 2026');
});

test('progress counts fields, zero among what is filled in', () => {
  assert.deepEqual(progress([field('number'), field('line')], { fields: { number: 0, line: '' } }), { n: 1, all: 2 });
});

test('a result freezes its card', () => {
  assert.equal(isFrozen({ freezes_on: 'result' }, { fields: {} }), false);
  assert.equal(isFrozen({ freezes_on: 'result' }, { fields: { result: '3 of 8' } }), true);
  assert.equal(isFrozen({}, { fields: { result: '3 of 8' } }), false);
});

test('a card without text is called after its picture', () => {
  const say = (key) => key;
  assert.equal(titleOf({ text: 'x', fields: { image: { image: 'i', alt: 'A door' } } }, say), 'x');
  assert.equal(titleOf({ text: '', fields: { label: 'quote', image: { image: 'i', alt: 'A door' } } }, say), 'A door');
  assert.equal(titleOf({ text: '', fields: {} }, say), 'untitled_card');
});

test('what was written can be read without its fields', () => {
  const words = { fields: [field('line', { name: 'Owner' }), field('list', { name: 'Needs' })] };
  assert.equal(written({ text: 'x', fields: { line: 'Ada', list: ['a', 'b'] } }, words), 'x\nOwner: Ada\nNeeds: a; b');
  assert.equal(written({ fields: { text: 'x', line: 'Ada', gone: null } }), 'x\nAda');
  assert.equal(written({ card: 'c' }), '');
});
