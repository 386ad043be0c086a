/**
 * Taps and keys. The whole screen pauses, and so does every key that is not a command.
 *
 * @typedef {import("./types.js").Felt} Felt
 *
 * @typedef {object} Page what taps and keys can do
 * @property {import("./sound.js").Sound} sound
 * @property {import("./sheets.js").Sheets} sheets
 * @property {() => void} pause
 * @property {(act: string) => void} act
 * @property {(event: string) => void} tell
 * @property {(kind: Felt) => void} answerFelt
 * @property {(where: string) => void} answerWhere
 */

import { meaning } from "./keys.js";

const NOT_THE_SCREEN = ".controls, .elsewhere, .bar button, .corner";

export class Hands {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  listen() {
    document.addEventListener("click", (event) => this.tapped(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  /**
   * Let the browser sound; what it kept quiet about until now is said again.
   * @returns {boolean} whether sound had to be asked for: then this tap was the answer
   */
  unlock() {
    const { sound, sheets } = this.page;
    const asked = sound.locked;
    void sound.unlock().then(() => {
      if (asked && !sound.locked && sheets.on === null) this.page.tell("repeated");
    });
    return asked;
  }

  /** @param {MouseEvent} event */
  tapped(event) {
    const asked = this.unlock();
    const target = /** @type {Element} */ (event.target);
    const button = target.closest("button");
    if (button && button.id !== "sound") {
      this.answer(button);
      if (event.detail > 0) button.blur(); // so that space pauses again
    } else if (!asked && target.closest("#session") && !target.closest(NOT_THE_SCREEN)) {
      this.page.pause();
    }
  }

  /** @param {HTMLButtonElement} button */
  answer(button) {
    const { act, felt, place } = button.dataset;
    if (act) this.page.act(act);
    if (felt) this.page.answerFelt(/** @type {Felt} */ (felt));
    if (place !== undefined) this.page.answerWhere(place);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const asked = this.unlock();
    const { on } = this.page.sheets;
    const mode = on === null ? "running" : on === "paused" ? "paused" : "asking";
    const onButton = document.activeElement?.matches("button, a") ?? false;
    const act = meaning(event, mode, onButton);
    if (!act || (asked && act === "pause")) return;
    event.preventDefault();
    this.page.act(act);
  }
}
