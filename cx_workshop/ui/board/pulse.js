// Tells Streamlit that something happened: once for a burst of events, and not from a whole room in the same instant.

const SETTLE = 150; // ms of quiet after the last event
const JITTER = 250; // ms
const LONGEST = 1500; // ms that a busy room can hold a pulse back

export class Pulse {
  /** `beat(seq)` is called when events of the wanted kinds have come in. */
  constructor(beat) {
    this.beat = beat;
    this.kinds = new Set();
  }

  want(kinds = []) {
    this.kinds = new Set(kinds);
  }

  heard({ kind, seq }) {
    if (!this.kinds.has(kind) && !this.kinds.has('*')) return;
    this.#schedule(seq);
  }

  /** Events were left out (a reset): something of any kind may have happened. */
  missed(seq) {
    if (this.kinds.size) this.#schedule(seq);
  }

  stop() {
    clearTimeout(this.timer);
  }

  #schedule(seq) {
    this.since ??= Date.now();
    clearTimeout(this.timer);
    const pause = Math.min(SETTLE + Math.random() * JITTER, Math.max(0, this.since + LONGEST - Date.now()));
    this.timer = setTimeout(() => {
      this.since = null;
      this.beat(seq);
    }, pause);
  }
}
