/**
 * A question of the safety check: keys that answer, and reading it aloud. Without this script the
 * page is a plain form.
 */

import { data, part } from "./dom.js";
import { pick } from "./voice.js";

/** An answer this soon was meant for the question before: a double click, a key held down. */
const TOO_SOON_MS = 350;
const synth = globalThis.speechSynthesis;
const wishes = data("wishes", { voice: "", rate: 1 });
const answers = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(".choices button")]);

/**
 * Which answer a key means, or to which one it moves.
 * @param {string} key
 * @param {number} at the answer that has the focus, -1 for none
 * @param {number} count
 * @returns {{press: number} | {move: number} | null}
 */
export function meaning(key, at, count) {
  const number = Number(key);
  if (Number.isInteger(number) && number >= 1 && number <= count) return { press: number - 1 };
  if (key === "ArrowRight" || key === "ArrowDown") return { move: Math.min(at + 1, count - 1) };
  if (key === "ArrowLeft" || key === "ArrowUp") return { move: Math.max(at - 1, 0) };
  return null;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const at = answers.findIndex((answer) => answer === document.activeElement);
  const meant = meaning(event.key, at, answers.length);
  if (!meant) return;
  if ("move" in meant) {
    if (at < 0 && event.key.endsWith("Up")) return; // the page scrolls
    event.preventDefault();
    answers[meant.move].focus();
  } else if (!event.repeat) {
    event.preventDefault();
    answers[meant.press].click();
  }
}

/** @param {Event} event */
function tooSoon(event) {
  if (performance.now() < TOO_SOON_MS) event.preventDefault();
}

function readAloud() {
  const voice = pick(synth.getVoices(), wishes.voice);
  if (!voice) return;
  const lines = [...document.querySelectorAll("[data-read]")].map((line) => line.textContent);
  const choices = answers.map((answer) => `${answer.textContent}.`);
  const words = new SpeechSynthesisUtterance([...lines, ...choices].join(" "));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = wishes.rate;
  synth.cancel();
  synth.speak(words);
}

function offerVoice() {
  part("read").hidden = !pick(synth?.getVoices() ?? [], wishes.voice);
}

document.addEventListener("keydown", pressed);
for (const answer of answers) answer.addEventListener("click", tooSoon);
part("read").addEventListener("click", readAloud);
synth?.addEventListener("voiceschanged", offerVoice);
addEventListener("pagehide", () => synth?.cancel());
offerVoice();
