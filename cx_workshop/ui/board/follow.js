// Which activity the board shows, and when Python is told that the workshop has moved on.

import { openActivity } from './store.js';

const SPREAD = 1200; // ms over which a room's browsers ask for their next page
const AGAIN = 8000; // ms after which Python, which has not come along, is told once more

export class Follow {
  /** `tell(activity)` lets Python switch the page; `tellCalled(activity)` the same, for where the facilitator called everybody. */
  constructor(tell, tellCalled = tell) {
    Object.assign(this, { tell, tellCalled });
    this.called = null; // where the facilitator called everybody, until something else opens
    this.data = {};
    this.told = undefined; // the open activity that Python knows of; undefined until we have heard of one
  }

  /** Takes in what Python asks for: {activity, follow, called}. */
  update({ activity, follow, called }) {
    const arrived = activity === (this.called ?? this.told);
    const another = activity !== this.data.activity; // the person has chosen it, or gone to another page
    if (another) this.last = this.called = null;
    if (called) this.called = activity;
    // On the same one, a run that already knows the workshop elsewhere leaves nobody behind: we follow on.
    this.data = { activity, follow: follow || (!another && this.data.follow) };
    // Who looks back on purpose is not called away by what opened before, and who has arrived is not called again.
    if (arrived || (!this.data.follow && !this.called)) clearTimeout(this.timer);
    if (follow && activity && !called) this.told ??= activity;
  }

  /** The id of the activity to show now, or null. */
  shown(state) {
    const open = openActivity(state)?.id;
    const { activity, follow } = this.data;
    const wanted = this.called ?? (follow ? open ?? this.last ?? activity : activity ?? open);
    this.last = state.activities.has(wanted) ? wanted : null;
    return this.last;
  }

  /** The open activity, if the person looks at another one on purpose. */
  elsewhere(state) {
    const open = openActivity(state);
    return (!this.data.follow || this.called) && open && open.id !== this.last ? open : null;
  }

  /** Call after every change of the state: tells Python once of each activity that opens. */
  notice(state) {
    if (!state.you) return; // nothing heard yet
    const open = openActivity(state);
    if (this.told === undefined) this.told = open?.id ?? null;
    if (!(this.data.follow || this.called) || !open || open.id === this.told) return;
    this.told = open.id;
    this.called = null;
    this.#call(open, Math.random() * SPREAD);
  }

  /** The facilitator calls everybody to this activity: it is shown at once, whoever looked back or ahead. */
  come(activity) {
    this.called = activity.id;
    if (activity.id === this.data.activity) clearTimeout(this.timer);
    else this.#call(activity, Math.random() * SPREAD, this.tellCalled);
  }

  #call(open, pause, tell = this.tell) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      tell(open);
      this.#call(open, AGAIN, tell);
    }, pause);
  }

  stop() {
    clearTimeout(this.timer);
  }
}
