// All teams of a room on one page, each by its own live channel: where it is, its timer, its cards, and who needs help.

import { arrange, h, setAttribute, setText } from './dom.js';
import { join } from './live.js';
import { mounting } from './mounts.js';
import { Ring } from './ring.js';
import { openActivity } from './store.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'teams.css'];
sheets.forEach(fetchSheet);

const shapes = { diverge: '◇', converge: '▽' };
const CALM = 1500; // ms that changes are gathered before the page is told that a team kept something
const KEEPING = new Set(['card_kept', 'card_reopened', 'card_parked', 'card_removed', 'card_edited', 'act_undone']);

export const mount = mounting((shadow, data) => new Teams(shadow, data));

class Teams {
  constructor(shadow, data) {
    this.say = speaker(data.words);
    this.list = h('ul', { class: 'teams', role: 'list', 'data-role': 'teams' });
    this.root = h('div', { class: 'cx-board', lang: data.language }, this.list);
    this.teams = new Map();
    this.style = dress(shadow, this.root, sheets);
  }

  update(data, setTriggerValue) {
    Object.assign(this, { data, trigger: setTriggerValue });
    followTheme(this.root);
    const codes = data.teams.map(({ code }) => code);
    for (const [code, team] of this.teams) if (!codes.includes(code)) this.#drop(code, team);
    for (const team of data.teams) if (!this.teams.has(team.code)) this.teams.set(team.code, this.#add(team));
    arrange(this.list, codes.map((code) => this.teams.get(code).element));
  }

  async leave() {
    clearTimeout(this.telling);
    for (const [code, team] of this.teams) this.#drop(code, team);
    this.root.remove();
    (await this.style).remove();
  }

  #add({ code, name, href }) {
    const live = join(code, this.data.language);
    const ring = new Ring(this.say);
    const team = { live, ring, step: h('p', { class: 'step' }), activity: h('p', { class: 'activity' }), here: h('p'), cards: h('p'), ready: h('p'), help: h('p', { class: 'help-wanted', role: 'status' }) };
    team.element = h('li', { class: 'team', 'data-team': code },
      h('div', { class: 'top' }, h('div', {}, h('h3', { dir: 'auto' }, name), team.step, team.activity), ring.element),
      team.help, h('div', { class: 'facts' }, team.here, team.cards, team.ready),
      h('a', { href, class: 'look', 'data-role': 'look-in' }, this.say('team_look')));
    team.unlisten = live.listen(({ type, message }) => {
      if (type === 'message' && KEEPING.has(message.kind)) this.#tell();
      team.frame ??= requestAnimationFrame(() => this.#draw(team));
    });
    this.#draw(team);
    return team;
  }

  #drop(code, team) {
    team.unlisten();
    team.ring.stop();
    team.live.unwatch(team);
    team.live.leave();
    team.element.remove();
    this.teams.delete(code);
  }

  #draw(team) {
    team.frame = null;
    const { live, ring } = team;
    const { state } = live;
    const activity = openActivity(state);
    if (activity) live.watch(team, activity.id);
    const step = this.data.steps.find(({ id }) => id === activity?.step);
    setAttribute(team.element, 'data-diamond', step?.diamond ?? '1');
    setText(team.step, step ? `${shapes[activity.mode]} ${step.name}` : '');
    setText(team.activity, activity ? this.data.methods[activity.method] ?? activity.method : this.say('team_not_started'));
    ring.draw(state.workshop?.timer, live);
    const people = [...state.seats.values()].filter((seat) => seat.role === 'participant' && !seat.removed_at);
    const names = (seats) => seats.map(({ name }) => name).join(', ');
    setText(team.here, this.say('team_here', { here: people.filter((seat) => state.here.has(seat.id)).length, all: people.length }));
    setText(team.cards, activity ? counted(this.say, 'team_cards', live.cards(activity.id).size + (state.boards.get(activity.id)?.hidden ?? 0)) : '');
    const ready = people.filter((seat) => activity && seat.ready_for === activity.id).length;
    setText(team.ready, ready ? counted(this.say, 'team_ready', ready, { all: people.length }) : '');
    const [hands, late] = [people.filter((seat) => seat.hand_at), people.filter((seat) => activity && seat.late_for === activity.id)];
    setText(team.help, [hands.length && this.say('team_hands', { names: names(hands) }), late.length && this.say('team_late', { names: names(late) })].filter(Boolean).join(' · '));
    team.help.hidden = !team.help.textContent;
  }

  /** The page lists what teams keep: it runs again once a while has passed without further changes. */
  #tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.trigger('kept', Date.now()), CALM);
  }
}
