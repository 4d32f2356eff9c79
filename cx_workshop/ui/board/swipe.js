// A finger that wipes sideways. It needs a clear gesture: what is more of a scroll than of a swipe stays a scroll.

const FAR = 70; // px

/** Calls `turn(1)` for a swipe to the left, that is on to the next, `turn(-1)` for one to the right; where nothing scrolls sideways. */
export function onSwipe(element, turn) {
  let start = null;
  element.addEventListener('touchstart', ({ touches }) => {
    start = touches.length === 1 && element.scrollWidth <= element.clientWidth + 1 ? touches[0] : null;
  }, { passive: true });
  element.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!start) return;
    const across = end.clientX - start.clientX;
    const along = Math.abs(end.clientY - start.clientY);
    if (Math.abs(across) > FAR && Math.abs(across) > 2 * along) turn(across < 0 ? 1 : -1);
    start = null;
  });
}
