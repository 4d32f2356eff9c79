// The header as a Streamlit component: which workshop, where it stands, whether this page is live, who is here, which language.

import { arrange, h, setAttribute, setText } from './dom.js';
import { join } from './live.js';
import { People } from './people.js';
import { Pulse } from './pulse.js';
import { openActivity } from './store.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'header.css'];
sheets.forEach(fetchSheet);

const CALM = 1000; // ms without a socket before anybody is told: most come back sooner
const shapes = { diverge: '◇', converge: '▽' };
const lights = { live: '●', connecting: '◌', waiting: '▲', refused: '✕' };

const headers = new WeakMap();

/** Streamlit calls this again on every rerun, on the same shadow root and without leaving in between. */
export function mount({ parentElement, data, setTriggerValue }) {
  if (!headers.has(parentElement)) headers.set(parentElement, new Header(parentElement, data));
  const header = headers.get(parentElement);
  header.update(data, setTriggerValue);
  return () => {
    header.leave();
    headers.delete(parentElement);
  };
}

class Header {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.title = h('strong', { class: 'title', 'data-role': 'title', dir: 'auto' });
    this.code = h('span', { class: 'code', 'data-role': 'code' });
    this.steps = h('ol', { class: 'steps', role: 'list', 'aria-label': say('steps'), 'data-role': 'steps' });
    this.timer = h('span', { class: 'timer', 'data-role': 'timer', hidden: true });
    this.light = h('span', { class: 'shape', 'aria-hidden': 'true' });
    this.sentence = h('span');
    this.connection = h('p', { class: 'connection', role: 'status', 'aria-live': 'polite', 'data-role': 'connection' }, this.light, this.sentence);
    this.people = new People(say);
    this.languages = h('div', { class: 'languages', role: 'group', 'aria-label': say('language'), 'data-role': 'languages' });
    this.root = h('header', { class: 'cx-header', lang: data.language, 'data-role': 'header' },
      h('div', { class: 'who' }, this.title, this.code), this.steps,
      h('div', { class: 'end' }, this.timer, this.connection, this.people.element, this.languages));
    this.pulse = new Pulse((seq) => this.trigger('changed', { seq }));
    this.style = dress(shadow, this.root, sheets);
  }

  update(data, setTriggerValue) {
    Object.assign(this, { data, trigger: setTriggerValue });
    if (this.live?.code !== (data.code ?? undefined)) this.#join(data.code);
    this.pulse.want(data.pulse);
    followTheme(this.root);
    this.#drawLanguages();
    this.draw();
  }

  async leave() {
    this.pulse.stop();
    this.people.shut();
    this.#part();
    this.root.remove();
    (await this.style).remove();
  }

  #join(code) {
    this.#part();
    if (!code) return;
    this.live = join(code, this.data.language);
    this.unlisten = this.live.listen((change) => this.#changed(change));
    this.#connectionBecame(this.live.connection.state);
  }

  #part() {
    clearTimeout(this.calm);
    cancelAnimationFrame(this.frame);
    this.unlisten?.();
    this.live?.leave();
    this.live = undefined;
  }

  draw() {
    this.frame = null;
    const { live, say, data } = this;
    const workshop = live?.state.workshop;
    setText(this.title, workshop?.title ?? (live ? '' : say('product')));
    setText(this.code, workshop?.code ?? data.code ?? '');
    this.connection.hidden = this.people.element.hidden = this.steps.hidden = !live;
    if (!live) return;
    this.#drawSteps();
    this.#drawConnection();
    this.people.element.hidden = !live.state.you;
    this.people.draw(live.state);
  }

  #drawSteps() {
    const { steps = [], current } = this.data;
    const now = openActivity(this.live.state)?.step ?? current;
    const at = steps.findIndex(({ id }) => id === now);
    const drawn = `${now} ${steps.map(({ name }) => name)}`;
    if (this.drawnSteps === drawn) return;
    this.drawnSteps = drawn;
    arrange(this.steps, steps.map(({ id, name, mode, diamond }, index) => {
      const progress = index < at ? 'done' : index === at ? 'current' : 'next';
      return h('li', { 'data-step': id, 'data-mode': mode, 'data-diamond': diamond, 'data-progress': progress, 'aria-current': index === at && 'step' },
        h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[mode]), h('span', {}, name),
        progress === 'done' ? h('span', {}, h('span', { 'aria-hidden': 'true' }, '✓'), h('span', { class: 'unseen' }, this.say('step_done'))) : null);
    }));
  }

  #drawConnection() {
    const { live, say, state } = this;
    const { waiting } = live;
    const sentence = {
      live: () => say('live'),
      connecting: () => say('connecting'),
      waiting: () => (waiting ? counted(say, 'offline', waiting) : say('offline')),
      refused: () => live.connection.refusal ?? say('status_refused'),
    }[state]();
    setText(this.light, lights[state]);
    setText(this.sentence, sentence);
    setAttribute(this.connection, 'data-connection', state);
    setAttribute(this.connection, 'data-waiting', waiting);
  }

  #drawLanguages() {
    const { languages = [], language } = this.data;
    const drawn = JSON.stringify([languages, language]);
    if (this.drawnLanguages === drawn) return;
    this.drawnLanguages = drawn;
    const choose = (id) => {
      document.cookie = `language=${id}; path=/; max-age=31536000; samesite=lax`;
      location.reload();
    };
    arrange(this.languages, languages.map(([id, name]) => h('button', {
      type: 'button', lang: id, title: name, 'aria-label': name, 'aria-pressed': String(id === language), 'data-language': id, onclick: () => choose(id),
    }, id.toUpperCase())));
  }

  #changed({ type, message, before }) {
    if (type === 'message' && message.op === 'event') this.pulse.heard(message);
    if (type === 'message' && message.op === 'welcome' && before.seq && message.reset) this.pulse.missed(message.seq);
    if (type === 'connection' || message?.op === 'welcome') this.#connectionBecame(this.live.connection.state);
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  /** Bad news waits a second: a socket that is back by then was no news. */
  #connectionBecame(state) {
    clearTimeout(this.calm);
    const show = () => {
      this.state = state;
      this.draw();
    };
    if (state === 'waiting' && this.state === 'live') this.calm = setTimeout(show, CALM);
    else this.state = state;
  }
}
