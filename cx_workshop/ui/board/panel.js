// A small dialog beside what it is about, on a phone a sheet at the bottom. Escape or a press elsewhere shuts it.

import { coarsePointer, h } from './dom.js';
import { close, onPressOutside, openAt } from './popover.js';

export class Panel {
  constructor(root, say) {
    this.say = say;
    this.title = h('h2', { id: 'panel-title', dir: 'auto' });
    this.body = h('div', { class: 'body' });
    this.element = h('section', {
      role: 'dialog', class: 'panel', hidden: true, tabindex: -1, 'aria-labelledby': 'panel-title', 'data-role': 'panel',
      onkeydown: (event) => this.#key(event), onfocusout: (event) => this.#left(event),
    }, this.title, this.body, h('p', { class: 'row ends' },
      h('button', { type: 'button', class: 'quiet', 'data-role': 'shut', onclick: () => this.shut({ refocus: true }) }, say('close'))));
    root.append(this.element);
  }

  /** It stands `at` its anchor or elsewhere. `card`: the id of the card it is about; without that card it shuts. `draw()` is called whenever the board is drawn,
   *  `left()` once it is shut. Focus goes to `first`, on touch screens to the panel: a keyboard would cover it. */
  open({ anchor, at = anchor, card, title, content, first, draw = () => {}, left = () => {} }) {
    this.shut();
    Object.assign(this, { anchor, card, draw, leave: left });
    this.title.textContent = title;
    this.body.replaceChildren(...content);
    this.ended = new AbortController();
    this.draw();
    openAt(this.element, at);
    onPressOutside(this.element, anchor, () => this.shut(), this.ended.signal);
    (first && !coarsePointer() ? first : this.element).focus();
  }

  /** Takes in the cards as they are now. */
  update(cards) {
    if (!this.ended) return;
    if (this.card && !cards.has(this.card)) return this.shut();
    const focused = this.element.getRootNode().activeElement;
    const inside = this.element.contains(focused);
    this.draw();
    if (inside && !focused.isConnected) this.element.focus();
  }

  shut({ refocus = false } = {}) {
    if (!this.ended) return;
    this.ended.abort();
    this.ended = null;
    const focused = this.element.contains(this.element.getRootNode().activeElement);
    close(this.element);
    this.body.replaceChildren();
    this.leave();
    if (refocus || focused) this.anchor.focus();
  }

  #left({ relatedTarget }) {
    if (relatedTarget && !this.element.contains(relatedTarget)) this.shut();
  }

  #key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.shut({ refocus: true });
  }
}
