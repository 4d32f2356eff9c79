// The places of a grid: its cells, each where a row and a column cross.

import { LanePlaces } from './places.js';

const CROSS = '·'; // the ids of rows and lanes are ASCII, so this is in none of them

export const cellId = (row, lane) => `${row}${CROSS}${lane}`;

export function crossing(place) {
  const [row, lane] = place.split(CROSS);
  return { row, lane };
}

export class GridPlaces extends LanePlaces {
  /** [{id, name, hint, row, lane}], row by row. */
  get all() {
    const { rows, lanes } = this.shape;
    return rows.flatMap((row) => lanes.map((lane) => ({
      id: cellId(row.id, lane.id), name: `${row.name}, ${lane.name}`, hint: [row.hint, lane.hint].filter(Boolean).join(' '), row: row.id, lane: lane.id,
    })));
  }

  of(card) {
    return this.isOnSheet(card) ? cellId(card.row ?? '', card.lane) : null;
  }

  at(place) {
    const { row, lane } = crossing(place);
    return { ...super.at(lane), row };
  }

  name(card) {
    const [row, lane] = [['rows', card.row], ['lanes', card.lane]].map(([kind, id]) => this.nameOf(kind, id));
    return `${row}, ${lane}`;
  }

  /** The neighbouring cell to the 'left', 'right', 'up' or 'down'; undefined at the edge. */
  beside(place, direction) {
    const { row, lane } = crossing(place);
    const step = (parts, id, by) => parts[parts.findIndex((part) => part.id === id) + by]?.id;
    const { rows, lanes } = this.shape;
    const by = direction === 'left' || direction === 'up' ? -1 : 1;
    const upright = direction === 'up' || direction === 'down';
    const next = upright ? step(rows, row, by) : step(lanes, lane, by);
    if (next === undefined || !this.#knows(place)) return undefined;
    return upright ? cellId(next, lane) : cellId(row, next);
  }

  #knows(place) {
    return this.all.some(({ id }) => id === place);
  }
}
