// A picture on its way to the server: made small enough here, then sent as it is; the cookie says whose it is.

const LONGEST_SIDE = 2000; // px; the server keeps no more
const SMALL_ENOUGH = 2 * 1024 * 1024; // bytes that even a slow network takes
const PATIENCE = 60_000; // ms
const KINDS = ['image/png', 'image/jpeg', 'image/webp']; // that the server reads

/** Sends a blob; its id. Throws an error whose message is a sentence of the server's, or null where there is no network. */
export async function upload(code, blob) {
  const answer = await post(`/images/${encodeURIComponent(code)}`, blob);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(said.code), { sentence: said.message ?? null });
  return said.image;
}

async function post(address, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(address, { method: 'POST', body, headers: { 'Content-Type': body.type }, signal: patience.signal });
  } catch (error) {
    throw Object.assign(error, { sentence: null });
  } finally {
    clearTimeout(timer);
  }
}

/** The picture no larger than needed. What this browser cannot read goes as it is: the server says what is wrong with it. */
export async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= SMALL_ENOUGH && KINDS.includes(file.type)) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const kind = file.type === 'image/png' && file.size <= SMALL_ENOUGH ? 'image/png' : 'image/jpeg';
  return (await new Promise((made) => canvas.toBlob(made, kind, 0.85))) ?? file;
}

/** A blob as text that can be stored, and back. */
export const asText = (blob) => new Promise((read) => {
  const reader = new FileReader();
  reader.onload = () => read(reader.result);
  reader.onerror = () => read('');
  reader.readAsDataURL(blob);
});

export function asBlob(text) {
  const [head, body] = text.split(',');
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.slice('data:'.length).split(';')[0] });
}
