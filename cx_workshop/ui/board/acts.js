// What a person can do to a card, whichever way they ask for it: menu, key or drag.

import { short } from './card.js';
import { fieldsOf, isForm, isFrozen, titleOf } from './fields.js';
import { mergeItem } from './merge.js';
import { allowed } from './rights.js';

export class Acts {
  constructor(board) {
    this.board = board;
  }

  can(act, card) {
    const { writable, you, method } = this.board;
    if (!writable || !card) return false;
    const may = allowed(card, you, method);
    if (act === 'fill') return may.has('edit') && fieldsOf(method, card).length > 0;
    if (act === 'edit' && isFrozen(method, card)) return may.has('edit') && isForm(method);
    return may.has(act);
  }

  /** Does the act and tells a screen reader; nothing happens if this seat may not do it. */
  run(act, card) {
    if (!this.can(act, card)) return;
    if (act === 'edit' || act === 'fill') return this.board.edit(card, { fill: act === 'fill' || isForm(this.board.method) });
    this.board.send(`${act}_card`, { card: card.id });
    this.board.announcer.own(this.board.say(`did_${act}`, { text: short(titleOf(card, this.board.say)) }));
  }

  /** What Enter does: a sheet is there to be filled in, a note has a menu. */
  open(card) {
    if (isForm(this.board.method) && this.can('fill', card)) this.run('fill', card);
    else this.board.openMenu(card.id);
  }

  /** The other way round for a card that is kept or parked already. */
  toggle(act, card) {
    this.run(this.can(act, card) ? act : 'reopen', card);
  }

  /** Puts a card into a place, before another or at its end. */
  move(card, place, before) {
    const { places } = this.board.lanes;
    const beside = this.#beside(card, place);
    const next = beside[beside.findIndex((other) => other.id === card.id) + 1]?.id ?? null;
    const stays = place === places.of(card) && (before === card.id || before === next);
    if (stays || !this.can('move', card)) return;
    this.board.lanes.reveal(place);
    this.board.send(...places.move(card, place, before));
    const { say, announcer, lanes } = this.board;
    const cards = this.#beside(card, place);
    const at = cards.findIndex((other) => other.id === card.id) + 1;
    announcer.own(say('did_move', { lane: lanes.name(place), place: at, n: cards.length }));
  }

  /** Puts a card where it lies now, but on another sheet. */
  moveToSheet(card, { id, name }) {
    if (!this.can('move', card)) return;
    this.board.send('move_card', { card: card.id, lane: card.lane, row: card.row ?? '', sheet: id, before: null });
    this.board.announcer.own(this.board.say('did_move_to_sheet', { sheet: name }));
  }

  /** One place 'up' or 'down', one lane 'left' or 'right'; false where there is no further. */
  shift(card, direction) {
    const target = this.#neighbour(card, direction);
    if (target) this.move(card, target.place, target.before);
    return Boolean(target);
  }

  /** The items of the card's menu, only what can be done. */
  items(card) {
    const { say, lanes } = this.board;
    const act = (name, key) => this.can(name, card) && { name, key, label: say(`act_${name}`), act: () => this.run(name, card) };
    return [
      !isForm(this.board.method) && act('edit', 'E'), act('fill', isForm(this.board.method) ? 'E' : 'F'),
      ...(lanes.moves?.(card) ?? [this.#elsewhere(card), ...this.upAndDown(card)]),
      mergeItem(this.board, card),
      ...this.board.thread.items(card),
      this.#callHere(card),
      act('keep', 'K'), act('reopen', card.status === 'kept' ? 'K' : 'P'), act('park', 'P'), act('remove', 'Del'),
    ].filter(Boolean);
  }

  /** Bring everybody to a card that everybody sees. */
  #callHere(card) {
    const { say, you, live, activity } = this.board;
    if (you.role !== 'facilitator' || live.state.workshop.solo || card.hidden) return null;
    return { name: 'call', label: say('act_call'), act: () => this.board.send('call_everyone', { activity, card: card.id }) };
  }

  #elsewhere(card) {
    const { say, lanes } = this.board;
    const here = lanes.places.of(card);
    const to = (place) => ({ label: lanes.name(place), lane: place, act: () => this.move(card, place, null) });
    const toSheet = (sheet) => ({ label: sheet.name, lane: sheet.id, act: () => this.moveToSheet(card, sheet) });
    const elsewhere = [...lanes.moveItems(here, to), ...lanes.places.otherSheets.map(toSheet)];
    return elsewhere.length > 0 && { name: 'move', label: say('act_move'), items: elsewhere };
  }

  upAndDown(card) {
    const keys = { up: 'Alt+↑', down: 'Alt+↓' };
    return Object.keys(keys).filter((direction) => this.#neighbour(card, direction)).map((direction) => (
      { name: direction, key: keys[direction], label: this.board.say(`act_${direction}`), act: () => this.shift(card, direction) }));
  }

  #neighbour(card, direction) {
    const { lanes } = this.board;
    const place = lanes.places.of(card);
    const ids = this.#beside(card, place).map((other) => other.id);
    const at = ids.indexOf(card.id);
    if (direction === 'up' && at > 0) return { place, before: ids[at - 1] };
    if (direction === 'down' && at < ids.length - 1) return { place, before: ids[at + 2] ?? null };
    const beside = lanes.beside(place, direction);
    const there = { up: Infinity, down: 0 }[direction] ?? at; // from one cell of a grid into the next
    return beside ? { place: beside, before: this.#beside(card, beside)[there]?.id ?? null } : null;
  }

  /** The cards of a place among which this one lies or would lie: parked cards are a list of their own. */
  #beside(card, place) {
    const found = this.board.sorted.get(place);
    return (card.status === 'parked' ? found?.parked : found?.lying) ?? [];
  }
}
