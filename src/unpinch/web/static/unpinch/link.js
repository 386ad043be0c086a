/**
 * The line to the server. It comes back by itself; meanwhile the page plays what it holds, and
 * what the person does waits in the outbox.
 *
 * The server answers each letter behind the news of it. News that comes while a letter waits for
 * its answer is older than what the person did: it is held back until the last answer is here.
 *
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").PageEvent} PageEvent
 *
 * @typedef {object} Ends
 * @property {(message: Message) => void} hear
 * @property {(connected: boolean) => void} changed
 * @property {() => {session: string | null, now_ms: number | null}} standing where this page is
 * @property {() => void} putOut this device is not let in any more
 */

import { PlainLine } from "./line.js";
import { Outbox } from "./outbox.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
const LOOK_MS = 50;
const TAB = "unpinch-tab";
const STORE_AGAIN_MS = 5000;
const PUT_OUT = 4001;

/**
 * This window's name: it stays when the page is left and opened again, so that the window that
 * spoke goes on speaking.
 * @param {Storage} store
 */
function nameOf(store) {
  const name = store.getItem(TAB) ?? crypto.randomUUID();
  store.setItem(TAB, name);
  return name;
}

export class Link {
  /**
   * @param {string} address
   * @param {Ends} ends
   * @param {Storage} store
   */
  constructor(address, ends, store = sessionStorage) {
    this.address = address;
    this.ends = ends;
    this.outbox = new Outbox(store);
    this.unheard = new Set(this.outbox.letters.map((letter) => letter.key));
    /** @type {Message | null} */
    this.held = null;
    this.tab = nameOf(store);
    this.wait = FIRST_WAIT_MS;
    this.plainly = false;
    /** @type {WebSocket | PlainLine | null} */
    this.socket = null;
  }

  get connected() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    const socket = this.plainly ? new PlainLine() : new WebSocket(this.address);
    let opened = false;
    this.socket = socket;
    socket.addEventListener("open", () => {
      opened = true;
      this.greet();
    });
    socket.addEventListener("message", (message) => {
      this.hear(JSON.parse(/** @type {MessageEvent} */ (message).data));
    });
    socket.addEventListener("close", (closed) => {
      if (/** @type {CloseEvent} */ (closed).code === PUT_OUT) this.ends.putOut();
      else if (this.socket === socket) this.lost(opened);
    });
  }

  /** Begin anew: after a sleep the session's clock must be asked for again. */
  reopen() {
    const old = this.socket;
    this.open();
    old?.close();
  }

  greet() {
    this.wait = FIRST_WAIT_MS;
    this.held = null;
    this.unheard = new Set(this.outbox.letters.map((letter) => letter.key));
    this.send({ type: "hello", tab: this.tab, ...this.ends.standing() });
    for (const letter of this.outbox.letters) this.send(letter);
    this.ends.changed(true);
  }

  /**
   * A line that never opened may be of a kind that this browser refuses here: try the other one.
   * @param {boolean} opened
   */
  lost(opened) {
    if (!opened && this.address.startsWith("wss:")) this.plainly = !this.plainly;
    this.ends.changed(false);
    setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  /** @param {Message} message */
  hear(message) {
    if (message.type === "state" && this.unheard.size > 0) this.held = message;
    else this.ends.hear(message);
    if (message.type === "ack") this.outbox.forget(message.key);
    if (message.type === "refused" && message.key) this.outbox.forget(message.key);
    if (message.type === "refused" && !message.key) setTimeout(() => this.sendAllAgain(), STORE_AGAIN_MS);
    if (message.type === "unstored") setTimeout(() => this.sendAgain(message.key), STORE_AGAIN_MS);
    if ("key" in message && message.key) this.answered(message.key);
  }

  /** @param {string} key of a letter: the last answer lets the newest news through */
  answered(key) {
    this.unheard.delete(key);
    const { held } = this;
    if (!held || this.unheard.size > 0) return;
    this.held = null;
    this.ends.hear(held);
  }

  /** Too much at once was refused without being read. */
  sendAllAgain() {
    for (const letter of this.outbox.letters) this.send(letter);
  }

  /** @param {string} key of a letter that acted, but is not in the diary yet */
  sendAgain(key) {
    const letter = this.outbox.letters.find((one) => one.key === key);
    if (letter) this.send(letter);
  }

  /**
   * @param {string} session
   * @param {PageEvent} event
   */
  tell(session, event) {
    const letter = this.outbox.add(session, event);
    this.unheard.add(letter.key);
    this.send(letter);
  }

  /**
   * Wait until the server has confirmed everything, but no longer than this.
   * @param {number} withinMs
   */
  async delivered(withinMs) {
    for (let waited = 0; this.outbox.letters.length > 0 && waited < withinMs; waited += LOOK_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** This page wants to be the one that speaks. */
  speak() {
    this.send({ type: "speak" });
  }

  /** @param {object | ArrayBuffer} message text, or a frame of the camera */
  send(message) {
    if (!this.connected) return;
    this.socket?.send(message instanceof ArrayBuffer ? message : JSON.stringify(message));
  }
}
