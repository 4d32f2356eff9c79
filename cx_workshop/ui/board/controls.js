// What a facilitator presses while an activity runs: one row, by the live channel, so that it works at once. What finds no room
// is one press away under “More”.

import { arrange, h, setAttribute, setText } from './dom.js';
import { isPlain } from './keyboard.js';
import { controls, nextChange, SHORTCUTS } from './leading.js';
import { join } from './live.js';
import { mounting } from './mounts.js';
import { Flyout } from './popover.js';
import { openActivity } from './store.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { openVoteDialog } from './vote_dialog.js';
import { speaker } from './words.js';

const sheets = ['theme.css', 'controls.css', 'fields.css', 'votes.css'];
sheets.forEach(fetchSheet);

const SETTLE = 500; // ms in which a button that has just got another meaning takes no press: the second of a double click

/** The key that presses a control, as people read it; undefined where it has none. */
const keyOf = (id) => Object.keys(SHORTCUTS).find((key) => SHORTCUTS[key].includes(id))?.toUpperCase();

export const mount = mounting((shadow, data) => new Controls(shadow, data));

class Controls {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.drawn = []; // what stands in the row or under More, from left to right
    this.buttons = new Map();
    this.row = h('div', { class: 'row', role: 'group', 'aria-label': say('controls') });
    this.moreButton = h('button', { type: 'button', class: 'quiet more-controls', 'data-role': 'more-controls' }, say('more'));
    this.panel = h('div', { class: 'flyout', hidden: true, tabindex: -1, role: 'group', 'aria-label': say('more') });
    this.more = h('div', { class: 'more-place' }, this.moreButton, this.panel);
    this.flyout = new Flyout(this.moreButton, this.panel);
    this.refusal = h('div', { role: 'alert', class: 'refusal', 'data-role': 'control-refused' });
    this.root = h('div', { class: 'cx-controls', lang: data.language, 'data-role': 'controls' }, this.row, this.refusal);
    this.underWay = new Map(); // verb -> the last command that came from here
    this.resized = new ResizeObserver(() => this.#fit());
    this.resized.observe(this.root);
    this.style = dress(shadow, this.root, sheets);
    this.live = join(data.code, data.language);
    this.unlisten = this.live.listen((change) => this.#changed(change));
    const refit = () => {
      this.fitted = null; // another style or font: other widths
      this.#fit();
    };
    this.style.then(refit);
    this.listening = new AbortController();
    document.addEventListener('keydown', (event) => this.#key(event), { capture: true, signal: this.listening.signal });
    document.fonts.ready.then(refit);
  }

  update(data, setTriggerValue) {
    Object.assign(this, { data, trigger: setTriggerValue });
    followTheme(this.root);
    this.draw();
  }

  async leave() {
    this.flyout.shut();
    this.resized.disconnect();
    this.listening.abort();
    this.unlisten();
    this.live.unwatch(this);
    this.live.leave();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.again);
    this.root.remove();
    (await this.style).remove();
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    const { live, data, say } = this;
    const open = openActivity(live.state);
    if (live.state.you) live.watch(this, open?.id ?? null);
    this.drawn = controls({
      state: live.state, board: live.state.boards.get(open?.id), shown: data.activity, now: live.now(), say,
      name: (activity) => this.#name(activity),
    });
    setAttribute(this.root, 'data-diamond', data.diamonds[open?.step]);
    for (const control of this.drawn) this.#drawButton(control);
    for (const id of [...this.buttons.keys()]) if (!this.drawn.some((control) => control.id === id)) this.buttons.delete(id);
    this.row.hidden = !this.drawn.length;
    this.#fit();
    this.#drawAgain(nextChange(live.state.workshop?.timer, live.now()));
  }

  #drawAgain(pause) {
    clearTimeout(this.again);
    if (pause != null) this.again = setTimeout(() => this.draw(), pause + 1);
  }

  #name({ method, round }) {
    const name = this.data.names[method] ?? method;
    return round > 1 ? `${name} · ${this.say('round', { n: round })}` : name;
  }

  #drawButton(control) {
    const button = this.buttons.get(control.id) ?? this.#create(control.id);
    this.buttons.set(control.id, button);
    const meaning = JSON.stringify([control.verb, control.args, control.primary]);
    if (button.meaning !== undefined && button.meaning !== meaning) this.#settle(button);
    Object.assign(button, { meaning, control });
    setText(button.icon, control.icon ?? '');
    button.icon.hidden = !control.icon;
    setText(button.label, control.label);
    setAttribute(button.element, 'aria-keyshortcuts', keyOf(control.id));
    setAttribute(button.element, 'title', keyOf(control.id) && `${control.label} (${keyOf(control.id)})`);
    button.element.className = control.primary ? 'primary' : 'quiet';
    const off = this.live.connection.state !== 'live' || button.settling;
    setAttribute(button.element, 'aria-disabled', off && 'true');
  }

  #create(id) {
    const icon = h('span', { class: 'icon', 'aria-hidden': 'true' });
    const label = h('span', { class: 'label' });
    const element = h('button', { type: 'button', 'data-control': id, onclick: () => this.press(id) }, icon, label);
    return { element, icon, label };
  }

  #settle(button) {
    clearTimeout(button.settling);
    button.settling = setTimeout(() => {
      button.settling = null;
      this.draw();
    }, SETTLE);
  }

  /** Everything in one line; what finds no room goes under More, the least needed first. */
  #fit() {
    const all = this.drawn.map(({ id }) => this.buttons.get(id).element);
    const fitted = JSON.stringify([this.root.clientWidth, this.drawn.map(({ id, label, primary }) => [id, label, primary])]);
    if (this.fitted === fitted || !all.length) return;
    this.fitted = fitted;
    const focused = this.root.getRootNode().activeElement;
    const ends = this.drawn.filter(({ primary }) => primary).map(({ id }) => this.buttons.get(id).element);
    const place = (inRow) => {
      arrange(this.panel, all.filter((button) => !inRow.includes(button)));
      this.more.hidden = inRow.length === all.length;
      arrange(this.row, [...inRow.filter((button) => !ends.includes(button)), this.more, ...ends]);
      return this.row.scrollWidth <= this.row.clientWidth;
    };
    let inRow = all;
    const leastNeeded = [...this.drawn].filter(({ rank }) => rank).sort((a, b) => b.rank - a.rank);
    while (!place(inRow) && leastNeeded.length) {
      const { element } = this.buttons.get(leastNeeded.shift().id);
      inRow = inRow.filter((button) => button !== element);
    }
    if (focused?.isConnected && focused !== this.root.getRootNode().activeElement) focused.focus();
  }

  press(id) {
    const button = this.buttons.get(id);
    if (!button || button.element.getAttribute('aria-disabled')) return;
    const { verb, args } = button.control;
    const { live, say, root } = this;
    this.flyout.shut();
    this.refusal.replaceChildren();
    if (!verb) return openVoteDialog({ live, activity: live.state.activities.get(args.activity), say, root });
    if (live.outbox.unanswered.includes(this.underWay.get(verb))) return;
    this.underWay.set(verb, live.do(verb, args, (message) => this.#refuse(message)));
  }

  /** On a card T is the card's: it puts it in a theme. */
  #key(event) {
    if (!isPlain(event) || (event.key === 't' && event.composedPath().some((element) => element.dataset?.card))) return;
    const id = SHORTCUTS[event.key.toLowerCase()]?.find((control) => this.buttons.has(control));
    if (!id) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has shortcuts of its own
    this.press(id);
  }

  #changed(change) {
    if (change.message?.op === 'event') this.#heard(change.message);
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  /** Who opens an activity goes there, also when they were looking at another. */
  #heard({ kind, seat, activity, seq }) {
    if (kind === 'activity_opened' && seat === this.live.state.you?.id) this.trigger('opened', { activity, seq });
  }

  #refuse(sentence) {
    const dismiss = h('button', { type: 'button', class: 'quiet', onclick: () => this.refusal.replaceChildren() }, this.say('dismiss'));
    this.refusal.replaceChildren(h('p', {}, sentence), dismiss);
  }
}
