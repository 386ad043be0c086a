/**
 * A tape as a source of landmarks, in the place of a camera: the frames of a recording, in their
 * own time or from any place in it.
 *
 * @typedef {import("./camera.js").Seen} Seen
 * @typedef {import("./camera.js").Told} Told
 */

import { BYTES, unpacked } from "./frame.js";

const FEW_MS = 15;

export class Tape {
  /** @param {ArrayBuffer} messages one after the other, as a camera sends them */
  constructor(messages) {
    /** @type {Seen[]} */
    this.frames = [];
    for (let at = 0; at + BYTES <= messages.byteLength; at += BYTES) {
      this.frames.push(unpacked(messages, at));
    }
    this.first = this.frames[0]?.t_ms ?? 0;
    this.length = (this.frames.at(-1)?.t_ms ?? 0) - this.first;
    this.place = 0; // milliseconds from its beginning
    this.mirrored = false;
    /** @type {number | undefined} */
    this.timer = undefined;
    /** @type {Told | null} */
    this.told = null;
  }

  get running() {
    return this.timer !== undefined;
  }

  /** @param {Told} told */
  start(told) {
    this.stop();
    this.told = told;
    const zero = told.now() - this.place;
    told.ready();
    this.timer = setInterval(() => this.go(told.now() - zero), FEW_MS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /**
   * The frame at this place is shown, if it is another one than before.
   * @param {number} place
   */
  go(place) {
    const before = this.number(this.place);
    this.place = Math.min(Math.max(place, 0), this.length);
    const now = this.number(this.place);
    if (now !== before) this.told?.seen(this.frames[now]);
    if (this.running && this.place >= this.length) {
      this.stop();
      this.told?.lost("The recording has ended.");
    }
  }

  /**
   * The last frame that is not after this place.
   * @param {number} place
   */
  number(place) {
    let low = 0;
    let high = this.frames.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.frames[middle].t_ms - this.first <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
