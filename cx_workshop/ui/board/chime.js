// A soft sound of two notes, made here: no file has to come. Browsers let a page sound only after somebody has touched it.

const NOTES = [523.25, 659.25]; // Hz: C5, E5
const APART = 0.28; // s
const LENGTH = 1.6; // s
const LOUDNESS = 0.12; // of 1

export class Chime {
  constructor() {
    this.wanted = false; // whether there may be something to play: only then a touch starts the machine's sound
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => this.#touched(), { capture: true, signal });
  }

  async play() {
    this.context ??= new AudioContext();
    await this.context.resume(); // never, where nobody has touched the page
    NOTES.forEach((pitch, number) => this.#note(pitch, this.context.currentTime + number * APART));
    this.resting = setTimeout(() => this.context.suspend(), (LENGTH + APART) * 1000);
  }

  stop() {
    clearTimeout(this.resting);
    this.listening.abort();
    this.context?.close();
  }

  /** Phones want to be asked in the touch itself; from then on they let us. */
  #touched() {
    if (!this.wanted || this.context) return;
    this.context = new AudioContext();
    this.context.resume().then(() => this.context.suspend());
  }

  #note(pitch, at) {
    const { context } = this;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.04);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + LENGTH);
  }
}
