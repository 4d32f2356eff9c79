// Streamlit's own connection. A restarted server meets the page with a session that knows none of its buttons until it has
// run once: the first press would do nothing. Streamlit tells its state in an attribute; we watch that.

const STATE = 'data-test-connection-state';

/** Calls `back` whenever Streamlit is connected again; returns how to stop. */
export function onReconnect(back) {
  const app = document.querySelector(`[${STATE}]`);
  if (!app) return () => {};
  let lost = false;
  const observer = new MutationObserver(() => {
    const connected = app.getAttribute(STATE) === 'CONNECTED';
    if (connected && lost) back();
    lost = !connected;
  });
  observer.observe(app, { attributes: true, attributeFilter: [STATE] });
  return () => observer.disconnect();
}
