// One card on screen: built once, then only what changed is written.

import { h, setAttribute, setText } from './dom.js';
import { titleOf } from './fields.js';
import { drawValues } from './values.js';

/** The elements of a card; drawCard fills them. */
export function createCard(id, say) {
  const text = h('p', { class: 'text', dir: 'auto', id: `text-${id}` });
  const author = h('span', { class: 'author' });
  const state = h('span', { class: 'state' });
  const waiting = h('span', { class: 'waiting', hidden: true }, h('span', { 'aria-hidden': 'true' }, '◌ '), say('waiting'));
  const more = h('button', {
    type: 'button', class: 'more', tabindex: -1, 'data-role': 'menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false', hidden: true,
  }, h('span', { 'aria-hidden': 'true' }, '⋮'));
  const foot = h('p', { class: 'foot', id: `foot-${id}` }, author, state, waiting);
  const article = h('article', {
    class: 'card', tabindex: -1, 'data-card': id, 'aria-labelledby': `text-${id} foot-${id}`,
  }, text, foot, more);
  return { id, element: h('li', {}, article), article, text, foot, author, state, waiting, more, drawn: null };
}

/** `about` holds {say, you, seats, writable, method, pictures, language}; nothing is touched when neither the card nor that has changed. */
export function drawCard(view, card, about) {
  const { drawn } = view;
  if (drawn?.card === card && drawn.seats === about.seats && drawn.writable === about.writable) return;
  view.drawn = { card, seats: about.seats, writable: about.writable };
  const { say, you, seats } = about;
  const own = card.seat === you.id;
  const name = seats.get(card.seat)?.name ?? (card.seat ? say('someone') : ''); // what the method brought along is nobody's
  setText(view.text, card.text);
  view.text.hidden = !card.text;
  drawValues(view, card, about);
  setText(view.author, own ? say('you') : name);
  const status = { kept: `★ ${say('kept')}`, parked: `⏸\uFE0E ${say('parked')}` }[card.status];
  setText(view.state, [card.hidden && say('private_card'), status].filter(Boolean).join(' · '));
  view.waiting.hidden = !card.waiting;
  view.more.hidden = !about.writable;
  setAttribute(view.more, 'aria-label', say('card_menu', { text: short(titleOf(card, say)) }));
  setAttribute(view.article, 'data-state', card.status);
  setAttribute(view.article, 'data-own', own);
  setAttribute(view.article, 'data-private', Boolean(card.hidden));
  setAttribute(view.article, 'data-waiting', Boolean(card.waiting));
}

/** A brief glow for what somebody else just added; the style sheet leaves it out where motion is unwelcome. */
export function glow(view) {
  view.article.classList.add('fresh');
  setTimeout(() => view.article.classList.remove('fresh'), 1600);
}

export function short(text, length = 60) {
  const letters = [...text]; // so that no emoji is cut in half
  return letters.length > length ? `${letters.slice(0, length - 1).join('').trimEnd()}…` : text;
}
