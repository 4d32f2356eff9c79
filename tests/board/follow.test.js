import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Follow } from '../../cx_workshop/ui/board/follow.js';

const state = (open, ids = ['a', 'b']) => ({
  you: { id: 'ada' }, activities: new Map(ids.map((id) => [id, { id, status: id === open ? 'open' : 'closed' }])),
});

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

function following(data) {
  const told = [];
  const follow = new Follow(({ id }) => told.push(id));
  follow.update(data);
  const notice = (now) => {
    follow.notice(now);
    mock.timers.tick(2000);
  };
  return { follow, notice, told };
}

test('who follows sees the open activity at once, and Python is told of it once', () => {
  const { follow, notice, told } = following({ activity: 'a', follow: true });
  notice(state('a'));
  assert.equal(follow.shown(state('b')), 'b');
  notice(state('b'));
  notice(state('b'));
  assert.deepEqual(told, ['b']);
});

test('who looks back stays, and hears where the workshop is', () => {
  const { follow, notice, told } = following({ activity: 'a', follow: false });
  assert.equal(follow.shown(state('b')), 'a');
  assert.equal(follow.elsewhere(state('b')).id, 'b');
  notice(state('b'));
  assert.deepEqual(told, []);
});

test('a run in between that knows the workshop elsewhere leaves nobody behind', () => {
  const { follow, notice, told } = following({ activity: 'a', follow: true });
  notice(state('a'));
  follow.update({ activity: 'a', follow: false });
  assert.equal(follow.shown(state('b')), 'b');
  notice(state('b'));
  assert.deepEqual(told, ['b']);
});

test('who chooses to look back is not called away by what had opened before', () => {
  const { follow, told } = following({ activity: 'a', follow: true });
  follow.notice(state('a'));
  follow.notice(state('b'));
  follow.update({ activity: 'c', follow: false });
  mock.timers.tick(2000);
  assert.deepEqual(told, []);
});

test('what closes stays on screen until something opens or another page asks', () => {
  const { follow } = following({ activity: null, follow: true });
  assert.equal(follow.shown(state('a')), 'a');
  assert.equal(follow.shown(state(null)), 'a');
  follow.update({ activity: 'b', follow: true });
  assert.equal(follow.shown(state(null)), 'b');
});

test('before the first welcome nothing is shown or told', () => {
  const { follow, notice, told } = following({ activity: null, follow: true });
  const nothing = { you: null, activities: new Map() };
  assert.equal(follow.shown(nothing), null);
  notice(nothing);
  assert.deepEqual(told, []);
});

test('who is called to a board sees it at once, and Python is told, whether they followed or looked back', () => {
  for (const follow of [true, false]) {
    const { follow: screen, notice, told } = following({ activity: 'b', follow });
    notice(state('b'));
    screen.come({ id: 'a' });
    assert.equal(screen.shown(state('b')), 'a');
    screen.update({ activity: 'b', follow }); // a run that was under way already
    assert.equal(screen.shown(state('b')), 'a');
    mock.timers.tick(2000);
    assert.deepEqual(told, ['a']);
  }
});

test('who was called stays there until something else opens, and can go back by themselves', () => {
  const { follow, notice, told } = following({ activity: 'a', follow: true, called: true });
  notice(state('b'));
  assert.deepEqual([follow.shown(state('b')), follow.elsewhere(state('b')).id], ['a', 'b']);
  notice(state('c', ['a', 'b', 'c']));
  assert.equal(follow.shown(state('c', ['a', 'b', 'c'])), 'c');
  assert.deepEqual(told, ['c']);
  follow.come({ id: 'a' });
  follow.update({ activity: 'b', follow: false });
  assert.equal(follow.shown(state('c', ['a', 'b', 'c'])), 'b');
});
