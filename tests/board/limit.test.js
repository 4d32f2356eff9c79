import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isTooLong, lengthNote } from '../../cx_workshop/ui/board/limit.js';

const say = (key, { n }) => `${key} ${n}`;

test('the length is only mentioned near the limit', () => {
  assert.equal(lengthNote('a'.repeat(9000), say), '');
  assert.equal(lengthNote('a'.repeat(9999), say), 'left_one 1');
  assert.equal(lengthNote('a'.repeat(10_003), say), 'too_long 3');
});

test('an emoji counts as one character and space around the text as none', () => {
  assert.equal(isTooLong('🙂'.repeat(10_000)), false);
  assert.equal(isTooLong(`  ${'a'.repeat(10_000)}\n`), false);
  assert.equal(isTooLong('a'.repeat(10_001)), true);
});
