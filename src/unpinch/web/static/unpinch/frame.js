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
const RECORD = 2;
export const BYTES = HEADER + 4 * (IMAGE + WORLD);

/**
 * @param {Seen} seen
 * @param {number} sequence
 * @param {boolean} record the person asks to keep it
 * @returns {ArrayBuffer}
 */
export function packed(seen, sequence, record = false) {
  const buffer = new ArrayBuffer(BYTES);
  const view = new DataView(buffer);
  view.setUint16(0, VERSION, true);
  view.setUint16(2, seen.width, true);
  view.setUint16(4, seen.height, true);
  view.setUint16(6, (seen.seen ? 0 : NOBODY) | (record ? RECORD : 0), true);
  view.setFloat64(8, seen.t_ms, true);
  view.setUint32(16, sequence, true);
  [...seen.image, ...seen.world].forEach((value, n) => view.setFloat32(HEADER + 4 * n, value, true));
  return buffer;
}

/**
 * @param {ArrayBuffer} buffer messages one after the other
 * @param {number} at where this one begins
 * @returns {Seen}
 */
export function unpacked(buffer, at) {
  const view = new DataView(buffer, at, BYTES);
  const numbers = Float32Array.from({ length: IMAGE + WORLD }, (_, n) => view.getFloat32(HEADER + 4 * n, true));
  return {
    seen: (view.getUint16(6, true) & NOBODY) === 0,
    image: numbers.subarray(0, IMAGE),
    world: numbers.subarray(IMAGE),
    width: view.getUint16(2, true),
    height: view.getUint16(4, true),
    t_ms: view.getFloat64(8, true),
  };
}
