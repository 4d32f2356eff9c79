import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allowed, hindrance } from '../../cx_workshop/ui/board/rights.js';

const seat = (role, id = 'ada') => ({ id, role });
const about = (columns = {}) => ({ workshop: { status: 'open' }, activity: { status: 'open', locked: false }, you: seat('participant'), ...columns });

test('an open board has no hindrance for who takes part, and one for who watches', () => {
  assert.equal(hindrance(about()), null);
  assert.equal(hindrance(about({ you: seat('facilitator') })), null);
  assert.equal(hindrance(about({ you: seat('observer') })), 'status_observer');
});

test('a locked board takes writing from facilitators only', () => {
  const locked = { activity: { status: 'open', locked: true } };
  assert.equal(hindrance(about(locked)), 'status_locked');
  assert.equal(hindrance(about({ ...locked, you: seat('facilitator') })), null);
});

test('in a vote the cards rest for who takes part', () => {
  assert.equal(hindrance(about({ voting: true })), 'status_voting');
  assert.equal(hindrance(about({ voting: true, you: seat('facilitator') })), null);
  assert.equal(hindrance(about({ voting: true, activity: { status: 'closed' } })), 'status_closed');
});

test('what is closed, planned, read-only or refused says so', () => {
  assert.equal(hindrance(about({ workshop: { status: 'closed' } })), 'status_workshop_closed');
  assert.equal(hindrance(about({ activity: { status: 'closed' } })), 'status_closed');
  assert.equal(hindrance(about({ activity: { status: 'planned' } })), 'status_planned');
  assert.equal(hindrance(about({ readonly: true })), 'status_readonly');
  assert.equal(hindrance(about({ refused: true })), 'status_refused');
});

test('a participant edits and removes own cards and sorts any', () => {
  const of = (status, owner, role = 'participant') => [...allowed({ status, seat: owner }, seat(role))].sort();
  assert.deepEqual(of('open', 'ada'), ['edit', 'keep', 'move', 'park', 'remove']);
  assert.deepEqual(of('kept', 'bo'), ['move', 'park', 'reopen']);
  assert.deepEqual(of('parked', 'bo', 'facilitator'), ['edit', 'keep', 'move', 'remove', 'reopen']);
});
