// Streamlit calls mount() again on every rerun, on the same shadow root and without leaving in between; only the last cleanup
// is ever called. So a shadow root keeps what was built for it, and every cleanup takes the same thing away.

/** mounting(build) -> mount(component); `build(shadow, data)` makes something with update(data, trigger) and leave(). */
export function mounting(build) {
  const built = new WeakMap();
  return ({ parentElement, data, setTriggerValue }) => {
    const identity = `${data.code} ${data.language}`; // another workshop or language starts afresh
    if (built.get(parentElement)?.identity !== identity) {
      built.get(parentElement)?.thing.leave();
      built.set(parentElement, { identity, thing: build(parentElement, data) });
    }
    built.get(parentElement).thing.update(data, setTriggerValue);
    return () => {
      built.get(parentElement)?.thing.leave();
      built.delete(parentElement);
    };
  };
}
