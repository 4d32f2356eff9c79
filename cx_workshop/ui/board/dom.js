// Small helpers for building elements. Text always goes in as text, never as markup.

/** h('button', {class: 'quiet', onclick: f}, 'Undo'): an element with attributes, listeners and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Writes only what differs, so that redrawing costs nothing and screen readers hear nothing twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function setAttribute(element, name, value) {
  if (value === false || value == null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? '' : value);
}

/** Makes `children` the child nodes of `parent` with as few moves as a single insert, removal or shift needs. */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let cursor = parent.firstElementChild;
  for (const child of children) {
    if (cursor && cursor !== child && cursor.nextElementSibling === child) {
      const shifted = cursor; // it belongs further down: taking it out spares moving all that follow
      cursor = child;
      shifted.remove();
    }
    if (cursor === child) cursor = cursor.nextElementSibling;
    else parent.insertBefore(child, cursor);
  }
}

export const isTextField = (element) => element?.matches?.('input, textarea, select, [contenteditable]') ?? false;

export const coarsePointer = () => matchMedia('(pointer: coarse)').matches;
