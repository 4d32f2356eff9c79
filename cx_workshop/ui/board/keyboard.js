// Keys on a focused card. Text fields keep their keys to themselves.

import { isTextField } from './dom.js';

export const directions = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Handles a key pressed inside the board; true if it meant something here. */
export function onCardKey(event, board) {
  const article = event.target.closest('[data-card]');
  if (!article || isTextField(event.target)) return false;
  const card = board.cards.get(article.dataset.card);
  if (!card || (event.target !== article && event.target.closest('.editor, .filling'))) return false;
  const direction = directions[event.key];
  if (direction) return event.altKey ? moveCard(card, direction, board, event.shiftKey) : moveFocus(article, direction, board);
  if (event.altKey || event.ctrlKey || event.metaKey || event.target !== article) return false;
  return pressed(event.key, card, board);
}

function pressed(key, card, board) {
  const { acts } = board;
  switch (key) {
    case 'Enter': acts.open(card); return true;
    case 'e': acts.run('edit', card); return true;
    case 'f': acts.run('fill', card); return true;
    case 'k': acts.toggle('keep', card); return true;
    case 'p': acts.toggle('park', card); return true;
    case 'Delete': acts.run('remove', card); return true;
    default: return (board.voting.pressed(key, card) || board.lanes.pressed?.(key, card) || board.thread.pressed(key, card)) ?? false;
  }
}

function moveCard(card, direction, { acts, lanes }, fine) {
  if (acts.can('move', card) && !lanes.nudge?.(card, direction, fine)) acts.shift(card, direction);
  return true; // also at the edge: Alt+Left must not leave the page
}

function moveFocus(article, direction, { lanes }) {
  if (lanes.walk?.(article, direction)) return true;
  const lane = lanes.laneOf(article);
  const at = lane.reachable.indexOf(article);
  const next = lane.reachable[at + ({ up: -1, down: 1 }[direction] ?? NaN)];
  if (next) next.focus();
  else walkOn(lane, direction, at, lanes);
  return true;
}

/** To the place beside this one, if there is any. */
export function walkOn(lane, direction, at, lanes) {
  const place = lanes.beside(lane.id, direction);
  if (place) lanes.focusNear(place, { up: Infinity, down: 0 }[direction] ?? at);
}

/** Ctrl+Z or Cmd+Z outside a text field, wherever on the page. */
export const isUndo = (event) =>
  event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && !isTextField(event.composedPath()[0]);

/** A key by itself that nobody is typing, choosing or answering with: it may be a shortcut of the page. */
export function isPlain(event) {
  const path = event.composedPath();
  const busy = (element) => element.matches?.('dialog, [role=menu], [role=listbox], [contenteditable]') ?? false;
  return !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTextField(path[0]) || path.some(busy));
}
