import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Strokes } from '../../cx_workshop/ui/board/strokes.js';

const point = (x, y, pressure = 0.5) => ({ x, y, pressure });

function drawn() {
  const strokes = new Strokes({ width: 1200, height: 900 });
  strokes.begin('black', 5, point(10.4, 10));
  strokes.add(point(50, 60.6));
  return strokes;
}

test('a stroke keeps its points, without those that stand still', () => {
  const strokes = drawn();
  strokes.add(point(50.5, 60.6));
  assert.deepEqual(strokes.list[0].points, [[10, 10, 0.5], [50, 61, 0.5]]);
});

test('undo brings back what was cleared', () => {
  const strokes = drawn();
  assert.equal(strokes.isEmpty, false);
  strokes.clear();
  assert.equal(strokes.isEmpty, true);
  strokes.undo();
  assert.equal(strokes.isEmpty, false);
  strokes.undo();
  assert.equal(strokes.isEmpty, true);
});

test('a drawing survives as text', () => {
  assert.deepEqual(Strokes.read(String(drawn())).list, drawn().list);
  assert.equal(Strokes.read(''), null);
  assert.equal(Strokes.read('{}'), null);
});

test('the eraser is wider than a pen', () => {
  const strokes = drawn();
  strokes.begin('eraser', 5, point(0, 0));
  assert.equal(strokes.list[1].width, 15);
});
