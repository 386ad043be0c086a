/**
 * A recording, played again: the skeleton, a slider through it, and what the coach saw.
 *
 * @typedef {{exercise: string, side: string | null, start_ms: number, end_ms: number, fault: string}} Found
 */

import { part, put } from "./dom.js";
import { drawSkeleton } from "./skeleton.js";
import { Tape } from "./tape.js";

const page = part("recording");
const canvas = /** @type {HTMLCanvasElement} */ (part("skeleton"));
const slider = /** @type {HTMLInputElement} */ (part("place"));
const button = /** @type {HTMLButtonElement} */ (part("play"));
const NOTHING = "No hold that counts, and nothing to remark on.";
const BROKEN = "This recording cannot be read.";

/** @param {number} ms */
function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {Tape} tape */
function show(tape) {
  slider.value = String(Math.round(tape.place));
  put(part("time"), clock(tape.place));
  put(part("play-word"), tape.running ? "Pause" : "Play");
  for (const one of document.querySelectorAll("#found button")) {
    const { start, end } = /** @type {HTMLElement} */ (one).dataset;
    const here = tape.place >= Number(start) && tape.place <= Number(end);
    one.setAttribute("aria-current", String(here));
  }
}

/** @param {Tape} tape */
function play(tape) {
  if (tape.running) tape.stop();
  else {
    if (tape.place >= tape.length) tape.go(0);
    tape.start({
      now: () => performance.now(),
      seen: (seen) => {
        drawSkeleton(canvas, seen);
        show(tape);
      },
      loading: () => undefined,
      ready: () => undefined,
      lost: () => show(tape),
    });
  }
  show(tape);
}

/**
 * @param {Tape} tape
 * @param {number} place
 */
function jump(tape, place) {
  const ran = tape.running;
  tape.stop();
  tape.go(place);
  drawSkeleton(canvas, tape.frames[tape.number(tape.place)]);
  if (ran) play(tape);
  show(tape);
}

/** @param {Found} one */
function words({ exercise, side, start_ms, end_ms, fault }) {
  const where = side === "left" || side === "right" ? `, ${side}` : "";
  if (fault) return `${exercise}${where}: ${fault}`;
  return `${exercise}${where}, held ${Math.round((end_ms - start_ms) / 1000)} s`;
}

/**
 * @param {Tape} tape
 * @param {Found[]} found
 */
function list(tape, found) {
  put(part("looking"), found.length ? "" : NOTHING);
  part("looking").hidden = found.length > 0;
  for (const one of found) {
    const [row, act, at, told] = ["li", "button", "span", "span"].map((tag) => document.createElement(tag));
    const place = one.start_ms - tape.first;
    act.dataset.start = String(place);
    act.dataset.end = String(one.end_ms - tape.first);
    at.className = "at";
    put(at, clock(place));
    put(told, words(one));
    act.append(at, told);
    act.addEventListener("click", () => jump(tape, place));
    row.append(act);
    part("found").append(row);
  }
}

async function begin() {
  const answer = await fetch(page.dataset.frames ?? "");
  if (!answer.ok) {
    put(part("told"), BROKEN);
    put(part("looking"), "");
    return;
  }
  const tape = new Tape(await answer.arrayBuffer());
  slider.max = String(tape.length);
  slider.disabled = button.disabled = tape.frames.length === 0;
  put(part("told"), `${clock(tape.length)} long, ${tape.frames.length} frames.`);
  if (tape.frames.length > 0) jump(tape, 0);
  button.addEventListener("click", () => play(tape));
  slider.addEventListener("input", () => jump(tape, Number(slider.value)));
  const looked = await fetch(page.dataset.found ?? "");
  list(tape, looked.ok ? (await looked.json()).found : []);
  show(tape);
}

void begin();
