/** Finding parts of the page: what a template promised is there, or we say so. */

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part "${id}".`);
  return found;
}

/**
 * Set a text only when it differs, so that nothing is read out or laid out twice.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @template T
 * @param {string} id of a JSON data block
 * @param {T} otherwise
 * @returns {T}
 */
export function data(id, otherwise) {
  const block = document.getElementById(id);
  return block?.textContent ? JSON.parse(block.textContent) : otherwise;
}
