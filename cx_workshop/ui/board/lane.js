// One lane: heading with count, the cards that lie there, the parked ones folded away, the write field.

import { arrange, h, setText } from './dom.js';
import { counted } from './words.js';
import { WriteField } from './write.js';

export class Lane {
  /** `add(text, more)` puts a card into this lane; `aids`, `placeholder` and `camera` are those of its write field. */
  constructor({ lane, activity, say, add, aids, placeholder, camera }) {
    Object.assign(this, { id: lane.id, say });
    this.count = h('span', { class: 'count' });
    this.label = h('span', { class: 'name' });
    this.heading = h('h3', { id: `lane-${lane.id}`, tabindex: -1 }, this.label, this.count);
    this.hint = h('p', { class: 'hint', id: `hint-${lane.id}` });
    this.list = h('ol', { role: 'list', class: 'cards', 'aria-labelledby': `lane-${lane.id}` });
    this.parkedLabel = h('summary', { 'data-role': 'parked' });
    this.parkedList = h('ol', { role: 'list', class: 'cards' });
    this.parked = h('details', { class: 'parked', hidden: true, ontoggle: () => this.#keepOneTabStop() }, this.parkedLabel, this.parkedList);
    this.write = this.createWrite({ say, activity, lane, add, aids, placeholder, camera });
    this.element = h('section', { class: 'lane', 'data-lane': lane.id, 'aria-labelledby': `lane-${lane.id}` },
      this.heading, this.hint, this.list, this.parked, this.write.element);
    this.rename(lane);
  }

  /** Where one writes; a cell of a grid has a smaller one. */
  createWrite(options) {
    return new WriteField(options);
  }

  /** Takes another name or hint; returns itself. */
  rename({ name, hint = '' }) {
    this.name = name;
    setText(this.label, name);
    setText(this.hint, hint);
    this.hint.hidden = !hint;
    this.write.rename(name);
    if (this.chip) setText(this.chip.firstElementChild, name);
    return this;
  }

  /** Whether nothing would be lost with it. */
  get isEmpty() {
    return !this.list.childElementCount && !this.parkedList.childElementCount && !this.write.unsent;
  }

  /** Arranges the views of the cards that lie here and of the parked ones. */
  draw(lying, parked, { writable, reason }) {
    arrange(this.list, lying.map((view) => view.element));
    arrange(this.parkedList, parked.map((view) => view.element));
    this.parked.hidden = !parked.length;
    setText(this.parkedLabel, this.say('parked_count', { n: parked.length }));
    setText(this.count, String(lying.length));
    if (this.chip) setText(this.chip.lastElementChild, String(lying.length));
    this.count.title = counted(this.say, 'cards', lying.length);
    this.write.draw(writable, reason);
    this.#keepOneTabStop();
  }

  /** The cards that can be reached now, from top to bottom. */
  get reachable() {
    const parked = this.parked.open ? [...this.parkedList.children] : [];
    return [...this.list.querySelectorAll('.card'), ...parked.map((item) => item.firstElementChild)];
  }

  /** Focuses the place where one writes, or the heading where one may not. */
  focusEmpty() {
    if (!this.write.element.hidden) this.write.focus();
    else this.heading.focus();
  }

  /** Whether Tab comes to this lane at all; of a grid's cells it visits one. */
  reach(reached) {
    this.aside = !reached;
    this.#keepOneTabStop();
  }

  /** Tab reaches one card of a lane, the one last visited; arrow keys reach the others. */
  visit(article) {
    this.visited = article.dataset.card;
    this.#keepOneTabStop();
  }

  #keepOneTabStop() {
    const articles = this.reachable;
    const stop = articles.find((article) => article.dataset.card === this.visited) ?? articles[0];
    const reached = this.aside ? -1 : 0;
    if (stop === this.stop && stop?.isConnected && stop.tabIndex === reached) return;
    for (const [article, index] of [[this.stop, -1], [stop, reached]]) {
      if (!article) continue;
      article.tabIndex = index;
      for (const part of article.querySelectorAll('.more, [data-stop]')) part.tabIndex = index;
    }
    this.stop = stop;
  }
}
