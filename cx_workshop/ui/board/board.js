// The board as a Streamlit component: mount() puts it into a shadow root, updates it on every rerun and returns how to leave.

import { Acts } from './acts.js';
import { Announcer } from './announce.js';
import { Behalf } from './behalf.js';
import { Caller } from './caller.js';
import { Hand } from './hand.js';
import { h } from './dom.js';
import { Drag } from './drag.js';
import { draft, editKey, filledCards } from './drafts.js';
import { Editor } from './edit.js';
import { isForm } from './fields.js';
import { FillEditor } from './fill.js';
import { keepFocus } from './focus.js';
import { Follow } from './follow.js';
import { Heading } from './heading.js';
import { helpDialog, openHelp } from './help.js';
import { createView } from './layouts.js';
import { listen } from './listen.js';
import { join } from './live.js';
import { Menu } from './menu.js';
import { Messages } from './messages.js';
import { mounting } from './mounts.js';
import { glowing, news } from './news.js';
import { Panel } from './panel.js';
import { Pictures } from './pictures.js';
import { Privacy } from './privacy.js';
import { Prompts } from './prompts.js';
import { giveBack, rescueEdits, rescueSheet, rescueTyping } from './rescue.js';
import { hindrance } from './rights.js';
import { withSheets } from './sheet_field.js';
import { Signals } from './signals.js';
import { sorted } from './store.js';
import { dress, fetchSheet, followTheme, keepClearOfBar } from './styles.js';
import { Thread } from './thread.js';
import { Unseen } from './unseen.js';
import { uuid } from './uuid.js';
import { Voting } from './voting.js';
import { speaker } from './words.js';

const sheets = [
  'theme.css', 'board.css', 'bars.css', 'grid.css', 'themes.css', 'matrix.css', 'sliders.css', 'thread.css', 'fields.css', 'draw.css', 'votes.css',
  'signals.css',
];
sheets.forEach(fetchSheet);

export const mount = mounting((shadow, data) => new Board(shadow, data));

class Board {
  constructor(shadow, data) {
    const say = (this.say = speaker(data.words));
    this.data = data;
    this.fresh = new Set();
    this.cards = new Map();
    this.announcer = new Announcer(say);
    this.messages = new Messages(data.code, say);
    this.acts = new Acts(this);
    this.follow = new Follow((activity) => this.#tellOpened(activity), ({ id, step }) => this.trigger('called', { activity: id, step }));
    this.caller = new Caller(this);
    this.privacy = new Privacy(say);
    this.undoButton = h('button', { type: 'button', class: 'quiet', 'data-role': 'undo', title: say('undo_long'), onclick: () => this.undo() }, say('undo'));
    const help = helpDialog(say);
    this.help = () => openHelp(help, { leads: this.you?.role === 'facilitator' });
    const keys = h('button', { type: 'button', class: 'quiet', 'data-role': 'keys', onclick: this.help }, say('keys'));
    this.heading = new Heading({ say, buttons: [this.undoButton, keys], goThere: () => this.#tellOpened(this.follow.elsewhere(this.live.state)) });
    this.signals = new Signals(this);
    this.behalf = new Behalf(this);
    this.empty = h('p', { class: 'empty', role: 'status' });
    this.place = h('div');
    this.voting = new Voting(this);
    this.prompts = new Prompts(this);
    this.hand = new Hand(this);
    this.root = h('div', { class: 'cx-board', lang: data.language, 'data-role': 'board' },
      this.behalf.element, this.heading.element, this.signals.element, this.messages.element, this.empty,
      h('div', { class: 'drawers' }, this.heading.details, this.prompts.element, this.hand.element),
      this.privacy.element, this.voting.bar.element, this.place, this.voting.results.element, this.announcer.element, help);
    this.menu = new Menu(this.root, say);
    this.panel = new Panel(this.root, say);
    this.pictures = new Pictures({ code: data.code, root: this.root, say });
    this.thread = new Thread(this);
    this.stopListening = listen(this);
    this.style = dress(shadow, this.root, sheets);
    this.live = join(data.code, data.language);
    this.unseen = new Unseen(this);
    this.voting.results.element.before(this.unseen.element);
    this.unlisten = this.live.listen((change) => this.#changed(change));
  }

  update(data, setTriggerValue) {
    const methods = JSON.stringify(data.methods);
    if (this.methods !== methods) this.activity = null; // other lanes or words: build the lanes anew
    Object.assign(this, { data, methods, trigger: setTriggerValue });
    this.follow.update(data);
    followTheme(this.root);
    keepClearOfBar(this.root);
    this.draw();
  }

  async leave() {
    this.follow.stop();
    this.announcer.stop();
    this.menu.close();
    this.lanes?.leave?.();
    this.unlisten();
    this.unseen.stop();
    this.live.unwatch(this);
    this.live.unwatch(this.hand);
    this.live.leave();
    this.stopListening();
    cancelAnimationFrame(this.frame);
    this.root.remove();
    (await this.style).remove();
  }

  // Drawing

  /** Draws with the next frame; a hidden tab has no frames and draws when it is looked at. */
  #later() {
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    const { state } = this.live;
    this.follow.notice(state);
    this.caller.heed();
    const activity = state.activities.get(this.follow.shown(state));
    this.heading.element.hidden = this.signals.element.hidden = this.place.hidden = this.prompts.element.parentElement.hidden = this.privacy.element.hidden = !activity;
    this.empty.hidden = Boolean(activity);
    if (!activity) return this.#drawEmpty();
    if (activity.id !== this.activity) this.#begin(activity);
    this.cards = this.live.cards(activity.id);
    if (this.data.stage) for (const { id, hidden } of this.cards.values()) if (hidden) this.cards.delete(id);
    rescueEdits(this);
    const restoreFocus = keepFocus(this);
    this.lanes.update(activity, state.you, this.cards);
    this.#drawHeading(activity);
    this.#drawCards(activity);
    restoreFocus();
  }

  #drawEmpty() {
    const { connection, state } = this.live;
    const key = connection.state === 'refused' ? 'status_refused' : state.you ? 'no_activity' : 'loading';
    this.empty.textContent = this.say(key);
  }

  #drawHeading(activity) {
    const { state, connection } = this.live;
    const { workshop, you } = state;
    this.reason = hindrance({ workshop, activity, you, readonly: this.data.readonly, refused: connection.state === 'refused', voting: this.voting.isOpen })
      ?? this.lanes.bars.hindrance();
    const elsewhere = this.follow.elsewhere(state);
    const step = this.data.steps?.find(({ id }) => id === activity.step) ?? { name: activity.step, diamond: 1 };
    this.root.dataset.diamond = step.diamond;
    this.root.dataset.mode = activity.mode;
    this.root.toggleAttribute('data-writable', this.writable);
    this.undoButton.hidden = !this.writable;
    this.behalf.draw();
    this.signals.draw(activity, this.reason);
    this.heading.draw({
      activity, step, method: this.#method(activity), challenge: workshop.challenge, reason: this.reason, you,
      elsewhere: elsewhere && this.#method(elsewhere).name,
    });
  }

  #drawCards(activity) {
    const { state } = this.live;
    const { say, method, pictures, fresh, writable, data: { language } } = this;
    const about = { say, method, pictures, language, fresh, writable, you: state.you, writer: this.behalf.as(state.you), seats: state.seats, reason: this.reason && say(this.reason) };
    this.lanes.bars.draw({ cards: this.cards, writable });
    this.sorted = sorted(this.cards, this.lanes.ids, (card) => this.lanes.places.of(card));
    const shown = this.lanes.draw(this.sorted, about);
    this.fresh.clear();
    for (const view of this.lanes.editable) view.editor?.draw(this.cards.get(view.id));
    // Edits that a reload or a look at another sheet interrupted go on.
    this.#goOnWriting(shown);
    this.thread.draw();
    this.privacy.draw(activity, state.boards.get(activity.id)?.hidden);
    this.voting.draw();
    this.unseen.draw(activity, this.voting.vote);
    this.hand.draw(activity);
    this.prompts.draw(activity);
    this.#mark(activity, shown);
    this.caller.point();
  }

  #goOnWriting(shown) {
    const filling = shown.length ? filledCards() : [];
    for (const id of shown) {
      const card = this.cards.get(id);
      if (this.writable && draft(editKey(id))) this.edit(card, { focus: false, fill: false });
      if (filling.includes(id) && this.acts.can('fill', card)) this.edit(card, { focus: false, fill: true });
    }
  }

  /** A page that measures finds when a board stood, and when each card that came later was on it. */
  #mark(activity, shown) {
    const known = this.live.state.boards.has(activity.id);
    this.lanes.element.setAttribute('aria-busy', String(!known));
    if (known && !this.drawn) {
      this.drawn = true;
      performance.mark('cx-board-drawn', { detail: { activity: activity.id, cards: shown.length } });
    } else {
      for (const card of shown) performance.mark('cx-card-shown', { detail: { card } });
    }
  }

  #begin(activity) {
    const method = withSheets(this.#method(activity), this);
    const focused = this.lanes?.element.contains(this.lanes.element.getRootNode().activeElement);
    if (this.activity && this.activity !== activity.id) {
      rescueTyping(this, this.activity);
      this.announcer.own(this.say('now', { method: method.name }));
    }
    this.menu.close();
    this.lanes?.leave?.();
    this.thread.begin();
    this.voting.begin();
    this.unseen.begin();
    this.activity = activity.id;
    this.drawn = false;
    this.live.watch(this, activity.id);
    this.method = method;
    this.lanes = createView(method, activity, {
      activity: activity.id, say: this.say, add: (place, text, more) => this.#add(place, text, more), redraw: () => this.draw(),
      send: (verb, args) => this.send(verb, args), edit: (id) => this.cards.has(id) && this.edit(this.cards.get(id)), board: this,
      pictures: this.pictures, language: this.data.language,
      live: this.live, tell: (sentence) => this.announcer.own(sentence), rescue: () => rescueSheet(this),
    });
    new Drag(this.lanes.grid, {
      mayMove: (id) => this.acts.can('move', this.cards.get(id)),
      drop: (id, place, before, spot) => this.lanes.drop(this.cards.get(id), place, before, spot),
    });
    this.place.replaceChildren(this.lanes.element);
    if (focused) this.heading.name.focus();
  }

  #method(activity) {
    return this.data.methods[activity.method] ?? { name: activity.method, lanes: [] };
  }

  get writable() {
    return !this.reason;
  }

  get you() {
    return this.live.state.you;
  }

  // Acting

  send(verb, args) {
    this.live.do(verb, args);
    this.draw();
  }

  undo() {
    if (!this.undoButton.hidden && this.live.outbox) this.send('undo', {});
  }

  /** `fill`: all fields of the card, not only its text. */
  edit(card, { focus = true, fill = isForm(this.method) } = {}) {
    const view = this.lanes.viewOf(card.id);
    const editor = view.editor ?? (fill ? this.#fillEditor(view, card) : new Editor({
      view, card, say: this.say, save: (text) => this.send('edit_card', { card: card.id, text }),
    }));
    if (!focus) return;
    if (fill) view.article.scrollIntoView({ block: 'start' });
    editor.focus();
  }

  #fillEditor(view, card) {
    const { method, say, pictures, data: { language } } = this;
    const save = (changes) => this.send('fill_card', { card: card.id, ...changes });
    const leave = (text) => this.messages.leaveOver(uuid(), say('frozen'), text);
    return new FillEditor({ view, card, method, say, pictures, language, save, leave });
  }

  openMenu(id) {
    const items = this.acts.items(this.cards.get(id));
    if (this.writable && items.length) this.menu.open(this.lanes.views.get(id).article, items);
  }

  /** `more`: further arguments of add_card, such as fields. Returns the card's id. */
  #add(place, text, more = {}) {
    const card = uuid();
    performance.mark('cx-card-added', { detail: { card } });
    this.send('add_card', { activity: this.activity, card, ...this.lanes.places.at(place), text, ...this.thread.take(), ...this.behalf.args, ...more });
    const then = this.lanes.places.afterAdding?.(card, place);
    if (then) this.send(...then);
    this.lanes.views.get(card)?.article.scrollIntoView({ block: 'nearest' });
    return card;
  }

  // Listening

  #changed(change) {
    if (change.type === 'refused') {
      if (change.command.verb === 'pass_sheets_on' && this.lanes?.bars.refused(change.command)) return true;
      this.draw();
      giveBack(this, change.command, change.message);
      return true;
    }
    this.lanes?.heard?.(change);
    if (change.type === 'message') this.unseen.hear(change.message);
    if (change.type === 'message' && change.message.op === 'event') this.#tellNews(change);
    if (change.type === 'connection' && this.live.connection.state === 'refused') this.messages.alert(this.live.connection.refusal);
    this.#later();
    return false;
  }

  #tellNews({ message, before }) {
    for (const id of glowing(message, this.you)) this.fresh.add(id);
    if (message.seat !== this.you?.id) this.lanes?.bars.hear(message, this.live.state);
    const sentence = news({ message, before, board: this });
    if (sentence) this.announcer.others(sentence);
  }

  #tellOpened({ id, step }) {
    this.trigger('opened', { activity: id, step, seq: this.live.state.seq });
  }
}
