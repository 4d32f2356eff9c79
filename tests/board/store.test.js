import assert from 'node:assert/strict';
import { test } from 'node:test';

import { apply, empty, groundsOf, openActivity, openVote, overlay, sorted } from '../../cx_workshop/ui/board/store.js';

const card = (id, columns = {}) => ({ id, activity: 'a', seat: 'ada', lane: 'sees', position: 1, text: id, status: 'open', ...columns });
const activity = (columns = {}) => ({ id: 'a', status: 'open', locked: false, ...columns });
const welcome = (columns = {}) => ({
  op: 'welcome', seq: 10, you: { id: 'ada', name: 'Ada', role: 'participant' }, workshop: { id: 'w', status: 'open' },
  seats: [{ id: 'ada', name: 'Ada', role: 'participant' }], here: ['ada'], activities: [activity()], ...columns,
});
const board = (cards, seq = 10) => ({ op: 'board', seq, activity: activity(), cards });
const event = (seq, data) => ({ op: 'event', seq, kind: 'any', seat: 'bo', activity: 'a', data });
const after = (...messages) => messages.reduce(apply, empty());
const shown = (state) => [...state.boards.get('a').cards.values()];
const inLane = (cards, lane) => { const { lying, parked } = sorted(cards, [lane]).get(lane); return [...lying, ...parked]; };
const command = (verb, args, answered = null) => ({ verb, args, answered });

test('an event adds, changes and removes cards', () => {
  const state = after(welcome(), board([card('x'), card('y')]),
    event(11, { cards: [card('z')] }), event(12, { cards: [{ id: 'x', text: 'new' }] }), event(13, { cards: [{ id: 'y', status: 'merged' }] }));
  assert.deepEqual(shown(state), [card('x', { text: 'new' }), card('z')]);
  assert.equal(state.seq, 13);
});

test('a card that comes back is on the board again', () => {
  const state = after(welcome(), board([card('x')]), event(11, { cards: [{ id: 'x', status: 'removed' }] }), event(12, { cards: [card('x')] }));
  assert.deepEqual(shown(state), [card('x')]);
});

test('patches that the board held already are ignored', () => {
  const state = after(welcome(), board([card('x', { text: 'newest' })], 20), event(15, { cards: [{ id: 'x', text: 'older' }] }));
  assert.deepEqual(shown(state), [card('x', { text: 'newest' })]);
});

test('a change of a card that is not on this board adds nothing', () => {
  const state = after(welcome(), board([]), event(11, { cards: [{ id: 'elsewhere', text: 'x' }] }), event(12, { cards: [card('b', { activity: 'b' })] }));
  assert.deepEqual(shown(state), []);
});

test('patches that the welcome held already leave the roster alone', () => {
  const state = after(welcome({ seq: 20 }), event(15, { activities: [{ id: 'a', status: 'planned' }] }));
  assert.equal(openActivity(state).id, 'a');
});

test('a welcome after a break keeps the seq that was seen, a reset or an older server takes the new one', () => {
  const state = after(welcome(), event(12, {}));
  assert.equal(apply(state, welcome({ seq: 30 })).seq, 12);
  assert.equal(apply(state, welcome({ seq: 30, reset: true })).seq, 30);
  assert.equal(apply(state, welcome({ seq: 5 })).seq, 5);
});

test('your own role follows its event', () => {
  const state = after(welcome(), event(11, { seats: [{ id: 'ada', role: 'observer' }] }));
  assert.equal(state.you.role, 'observer');
});

test('an unanswered card shows at the end of its lane as waiting, an answered one as lying', () => {
  const state = after(welcome(), board([card('x', { position: 4 })]));
  const add = { activity: 'a', card: 'n', lane: 'sees', text: ' new ' };
  const waiting = overlay(state, 'a', [command('add_card', add)]).get('n');
  assert.deepEqual([waiting.position, waiting.text, waiting.seat, waiting.waiting], [5, 'new', 'ada', true]);
  assert.equal(overlay(state, 'a', [command('add_card', add, 11)]).get('n').waiting, undefined);
});

test('a card whose event came before its answer is not waiting', () => {
  const state = after(welcome(), board([]), event(11, { cards: [card('n')] }));
  assert.equal(overlay(state, 'a', [command('add_card', { activity: 'a', card: 'n', lane: 'sees', text: 'n' })]).get('n').waiting, undefined);
});

test('unanswered commands lie over one another in order', () => {
  const state = after(welcome(), board([card('x'), card('y', { position: 2 }), card('z', { position: 3 })]));
  const cards = overlay(state, 'a', [
    command('edit_card', { card: 'x', text: 'edited' }), command('move_card', { card: 'x', lane: 'sees', before: 'z' }),
    command('keep_card', { card: 'y' }), command('remove_card', { card: 'z' }), command('park_card', { card: 'nowhere' })]);
  assert.deepEqual(inLane(cards, 'sees').map(({ id, text, status }) => [id, text, status]), [['y', 'y', 'kept'], ['x', 'edited', 'open']]);
  assert.equal(shown(state)[0].text, 'x');
});

test('a move goes before the named card, to the end, or to an empty lane', () => {
  const state = after(welcome(), board([card('x'), card('y', { position: 2 })]));
  const order = (args) => inLane(overlay(state, 'a', [command('move_card', args)]), args.lane).map(({ id }) => id);
  assert.deepEqual(order({ card: 'y', lane: 'sees', before: 'x' }), ['y', 'x']);
  assert.deepEqual(order({ card: 'x', lane: 'sees', before: null }), ['y', 'x']);
  assert.deepEqual(order({ card: 'x', lane: 'hears', before: null }), ['x']);
});

test('sorted keeps the order of the lanes, sets parked cards apart and hides no card', () => {
  const cards = new Map([card('x', { position: 2 }), card('y'), card('p', { status: 'parked' }), card('o', { lane: 'old' })].map((each) => [each.id, each]));
  const lanes = [...sorted(cards, ['hears', 'sees'])].map(([id, { lying, parked }]) => [id, lying.map((each) => each.id), parked.map((each) => each.id)]);
  assert.deepEqual(lanes, [['hears', [], []], ['sees', ['y', 'x'], ['p']], ['old', ['o'], []]]);
});

const grounds = (state, ...commands) => [...groundsOf(state, 'a', commands)].map(([id, rests]) => [id, [...rests]]).filter(([, rests]) => rests.length);
const link = (columns = {}) => ({ id: 'l', card: 'x', rests_on: 'g', removed_at: null, ...columns });

test('links come and go by events, and come back whole', () => {
  const state = after(welcome(), { ...board([card('x')]), links: [link()] });
  assert.deepEqual(grounds(state), [['x', ['g']]]);
  const without = apply(state, event(11, { links: [{ id: 'l', removed_at: 'now' }] }));
  assert.deepEqual(grounds(without), []);
  assert.deepEqual(grounds(apply(without, event(12, { links: [link()] }))), [['x', ['g']]]);
});

test('a link of another board is none of this one', () => {
  assert.deepEqual(grounds(after(welcome(), board([card('x')]), event(11, { links: [link({ card: 'elsewhere' })] }))), []);
});

test('unanswered links lie over what the server knows', () => {
  const state = after(welcome(), { ...board([card('x')]), links: [link()] });
  assert.deepEqual(grounds(state, command('link_cards', { card: 'x', rests_on: 'h' })), [['x', ['g', 'h']]]);
  assert.deepEqual(grounds(state, command('unlink_cards', { card: 'x', rests_on: 'g' })), []);
  assert.deepEqual(grounds(state, command('add_card', { card: 'n', made_from: 'h' })), [['x', ['g']], ['n', ['h']]]);
});

const grouped = (...commands) => {
  const state = after(welcome(), board([card('t', { lane: 'themes' }), card('u', { lane: 'themes' }), card('x', { theme: 't' }), card('y', { theme: 't' })]));
  return overlay(state, 'a', commands);
};

test('with a theme that is removed its cards lie loose, with one that is merged they go along', () => {
  assert.deepEqual([...grouped(command('remove_card', { card: 't' })).values()].map(({ id, theme = null }) => [id, theme]), [['u', null], ['x', null], ['y', null]]);
  const merged = grouped(command('merge_cards', { card: 't', into: 'u' }));
  assert.deepEqual([...merged.values()].map(({ id, theme = null }) => [id, theme]), [['u', null], ['x', 'u'], ['y', 'u']]);
  assert.equal(merged.get('u').text, 'u');
});

test('a note that is merged leaves its text behind', () => {
  const merged = grouped(command('merge_cards', { card: 'x', into: 'y' }));
  assert.deepEqual([merged.has('x'), merged.get('y').text], [false, 'y\nx']);
});

const voting = { id: 'v', activity: 'a', kind: 'dots', dots: 2, per_card: 1, totals: {}, closed_at: null };
const cast = (seq, seat, dots) => ({ op: 'event', seq, kind: 'dot_cast', seat, activity: 'a', data: dots ? { dots } : {} });

test('of a vote one knows one\'s own dots and who has voted, and the totals once it is closed', () => {
  const dot = { id: 'd', vote: 'v', card: 'x', kind: 'dot', taken_back_at: null };
  const state = after(welcome(), board([card('x')]), event(11, { votes: [voting] }), cast(12, 'ada', [dot]), cast(13, 'bo'));
  assert.deepEqual([...state.boards.get('a').dots.values()], [dot]);
  assert.deepEqual([...state.boards.get('a').voted.get('v')], ['ada', 'bo']);
  assert.equal(openVote(state.boards.get('a')).id, 'v');
  const closed = apply(state, { ...event(14, { votes: [{ id: 'v', closed_at: 'now', totals: { x: { dot: 2 } } }] }), activity: 'b' });
  assert.equal(openVote(closed.boards.get('a')), undefined);
  assert.deepEqual(closed.boards.get('a').votes.get('v').totals, { x: { dot: 2 } });
});

test('a dot that is taken back is gone', () => {
  const dot = { id: 'd', vote: 'v', card: 'x', kind: 'dot', taken_back_at: null };
  const state = after(welcome(), board([card('x')]), event(11, { votes: [voting] }), cast(12, 'ada', [dot]),
    event(13, { dots: [{ id: 'd', taken_back_at: 'now' }] }));
  assert.equal(state.boards.get('a').dots.size, 0);
});

test('how many cards are hidden is told, and none are once the board is revealed', () => {
  const hidden = after(welcome(), board([]), event(11, { hidden: 3 }));
  assert.equal(hidden.boards.get('a').hidden, 3);
  assert.equal(apply(hidden, { ...event(12, { activities: [{ id: 'a', hidden: false }] }), activity: 'b' }).boards.get('a').hidden, 0);
});
