// A board of themes: what lies loose on one side, the themes with their cards on the other.

import { arrange, h, setText } from './dom.js';
import { Lane } from './lane.js';
import { Lanes } from './lanes.js';
import { merge } from './merge.js';
import { orderItems } from './order.js';
import { THEMES } from './store.js';
import { Suggestions } from './suggestions.js';
import { ThemeLane } from './themelane.js';
import { uuid } from './uuid.js';
import { counted } from './words.js';

const NEW = 'new'; // dropping a card on the button makes a theme of it

export class Themes extends Lanes {
  build() {
    this.suggestions = new Suggestions(this);
    this.grid.before(this.suggestions.element);
  }

  createLane(options) {
    if (options.lane.id === this.places.loose.id) return new Loose(options);
    return new ThemeLane({ ...options, board: this.board, menu: (theme) => this.#themeItems(theme) });
  }

  place(lanes) {
    this.box ??= h('div', { class: 'themes' });
    this.more ??= h('button', { type: 'button', class: 'new-theme', 'data-role': 'new-theme', 'data-lane': NEW, 'data-free': true, onclick: () => this.#make() }, this.say('theme_new'));
    arrange(this.chips, lanes.map((lane) => lane.chip));
    arrange(this.box, [this.more, ...lanes.slice(1).map((lane) => lane.element)]);
    arrange(this.grid, [lanes[0].element, this.box]);
    this.grid.classList.add('grouping');
  }

  draw(cards, about) {
    const shown = super.draw(cards, about);
    for (const theme of this.places.themes) {
      const lane = this.lanes.get(theme.id);
      if (!lane.theme) shown.push(theme.id);
      lane.drawTheme(theme, about);
    }
    const ids = new Set(this.places.all.map(({ id }) => id));
    if ([...this.lanes.keys()].some((id) => !ids.has(id))) this.showPlaces(); // a theme is gone, its cards lie elsewhere now
    this.more.hidden = !about.writable;
    this.suggestions.draw(about);
    return shown;
  }

  heard(change) {
    this.suggestions.heard(change);
  }

  get editable() {
    return [...super.editable, ...this.themeLanes];
  }

  viewOf(id) {
    return super.viewOf(id) ?? this.lanes.get(id);
  }

  nameOf(card) {
    return card.lane === THEMES ? this.say('themes') : super.nameOf(card);
  }

  drop(card, place, before) {
    if (place !== NEW) super.drop(card, place, before);
    else if (this.board.acts.can('move', card)) this.#make(card);
  }

  /** Where a card's menu lets it go. */
  moves(card) {
    const { say, places } = this;
    const loose = this.board.acts.can('move', card) && places.isTheme(card.theme) &&
      { name: 'loose', label: say('theme_out'), act: () => this.board.acts.move(card, places.loose.id, null) };
    return [{ name: 'theme', key: 'T', label: say('theme_in'), items: this.#targets(card) }, loose, ...this.board.acts.upAndDown(card)];
  }

  pressed(key, card) {
    if (key !== 't' || !this.board.acts.can('move', card)) return false;
    this.board.menu.open(this.viewOf(card.id).article, this.#targets(card));
    return true;
  }

  get themeLanes() {
    return [...this.lanes.values()].filter((lane) => lane instanceof ThemeLane);
  }

  #targets(card) {
    const here = this.places.of(card);
    const into = ({ id, text }) => ({ label: text, lane: id, act: () => this.board.acts.move(card, id, null) });
    return [
      ...this.places.themes.filter(({ id, status }) => id !== here && status !== 'parked').map(into),
      { name: 'new-theme', label: this.say('theme_from_card'), act: () => this.#make(card) },
    ];
  }

  #themeItems(theme) {
    const { say, board } = this;
    const act = (name, label) => board.acts.can(name, theme) && { name, label: say(label), act: () => board.acts.run(name, theme) };
    const into = (other) => ({ label: other.text, lane: other.id, act: () => merge(board, theme, other) });
    const others = this.places.themes.filter(({ id }) => id !== theme.id);
    return [
      act('edit', 'theme_rename'),
      ...orderItems({
        parts: this.places.themes.map(({ id, text }) => ({ id, name: text })), id: theme.id, say, tell: (sentence) => board.announcer.own(sentence),
        move: (before) => this.send('move_card', { card: theme.id, lane: THEMES, before }),
      }),
      others.length > 0 && { name: 'merge', label: say('act_merge'), items: others.map(into) },
      act('keep', 'act_keep'), act('reopen', 'act_reopen'), act('park', 'act_park'), { ...act('remove', 'theme_remove'), act: () => this.#remove(theme) },
    ].filter(Boolean);
  }

  #remove(theme) {
    this.board.acts.run('remove', theme);
    this.lanes.get(this.places.loose.id).heading.focus();
  }

  /** A theme, with a card in it or empty; its name is the next thing to write. */
  #make(card) {
    const id = uuid();
    const names = new Set(this.places.themes.map(({ text }) => text));
    let n = 1;
    while (names.has(this.say('theme_number', { n }))) n += 1;
    this.send('add_card', { activity: this.activity, card: id, lane: THEMES, text: this.say('theme_number', { n }) });
    if (card) this.send('put_in_theme', { card: card.id, theme: id, before: null });
    const lane = this.lanes.get(id);
    lane.element.scrollIntoView({ block: 'nearest' });
    this.board.edit(this.board.cards.get(id));
    lane.editor.field.select();
  }
}

/** The cards that are in no theme yet, and how many. */
class Loose extends Lane {
  constructor(options) {
    super(options);
    this.element.classList.add('loose');
  }

  draw(lying, parked, about) {
    super.draw(lying, parked, about);
    setText(this.count, counted(this.say, 'loose', lying.length));
  }
}
