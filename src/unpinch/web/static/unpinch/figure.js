// @ts-check
/**
 * Moves an inlined figure between its start (0) and its hold (1).
 *
 * The server sends one drawing and keyframes of numbers for it. A moment between two keyframes is
 * their mix, so nothing here knows anything about bodies. Only attributes are set, never markup.
 */

/** @typedef {[part: string, attribute: string, text: string]} Slot */
/** @typedef {{format: number, slots: Slot[], frames: number[][]}} Motion */
/** @typedef {{from?: number, to?: number, ms?: number, reducedMotion?: boolean}} Play */
/** @typedef {{finished: Promise<boolean>, cancel: () => void}} Playing */
/** @typedef {{element: Element, attribute: string, pieces: string[]}} Bound */

export const START = 0;
export const HOLD = 1;
const FORMAT = 1;
const HOLE = "#";
const USUAL_MS = 2400;
const GLOW_MS = 600;
const BREATHING = "fig-glow-breathing";

/** @type {WeakMap<Motion, WeakMap<SVGElement, Bound[]>>} */
const boundSlots = new WeakMap();
/** @type {WeakMap<SVGElement, () => void>} */
const playing = new WeakMap();

/**
 * Moves the figure. A motion that still plays on the same drawing ends first.
 *
 * @param {SVGElement} svg an inlined drawing
 * @param {Motion} motion what the server sent for this exercise and side
 * @param {Play} [play] from and to lie between 0 (start) and 1 (hold)
 * @returns {Playing} `finished` tells whether it got there
 */
export function playMotion(svg, motion, play = {}) {
  const { from = START, to = HOLD, ms = USUAL_MS, reducedMotion = false } = play;
  playing.get(svg)?.();
  if (reducedMotion || ms <= 0) {
    show(svg, motion, reducedMotion ? HOLD : to);
    return { finished: Promise.resolve(true), cancel: () => {} };
  }
  return run(svg, motion, from, to, ms);
}

/**
 * Shows one moment at once.
 *
 * @param {SVGElement} svg
 * @param {Motion} motion
 * @param {number} share 0 is the start, 1 the hold
 */
export function show(svg, motion, share) {
  playing.get(svg)?.();
  fill(svg, motion, share);
  glow(svg, share >= HOLD ? 1 : 0, share >= HOLD);
}

/**
 * @param {SVGElement} svg
 * @param {Motion} motion
 * @param {number} from
 * @param {number} to
 * @param {number} ms
 * @returns {Playing}
 */
function run(svg, motion, from, to, ms) {
  let request = 0;
  let began = -1;
  /** @type {(arrived: boolean) => void} */
  let settle = () => {};
  const finished = new Promise((/** @type {(arrived: boolean) => void} */ resolve) => {
    settle = resolve;
  });
  const cancel = () => {
    cancelAnimationFrame(request);
    playing.delete(svg);
    settle(false);
  };
  const frame = (/** @type {number} */ now) => {
    if (began < 0) began = now;
    const elapsed = now - began;
    const done = Math.min(1, elapsed / ms);
    fill(svg, motion, from + (to - from) * eased(done));
    glow(svg, glowAt(elapsed, from, to, ms), to >= HOLD && done === 1);
    if (done < 1) {
      request = requestAnimationFrame(frame);
      return;
    }
    playing.delete(svg);
    settle(true);
  };
  playing.set(svg, cancel);
  request = requestAnimationFrame(frame);
  return { finished, cancel };
}

/**
 * The light comes in the last 600 ms of the way to the hold, and goes in the first of the way back.
 *
 * @param {number} elapsed
 * @param {number} from
 * @param {number} to
 * @param {number} ms
 */
function glowAt(elapsed, from, to, ms) {
  const span = Math.min(GLOW_MS, ms);
  if (to >= HOLD) return between(0, (elapsed - (ms - span)) / span, 1);
  return from >= HOLD ? between(0, 1 - elapsed / span, 1) : 0;
}

/**
 * Slow, then quick, then slow.
 *
 * @param {number} u
 */
function eased(u) {
  return u < 0.5 ? 4 * u * u * u : 1 - (2 - 2 * u) ** 3 / 2;
}

/**
 * @param {number} low
 * @param {number} value
 * @param {number} high
 */
function between(low, value, high) {
  return Math.max(low, Math.min(high, value));
}

/**
 * @param {SVGElement} svg
 * @param {Motion} motion
 * @param {number} share
 */
function fill(svg, motion, share) {
  const last = motion.frames.length - 1;
  const place = between(0, share, 1) * last;
  const index = Math.min(Math.floor(place), last - 1);
  const rest = place - index;
  const before = motion.frames[index] ?? [];
  const after = motion.frames[index + 1] ?? [];
  let next = 0;
  for (const { element, attribute, pieces } of bind(svg, motion)) {
    let text = pieces[0] ?? "";
    for (let hole = 1; hole < pieces.length; hole += 1, next += 1) {
      const a = before[next] ?? 0;
      const mixed = a + ((after[next] ?? 0) - a) * rest;
      text += Math.round(mixed * 1000) / 1000 + (pieces[hole] ?? "");
    }
    element.setAttribute(attribute, text);
  }
}

/**
 * @param {SVGElement} svg
 * @param {number} strength
 * @param {boolean} held
 */
function glow(svg, strength, held) {
  const light = svg.querySelector('[data-part="glow"]');
  light?.setAttribute("opacity", String(Math.round(strength * 100) / 100));
  light?.classList.toggle(BREATHING, held);
}

/**
 * Finds each slot's element once.
 *
 * @param {SVGElement} svg
 * @param {Motion} motion
 * @returns {Bound[]}
 */
function bind(svg, motion) {
  const known = boundSlots.get(motion) ?? new WeakMap();
  boundSlots.set(motion, known);
  const found = known.get(svg);
  if (found) return found;
  if (motion.format !== FORMAT) {
    throw new Error(`figure.js: motion format ${motion.format} is not ${FORMAT}`);
  }
  const bound = motion.slots.map(([part, attribute, text]) => {
    const element = svg.querySelector(`[data-part="${part}"]`);
    if (!element) {
      throw new Error(`figure.js: this drawing has no part "${part}"; draw it with the same words`);
    }
    return { element, attribute, pieces: text.split(HOLE) };
  });
  known.set(svg, bound);
  return bound;
}
