// The layout "form": each card is a sheet of fields, shown whole. A survey asks everybody once.

import { Ask } from './ask.js';
import { Lanes } from './lanes.js';

export class FormView extends Lanes {
  constructor(options) {
    super({ ...options, add: (place, text, more) => this.#begin(options.add(place, text, more), more) });
    this.grid.classList.add('form');
    this.grid.toggleAttribute('data-survey', this.method.one_each);
    this.asks = new Map(); // place id -> Ask, on a survey
  }

  draw(cards, about) {
    const shown = super.draw(cards, about);
    if (this.method.one_each) for (const [id, { lying, parked }] of cards) this.#ask(id, [...lying, ...parked], about);
    return shown;
  }

  giveBack(args) {
    if (!this.method.one_each) return super.giveBack(args);
    const ask = this.asks.get(this.places.of(args));
    return Boolean(ask?.element.isConnected) && ask.giveBack(args);
  }

  takeUnsent() {
    return [...super.takeUnsent(), ...[...this.asks.values()].map((ask) => ask.take())];
  }

  /** Whoever has named a sheet goes on to fill it in; on a photo it is filled in already. */
  #begin(card, more) {
    if (!this.method.one_each && !more?.fields) this.edit(card);
    return card;
  }

  #ask(id, cards, { writer, writable }) {
    const lane = this.lanes.get(id);
    const open = writable && !cards.some((card) => card.seat === writer.id);
    lane.write.element.hidden = true;
    const ask = this.asks.get(id);
    if (!open) return ask?.element.remove();
    const shown = ask ?? this.#createAsk(id);
    if (!shown.element.isConnected) lane.hint.after(shown.element);
  }

  #createAsk(id) {
    const { activity, method, say, pictures, language } = this;
    const where = this.places.at(id);
    const ask = new Ask({ activity, place: id, method, where, say, pictures, language, send: (answers) => this.#send(id, answers) });
    this.asks.set(id, ask);
    return ask;
  }

  #send(id, { text, fields }) {
    const card = this.add(id, text, { fields });
    this.views.get(card)?.article.focus();
  }
}
