// What people press and click on the board, and which of its parts hears of it.

import { isTextField } from './dom.js';
import { isPlain, isUndo, onCardKey } from './keyboard.js';

/** Starts listening; call what comes back to stop. */
export function listen(board) {
  const { root } = board;
  const page = new AbortController();
  const undo = (event) => {
    event.preventDefault();
    board.undo();
  };
  document.addEventListener('keydown', (event) => isUndo(event) && undo(event), { signal: page.signal });
  document.addEventListener('keydown', (event) => isPlain(event) && event.key === '?' && board.help(), { capture: true, signal: page.signal });
  root.addEventListener('keydown', (event) => onCardKey(event, board) && event.preventDefault());
  // Streamlit has shortcuts on plain keys and can't see that the focus is in a text field in here.
  const keepIn = (event) => event.ctrlKey || event.metaKey || event.stopPropagation();
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepIn);
  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-role=menu]');
    if (button) pressMenu(board, button.closest('[data-card]'));
    const filling = event.target.closest('.card [data-role=fill]');
    if (filling) board.acts.run('fill', board.cards.get(filling.closest('[data-card]').dataset.card));
  });
  root.addEventListener('dblclick', (event) => {
    const card = board.cards.get(event.target.closest('[data-card]')?.dataset.card);
    if (card && !isTextField(event.target) && !event.target.closest('.editor, .filling, a, button')) board.acts.run('edit', card);
  });
  root.addEventListener('focusin', (event) => {
    const article = event.target.closest('[data-card]');
    if (article) board.lanes.laneOf(article).visit(article);
  });
  return () => page.abort();
}

function pressMenu(board, article) {
  if (board.menu.opener === article) board.menu.close({ refocus: true });
  else board.openMenu(article.dataset.card);
}
