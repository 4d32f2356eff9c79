// Another set of columns, to be chosen as long as nothing lies on the board.

import { h } from './dom.js';

export class Templates {
  constructor({ activity, method, say, send }) {
    this.templates = method.templates ?? [];
    const choose = () => send('use_template', { activity, template: this.field.value });
    this.field = h('select', { 'data-role': 'template', onchange: choose },
      ...this.templates.map(({ id, name }) => h('option', { value: id }, name)));
    this.element = h('label', { class: 'template', hidden: true }, h('span', {}, say('columns')), this.field);
  }

  draw({ lanes, cards, writable }) {
    this.element.hidden = !writable || cards.size > 0 || this.templates.length < 2;
    const used = this.templates.find((template) => template.lanes.join() === lanes.map(({ id }) => id).join());
    if (used) this.field.value = used.id;
    else this.field.selectedIndex = -1; // the team has made it something else
  }
}
