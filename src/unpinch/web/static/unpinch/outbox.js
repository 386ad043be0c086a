/**
 * What the person did and the server has not confirmed yet. It survives a reload, and each thing
 * carries a key, so that it is written down once however often it is sent.
 *
 * @typedef {import("./types.js").PageEvent} PageEvent
 * @typedef {{type: "event", key: string, session: string, event: PageEvent}} Letter
 */

const PLACE = "unpinch-outbox";

export class Outbox {
  /** @param {Storage} store */
  constructor(store) {
    this.store = store;
    /** @type {Letter[]} */
    this.letters = JSON.parse(store.getItem(PLACE) ?? "[]");
  }

  /**
   * @param {string} session
   * @param {PageEvent} event
   * @returns {Letter}
   */
  add(session, event) {
    /** @type {Letter} */
    const letter = { type: "event", key: crypto.randomUUID(), session, event };
    this.letters.push(letter);
    this.keep();
    return letter;
  }

  /** @param {string} key */
  forget(key) {
    this.letters = this.letters.filter((letter) => letter.key !== key);
    this.keep();
  }

  keep() {
    this.store.setItem(PLACE, JSON.stringify(this.letters));
  }
}
