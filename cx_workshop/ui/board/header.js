// The header as a Streamlit component: which workshop, its pages and how far it is, whether this page is live, who is here,
// which language.

import { arrange, h, setAttribute, setText } from './dom.js';
import { Elsewhere } from './elsewhere.js';
import { join } from './live.js';
import { mounting } from './mounts.js';
import { Pages } from './pages.js';
import { People } from './people.js';
import { Pulse } from './pulse.js';
import { RoomQuestion } from './room_question.js';
import { onReconnect } from './streamlit.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { Timer } from './timer.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'header.css', 'room_question.css'];
sheets.forEach(fetchSheet);

const CALM = 1000; // ms without a socket before anybody is told: most come back sooner
const lights = { live: '●', connecting: '◌', waiting: '▲', refused: '✕' };

export const mount = mounting((shadow, data) => new Header(shadow, data));

class Header {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.title = h('strong', { class: 'title', 'data-role': 'title', dir: 'auto' });
    this.code = h('span', { class: 'code', 'data-role': 'code' });
    this.plenary = h('a', { class: 'plenary', 'data-role': 'plenary', hidden: true }, say('to_plenary'));
    this.pages = new Pages(say, (page) => this.trigger('go', page));
    this.timerPlace = h('div');
    this.light = h('span', { class: 'shape', 'aria-hidden': 'true' });
    this.sentence = h('span');
    this.again = h('a', { href: data.code && `/?code=${data.code}`, 'data-role': 'join-again' }, say('join_again'));
    this.connection = h('p', { class: 'connection', role: 'status', 'aria-live': 'polite', 'data-role': 'connection' }, this.light, this.sentence, this.again);
    this.people = new People(say);
    this.languages = h('div', { class: 'languages', role: 'group', 'aria-label': say('language'), 'data-role': 'languages' });
    this.root = h('header', { class: 'cx-header', lang: data.language, 'data-role': 'header' },
      h('div', { class: 'who' }, this.title, h('span', { class: 'codes' }, this.code, this.plenary)), this.pages.element,
      h('div', { class: 'end' }, this.timerPlace, this.connection, this.people.element, this.languages));
    this.pulse = new Pulse((seq) => this.trigger('changed', { seq, page: this.data.page }));
    this.unwatch = onReconnect(() => this.#wake());
    this.style = dress(shadow, this.root, sheets);
    if (data.code) this.#join(data);
    if (this.asked) this.style.then(() => this.root.after(this.asked.element));
  }

  update(data, setTriggerValue) {
    Object.assign(this, { data, trigger: setTriggerValue, asleep: false });
    this.pulse.want(data.pulse);
    followTheme(this.root);
    if (this.asked) this.asked.element.dataset.theme = this.root.dataset.theme;
    this.#drawLanguages();
    this.draw();
  }

  /** Has the page run once for a restarted server; until it has, its buttons would do nothing, and we are not live. */
  #wake() {
    this.asleep = true;
    this.draw();
    this.trigger('changed', { seq: this.live?.state.seq, page: this.data.page });
  }

  async leave() {
    this.pulse.stop();
    this.unwatch();
    this.people.flyout.shut();
    this.pages.flyout.shut();
    clearTimeout(this.calm);
    cancelAnimationFrame(this.frame);
    this.timer?.stop();
    this.unlisten?.();
    this.asked?.leave();
    this.live?.leave();
    this.root.remove();
    (await this.style).remove();
  }

  #join({ code, language }) {
    this.live = join(code, language);
    this.elsewhere = new Elsewhere(this.live);
    this.asked = new RoomQuestion(this.live, this.say);
    this.unlisten = this.live.listen((change) => this.#changed(change));
    this.state = this.live.connection.state;
    this.timer = new Timer({ say: this.say, live: this.live });
    this.timerPlace.replaceWith(this.timer.element);
  }

  draw() {
    this.frame = null;
    const { live, say, data } = this;
    const workshop = live?.state.workshop;
    setText(this.title, workshop?.title ?? (live ? '' : say('product')));
    setAttribute(this.title, 'title', workshop?.title); // all of it, where there is no room
    setText(this.code, workshop?.code ?? data.code ?? '');
    this.plenary.hidden = !data.team;
    if (data.team) setAttribute(this.plenary, 'href', `/plenary/${data.code}`);
    this.connection.hidden = this.people.element.hidden = this.pages.element.hidden = !live;
    if (!live) return;
    this.pages.draw(data.pages, data.page, live.state);
    this.#drawConnection();
    this.asked.draw();
    this.people.element.hidden = !live.state.you;
    this.people.draw(live.state);
    this.timer.draw(workshop?.timer);
  }

  #drawConnection() {
    const { live, say } = this;
    const state = this.asleep && this.state === 'live' ? 'connecting' : this.state;
    const { waiting } = live;
    const sentence = {
      live: () => say('live'),
      connecting: () => say('connecting'),
      waiting: () => (waiting ? counted(say, 'offline', waiting) : say('offline')),
      refused: () => (this.#onBoard() ? '' : live.connection.refusal ?? say('status_refused')),
    }[state]();
    setText(this.light, lights[state]);
    setText(this.sentence, sentence);
    this.again.hidden = state !== 'refused';
    setAttribute(this.connection, 'data-connection', state);
    setAttribute(this.connection, 'data-waiting', waiting);
  }

  /** A page that has no board to go along takes this person there. */
  #heed() {
    if (!this.data.heeds) return;
    const call = this.live.takeCall();
    const activity = this.live.state.activities.get(call?.activity);
    if (activity) this.trigger('called', { activity: activity.id, step: activity.step });
  }

  /** Whether the page has a board, which then says why somebody is out. */
  #onBoard() {
    return Boolean(this.data.pages.find(({ id }) => id === this.data.page)?.mode);
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
    this.elsewhere.heard({ type, message });
    if (type === 'message' && message.op === 'event') this.pulse.heard(message);
    if (type === 'message' && message.op === 'welcome' && before.seq && message.reset) this.pulse.missed(message.seq);
    this.#heed();
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
