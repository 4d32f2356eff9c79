// Who is here: a button with the number, which opens the list of names with here or away and the role.

import { arrange, h, setAttribute, setText } from './dom.js';
import { Flyout } from './popover.js';
import { counted } from './words.js';

const order = { facilitator: 0, participant: 1, observer: 2 };

export class People {
  constructor(say) {
    this.say = say;
    this.label = h('span');
    this.button = h('button', { type: 'button', class: 'quiet people-button', 'data-role': 'people' }, this.label);
    this.list = h('ol', { role: 'list' });
    this.panel = h('section', { class: 'people', hidden: true, tabindex: -1, 'aria-label': say('people') }, h('h2', {}, say('people')), this.list);
    this.flyout = new Flyout(this.button, this.panel);
    this.rows = new Map();
    this.element = h('div', { class: 'people-place' }, this.button, this.panel);
  }

  draw({ seats, here, you }) {
    const present = [...seats.values()].filter((seat) => !seat.removed_at);
    const rank = (seat) => [here.has(seat.id) ? 0 : 1, order[seat.role]];
    present.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || a.name.localeCompare(b.name));
    setText(this.label, counted(this.say, 'here', present.filter((seat) => here.has(seat.id)).length));
    arrange(this.list, present.map((seat) => this.#row(seat, here.has(seat.id), seat.id === you?.id)));
  }

  #row(seat, isHere, isYou) {
    if (!this.rows.has(seat.id)) {
      this.rows.set(seat.id, h('li', { 'data-seat': seat.id }, h('span', { class: 'shape', 'aria-hidden': 'true' }), h('span', { dir: 'auto' }), h('small')));
    }
    const row = this.rows.get(seat.id);
    const { say } = this;
    setAttribute(row, 'data-here', String(isHere));
    setText(row.children[0], isHere ? '●' : '○');
    setText(row.children[1], isYou ? say('name_you', { name: seat.name }) : seat.name);
    setText(row.children[2], [seat.role !== 'participant' && say(`role_${seat.role}`), say(isHere ? 'present' : 'away')].filter(Boolean).join(' · '));
    return row;
  }
}
