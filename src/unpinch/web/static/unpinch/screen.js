/**
 * What the screen shows: a pure view of the projection at one moment, and the painting of it.
 *
 * @typedef {import("./types.js").Cue} Cue
 * @typedef {import("./types.js").Scene} Scene
 *
 * @typedef {object} View
 * @property {string} where
 * @property {"left" | "right"} place the side of the screen on which the number stands
 * @property {string} side
 * @property {"left" | "right" | ""} arrow
 * @property {string} number
 * @property {string} unit
 * @property {string} line
 * @property {string} told all that was said, for whoever cannot hear it
 * @property {boolean} panel
 * @property {number} gone how much of the session is over, 0 to 1
 */

import { part, put } from "./dom.js";
import { present } from "./player.js";

const SECOND_MS = 1000;
const IN_MINUTES_MS = 120_000;
const COUNT = 1;
const AGAIN = "again";

/**
 * The caption of a screen that waits, before the server has said a word about it.
 * @param {"paused" | "hurt" | "stopped"} phase
 * @param {boolean} held
 */
export function waitingLine(phase, held) {
  if (phase === "paused") return held ? "Paused. Let go." : "Paused. Rest.";
  if (phase === "hurt") return held ? "Let go. Rest." : "Stop. Rest.";
  return "Stopped. Rest.";
}

/**
 * @param {Scene[]} scenes as far as they are sure
 * @param {Cue[]} cues
 * @param {number} now
 * @param {number} end of the whole session, as it lies ahead
 * @returns {View}
 */
export function view(scenes, cues, now, end) {
  const scene = present(scenes, now);
  const side = scene.side ?? null;
  const said = lastSaid(scene, cues, now);
  return {
    where: place(scene),
    place: side === "left" ? "left" : "right",
    side: word(scene),
    arrow: scene.phase !== "getting ready" && (side === "left" || side === "right") ? side : "",
    number: seconds(scene, now),
    unit: scene.unit ?? "",
    line: said?.line || scene.line || "",
    told: said?.say || scene.told || "",
    panel: scene.panel ?? false,
    gone: end > 0 ? Math.min(now / end, 1) : 0,
  };
}

/** @param {Scene} scene */
function place(scene) {
  const { name = "", repetition, of = 0, set = 1, sets = 1 } = scene;
  if (sets > 1) return `${name}, set\u00a0${set}\u00a0of\u00a0${sets}`; // a narrow bar breaks before it
  return of > 1 ? `${name}, ${repetition} of ${of}` : name;
}

/** @param {Scene} scene */
function word(scene) {
  if (scene.phase === "getting ready") return scene.turn ? "Next" : "First";
  return scene.side ?? "";
}

/**
 * @param {Scene} scene
 * @param {number} now
 */
function seconds(scene, now) {
  const until = scene.until_ms;
  if (until === null || until === undefined) {
    if (scene.count) return String(scene.count);
    return scene.phase === "away" ? clock(scene, Math.ceil((scene.left_ms ?? 0) / SECOND_MS)) : "";
  }
  return clock(scene, Math.max(Math.ceil((until - now) / SECOND_MS), 0));
}

/**
 * Seconds; of what goes on for minutes 9:05, since nobody reads 545 as nine minutes.
 * @param {Scene} scene
 * @param {number} left
 */
function clock(scene, left) {
  const lasts = scene.phase === "holding" || scene.phase === "away";
  if (!lasts || (scene.hold_ms ?? 0) < IN_MINUTES_MS) return String(left);
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/**
 * What was said last in this scene, for the caption. A count needs none, the number is there.
 * @param {Scene} scene
 * @param {Cue[]} cues
 * @param {number} now
 */
function lastSaid(scene, cues, now) {
  return cues.findLast(
    (cue) => cue.at_ms >= scene.at_ms && cue.at_ms <= now && cue.priority !== COUNT,
  );
}

/** @param {View} shown */
export function paint(shown) {
  const session = part("session");
  session.dataset.side = shown.place;
  session.toggleAttribute("data-panel", shown.panel);
  put(part("where"), shown.where);
  put(part("unit"), shown.unit);
  put(part("line"), shown.line);
  put(part("said"), shown.told || shown.line);
  put(part("told"), beyond(shown.line, shown.told));
  const number = part("number");
  put(number, shown.number);
  number.dataset.digits = String(shown.number.length);
  paintSide(part("side"), shown);
  const time = part("time");
  time.style.setProperty("--gone", shown.gone.toFixed(4));
  time.setAttribute("aria-valuenow", String(Math.round(shown.gone * 100)));
}

/**
 * What is said beyond the giant line: nothing is to be read twice.
 * @param {string} line
 * @param {string} told
 */
export function beyond(line, told) {
  const shown = line.toLowerCase();
  const all = told.match(/[^.?!]+[.?!]*/g) ?? [];
  const more = all.filter((sentence) => !shown.includes(bare(sentence)));
  const alone = more.length === 1 && more.length < all.length && bare(more[0]) === AGAIN;
  return alone ? "" : more.join("").trim();
}

/** @param {string} sentence */
function bare(sentence) {
  return sentence.trim().replace(/[.?!]+$/, "").toLowerCase();
}

/**
 * The side as a word, with an arrow that points there.
 * @param {HTMLElement} side
 * @param {View} shown
 */
function paintSide(side, shown) {
  const key = `${shown.side} ${shown.arrow}`;
  if (side.dataset.shown === key) return;
  side.dataset.shown = key;
  side.replaceChildren(shown.side);
  if (!shown.arrow) return;
  const icons = /** @type {HTMLTemplateElement} */ (part("icons")).content.children;
  const arrow = icons[shown.arrow === "left" ? 0 : 1].cloneNode(true);
  if (shown.arrow === "left") side.prepend(arrow);
  else side.append(arrow);
}
