import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Outbox, PATIENCE } from '../../cx_workshop/ui/board/outbox.js';

class Shelf extends Map {
  remove(key) { this.delete(key); }
  keys(prefix = '') { return [...super.keys()].filter((key) => key.startsWith(prefix)).sort(); }
}

const shelf = () => new Shelf();
const outbox = (storage, columns = {}) => new Outbox({ code: 'KTX-4F9', seat: 'ada', storage, tab: 'one', ...columns });
const add = (box, card, text = card) => box.put('add_card', { card, text });
const ids = (commands) => commands.map(({ id }) => id);

test('a command stays on the device until it is answered', () => {
  const storage = shelf();
  const box = outbox(storage);
  const { id } = add(box, 'x');
  assert.equal(storage.size, 1);
  box.done(id, 11);
  assert.equal(storage.size, 0);
});

test('a done command stays in the overlay until its event has come', () => {
  const box = outbox(shelf());
  const { id } = add(box, 'x');
  box.done(id, 11);
  box.settle(10);
  assert.deepEqual(ids(box.commands), [id]);
  box.settle(11);
  assert.deepEqual(box.commands, []);
});

test('after a reload the same commands go again, in order, with the same ids', () => {
  const storage = shelf();
  const before = outbox(storage);
  const sent = [add(before, 'x'), add(before, 'y'), add(before, 'z')];
  const reloaded = outbox(storage);
  reloaded.adopt();
  assert.deepEqual(ids(reloaded.next()), ids(sent));
});

test('commands of another tab are adopted only when asked for, those of another seat never', () => {
  const storage = shelf();
  const { id } = add(outbox(storage, { tab: 'two' }), 'x');
  add(outbox(storage, { seat: 'bo' }), 'y');
  const box = outbox(storage);
  box.adopt();
  assert.deepEqual(box.commands, []);
  assert.equal(box.adopt({ everyones: true }), 1);
  assert.equal(box.adopt({ everyones: true }), 0);
  assert.deepEqual(ids(box.commands), [id]);
});

test('commands on one card travel one after the other, others together', () => {
  const box = outbox(shelf());
  const [x, y] = [add(box, 'x'), add(box, 'y')];
  const edit = box.put('edit_card', { card: 'x', text: 'later' });
  assert.deepEqual(ids(box.next()), [x.id, y.id]);
  box.done(x.id, 11);
  assert.deepEqual(ids(box.next()), [edit.id]);
});

test('undo waits for what came before it, and what comes after waits for undo', () => {
  const box = outbox(shelf());
  const x = add(box, 'x');
  const undo = box.put('undo', {});
  const y = add(box, 'y');
  assert.deepEqual(ids(box.next()), [x.id]);
  box.done(x.id, 11);
  assert.deepEqual(ids(box.next()), [undo.id]);
  box.done(undo.id, 12);
  assert.deepEqual(ids(box.next()), [y.id]);
});

test('a lost socket sends everything unanswered again', () => {
  const box = outbox(shelf());
  const [x, y] = [add(box, 'x'), add(box, 'y')];
  box.next();
  box.done(x.id, 11);
  box.resend();
  assert.deepEqual(ids(box.next()), [y.id]);
});

test('no more than eight are under way', () => {
  const box = outbox(shelf());
  const sent = Array.from({ length: 10 }, (_, n) => add(box, `card ${n}`));
  assert.deepEqual(ids(box.next()), ids(sent.slice(0, 8)));
  assert.deepEqual(box.next(), []);
  box.done(sent[0].id, 11);
  assert.deepEqual(ids(box.next()), [sent[8].id]);
});

test('a refused card gives back the latest text and takes its other commands along', () => {
  const storage = shelf();
  const box = outbox(storage);
  const x = add(box, 'x', 'first');
  box.put('edit_card', { card: 'x', text: 'second' });
  box.put('keep_card', { card: 'x' });
  assert.equal(box.refused(x.id).args.text, 'second');
  assert.deepEqual([box.commands, storage.size], [[], 0]);
  assert.equal(box.refused(x.id), null);
});

test('a refused card gives back what was filled in since, too', () => {
  const box = outbox(shelf());
  const x = box.put('add_card', { card: 'x', text: 'first', fields: { label: 'quote' } });
  box.put('fill_card', { card: 'x', fields: { text: 'second', owner: 'Ada' }, base: {} });
  box.put('fill_card', { card: 'x', fields: { owner: 'Bo' }, base: {} });
  assert.deepEqual(box.refused(x.id).args, { card: 'x', text: 'second', fields: { label: 'quote', owner: 'Bo' } });
});

test('a dot and its taking back go one after the other, and a refused dot takes it along', () => {
  const box = outbox(shelf());
  const cast = box.put('cast_dot', { vote: 'v', card: 'x', dot: 'd' });
  const back = box.put('take_back_dot', { dot: 'd' });
  const other = box.put('cast_dot', { vote: 'v', card: 'y', dot: 'e' });
  assert.deepEqual(ids(box.next()), [cast.id, other.id]);
  assert.equal(box.refused(cast.id).id, cast.id);
  assert.deepEqual(ids(box.commands), [other.id]);
  assert.equal(box.refused(back.id), null);
});

test('a postponed command goes again with the same id', () => {
  const box = outbox(shelf());
  const { id } = add(box, 'x');
  box.next();
  box.postpone(id);
  assert.deepEqual(ids(box.next()), [id]);
});

test('an answer that does not come is noticed', () => {
  let time = 0;
  const box = outbox(shelf(), { now: () => time });
  add(box, 'x');
  assert.equal(box.overdue(), false);
  box.next();
  time = PATIENCE;
  assert.equal(box.overdue(), true);
  box.resend();
  assert.equal(box.overdue(), false);
});

test('what cannot be read on the device is left alone', () => {
  const storage = shelf();
  const box = outbox(storage);
  storage.set(`${box.prefix}0:broken`, '{');
  box.adopt();
  assert.deepEqual(box.commands, []);
});
