// Refusals, one sentence each, and text of the person's that found no field to go back to. Nothing here blocks writing.

import { h } from './dom.js';
import { dropLeftOver, keepLeftOver, leftOvers } from './drafts.js';
import { grow } from './grow.js';

const MOST = 3;

export class Messages {
  constructor(code, say) {
    Object.assign(this, { code, say });
    this.alerts = h('div', { role: 'alert', class: 'alerts', 'data-role': 'messages' });
    this.left = h('div', { role: 'alert', class: 'left-overs' });
    this.element = h('div', { class: 'messages' }, this.alerts, this.left);
    for (const leftOver of leftOvers(code)) this.#showLeftOver(leftOver);
  }

  /** Shows a sentence; the same sentence twice stays one message. */
  alert(sentence) {
    for (const old of this.alerts.children) if (old.firstElementChild.textContent === sentence) old.remove();
    const message = h('div', { class: 'message' }, h('p', {}, sentence));
    message.append(h('button', { type: 'button', class: 'quiet', 'data-role': 'dismiss', onclick: () => message.remove() }, this.say('dismiss')));
    this.alerts.append(message);
    while (this.alerts.children.length > MOST) this.alerts.firstElementChild.remove();
  }

  /** Keeps `text` where the person can read, change and copy it, until they throw it away. */
  leaveOver(id, sentence, text) {
    keepLeftOver(this.code, { id, sentence, text });
    this.#showLeftOver({ id, sentence, text });
  }

  #showLeftOver({ id, sentence, text }) {
    const label = `left-over-${id}`;
    const field = h('textarea', {
      id: label, rows: 1, dir: 'auto', 'data-role': 'left-over',
      oninput: () => (grow(field), keepLeftOver(this.code, { id, sentence, text: field.value })),
    });
    field.value = text;
    const copy = () => {
      field.select();
      document.execCommand('copy'); // works on plain http, where the clipboard object is missing
    };
    const discard = () => {
      dropLeftOver(this.code, id);
      message.remove();
    };
    const message = h('div', { class: 'message' },
      h('label', { for: label }, sentence), field,
      h('div', { class: 'row' },
        h('button', { type: 'button', class: 'quiet', onclick: copy }, this.say('copy')),
        h('button', { type: 'button', class: 'quiet', 'data-role': 'discard', onclick: discard }, this.say('discard'))));
    this.left.append(message);
    grow(field);
  }
}
