// Style sheets inside a shadow root, and Streamlit's light or dark theme as an attribute they can use.

const texts = new Map();

/** Starts fetching a sheet beside this module; dress() waits for it. */
export function fetchSheet(name) {
  if (!texts.has(name)) texts.set(name, fetch(new URL(`./${name}`, import.meta.url)).then((answer) => answer.text()));
  return texts.get(name);
}

/** Puts the sheets into `shadow` and only then shows `element`, so that nobody sees it unstyled. */
export async function dress(shadow, element, names) {
  element.style.visibility = 'hidden';
  const style = document.createElement('style');
  shadow.append(style, element);
  style.textContent = (await Promise.all(names.map(fetchSheet))).join('\n');
  element.style.visibility = '';
  return style;
}

/** Marks `element` with data-theme="light" or "dark", after the background that Streamlit gives it. */
export function followTheme(element) {
  const [red, green, blue] = rgb(getComputedStyle(element).getPropertyValue('--st-background-color').trim() || '#fff');
  element.dataset.theme = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
}

/** Streamlit's own bar covers the top of the page: what sticks must stick below it. */
export function keepClearOfBar(element) {
  const bar = document.querySelector('[data-testid=stHeader]');
  element.style.setProperty('--cx-top', `${bar?.offsetHeight ?? 0}px`);
}

/** Any CSS colour as red, green, blue: the canvas knows them all. */
function rgb(colour) {
  const context = document.createElement('canvas').getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
