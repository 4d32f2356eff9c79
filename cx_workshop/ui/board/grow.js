// A textarea as high as its text, up to half the window.

export function grow(field) {
  field.style.height = 'auto';
  const border = field.offsetHeight - field.clientHeight;
  field.style.height = `${Math.min(field.scrollHeight + border, innerHeight / 2)}px`;
}

/** True for the Enter that sends: not Shift+Enter, and not the one that ends a composition (Japanese, Chinese, accents). */
export const isSend = (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
