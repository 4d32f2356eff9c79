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
  if (panel.matches('[popover]:popover-open')) panel.hidePopover();
  panel.hidden = true;
}

/** Calls `shut` on a press outside `panel` and `anchor` until the signal ends it. */
export function onPressOutside(panel, anchor, shut, signal) {
  const outside = (event) => !event.composedPath().includes(panel) && !event.composedPath().includes(anchor);
  document.addEventListener('pointerdown', (event) => outside(event) && shut(), { capture: true, signal });
}
