/**
 * The person on the screen: fetches each exercise once, and moves from pose to pose.
 *
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./figure.js").Motion} Motion
 * @typedef {import("./figure.js").Slot} Slot
 * @typedef {{start: string, motion: Motion}} Drawn
 * @typedef {{format: number, slots: Slot[], scale: number, first: number[], bends: number[][]}} Way
 */

import { HOLD, START, playMotion, show } from "./figure.js";

const WAY_MS = 2400;
const SHORTEST_WAY_MS = 700;
const FADE_MS = 210;
const NONE = "-";

/** @param {Scene} scene */
export function address(scene) {
  if (!scene.exercise) return null;
  return `/figure/${scene.exercise}/${scene.variation ?? NONE}/${scene.side ?? NONE}/`;
}

/**
 * How long the figure takes: no longer than the scene has, and at once if it began long ago.
 * @param {Scene} scene
 * @param {number} now
 */
export function wayMs(scene, now) {
  if (now - scene.at_ms > WAY_MS) return 0;
  if (!scene.until_ms) return WAY_MS;
  return Math.min(WAY_MS, Math.max(scene.until_ms - now, SHORTEST_WAY_MS));
}

/**
 * Keyframes from the small numbers in which they came: each row of bends changes the change.
 * @param {Way} way
 * @returns {Motion}
 */
export function unpack({ format, slots, scale, first, bends }) {
  const now = [...first];
  const change = first.map(() => 0);
  const frames = [first.map((number) => number / scale)];
  for (const row of bends) {
    row.forEach((bend, place) => {
      change[place] += bend;
      now[place] += change[place];
    });
    frames.push(now.map((number) => number / scale));
  }
  return { format, slots, frames };
}

export class Picture {
  /**
   * @param {HTMLElement} place
   * @param {HTMLElement} begins where a still picture shows its start
   * @param {boolean} still
   */
  constructor(place, begins, still) {
    this.place = place;
    this.begins = begins;
    this.still = still;
    /** @type {Map<string, Promise<Drawn>>} */
    this.known = new Map();
    /** @type {string | null} */
    this.shown = null;
    this.share = START;
    /** @type {Drawn | null} */
    this.drawn = null;
  }

  /**
   * @param {string} from
   * @returns {Promise<Drawn>}
   */
  fetch(from) {
    const known = this.known.get(from);
    if (known) return known;
    const coming = fetch(from)
      .then((answer) => answer.json())
      .then(({ start, way }) => ({ start, motion: unpack(way) }));
    coming.catch(() => this.known.delete(from)); // ask again next time
    this.known.set(from, coming);
    return coming;
  }

  /**
   * Fetch what will be needed, one after the other, so that a lost line does not stop the picture.
   * @param {Scene[]} scenes
   */
  async prepare(scenes) {
    for (const from of new Set(scenes.map(address))) {
      if (from) await this.fetch(from).catch(() => null);
    }
  }

  /**
   * @param {Scene} scene
   * @param {() => number} now
   */
  async turnTo(scene, now) {
    const from = address(scene);
    if (!from) {
      this.clear();
      return;
    }
    const share = scene.pose === "hold" ? HOLD : START;
    if (from === this.shown) {
      if (share !== this.share) this.move(share, wayMs(scene, now()));
      return;
    }
    this.shown = from;
    this.share = START;
    try {
      const drawn = await this.fetch(from);
      if (this.shown === from) await this.replace(drawn, from);
      if (this.shown === from) this.move(share, wayMs(scene, now()));
    } catch {
      if (this.shown === from) this.shown = null; // words and number go on without it
    }
  }

  /** No picture is better than one of something else. */
  clear() {
    if (this.shown === null && !this.drawn) return;
    this.shown = null;
    this.drawn = null;
    this.place.replaceChildren();
    this.begins.replaceChildren();
  }

  /**
   * @param {Drawn} drawn
   * @param {string} from
   */
  async replace(drawn, from) {
    if (this.drawn && !this.still) await this.fade(1, 0);
    if (this.shown !== from) return;
    this.drawn = drawn;
    this.place.innerHTML = drawn.start;
    // Two drawings on one page need two sets of ids.
    if (this.still) this.begins.innerHTML = drawn.start.replaceAll('"s-', '"b-').replaceAll("#s-", "#b-").replaceAll(" s-", " b-");
    if (!this.still) void this.fade(0, 1);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  fade(from, to) {
    const options = { duration: FADE_MS, fill: /** @type {const} */ ("forwards") };
    return this.place.animate([{ opacity: from }, { opacity: to }], options).finished;
  }

  /**
   * @param {number} share
   * @param {number} ms
   */
  move(share, ms) {
    const svg = this.place.querySelector("svg");
    if (!svg || !this.drawn) return;
    const from = this.share;
    this.share = share;
    if (this.still || ms === 0 || from === share) show(svg, this.drawn.motion, this.still ? HOLD : share);
    else playMotion(svg, this.drawn.motion, { from, to: share, ms });
  }
}
