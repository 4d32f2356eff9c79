// Making one of two: a note says both texts afterwards, a theme holds the cards of both.

import { short } from './card.js';
import { titleOf } from './fields.js';
import { Picker } from './picker.js';
import { inOrder } from './store.js';

const WITHOUT = new Set(['form', 'sliders']); // sheets and lines between poles: two of them say no more in one

/** The menu's item for a note; false where there is no other to become part of. */
export function mergeItem(board, card) {
  const { say, acts, method } = board;
  const possible = acts.can('move', card) && !WITHOUT.has(method.layout) && others(board, card).length > 0;
  return possible && { name: 'merge', label: say('act_merge'), act: () => choose(board, card) };
}

/** Does it and goes there. */
export function merge(board, card, into) {
  becomeOne(board, card, into);
  board.lanes.viewOf(into.id)?.article.focus();
}

export function becomeOne(board, card, into) {
  board.send('merge_cards', { card: card.id, into: into.id });
  board.announcer.own(board.say('did_merge', { text: short(titleOf(into, board.say)) }));
}

/** The notes that lie in the same lane, those of its own place first. */
function others({ cards, lanes: { places } }, card) {
  const here = (one) => ['lane', 'row', 'sheet'].every((key) => one[key] === card[key]);
  const far = (one) => Number(places.of(one) !== places.of(card));
  return [...cards.values()].filter((one) => one.id !== card.id && here(one)).sort((a, b) => far(a) - far(b) || inOrder(a, b));
}

function choose(board, card) {
  const { say, panel, lanes } = board;
  const groups = () => {
    const found = new Map();
    for (const one of others(board, card)) found.set(lanes.nameOf(one), [...found.get(lanes.nameOf(one)) ?? [], one]);
    return [...found].map(([name, notes]) => ({ name, options: notes.map((one) => ({ id: one.id, text: titleOf(one, say) })) }));
  };
  const picker = new Picker({
    say, groups, none: say('made_from_none'),
    choose: ({ id }) => {
      panel.shut();
      merge(board, card, board.cards.get(id));
    },
  });
  const title = say('merge_title', { text: short(titleOf(card, say)) });
  const anchor = lanes.viewOf(card.id).article;
  panel.open({ anchor, card: card.id, title, content: [picker.element], first: picker.first, draw: () => picker.draw() });
}
