import assert from 'node:assert/strict';
import { test } from 'node:test';

import { controls, nextActivity, nextChange, turnout } from '../../cx_workshop/ui/board/leading.js';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const activity = (id, position, status, more = {}) => ({ id, position, status, method: id, minutes: 20, round: 1, ...more });
const seat = (id, role = 'participant') => ({ id, role });
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const board = (more = {}) => ({ hidden: 0, votes: new Map(), voted: new Map(), ...more });

function state({ open = {}, workshop = {}, you = seat('fay', 'facilitator') } = {}) {
  const agenda = [activity('a', 1, 'closed'), activity('b', 2, 'open', open), activity('c', 3, 'planned'), activity('d', 4, 'planned')];
  return {
    you, workshop: { status: 'open', timer: {}, ...workshop }, activities: byId(agenda),
    seats: byId([seat('fay', 'facilitator'), seat('pia'), seat('otto'), seat('olga', 'observer')]),
  };
}

const say = (key, values) => (values ? `${key} ${Object.values(values).join('/')}` : key);
const shownIn = (now, about = {}) => controls({ state: now, board: board(), shown: 'b', now: NOW, say, name: ({ id }) => id, ...about });
const ids = (now, about) => shownIn(now, about).map(({ id }) => id);
const primary = (now, about) => shownIn(now, about).filter((one) => one.primary).map(({ id }) => id);
const find = (id, now, about) => shownIn(now, about).find((one) => one.id === id);

test('what comes next is the first planned activity behind the last that was opened', () => {
  const agenda = (...statuses) => ({ activities: byId(statuses.map((status, at) => activity(`${at}`, at, status))) });
  assert.equal(nextActivity(agenda('closed', 'open', 'planned', 'planned')).id, '2');
  assert.equal(nextActivity(agenda('planned', 'closed', 'dropped', 'planned')).id, '3');
  assert.equal(nextActivity(agenda('planned', 'closed')), null);
});

test('only a facilitator of an open workshop has controls', () => {
  assert.deepEqual(ids(state({ you: seat('pia') })), []);
  assert.deepEqual(ids(state({ you: seat('olga', 'observer') })), []);
  assert.deepEqual(ids(state({ workshop: { status: 'closed' } })), []);
  assert.deepEqual(ids({ ...state(), you: null, workshop: null }), []);
});

test('the primary control is what usually comes next', () => {
  const vote = { id: 'v', closed_at: null };
  const voting = board({ votes: byId([vote]) });
  assert.deepEqual(primary(state()), ['next']);
  assert.deepEqual(primary(state({ open: { hidden: true } }), { board: board({ hidden: 31 }) }), ['reveal']);
  assert.deepEqual(primary(state({ open: { hidden: true } })), ['next']);
  assert.deepEqual(primary(state(), { board: voting }), ['close_vote']);
  const last = state();
  last.activities = byId([activity('b', 1, 'open')]);
  assert.deepEqual(primary(last), ['close']);
});

test('going on names the activity that was open, so that only one of two facilitators goes on', () => {
  assert.deepEqual(find('next', state()).args, { activity: 'c', after: 'b' });
  const before = state();
  before.activities = byId([activity('b', 1, 'planned')]);
  assert.deepEqual(shownIn(before).map(({ label, args }) => [label, args]), [['open_first b', { activity: 'b' }]]);
});

test('hidden cards are revealed at once or one by one, and an empty private board is opened', () => {
  const hidden = (n) => ids(state({ open: { hidden: true } }), { board: board({ hidden: n }) }).filter((id) => /reveal|write/.test(id));
  assert.deepEqual(hidden(0), ['write_openly']);
  assert.deepEqual(hidden(1), ['reveal']);
  assert.deepEqual(hidden(31), ['reveal', 'reveal_next']);
  assert.equal(find('reveal', state(), { board: board({ hidden: 31 }) }).label, 'reveal_many 31');
  assert.deepEqual(find('reveal_next', state(), { board: board({ hidden: 2 }) }).args, { activity: 'b', count: 1 });
});

test('lock and names turn round with the board', () => {
  assert.deepEqual(ids(state()).filter((id) => /lock|names/.test(id)), ['hide_names', 'lock']);
  assert.deepEqual(ids(state({ open: { locked: true, anonymous: true } })).filter((id) => /lock|names/.test(id)), ['show_names', 'unlock']);
});

test('the timer is started with the minutes of the activity, and goes on after a pause without them', () => {
  const timing = (timer) => ids(state({ workshop: { timer } })).filter((id) => /timer|plus|minus/.test(id));
  const ends = (seconds) => ({ seconds: 600, ends_at: new Date(NOW + seconds * 1000).toISOString() });
  assert.deepEqual(timing({}), ['start_timer']);
  assert.deepEqual(timing(ends(61)), ['pause_timer', 'plus', 'minus', 'stop_timer']);
  assert.deepEqual(timing(ends(60)), ['pause_timer', 'plus', 'stop_timer']);
  assert.deepEqual(timing({ seconds: 600, left: 90 }), ['go_on_timer', 'plus', 'minus', 'stop_timer']);
  assert.deepEqual(timing(ends(0)), ['start_timer', 'plus', 'stop_timer']);
  assert.deepEqual(find('start_timer', state()).args, { seconds: 1200 });
  assert.deepEqual(find('go_on_timer', state({ workshop: { timer: { seconds: 600, left: 30 } } })).args, {});
});

test('the controls of a timer change with its last minute and its end', () => {
  const ends = (seconds) => ({ seconds: 600, ends_at: new Date(NOW + seconds * 1000).toISOString() });
  assert.deepEqual([ends(90), ends(60), ends(0), {}, { seconds: 9, left: 9 }].map((timer) => nextChange(timer, NOW)), [30_000, 60_000, null, null, null]);
});

test('a turnout counts who takes part, and a facilitator once they have voted', () => {
  const of = (...voted) => turnout(state(), board({ voted: new Map([['v', new Set(voted)]]) }), { id: 'v' });
  assert.deepEqual(of(), { n: 0, of: 2 });
  assert.deepEqual(of('pia'), { n: 1, of: 2 });
  assert.deepEqual(of('pia', 'fay'), { n: 2, of: 3 });
});

test('everybody is called to the board that the facilitator looks at, unless nothing is there yet', () => {
  assert.deepEqual(find('call', state(), { shown: 'a' }).args, { activity: 'a' });
  assert.equal(find('call', state(), { shown: 'c' }), undefined);
  assert.deepEqual(find('call', state(), { shown: null }).args, { activity: 'b' });
});

test('alone there is nobody to hide, lock or call', () => {
  assert.deepEqual(ids(state({ workshop: { solo: true } })), ['start_timer', 'close', 'next']);
});
