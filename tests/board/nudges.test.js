import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Nudges } from '../../cx_workshop/ui/board/nudges.js';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

function nudges() {
  const told = [];
  return { told, nudges: new Nudges((card, spot) => told.push([card, spot.x])) };
}

test('many steps are shown at once and told as one after a pause', () => {
  const { told, nudges: some } = nudges();
  for (const x of [0.1, 0.2, 0.3]) some.set('a', { x });
  assert.equal(some.get('a').x, 0.3);
  assert.deepEqual(told, []);
  mock.timers.tick(500);
  assert.deepEqual(told, [['a', 0.3]]);
  assert.equal(some.get('a'), undefined);
});

test('what waits is told when asked, each card once', () => {
  const { told, nudges: some } = nudges();
  some.set('a', { x: 0.1 });
  some.set('b', { x: 0.2 });
  some.flush('a');
  some.flush('a');
  some.flushAll();
  mock.timers.tick(1000);
  assert.deepEqual(told, [['a', 0.1], ['b', 0.2]]);
});
