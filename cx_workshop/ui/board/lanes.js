// The lanes of one activity side by side, or one below the other with a row of chips to jump by.

import { createAids } from './aids.js';
import { createCard, drawCard, glow } from './card.js';
import { Bars } from './bars.js';
import { arrange, h, setText } from './dom.js';
import { draftKey } from './drafts.js';
import { Lane } from './lane.js';
import { PhotoButton } from './photos.js';

const NARROWEST = 220; // px of a lane
const GAP = 16;

export class Lanes {
  /** `add(place, text)` puts a card into a place; `redraw()` draws the board anew, after another sheet was chosen, say;
   *  `send(verb, args)` sends a verb; `edit(card id)` opens a card's editor; `board` is where all this lies; `more` is what the
   *  bars above the lanes want. */
  constructor({ activity, method, places, say, add, redraw, send, edit, board, pictures, language, ...more }) {
    Object.assign(this, { activity, method, places, say, add, redraw, send, edit, board, pictures, language });
    this.lanes = new Map(); // place id -> Lane
    this.views = new Map(); // card id -> view, across lanes: a card that moves keeps its element and an edit in it
    this.chips = h('nav', { class: 'chips', 'aria-label': say('lanes') });
    this.grid = h('div', { class: 'lanes', 'data-pictures': method.fields?.some(({ kind }) => kind === 'image') });
    this.bars = new Bars(this, more);
    this.element = h('div', { class: 'board' }, this.bars.element, this.chips, this.grid);
    this.build();
    this.showPlaces();
    this.resizing = new ResizeObserver(() => this.balance());
    this.resizing.observe(this.grid);
  }

  /** What a view has besides lanes; called once, before the first lane is there. */
  build() {}

  /** Takes in the activity as it is now: lanes may have come, gone, or been renamed, and the sheets travel. */
  update(activity, you, cards) {
    this.places.update(activity, cards);
    this.bars.update(activity, you);
    this.showPlaces();
  }

  showPlaces() {
    const wanted = this.places.all;
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, lane] of this.lanes) if (!ids.has(id) && lane.isEmpty) this.#dropLane(lane);
    for (const place of wanted) {
      const lane = this.lanes.get(place.id)?.rename(place) ?? this.#addLane(place);
      lane.write.useDraft(draftKey(this.activity, place.id, this.places.sheet));
    }
    const order = [...wanted.map(({ id }) => this.lanes.get(id)), ...[...this.lanes.values()].filter((lane) => !ids.has(lane.id))];
    this.lanes = new Map(order.map((lane) => [lane.id, lane]));
    this.place(order);
    this.balance();
  }

  /** Puts the lanes where they stand on the board. */
  place(lanes) {
    arrange(this.chips, lanes.map((lane) => lane.chip));
    this.chips.hidden = lanes.length < 2; // nowhere to jump to
    arrange(this.grid, lanes.map((lane) => lane.element));
  }

  /** Draws `cards` (place id -> {lying, parked}); returns the ids of the cards that were not on screen before.
   *  `about` is what drawCard wants, plus {fresh: ids of cards that should glow, reason: why nobody writes here}. */
  draw(cards, about) {
    const all = [...cards.values()].flatMap(({ lying, parked }) => [...lying, ...parked]);
    const ids = new Set(all.map((card) => card.id));
    for (const id of this.views.keys()) if (!ids.has(id)) this.views.delete(id);
    const shown = all.filter((card) => !this.views.has(card.id)).map((card) => card.id);
    for (const id of shown) this.views.set(id, createCard(id, this.say));
    for (const card of all) drawCard(this.views.get(card.id), card, about);
    for (const [id, { lying, parked }] of cards) {
      const lane = this.lanes.get(id) ?? this.#addLane({ id, name: id, hint: '' });
      const views = (list) => list.map((card) => this.views.get(card.id));
      lane.draw(views(lying), views(parked), about);
    }
    for (const id of shown) if (about.fresh.has(id)) glow(this.views.get(id));
    return shown;
  }

  /** Boards of other layouts have lanes of their own kind. */
  createLane(options) {
    return new Lane(options);
  }

  /** What can be edited in place: [{id, article, editor}]. */
  get editable() {
    return [...this.views.values()];
  }

  viewOf(id) {
    return this.views.get(id);
  }

  /** What the place of a card is called. */
  nameOf(card) {
    return this.lanes.get(this.places.of(card))?.name ?? this.places.name(card);
  }

  /** Puts a card where it was dropped; `spot` is the pointer's, in px of the window. */
  drop(card, place, before) {
    if (card) this.board.acts.move(card, place, before);
  }

  /** What is chosen beside the write field of a place; null where nothing is. */
  aidsAt(place, key) {
    const { method, say, pictures } = this;
    return createAids({ method, at: this.places.at(place), key, say, pictures });
  }

  /** Puts a card that was refused back where it was written; false if that is not possible. */
  giveBack(args) {
    return this.lanes.get(this.places.of(args))?.write.giveBack(args.text, args.fields) ?? false;
  }

  /** Empties every field in which one writes; the texts that were in them. */
  takeUnsent() {
    return [...this.lanes.values()].map((lane) => lane.write.take());
  }

  get ids() {
    return [...this.lanes.keys()];
  }

  /** The place to the left or right of another; undefined where there is no further. */
  beside(place, direction) {
    return this.ids[this.ids.indexOf(place) + { left: -1, right: 1 }[direction]];
  }

  /** The items of “Move to …” for a card that lies `here`; `to(place)` makes the item of a place. */
  moveItems(here, to) {
    return this.ids.filter((id) => id !== here).map(to);
  }

  /** Brings a place on the screen where not all of them are shown at once. */
  reveal() {}

  name(id) {
    return this.lanes.get(id).name;
  }

  laneOf(article) {
    return this.lanes.get(article.closest('[data-lane]').dataset.lane);
  }

  /** Focuses the card at `index` of a lane, or the last one, or else the place where one writes. */
  focusNear(laneId, index) {
    const lane = this.lanes.get(laneId);
    const articles = lane.reachable;
    const target = articles[Math.min(index, articles.length - 1)];
    if (target) target.focus();
    else lane.focusEmpty();
  }

  /** Rows of equal length: six lanes where five would fit become two rows of three. */
  balance() {
    const fit = Math.max(1, Math.floor((this.grid.clientWidth + GAP) / (NARROWEST + GAP)));
    const rows = Math.ceil(this.lanes.size / fit);
    this.grid.style.setProperty('--columns', Math.ceil(this.lanes.size / rows));
  }

  #addLane(definition) {
    const { activity, say, method } = this;
    const add = (text, more) => this.add(definition.id, text, more);
    const placeholder = method.title && `${method.title} …`;
    const aids = (key) => this.aidsAt(definition.id, key);
    const camera = method.photo && ((addPhoto) => this.#camera(addPhoto));
    const lane = this.createLane({ lane: definition, activity, say, add, placeholder, aids, camera });
    this.lanes.set(definition.id, lane);
    this.hang(lane);
    return lane;
  }

  #camera(addPhoto) {
    const { say, pictures, method: { photo } } = this;
    return new PhotoButton({ say, pictures, add: (value) => addPhoto({ [photo.id]: value }) });
  }

  /** Gives a new lane its chip to jump by, and its menu where the team may have lanes of its own. */
  hang(lane) {
    const jump = () => {
      lane.element.scrollIntoView({ block: 'start' });
      lane.heading.focus({ preventScroll: true });
    };
    lane.chip = h('button', { type: 'button', onclick: jump }, h('span', {}, lane.name), ' ', h('span', { class: 'count' }));
    this.chips.append(lane.chip);
    this.grid.append(lane.element);
    this.bars.parts.crown('lanes', lane.id, lane.heading);
  }

  #dropLane(lane) {
    this.lanes.delete(lane.id);
    lane.element.remove();
    lane.chip?.remove();
  }
}
