// Has the chart below a board drawn anew when that board has changed, at most about once a second. It draws nothing itself:
// it listens on the connection that header and board share, and tells Streamlit, which runs the chart's fragment alone.

const PAUSE = 1000; // ms between two drawings in a busy room
const SETTLE = 150; // ms: what one act sets off comes together
const JITTER = 350; // ms, so that a whole room does not ask in the same instant

class Redraw {
  constructor(live) {
    this.live = live;
    this.changed = live.state.seq; // what came before we listened may have been about our board
    this.drawn = 0;
    this.unlisten = live.listen((change) => this.#heard(change));
  }

  /** The fragment has run; data.seq is how far it has read. */
  update(data, trigger) {
    Object.assign(this, { data, trigger });
    this.#schedule();
  }

  leave() {
    clearTimeout(this.timer);
    this.unlisten();
    this.live.leave();
  }

  #heard({ type, message, before }) {
    if (type !== 'message') return;
    const ours = message.op === 'event' && message.activity === this.data.activity && (message.data.cards || message.data.activities);
    const unknown = message.op === 'welcome' && (message.reset || !before.seq);
    if (!ours && !unknown) return;
    this.changed = message.seq;
    this.#schedule();
  }

  #schedule() {
    if (this.timer || !(this.changed > this.data.seq)) return;
    const pause = Math.max(SETTLE + Math.random() * JITTER, this.drawn + PAUSE - Date.now());
    this.timer = setTimeout(() => {
      this.timer = null;
      this.drawn = Date.now();
      if (this.changed > this.data.seq) this.trigger('changed', this.changed);
    }, pause);
  }
}

let loading;

export default (component) => {
  loading ??= Promise.all(['live', 'mounts'].map((name) => import(`${location.origin}BOARD_PATH/${name}.js`)))
    .then(([{ join }, { mounting }]) => mounting((_root, { code, language }) => new Redraw(join(code, language))));
  let stop = () => {};
  let gone = false;
  loading.then((mount) => {
    if (!gone) stop = mount(component);
  });
  return () => {
    gone = true;
    stop();
  };
};
