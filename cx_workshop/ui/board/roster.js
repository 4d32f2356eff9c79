// The people panel as a Streamlit component: who is here, how far each is with the open activity, and what a facilitator
// does for them.

import { arrange, h, setText } from './dom.js';
import { join } from './live.js';
import { Menu } from './menu.js';
import { mounting } from './mounts.js';
import { askName } from './name_field.js';
import { RosterRow } from './roster_row.js';
import { openActivity } from './store.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'roster.css'];
sheets.forEach(fetchSheet);

const order = { participant: 0, facilitator: 1, observer: 2 };

export const mount = mounting((shadow, data) => new Roster(shadow, data));

class Roster {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.rows = new Map(); // seat id -> RosterRow
    this.title = h('h2');
    this.summary = h('p', { class: 'summary', role: 'status', 'data-role': 'summary' });
    this.alert = h('p', { class: 'alert', role: 'alert', hidden: true });
    this.list = h('ol', { role: 'list' });
    this.adding = h('button', { type: 'button', class: 'quiet', 'data-role': 'add-seat', onclick: () => this.#askForSeat() }, say('add_seat'));
    this.root = h('section', { class: 'cx-roster', lang: data.language, 'data-role': 'roster', 'aria-label': say('people') },
      this.title, this.summary, this.alert, this.list, h('div', { class: 'add' }, this.adding));
    this.menu = new Menu(this.root, say);
    this.style = dress(shadow, this.root, sheets);
    this.live = join(data.code, data.language);
    this.unlisten = this.live.listen(() => (this.frame ??= requestAnimationFrame(() => this.draw()), false));
  }

  update(data) {
    this.data = data;
    followTheme(this.root);
    this.draw();
  }

  async leave() {
    this.menu.close();
    this.unlisten();
    this.live.leave();
    cancelAnimationFrame(this.frame);
    this.root.remove();
    (await this.style).remove();
  }

  draw() {
    this.frame = null;
    const { state } = this.live;
    if (!state.you) return;
    const seats = [...state.seats.values()].filter((seat) => !seat.removed_at).sort(inTurn);
    const activity = openActivity(state);
    setText(this.title, this.say('people_count', { n: seats.length }));
    setText(this.summary, this.#sentence(seats, activity));
    const about = { say: this.say, activity, state, behalf: this.live.behalf, language: this.data.language };
    arrange(this.list, seats.map((seat) => this.#row(seat).draw(seat, about)));
    if (this.menu.opener && !this.menu.opener.isConnected) this.menu.close();
  }

  /** How many have written, are done, need more time. */
  #sentence(seats, activity) {
    const { say, live: { state: { attendance } } } = this;
    if (!activity) return '';
    const writers = attendance.activity === activity.id ? attendance.writers : 0;
    const counts = {
      written: writers,
      are_ready: seats.filter(({ ready_for: ready }) => ready === activity.id).length,
      are_late: seats.filter(({ late_for: late }) => late === activity.id).length,
    };
    return Object.entries(counts).filter(([key, n]) => n || key === 'written').map(([key, n]) => counted(say, key, n)).join(' · ');
  }

  #row({ id }) {
    if (!this.rows.has(id)) {
      this.rows.set(id, new RosterRow({
        say: this.say,
        hear: () => this.#do('take_hand', { seat: id }),
        open: (row) => this.menu.open(row.element, this.#items(row)),
      }));
    }
    return this.rows.get(id);
  }

  #items(row) {
    const { say, live } = this;
    const { seat } = row;
    const { id, name, device, role } = seat;
    const act = (verb, args) => () => this.#do(verb, { seat: id, ...args });
    const activity = openActivity(live.state);
    const done = activity && seat.ready_for === activity.id;
    const writes = live.behalf === id;
    return [
      !device && { name: 'write-for', label: say(writes ? 'write_for_nobody' : 'write_for', { name }), act: () => live.speakFor(writes ? null : id) },
      !device && activity && {
        name: 'ready-for', label: say(done ? 'not_ready_for' : 'ready_for', { name }),
        act: () => this.#do('mark_ready', { activity: activity.id, ready: !done, on_behalf_of: id }),
      },
      { name: 'rename', label: say('rename'), act: () => this.#askForName(row) },
      device && role !== 'facilitator' && { name: 'lead', label: say('let_lead'), act: act('change_role', { role: 'facilitator' }) },
      role === 'facilitator' && { name: 'follow', label: say('make_participant'), act: act('change_role', { role: 'participant' }) },
      { name: 'remove', label: say('remove_seat'), items: [{ name: 'remove-now', label: say('remove_seat_now', { name }), act: act('remove', {}) }] },
    ].filter(Boolean);
  }

  #askForName({ seat: { id, name }, main }) {
    askName({
      anchor: main, say: this.say, label: this.say('new_name', { name }), value: name, key: `seat ${id}`,
      save: (text) => this.#do('rename', { seat: id, name: text }), end: () => {},
    });
  }

  #askForSeat() {
    this.adding.hidden = true;
    askName({
      anchor: this.adding, say: this.say, label: this.say('add_seat_name'), key: `seat of ${this.data.code}`,
      save: (name) => this.#do('add_seat', { name }),
      end: () => {
        this.adding.hidden = false;
        this.adding.focus();
      },
    });
  }

  /** A refusal is told here, until the next press. */
  #do(verb, args) {
    const tell = (sentence) => {
      setText(this.alert, sentence);
      this.alert.hidden = !sentence;
    };
    tell('');
    this.live.do(verb, args, tell);
  }
}

/** Hands that are up come first, the oldest on top; then participants by name, and the others. */
function inTurn(a, b) {
  if (a.hand_at || b.hand_at) return (a.hand_at ?? '~') < (b.hand_at ?? '~') ? -1 : 1;
  return order[a.role] - order[b.role] || a.name.localeCompare(b.name);
}
