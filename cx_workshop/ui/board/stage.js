// The stage: what a projector shows. The lobby first, then question, timer and the board grown to fill; votes revealed from the
// lowest up. It has no controls, only F for the full screen, and it never shows what is still hidden.

import { mount as mountBoard } from './board.js';
import { arrange, h, setAttribute, setText } from './dom.js';
import { join } from './live.js';
import { Lobby } from './lobby.js';
import { mounting } from './mounts.js';
import { Ring } from './ring.js';
import { openActivity, openVote } from './store.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { Theatre } from './theatre.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'stage.css'];
[...sheets, 'stage_board.css'].forEach(fetchSheet);

const LARGEST = 1.75; // times the size of a laptop's board, at 1920 pixels: 28 px text
const SMALLEST = 1.3; // below that nobody reads it from the last row: the board then moves by slowly
const STEP = 0.05;
const PACE = 30; // pixels a second
const shapes = { diverge: '◇', converge: '▽' };

export const mount = mounting((shadow, data) => new Stage(shadow, data));

class Stage {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.lobby = new Lobby(say);
    this.ring = new Ring(say);
    this.theatre = new Theatre(say);
    this.step = h('p', { class: 'step' });
    this.method = h('h1', { 'data-role': 'stage-method' });
    this.question = h('p', { class: 'question' });
    this.asked = h('p', { class: 'asked', role: 'status', 'data-role': 'stage-asked', hidden: true });
    this.note = h('p', { class: 'note', role: 'status', 'data-role': 'stage-note' });
    this.code = h('strong', { class: 'code' });
    this.here = h('span');
    this.host = h('div');
    this.board = this.host.attachShadow({ mode: 'open' });
    this.rail = h('div', {}, this.host);
    this.viewport = h('div', { class: 'viewport' }, this.rail);
    this.steps = h('ol', { class: 'strip', role: 'list', 'aria-label': say('steps') });
    this.light = h('p', { class: 'light', role: 'status', hidden: true });
    this.main = h('main', {},
      h('header', {}, h('div', { class: 'words' }, this.step, this.method, this.question), this.ring.element),
      this.asked, this.note, this.viewport, this.theatre.element);
    this.root = h('div', { class: 'cx-board cx-stage', lang: data.language, 'data-role': 'stage' },
      this.lobby.element, this.main, this.light,
      h('footer', {}, this.steps, h('p', { class: 'way-in' }, h('span', {}, data.address), this.code, this.here)));
    this.style = dress(shadow, this.root, sheets);
    fetchSheet('stage_board.css').then((text) => this.board.append(Object.assign(document.createElement('style'), { textContent: text })));
    this.live = join(data.code, data.language);
    this.unlisten = this.live.listen((change) => this.#changed(change));
    this.stop = new AbortController();
    document.addEventListener('keydown', (event) => event.key.toLowerCase() === 'f' && this.#fill(), { signal: this.stop.signal });
    this.sizes = new ResizeObserver(() => this.#fit());
    for (const element of [this.viewport, this.host]) this.sizes.observe(element);
    this.#stayAwake();
  }

  update(data, setTriggerValue) {
    this.data = data;
    followTheme(this.root);
    this.lobby.invite(data);
    this.leaveBoard = mountBoard({ parentElement: this.board, data: data.board, setTriggerValue });
    this.draw();
  }

  async leave() {
    this.stop.abort();
    this.sizes.disconnect();
    this.ring.stop();
    this.theatre.stop();
    this.unlisten();
    this.live.leave();
    this.leaveBoard?.();
    cancelAnimationFrame(this.frame);
    this.root.remove();
    (await this.style).remove();
  }

  draw() {
    this.frame = null;
    const { state, connection } = this.live;
    const activity = this.#activity(state);
    this.lobby.element.hidden = Boolean(activity) || !state.you;
    this.main.hidden = !activity;
    this.light.hidden = connection.state === 'live';
    setText(this.light, this.say(connection.state === 'refused' ? 'status_refused' : 'stage_away'));
    setText(this.code, state.workshop?.code ?? '');
    const present = [...state.seats.values()].filter((seat) => state.here.has(seat.id) && seat.role !== 'observer');
    setText(this.here, counted(this.say, 'here', present.length));
    this.lobby.draw(state, present);
    this.#drawSteps(activity);
    this.ring.draw(state.workshop?.timer, this.live);
    if (activity) this.#drawActivity(activity, state);
  }

  /** What the room works on, else what it worked on last; none before the first has been opened. */
  #activity(state) {
    const seen = [...state.activities.values()].filter(({ status }) => status === 'closed');
    const last = seen.sort((a, b) => (a.closed_at < b.closed_at ? 1 : -1))[0];
    return openActivity(state) ?? last;
  }

  #drawActivity(activity, state) {
    const { say } = this;
    const method = this.data.board.methods[activity.method] ?? { name: activity.method };
    const step = this.data.board.steps.find(({ id }) => id === activity.step);
    this.root.dataset.diamond = step?.diamond ?? '1';
    this.root.dataset.mode = activity.mode;
    setText(this.step, `${shapes[activity.mode]} ${step?.name ?? ''} · ${say(activity.mode)}`);
    setText(this.method, activity.round > 1 ? `${method.name} · ${say('round', { n: activity.round })}` : method.name);
    setText(this.question, method.question ?? '');
    const board = state.boards.get(activity.id);
    const vote = openVote(board);
    const voted = board?.voted.get(vote?.id)?.size ?? 0;
    this.asked.hidden = vote?.kind !== 'yes_no';
    if (!this.asked.hidden) setText(this.asked, `${vote.question} ${counted(say, 'stage_answered', voted)}`);
    const hidden = board?.hidden ? counted(say, 'stage_hidden', board.hidden) : '';
    setText(this.note, vote && vote.kind !== 'yes_no' ? counted(say, 'stage_voting', voted) : hidden);
    this.note.hidden = !this.note.textContent;
    this.viewport.hidden = !this.theatre.element.hidden;
  }

  #drawSteps(activity) {
    const { steps } = this.data?.board ?? { steps: [] };
    const at = steps.findIndex(({ id }) => id === activity?.step);
    const drawn = `${at} ${steps.length}`;
    if (this.drawnSteps === drawn) return;
    this.drawnSteps = drawn;
    arrange(this.steps, steps.map(({ name, diamond, mode }, index) => h('li', {
      'data-diamond': diamond, 'data-progress': index < at ? 'done' : index === at ? 'current' : 'next', 'aria-current': index === at && 'step',
    }, h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[mode]), h('span', {}, name))));
  }

  #changed({ type, message, before }) {
    if (type === 'message' && message.op === 'event') this.#reveal(message, before);
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  /** A vote that closes while the room looks on is revealed; the next activity or vote ends that. */
  #reveal({ data }, before) {
    if (data.activities?.some(({ status }) => status === 'open') || data.votes?.some(({ opened_at: opened }) => opened)) this.theatre.stop();
    for (const { id, closed_at: closed, totals } of data.votes ?? []) {
      const [activity] = [...before.boards].find(([, board]) => board.votes.has(id)) ?? [];
      if (!closed || !activity) continue;
      const vote = before.boards.get(activity).votes.get(id);
      this.theatre.play({ vote, totals: totals ?? {}, cards: this.live.cards(activity), then: () => this.draw() });
    }
  }

  /** The board as large as it can be while all of it is in sight. */
  #fit() {
    cancelAnimationFrame(this.fitting);
    this.fitting = requestAnimationFrame(() => {
      const largest = Math.max(SMALLEST, (innerWidth / 1920) * LARGEST);
      for (let size = largest; size >= SMALLEST; size -= STEP) {
        this.host.style.zoom = size;
        if (this.host.getBoundingClientRect().height <= this.viewport.clientHeight) break;
      }
      this.#move(this.host.getBoundingClientRect().height - this.viewport.clientHeight);
    });
  }

  /** What does not fit moves by, up and down again; in pages where motion is unwelcome. */
  #move(over) {
    if (this.over === over) return;
    this.over = over;
    this.moving?.cancel();
    setAttribute(this.viewport, 'data-full', over > 0);
    if (over <= 0) return;
    const pages = Math.ceil(over / this.viewport.clientHeight) + 1;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.moving = this.rail.animate({ transform: ['none', `translateY(-${over}px)`] }, {
      duration: (over / PACE + 6) * 1000, iterations: Infinity, direction: 'alternate', easing: still ? `steps(${pages}, jump-none)` : 'ease-in-out',
    });
  }

  #fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {}); // a browser that refuses has its own key for it
  }

  /** Only https and localhost may ask for it; elsewhere the projector's own settings decide. */
  #stayAwake() {
    const ask = () => document.hidden || navigator.wakeLock?.request('screen').catch(() => {});
    document.addEventListener('visibilitychange', ask, { signal: this.stop.signal });
    ask();
  }
}
