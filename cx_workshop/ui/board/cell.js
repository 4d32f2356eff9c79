// One cell of a grid: a lane without a heading to be seen. Where rows and columns have their names, it needs none.

import { Lane } from './lane.js';
import { SmallWrite } from './small_write.js';

export class Cell extends Lane {
  constructor(options) {
    super(options);
    this.element.classList.add('cell');
    this.element.setAttribute('role', 'group'); // seventy landmarks would be no help
    this.element.tabIndex = -1;
    this.heading.classList.add('unseen');
    this.reach(false);
  }

  createWrite(options) {
    return new SmallWrite(options);
  }

  draw(lying, parked, about) {
    super.draw(lying, parked, about);
    this.element.toggleAttribute('data-empty', !lying.length);
    this.#beReached();
  }

  reach(reached) {
    super.reach(reached);
    this.write.reach(reached);
    this.#beReached();
  }

  focusEmpty() {
    if (this.write.element.hidden) this.element.focus();
    else this.write.focus();
  }

  /** A cell in which there is nothing to focus is focused itself. */
  #beReached() {
    this.element.tabIndex = !this.aside && this.write.element.hidden && !this.reachable.length ? 0 : -1;
  }
}
