// Small steps, one after another: shown at once, told the others when the person pauses. So ten presses are one act to undo.

const PAUSE = 500; // ms

export class Nudges {
  /** `tell(card, spot)` after a pause. */
  constructor(tell) {
    this.tell = tell;
    this.waiting = new Map(); // card id -> {spot, timer}
  }

  set(card, spot) {
    clearTimeout(this.waiting.get(card)?.timer);
    this.waiting.set(card, { spot, timer: setTimeout(() => this.flush(card), PAUSE) });
  }

  /** Where the card is shown meanwhile. */
  get(card) {
    return this.waiting.get(card)?.spot;
  }

  flush(card) {
    const { spot, timer } = this.waiting.get(card) ?? {};
    clearTimeout(timer);
    if (this.waiting.delete(card)) this.tell(card, spot);
  }

  flushAll() {
    for (const card of [...this.waiting.keys()]) this.flush(card);
  }
}
