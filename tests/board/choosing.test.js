import assert from 'node:assert/strict';
import { test } from 'node:test';

import { candidates, dotsLeft, endedVotes, marksOf, marksOn, standings, votingOn } from '../../cx_workshop/ui/board/choosing.js';

const byId = (...rows) => new Map(rows.map((row) => [row.id, row]));
const card = (id, columns = {}) => ({ id, position: 1, text: id, status: 'open', hidden: false, ...columns });
const vote = (columns = {}) => ({ id: 'v', kind: 'dots', round: 1, dots: 3, per_card: 2, totals: {}, closed_at: null, ...columns });
const dot = (id, on, columns = {}) => ({ id, vote: 'v', card: on, seat: 'ada', kind: 'dot', ...columns });
const board = (columns = {}) => ({ votes: byId(vote()), dots: new Map(), ...columns });
const command = (verb, args) => ({ verb, args });
const ids = (rows) => rows.map(({ id }) => id);

test('one chooses from what everybody sees and nobody has parked', () => {
  const cards = byId(card('a'), card('b', { status: 'kept' }), card('c', { status: 'parked' }), card('d', { hidden: true }));
  assert.deepEqual(ids(candidates(cards)), ['a', 'b']);
  assert.deepEqual(candidates(undefined), []);
});

test('a question is no vote on cards', () => {
  assert.equal(votingOn(board())?.id, 'v');
  assert.equal(votingOn(board({ votes: byId(vote({ kind: 'yes_no' })) })), undefined);
  assert.equal(votingOn(board({ votes: byId(vote({ closed_at: 'now' })) })), undefined);
  assert.equal(votingOn(undefined), undefined);
});

test('what one has given is laid over by what is under way', () => {
  const given = board({ dots: byId(dot('1', 'a'), dot('2', 'b', { seat: 'nia' }), dot('3', 'a', { vote: 'earlier' })) });
  const marks = marksOf(given, vote(), 'ada', [
    command('cast_dot', { vote: 'v', card: 'b', dot: '4' }), command('mark_concern', { vote: 'v', card: 'a', dot: '5' }),
    command('cast_dot', { vote: 'v', card: 'a', dot: '1' }), command('take_back_dot', { dot: '4' }),
  ]);
  assert.deepEqual(ids(marks), ['1', '5']);
  assert.equal(dotsLeft(vote(), marks), 2);
  const { dots, concern } = marksOn('a', marks);
  assert.deepEqual([ids(dots), concern.id, concern.waiting], [['1'], '5', true]);
});

test('another answer takes the place of the first', () => {
  const asked = board({ dots: byId(dot('1', null, { kind: 'yes' })) });
  const marks = marksOf(asked, vote(), 'ada', [command('answer_question', { vote: 'v', yes: false, dot: '2' })]);
  assert.deepEqual(marks.map(({ kind }) => kind), ['no']);
});

test('votes that have ended are told from the latest on', () => {
  const votes = byId(vote({ id: '1', closed_at: '1' }), vote({ id: '2', closed_at: '3' }), vote({ id: '3' }), vote({ id: 'q', kind: 'yes_no', closed_at: '4' }));
  assert.deepEqual(ids(endedVotes({ votes })), ['2', '1']);
});

test('most dots stand first, equals share a place, and what has gone is left out', () => {
  const cards = byId(card('a', { position: 4 }), card('b', { position: 3 }), card('c', { position: 2 }), card('d'));
  const totals = { a: { dot: 2, concern: 1 }, b: { dot: 5 }, c: { dot: 2 }, gone: { dot: 9 } };
  assert.deepEqual(standings(vote({ totals }), cards).map(({ card: { id }, place, concerns }) => [id, place, concerns]), [['b', 1, 0], ['c', 2, 0], ['a', 2, 1]]);
});
