// The heads of a grid: one for each column and row, the hints below the column heads, and a phone's chips.

import { h, setAttribute, setText } from './dom.js';

export class Heads {
  /** `choose(column)` shows a column on a phone; `parts` gives a head its menu. */
  constructor({ say, parts, choose }) {
    Object.assign(this, { say, parts, choose });
    this.byLane = new Map(); // id -> {head, name, count, hint, chip}
    this.byRow = new Map(); // id -> {head, name, hint}
    this.corner = h('div', { class: 'corner' });
  }

  update(rows, lanes) {
    this.byLane = new Map(lanes.map((lane) => [lane.id, this.#renamed(this.byLane.get(lane.id) ?? this.#column(lane), lane)]));
    this.byRow = new Map(rows.map((row) => [row.id, this.#renamed(this.byRow.get(row.id) ?? this.#row(row), row)]));
    this.corner.hidden = lanes.every(({ hint }) => !hint);
    for (const { hint } of this.byLane.values()) hint.hidden = this.corner.hidden;
  }

  get columns() {
    return [...this.byLane.values()].map(({ head }) => head);
  }

  get hints() {
    return [this.corner, ...[...this.byLane.values()].map(({ hint }) => hint)];
  }

  get chips() {
    return [...this.byLane.values()].map(({ chip }) => chip);
  }

  column(id) {
    return this.byLane.get(id).head;
  }

  row(id) {
    return this.byRow.get(id).head;
  }

  /** `lying`: lane id -> how many cards lie in it. */
  count(lying) {
    for (const [id, { count, chip }] of this.byLane) {
      setText(count, String(lying.get(id) ?? 0));
      setText(chip.lastElementChild, String(lying.get(id) ?? 0));
    }
  }

  /** The column that a phone shows. */
  show(column) {
    const another = column !== this.shown;
    this.shown = column;
    for (const [id, { head, hint, chip }] of this.byLane) {
      for (const element of [head, hint]) setAttribute(element, 'data-aside', id !== column);
      setAttribute(chip, 'aria-current', id === column && 'true');
      if (another && id === column) chip.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  #column({ id }) {
    const name = h('span', { class: 'name' });
    const count = h('span', { class: 'count' });
    const chip = h('button', { type: 'button', 'data-column': id, onclick: () => this.choose(id) }, h('span'), ' ', h('span', { class: 'count' }));
    const head = h('div', { class: 'head', 'data-column': id }, this.parts.crown('lanes', id, h('h3', {}, name, ' ', count)));
    return { name, count, chip, head, hint: h('p', { class: 'hint' }) };
  }

  #row({ id }) {
    const name = h('span', { class: 'name' });
    const hint = h('p', { class: 'hint' });
    return { name, hint, head: h('div', { class: 'head row-head', 'data-row': id }, this.parts.crown('rows', id, h('h3', {}, name)), hint) };
  }

  #renamed(entry, { name, hint }) {
    setText(entry.name, name);
    setText(entry.hint, hint);
    if (entry.chip) setText(entry.chip.firstElementChild, name);
    return entry;
  }
}
