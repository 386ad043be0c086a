/**
 * The way ahead when the camera leads: nobody knows how long the person needs into position, so
 * the page waits there for the server's word. If the server is gone, it goes on by the clock.
 *
 * @typedef {import("./types.js").Cue} Cue
 * @typedef {import("./types.js").Scene} Scene
 */

import { present } from "./player.js";

/** @type {import("./types.js").Phase[]} */
const OPEN = ["moving", "away"];

/**
 * Where the page waits: the number of the next scene without a known end.
 * @param {Scene[]} scenes
 * @param {number} now
 */
function open(scenes, now) {
  const here = scenes.indexOf(present(scenes, now));
  return scenes.findIndex((scene, n) => n >= here && OPEN.includes(scene.phase));
}

/**
 * As far as is sure.
 * @param {Scene[]} scenes
 * @param {Cue[]} cues
 * @param {number} now
 * @returns {{scenes: Scene[], cues: Cue[]}}
 */
export function sure(scenes, cues, now) {
  const n = open(scenes, now);
  if (n < 0 || n + 1 >= scenes.length) return { scenes, cues };
  const end = scenes[n + 1].at_ms;
  const waits = { ...scenes[n], until_ms: null, unit: "" };
  return {
    scenes: [...scenes.slice(0, n), waits],
    cues: cues.filter((cue) => cue.at_ms < end),
  };
}

/**
 * All of it by the clock, from now on: what should have begun while we waited begins now.
 * @param {Scene[]} scenes
 * @param {Cue[]} cues
 * @param {number} now
 * @param {number} waited since when this projection was made the page has waited
 * @returns {{scenes: Scene[], cues: Cue[]}}
 */
export function byTheClock(scenes, cues, now, waited) {
  const n = open(scenes, waited);
  if (n < 0 || n + 1 >= scenes.length) return { scenes, cues };
  const end = scenes[n + 1].at_ms;
  const late = Math.max(0, now - end);
  const later = (/** @type {Scene} */ scene) => ({
    ...scene,
    at_ms: scene.at_ms + late,
    until_ms: scene.until_ms == null ? scene.until_ms : scene.until_ms + late,
  });
  return {
    scenes: [...scenes.slice(0, n + 1), ...scenes.slice(n + 1).map(later)],
    cues: cues.map((cue) => (cue.at_ms < end ? cue : { ...cue, at_ms: cue.at_ms + late })),
  };
}
