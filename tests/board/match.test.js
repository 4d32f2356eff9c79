import assert from 'node:assert/strict';
import { test } from 'node:test';

import { everything, fold, matches, searchable } from '../../cx_workshop/ui/board/match.js';

const persona = searchable({ name: 'Persona', lead: 'Für wen? Größe zählt', why: 'Ein Gesicht', group: 'define', mode: 'converge', minutes: 20, people: [1, 6] });
const concept = searchable({ name: 'Paradoxes', lead: 'Torn', why: '', group: 'behind' });
const found = (wanted, entry = persona) => matches(entry, { ...everything, ...wanted });

test('case, accents and ß make no difference', () => {
  assert.equal(fold('GRÖSSE'), fold('größe'));
  assert.equal(found({ query: 'PERSÓNA' }), true);
  assert.equal(found({ query: 'grosse fur' }), true);
});

test('every word that is typed occurs somewhere', () => {
  assert.equal(found({ query: ' gesicht  wen ' }), true);
  assert.equal(found({ query: 'gesicht nase' }), false);
  assert.equal(found({ query: '' }), true);
});

test('filters narrow by step, mode, time and people', () => {
  assert.deepEqual([found({ group: 'define' }), found({ group: 'ideate' })], [true, false]);
  assert.deepEqual([found({ mode: 'converge' }), found({ mode: 'diverge' })], [true, false]);
  assert.deepEqual([found({ minutes: 20 }), found({ minutes: 10 })], [true, false]);
  assert.deepEqual([found({ people: 6 }), found({ people: 7 })], [true, false]);
  assert.deepEqual([found({ alone: true }), matches({ ...persona, people: [2, 6] }, { ...everything, alone: true })], [true, false]);
});

test('a concept has no time and no people', () => {
  const wanted = [{ minutes: 45 }, { people: 3 }, { alone: true }, { mode: 'diverge' }];
  assert.deepEqual(wanted.map((one) => found(one, concept)), [false, false, false, false]);
  assert.equal(found({ group: 'behind' }, concept), true);
});
