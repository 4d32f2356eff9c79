// Where cards can lie on a board of each layout: which places there are, in which one a card lies, and which verb puts it
// elsewhere. A place is what a list of cards stands in: a lane, a cell of a grid, a theme.

import { inOrder, THEMES } from './store.js';

/** What the board looks like now: the method's lanes, rows and sheets, with what the team has added or renamed. */
export function shapeOf(method, shape = {}) {
  const parts = (kind, known, ids) => {
    const own = shape.names?.[kind] ?? {};
    const byId = new Map(known.map((part) => [part.id, part]));
    return (shape[kind] ?? ids).map((id) => ({ hint: '', name: id, ...byId.get(id), id, ...(own[id] && { name: own[id] }) }));
  };
  const lanes = [...method.lanes, ...(method.other_lanes ?? [])];
  const sheets = method.sheets ? parts('sheets', [], ['1']) : [];
  return {
    lanes: parts('lanes', lanes, method.lanes.map(({ id }) => id)),
    rows: parts('rows', method.rows ?? [], (method.rows ?? []).map(({ id }) => id)),
    sheets: sheets.map((sheet, index) => (sheet.name === sheet.id ? { ...sheet, name: `${method.sheet} ${index + 1}` } : sheet)),
  };
}

/** Lanes side by side; also what sliders and forms lie in. On a board with sheets, those of one sheet at a time. */
export class LanePlaces {
  constructor(method) {
    this.method = method;
    this.sheet = null; // the id of the sheet that is looked at
  }

  /** Takes in what the board looks like now and which cards lie on it. */
  update(activity) {
    this.shape = shapeOf(this.method, activity.shape);
    const sheets = this.shape.sheets.map(({ id }) => id);
    if (!sheets.includes(this.sheet)) this.sheet = sheets[0] ?? '';
  }

  /** The sheets that are not looked at now. */
  get otherSheets() {
    return this.shape.sheets.filter(({ id }) => id !== this.sheet);
  }

  /** [{id, name, hint}] */
  get all() {
    return this.shape.lanes;
  }

  /** The id of the place in which a card lies; null if it isn't shown now. */
  of(card) {
    return this.isOnSheet(card) ? card.lane : null;
  }

  isOnSheet(card) {
    return !this.shape.sheets.length || (card.sheet ?? '') === this.sheet;
  }

  /** What a person calls the place of a card, wherever it lies: on another sheet, or in a lane that is no longer there. */
  name(card) {
    return this.nameOf('lanes', card.lane);
  }

  nameOf(kind, id) {
    return this.shape[kind].find((part) => part.id === id)?.name ?? id;
  }

  /** The arguments of add_card for a place. */
  at(place) {
    return { lane: place, ...(this.sheet && { sheet: this.sheet }) };
  }

  /** [verb, args] that puts a card into a place, before another card or at its end. */
  move(card, place, before) {
    return ['move_card', { card: card.id, ...this.at(place), before }];
  }
}

/** Cards lie loose or in a theme. A theme is a card itself, and its id is that of the place. */
export class ThemePlaces extends LanePlaces {
  themes = []; // the cards of the themes

  update(activity, cards = new Map()) {
    super.update(activity);
    this.themes = [...cards.values()].filter((card) => card.lane === THEMES).sort(inOrder);
  }

  get loose() {
    return this.shape.lanes[0];
  }

  get all() {
    return [this.loose, ...this.themes.map(({ id, text }) => ({ id, name: text, hint: '' }))];
  }

  isTheme(place) {
    return this.themes.some(({ id }) => id === place);
  }

  of(card) {
    if (card.lane === THEMES) return null;
    return this.isTheme(card.theme) ? card.theme : this.loose.id;
  }

  at() {
    return { lane: this.loose.id };
  }

  /** What follows on adding a card: it lies loose first. */
  afterAdding(card, place) {
    return this.isTheme(place) ? this.move({ id: card }, place, null) : null;
  }

  move(card, place, before) {
    if (this.isTheme(place)) return ['put_in_theme', { card: card.id, theme: place, before }];
    if (this.isTheme(card.theme)) return ['take_out_of_theme', { card: card.id }];
    return super.move(card, place, before);
  }
}

export const PLANE = 'plane';

/** Cards lie on a plane, or in a tray beside it as long as they have no place on it. */
export class MatrixPlaces extends LanePlaces {
  get tray() {
    return this.shape.lanes[0];
  }

  get all() {
    const [x, y] = this.method.axes;
    return [{ id: PLANE, name: `${y.name} × ${x.name}`, hint: '' }, this.tray];
  }

  /** A parked card is off the plane, whatever place it had. */
  of(card) {
    const place = super.of(card);
    return place && card.x != null && card.status !== 'parked' ? PLANE : place;
  }

  at() {
    return super.at(this.tray.id);
  }

  move(card, place, before) {
    if (place === PLANE) return ['place_card', { card: card.id, x: card.x ?? 0.5, y: card.y ?? 0.5 }];
    if (card.x != null) return ['place_card', { card: card.id, x: null, y: null }];
    return ['move_card', { card: card.id, ...this.at(), before }];
  }
}
