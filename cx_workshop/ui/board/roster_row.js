// One person in the people panel.

import { h, setAttribute, setText } from './dom.js';
import { counted } from './words.js';

export class RosterRow {
  /** `hear()` takes the hand down; `open(row)` opens the menu beside its button. */
  constructor({ say, hear, open }) {
    this.shape = h('span', { class: 'shape', 'aria-hidden': 'true' });
    this.name = h('span', { class: 'name', dir: 'auto' });
    this.facts = h('small', { class: 'facts' });
    this.marks = h('span', { class: 'marks' });
    this.main = h('div', { class: 'main' }, this.name, this.marks, this.facts);
    this.heard = h('button', { type: 'button', class: 'quiet', 'data-role': 'heard', onclick: hear }, say('heard'));
    this.more = h('button', { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => open(this) }, '⋮');
    this.element = h('li', { tabindex: -1 }, this.shape, this.main, this.heard, this.more);
  }

  /** `about`: {say, activity, state, behalf, language}. */
  draw(seat, { say, activity, state, behalf, language }) {
    this.seat = seat;
    const here = state.here.has(seat.id);
    setAttribute(this.element, 'data-seat', seat.id);
    setAttribute(this.element, 'data-here', String(here || !seat.device));
    setAttribute(this.element, 'data-behalf', behalf === seat.id);
    setText(this.shape, !seat.device ? '▪' : here ? '●' : '○');
    setText(this.name, seat.id === state.you.id ? say('name_you', seat) : seat.name);
    const marks = [
      seat.hand_at && ['hand', say('hand_is_up')],
      activity && seat.late_for === activity.id && ['late', say('is_late')],
      activity && seat.ready_for === activity.id && ['ready', say('is_ready')],
    ].filter(Boolean);
    this.#drawMarks(marks);
    const facts = [
      seat.role !== 'participant' && say(`role_${seat.role}`),
      !seat.device && say('no_device'),
      seat.device && !here && away(seat, state, say, language),
      seat.role === 'participant' && writing(seat, state, activity, say),
    ];
    setText(this.facts, facts.filter(Boolean).join(' · '));
    this.heard.hidden = !seat.hand_at;
    setAttribute(this.heard, 'aria-label', say('heard_long', seat));
    setAttribute(this.more, 'aria-label', say('seat_menu', seat));
    return this.element;
  }

  #drawMarks(marks) {
    const drawn = JSON.stringify(marks);
    if (this.drawn === drawn) return;
    this.drawn = drawn;
    this.marks.replaceChildren(...marks.map(([kind, text]) => h('span', { class: 'mark', 'data-mark': kind }, text)));
  }
}

function away({ id }, { attendance }, say, language) {
  const seen = attendance.seen[id];
  if (!seen) return say('away');
  return say('last_seen', { time: new Date(seen).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }) });
}

/** How many cards somebody has written; nothing on a board without names, where nobody is told. */
function writing({ id }, { attendance }, activity, say) {
  if (!activity || activity.anonymous || attendance.activity !== activity.id) return '';
  const n = attendance.written[id] ?? 0;
  return n ? counted(say, 'cards', n) : say('no_card_yet');
}
