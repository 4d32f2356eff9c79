// A small panel over everything else, next to the button it belongs to. The style sheet turns it into a sheet at the
// bottom of a phone; browsers without popovers show it in place.

/** Opens `panel` below (or above) `anchor`, kept inside the window. */
export function openAt(panel, anchor) {
  panel.hidden = false;
  panel.popover = 'manual';
  panel.showPopover?.();
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = box.bottom + height + 8 <= innerHeight || box.top < height + 8;
  panel.style.left = `${Math.max(8, Math.min(box.right - width, innerWidth - width - 8))}px`;
  panel.style.top = `${Math.max(8, below ? Math.min(box.bottom + 4, innerHeight - height - 8) : box.top - height - 4)}px`;
}

export function close(panel) {
  panel.popover = null; // also closes it
  panel.hidden = true;
}

/** Calls `shut` on a press outside `panel` and `anchor` until the signal ends it. */
export function onPressOutside(panel, anchor, shut, signal) {
  const outside = (event) => !event.composedPath().includes(panel) && !event.composedPath().includes(anchor);
  document.addEventListener('pointerdown', (event) => outside(event) && shut(), { capture: true, signal });
}

/** A button that shows and hides a panel; Escape and a press elsewhere hide it as well. */
export class Flyout {
  constructor(button, panel) {
    Object.assign(this, { button, panel });
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => (this.ended ? this.shut() : this.#open()));
    panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.shut({ refocus: true }));
    panel.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !panel.contains(relatedTarget) && this.shut());
  }

  #open() {
    this.ended = new AbortController();
    this.button.setAttribute('aria-expanded', 'true');
    openAt(this.panel, this.button);
    onPressOutside(this.panel, this.button, () => this.shut(), this.ended.signal);
    this.panel.focus();
  }

  shut({ refocus = false } = {}) {
    if (!this.ended) return;
    this.ended.abort();
    this.ended = null;
    this.button.setAttribute('aria-expanded', 'false');
    close(this.panel);
    if (refocus) this.button.focus();
  }
}
