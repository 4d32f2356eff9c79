// What a team makes of its board: columns, rows and sheets of its own, renamed and taken away by a small menu on their heads.
// Nothing is shown before the server has said yes: others may be busy with the same head.

import { h, setAttribute } from './dom.js';
import { nameKey } from './drafts.js';
import { Menu } from './menu.js';
import { askName } from './name_field.js';
import { orderItems } from './order.js';
import { uuid } from './uuid.js';

export class Parts {
  /** `names(kind)` gives the parts as they are: [{id, name}]; `tell(sentence)` speaks. */
  constructor({ activity, method, say, send, names, tell }) {
    Object.assign(this, { activity, say, send, names, tell });
    this.own = new Set([...(method.own ?? []), ...(method.sheets && !method.travels ? ['sheets'] : [])]);
    this.buttons = new Map(); // menu button -> [kind, id]
    this.writable = false;
    this.add = ['lanes', 'rows'].filter((kind) => this.own.has(kind)).map((kind) => this.#addButton(kind, say(`add_${kind}`)));
    this.element = h('div', { class: 'parts' }, ...this.add);
    this.menu = new Menu(this.element, say);
  }

  /** The heading itself, or with its menu beside it where the team may have parts of this kind. */
  crown(kind, id, heading) {
    if (!this.own.has(kind)) return heading;
    const crown = h('div', { class: 'crown' });
    heading.replaceWith(crown);
    crown.append(heading, this.menuButton(kind, id));
    return crown;
  }

  menuButton(kind, id) {
    const button = h('button', {
      type: 'button', class: 'more part-menu', 'data-role': 'part-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false', hidden: !this.writable,
      onclick: () => (this.menu.opener === button ? this.menu.close({ refocus: true }) : this.#openMenu(button)),
    }, h('span', { 'aria-hidden': 'true' }, '⋮'));
    this.buttons.set(button, [kind, id]);
    return button;
  }

  /** The menu button now stands for another part, that of the sheet looked at. */
  stand(button, kind, id) {
    this.buttons.set(button, [kind, id]);
  }

  draw(writable) {
    this.writable = writable;
    for (const button of this.add) button.hidden = !writable;
    for (const [button, [kind, id]] of this.buttons) {
      if (!button.isConnected) this.buttons.delete(button);
      button.hidden = !writable;
      setAttribute(button, 'aria-label', this.say('part_menu', { name: this.#name(kind, id) }));
    }
  }

  /** Asks for the name of a new part, behind another or at the end; `made(id)` is told its id. */
  ask(kind, anchor, { after = null, placeholder = '', made } = {}) {
    if (anchor.nextElementSibling?.matches('.name-field')) return;
    const save = (name) => {
      const id = uuid();
      made?.(id);
      this.send('add_part', { activity: this.activity, kind, id, name, after });
    };
    askName({ anchor, say: this.say, label: this.say(`name_${kind}`), placeholder, key: nameKey(this.activity, kind), save, end: () => this.#focus(anchor) });
  }

  #addButton(kind, label) {
    const button = h('button', { type: 'button', class: 'quiet', hidden: true, 'data-role': `add-${kind}`, onclick: () => this.ask(kind, button) }, label);
    return button;
  }

  #openMenu(button) {
    const [kind, id] = this.buttons.get(button);
    const { say } = this;
    const items = [
      { name: 'rename_part', label: say('rename'), act: () => this.#rename(button, kind, id) },
      kind !== 'sheets' && { name: 'add_after', label: say(`add_after_${kind}`), act: () => this.ask(kind, button, { after: id }) },
      ...orderItems({
        parts: this.names(kind), id, say, tell: this.tell, ...(kind === 'rows' && { words: ['act_up', 'act_down'] }),
        move: (before) => this.send('move_part', { activity: this.activity, kind, id, before }),
      }),
      { name: 'drop_part', label: say('act_remove'), act: () => this.send('drop_part', { activity: this.activity, kind, id }) },
    ];
    this.menu.open(button, items.filter(Boolean), button);
  }

  #rename(button, kind, id) {
    const value = this.#name(kind, id);
    const heading = button.closest('.crown')?.firstElementChild;
    const shown = [button, heading].filter(Boolean);
    const show = (visible) => shown.forEach((element) => element.toggleAttribute('data-renamed', !visible));
    const end = () => {
      show(true);
      this.#focus(button);
    };
    show(false);
    askName({
      anchor: button, say: this.say, label: this.say('new_name', { name: value }), value, key: nameKey(this.activity, kind, id),
      save: (name) => this.send('rename_part', { activity: this.activity, kind, id, name }), end,
    });
  }

  #name(kind, id) {
    return this.names(kind).find((part) => part.id === id)?.name ?? '';
  }

  #focus(element) {
    if (!element.hidden) element.focus();
  }
}
