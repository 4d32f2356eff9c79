import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inMinutes, lastOf, timerNow } from '../../cx_workshop/ui/board/clock.js';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');

test('a timer counts by the server, in whole seconds up to its end', () => {
  const ends = { seconds: 90, ends_at: new Date(NOW + 59_001).toISOString() };
  assert.deepEqual(timerNow(ends, NOW), { phase: 'running', left: 60 });
  assert.deepEqual(timerNow(ends, NOW + 59_000), { phase: 'running', left: 1 });
  assert.deepEqual(timerNow(ends, NOW + 59_001), { phase: 'over', left: 0 });
  assert.deepEqual(timerNow({ seconds: 90, left: 12 }, NOW), { phase: 'paused', left: 12 });
  assert.deepEqual(timerNow({}, NOW), { phase: 'none', left: 0 });
});

test('what is left reads as minutes and seconds', () => {
  assert.deepEqual([0, 9, 402, 3600].map(inMinutes), ['00:00', '00:09', '06:42', '60:00']);
});

test('the last minute and the last ten seconds are told apart', () => {
  const last = (left, phase = 'running') => lastOf({ phase, left });
  assert.deepEqual([61, 60, 11, 10, 1].map((left) => last(left)), [null, 'minute', 'minute', 'seconds', 'seconds']);
  assert.deepEqual([last(0, 'over'), last(0, 'none')], ['seconds', null]);
});
