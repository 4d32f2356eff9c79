// Rows and columns: the heads stay in sight, what does not fit is scrolled to. A phone shows one column at a time.

import { Cell } from './cell.js';
import { arrange, h, setAttribute, setText } from './dom.js';
import { Heads } from './grid_heads.js';
import { cellId, crossing } from './grid_places.js';
import { directions, walkOn } from './keyboard.js';
import { Lanes } from './lanes.js';
import { scrollTogether, Span } from './span.js';
import { onSwipe } from './swipe.js';

export class GridView extends Lanes {
  build() {
    const { say } = this;
    this.active = null; // the cell that was visited last; its column is the one that a phone shows
    this.heads = new Heads({ say, parts: this.bars.parts, choose: (column) => this.choose(column) });
    this.cells = h('div', { class: 'cells', 'data-scrolls': '' });
    this.span = new Span(say, this.cells);
    this.columns = h('div', { class: 'columns' });
    this.before = h('button', { type: 'button', class: 'quiet', 'data-role': 'column-before', onclick: () => this.#turnToTop(-1) });
    this.after = h('button', { type: 'button', class: 'quiet', 'data-role': 'column-after', onclick: () => this.#turnToTop(1) });
    this.chips.setAttribute('aria-label', say('columns'));
    this.grid.className = 'grid';
    this.grid.append(this.columns, this.cells, h('div', { class: 'turn' }, this.before, this.after));
    scrollTogether(this.cells, this.columns);
    onSwipe(this.cells, (by) => this.grid.hasAttribute('data-dragging') || this.#turn(by));
    this.cells.addEventListener('focusin', (event) => this.#enter(event.target.closest('[data-lane]')?.dataset.lane));
    this.cells.addEventListener('keydown', (event) => this.#key(event));
  }

  createLane(options) {
    return new Cell(options);
  }

  /** Cells have their names by the heads of rows and columns. */
  hang() {}

  place(cells) {
    const { rows, lanes } = this.places.shape;
    this.heads.update(rows, lanes);
    const known = (row) => lanes.map((lane) => this.lanes.get(cellId(row.id, lane.id)).element);
    const strays = cells.filter((cell) => !rows.some(({ id }) => id === crossing(cell.id).row) || !lanes.some(({ id }) => id === crossing(cell.id).lane));
    for (const cell of cells) cell.heading.classList.toggle('unseen', !strays.includes(cell));
    for (const { element } of cells) element.toggleAttribute('data-stray', strays.some((cell) => cell.element === element));
    arrange(this.chips, this.heads.chips);
    arrange(this.columns, [this.span.element, ...this.heads.columns]);
    arrange(this.cells, [
      ...this.heads.hints, ...rows.flatMap((row) => [this.heads.row(row.id), ...known(row)]), ...strays.map((cell) => cell.element),
    ]);
    this.grid.style.setProperty('--columns', lanes.length);
    const first = cellId(rows[0].id, lanes[0].id);
    this.activate(this.lanes.has(this.active) ? this.active : first);
  }

  draw(cards, about) {
    const shown = super.draw(cards, about);
    const lying = new Map();
    for (const [id, place] of cards) {
      const { lane } = crossing(id);
      lying.set(lane, (lying.get(lane) ?? 0) + place.lying.length);
    }
    this.heads.count(lying);
    return shown;
  }

  balance() {
    this.span.draw(this.places.shape.lanes.length);
  }

  beside(place, direction) {
    return this.places.beside(place, direction);
  }

  /** First the row, then the column: a list of seventy places would be no menu. */
  moveItems(here, to) {
    const { rows, lanes } = this.places.shape;
    const cell = (row) => (lane) => ({ ...to(cellId(row.id, lane.id)), label: lane.name });
    const others = (row) => lanes.filter((lane) => cellId(row.id, lane.id) !== here);
    return rows.filter((row) => others(row).length).map((row) => ({ label: row.name, row: row.id, items: others(row).map(cell(row)) }));
  }

  reveal(place) {
    this.#enter(place);
  }

  focusNear(place, index) {
    this.reveal(place);
    super.focusNear(place, index);
  }

  /** Shows another column on a phone; elsewhere it is scrolled to. */
  choose(column) {
    this.#enter(cellId(crossing(this.active).row, column));
    this.span.scrollTo(this.heads.column(column));
  }

  #turn(by) {
    const { lanes } = this.places.shape;
    const next = lanes[lanes.findIndex(({ id }) => id === crossing(this.active).lane) + by];
    if (!next) return;
    this.choose(next.id);
  }

  /** The buttons stand below the last row, and reading goes on at the first. */
  #turnToTop(by) {
    this.#turn(by);
    this.columns.scrollIntoView({ block: 'start' });
  }

  #enter(place) {
    if (place !== this.active && this.lanes.has(place)) this.activate(place);
  }

  /** Not private, as the next one: the first cells are placed before this class has its private methods. */
  activate(place) {
    if (place !== this.active) this.lanes.get(this.active)?.reach(false);
    this.active = place;
    this.lanes.get(place).reach(true);
    this.showColumn(crossing(place).lane);
  }

  showColumn(column) {
    for (const { id, element } of this.lanes.values()) setAttribute(element, 'data-aside', crossing(id).lane !== column && !element.hasAttribute('data-stray'));
    this.heads.show(column);
    const { lanes } = this.places.shape;
    const at = lanes.findIndex(({ id }) => id === column);
    for (const [button, lane, text] of [[this.before, lanes[at - 1], '‹ '], [this.after, lanes[at + 1], '']]) {
      button.hidden = !lane;
      setText(button, lane ? `${text}${lane.name}${text ? '' : ' ›'}` : '');
    }
  }

  /** Arrow keys walk on from a cell in which no card has the focus. */
  #key(event) {
    const direction = directions[event.key];
    const lane = this.lanes.get(event.target.closest('[data-lane]')?.dataset.lane);
    if (!direction || event.altKey || !lane || !(event.target === lane.element || event.target === lane.write.plus)) return;
    event.preventDefault();
    const last = lane.reachable.at(-1);
    if (direction === 'up' && last) last.focus();
    else walkOn(lane, direction, 0, this);
  }
}
