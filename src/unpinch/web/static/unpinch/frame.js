/**
 * A frame of landmarks as it goes over the wire: a header of 24 bytes, then 32-bit numbers.
 *
 * @typedef {import("./camera.js").Seen} Seen
 */

const VERSION = 1;
const HEADER = 24;
const IMAGE = 33 * 4;
const WORLD = 33 * 3;
const NOBODY = 1;

/**
 * @param {Seen} seen
 * @param {number} sequence
 * @returns {ArrayBuffer}
 */
export function packed(seen, sequence) {
  const buffer = new ArrayBuffer(HEADER + 4 * (IMAGE + WORLD));
  const view = new DataView(buffer);
  view.setUint16(0, VERSION, true);
  view.setUint16(2, seen.width, true);
  view.setUint16(4, seen.height, true);
  view.setUint16(6, seen.seen ? 0 : NOBODY, true);
  view.setFloat64(8, seen.t_ms, true);
  view.setUint32(16, sequence, true);
  [...seen.image, ...seen.world].forEach((value, n) => view.setFloat32(HEADER + 4 * n, value, true));
  return buffer;
}
