// A board with a plane of two axes and a tray beside it: cards are placed by mouse, finger, keys, or two sliders.

import { Lanes } from './lanes.js';
import { short } from './card.js';
import { arrange } from './dom.js';
import { Nudges } from './nudges.js';
import { PLANE } from './places.js';
import { Placing } from './placing.js';
import { Plane } from './plane.js';
import { FINE, inReadingOrder, percent, regionOf, STEP, stepped, towards } from './spots.js';

export class Matrix extends Lanes {
  createLane(options) {
    return options.lane.id === PLANE ? new Plane({ ...options, method: this.method }) : super.createLane(options);
  }

  place(lanes) {
    super.place(lanes);
    arrange(this.grid, lanes.map((lane) => lane.element));
    this.grid.classList.add('matrix');
    this.nudges ??= new Nudges((card, spot) => this.send('place_card', { card, ...spot }));
  }

  draw(cards, about) {
    const here = cards.get(PLANE);
    here.lying = inReadingOrder(here.lying.map((card) => ({ ...card, ...this.nudges.get(card.id) })));
    const shown = super.draw(this.#unchanged(cards), about);
    this.lanes.get(PLANE).spread(here.lying, this.views, ({ id }) => this.nudges.get(id));
    return shown;
  }

  leave() {
    this.nudges.flushAll();
  }

  /** The other card in that direction, then what lies beside the plane. True if it saw to the key. */
  walk(article, direction) {
    if (this.laneOf(article).id !== PLANE) return false;
    const cards = this.#placed;
    const from = cards.find(({ id }) => id === article.dataset.card);
    const next = from && towards(cards, from, direction);
    if (next) this.viewOf(next.id).article.focus();
    return Boolean(next) || direction !== 'right'; // to the right of the last one is the tray
  }

  /** A step on the plane by keys; false for a card that does not lie there. */
  nudge(card, direction, fine) {
    if (this.places.of(card) !== PLANE) return false;
    const spot = stepped(this.nudges.get(card.id) ?? card, direction, fine ? FINE : STEP);
    this.#show(card, spot);
    return true;
  }

  drop(card, place, before, pointer) {
    if (place !== PLANE || !card) return super.drop(card, place, before);
    if (this.board.acts.can('move', card)) this.#put(card, this.lanes.get(PLANE).spotAt(pointer));
  }

  moves(card) {
    const { acts } = this.board;
    const placed = this.places.of(card) === PLANE;
    return [
      { name: 'place', label: this.say('place'), act: () => this.#choose(card) },
      placed && { name: 'tray', label: this.say('place_back', { lane: this.places.tray.name }), act: () => acts.move(card, this.places.tray.id, null) },
      ...(placed ? [] : acts.upAndDown(card)),
    ];
  }

  /** In words: “Effort 30 of 100, Impact 80 of 100, Quick wins”. */
  inWords(spot) {
    const [x, y] = this.method.axes.map(({ name }, index) => this.say('place_on_axis', { axis: name, n: percent(index ? spot.y : spot.x) }));
    return [x, y, this.method.regions?.[regionOf(spot)]].filter(Boolean).join(', ');
  }

  get #placed() {
    return this.board.sorted.get(PLANE).lying;
  }

  /** Spots that are only shown yet change nothing else of a card. */
  #unchanged(cards) {
    const as = ({ id }) => this.board.cards.get(id);
    const { lying, parked } = cards.get(PLANE);
    return new Map(cards).set(PLANE, { lying: lying.map(as), parked });
  }

  #show(card, spot) {
    this.nudges.set(card.id, spot);
    this.redraw();
    this.board.announcer.own(this.inWords(spot));
  }

  #put(card, spot) {
    this.nudges.set(card.id, spot);
    this.nudges.flush(card.id);
    this.board.announcer.own(this.inWords(spot));
  }

  /** Two sliders: the way for phones and screen readers, and for whoever wants it exact. */
  #choose(card) {
    const { board, say } = this;
    const { article } = this.viewOf(card.id);
    const at = this.lanes.get(this.places.tray.id).heading; // beside the plane, not over it
    const shut = () => board.panel.shut({ refocus: true });
    const placing = new Placing({
      say, axes: this.method.axes, spot: { x: card.x ?? 0.5, y: card.y ?? 0.5 }, region: (spot) => this.method.regions?.[regionOf(spot)] ?? '',
      show: (spot) => this.#show(board.cards.get(card.id) ?? card, spot),
      done: (spot) => (this.#put(card, spot), shut()),
    });
    const narrow = matchMedia('(max-width: 640px)').matches; // the panel covers the lower half
    this.lanes.get(PLANE).plane.scrollIntoView({ block: narrow ? 'start' : 'nearest' });
    board.panel.open({ anchor: article, at, card: card.id, title: short(card.text), content: [placing.element], first: placing.first, left: () => this.nudges.flush(card.id) });
  }
}
