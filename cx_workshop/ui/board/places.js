// Where cards can lie on a board of each layout: which places there are, in which one a card lies, and which verb puts it
// elsewhere. A place is what a list of cards stands in: a lane, a cell of a grid, a theme.

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
    return (card.sheet ?? '') === this.sheet ? card.lane : null;
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
