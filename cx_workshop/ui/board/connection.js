// One WebSocket that comes back by itself. It knows nothing of cards: messages go in and out, and its state is one of
//   connecting  never been in     live     welcomed     waiting  was in, trying again     refused  told to stay out

const PROTOCOL = 1;
const FIRST_PAUSE = 300; // ms, doubles with each failure
const LONGEST_PAUSE = 10_000;
const PATIENCE = 6000; // ms for an answer: the welcome, or a pong
const SILENCE = 25_000; // ms without a word after which we ask whether anybody is there
const TO_STAY_OUT = new Set([4400, 4401, 4403, 4404]);

export class Connection {
  /** `hello()` gives what to say besides the protocol; `onMessage(message)` and `onState(state)` are told what happens. */
  constructor({ code, hello, onMessage, onState }) {
    Object.assign(this, { hello, onMessage, onState });
    this.address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/${encodeURIComponent(code)}`;
    this.state = 'connecting';
    this.refusal = null; // the server's sentence, once refused
    this.failures = 0;
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener('online', () => this.retryNow(), { signal });
    addEventListener('offline', () => this.restart(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.#lookedAt(), { signal });
    this.#open();
  }

  send(message) {
    if (this.state !== 'live') return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Tries at once instead of waiting out the pause. */
  retryNow() {
    if (this.state === 'live' || this.state === 'refused' || this.socket) return;
    this.failures = 0;
    this.#open();
  }

  /** Gives a socket up that looks open but is dead. close() can take a minute to notice: we don't wait for it. */
  restart() {
    if (this.state === 'refused' || !this.socket) return;
    this.#abandon();
    this.#pause();
  }

  /** Call every second or so: a socket can be dead without saying so. */
  check() {
    if (this.state !== 'live') return;
    if (this.askedAt && Date.now() - this.askedAt > PATIENCE) this.restart();
    else if (Date.now() - this.heardAt > SILENCE) this.#ask();
  }

  close() {
    this.listening.abort();
    this.#abandon();
    clearTimeout(this.timer);
  }

  #open() {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.timer = setTimeout(() => this.restart(), PATIENCE);
    socket.onopen = () => socket.send(JSON.stringify({ op: 'hello', protocol: PROTOCOL, ...this.hello() }));
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code }) => {
      this.#abandon();
      if (TO_STAY_OUT.has(code)) this.#become('refused');
      else this.#pause();
    };
  }

  /** A phone that slept may hold such a socket. */
  #lookedAt() {
    this.retryNow();
    if (this.state === 'live') this.#ask();
  }

  #ask() {
    this.send({ op: 'ping' });
    this.askedAt ??= Date.now();
  }

  #receive(message) {
    this.heardAt = Date.now();
    this.askedAt = null;
    if (message.op === 'refused' && message.id == null) this.refusal = message.message;
    if (message.op === 'welcome') {
      clearTimeout(this.timer);
      this.failures = 0;
      this.refusal = null;
      this.state = 'live'; // before the message, so that what it sets off can be sent
    }
    this.onMessage(message);
    if (message.op === 'welcome') this.onState('live');
  }

  #abandon() {
    if (!this.socket) return;
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }

  #pause() {
    clearTimeout(this.timer);
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++);
    // Jitter: a room whose server comes back must not knock on one door in one instant.
    this.timer = setTimeout(() => this.#open(), longest * (0.5 + Math.random() / 2));
    if (this.state === 'live') this.#become('waiting');
  }

  #become(state) {
    this.state = state;
    this.onState(state);
  }
}
