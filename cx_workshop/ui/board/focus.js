// Redrawing must not take the focus away: the same card keeps it, and if the card is gone, its neighbour gets it.

/** Call before drawing; what it returns puts the focus back after drawing. */
export function keepFocus({ root, lanes, menu }) {
  const active = root.getRootNode().activeElement;
  const article = (menu.opener ?? active)?.closest?.('[data-card]');
  const refocus = () => active?.isConnected && root.getRootNode().activeElement !== active && active.focus();
  if (!article) {
    return () => {
      if (menu.opener && !menu.opener.isConnected) menu.close(); // the menu of a lane that is gone
      refocus(); // the field of a lane that has moved
    };
  }
  const lane = lanes.laneOf(article);
  const index = lane.reachable.indexOf(article);
  return () => {
    const reachable = article.isConnected && lanes.laneOf(article).reachable.includes(article);
    if (menu.opener && reachable) return;
    menu.close();
    if (!reachable) lanes.focusNear(lane.id, index);
    else refocus();
  };
}
