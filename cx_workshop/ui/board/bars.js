// What stands above the lanes of any board: travelling sheets, the tabs of the sheets, own columns and rows.

import { h } from './dom.js';
import { Parts } from './parts.js';
import { Sheets } from './sheets.js';
import { Templates } from './templates.js';
import { Travel } from './travel.js';

export class Bars {
  /** `view` is the Lanes they belong to; `live` the workshop; `tell(sentence)` speaks; `rescue()` saves what is half typed. */
  constructor(view, { live, tell = () => {}, rescue = () => {} } = {}) {
    const { activity, method, say, send, places } = view;
    Object.assign(this, { view, activity, tell, rescue });
    this.parts = new Parts({ activity, method, say, send, names: (kind) => places.shape[kind], tell });
    this.sheets = new Sheets(view, this.parts);
    this.templates = new Templates({ activity, method, say, send });
    const moved = (sheet, how) => this.#sheetCame(sheet, how);
    this.travel = method.travels ? new Travel({ activity, say, send, live, moved }) : null;
    this.line = h('div', { class: 'line-of-bars' }, this.sheets.element, h('div', { class: 'own' }, this.templates.element, this.parts.element));
    this.element = h('div', { class: 'bars' }, this.travel?.element, this.line);
  }

  update(activity, you) {
    this.travel?.update(activity, you);
    this.sheets.update();
  }

  hindrance() {
    return this.travel?.hindrance(this.view.places.sheet) ?? null;
  }

  /** `writable`: this person can write on what is shown now. */
  draw({ cards, writable }) {
    const { shape } = this.view.places;
    this.travel?.draw();
    this.sheets.draw({ cards, writable, mine: this.travel?.mine });
    this.templates.draw({ lanes: shape.lanes, cards, writable });
    this.parts.draw(writable);
  }

  /** What somebody else did, and the state after it. */
  hear({ kind, data }, state) {
    if (kind === 'card_removed' || !data?.cards) return;
    const cards = state.boards.get(this.activity)?.cards;
    this.sheets.hear(data.cards.map(({ id }) => cards?.get(id)).filter(Boolean));
  }

  /** True if it is no news to the person that the server refused this. */
  refused({ args }) {
    return args.activity === this.activity && Boolean(this.travel?.refused(args.number));
  }

  #sheetCame(sheet, { first }) {
    const { view } = this;
    if (sheet !== view.places.sheet) {
      if (!first) this.rescue();
      view.places.sheet = sheet;
    }
    const { name } = view.places.shape.sheets.find(({ id }) => id === sheet) ?? { name: '' };
    if (!first) this.tell(view.say('next_sheet', { name }));
  }
}
