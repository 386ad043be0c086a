/**
 * The camera in a session: the switch, the setting up, the corner, and the frames that go out.
 * Whatever the camera does, the session goes on by the clock.
 *
 * @typedef {import("./camera.js").Seen} Seen
 * @typedef {import("./camera.js").Source} Source
 * @typedef {import("./sight.js").Sight} Sight
 * @typedef {import("./types.js").Wishes} Wishes
 *
 * @typedef {object} Page what the camera can do in a session
 * @property {() => number} now the session's clock
 * @property {(say: string) => void} speak
 * @property {(text: string) => void} note
 * @property {() => void} settingUp the session waits meanwhile
 * @property {() => void} setUp it goes on
 * @property {(message: object | ArrayBuffer) => void} send
 */

import { part, put } from "./dom.js";
import { packed } from "./frame.js";
import { sight } from "./sight.js";
import { drawSkeleton } from "./skeleton.js";

const SURE_MS = 1500;
const AGAIN_MS = 7000;
const PATIENCE_MS = 60_000;
const LIGHT_EVERY_MS = 1000;
const LIGHT_SIZE = 16;
const LOADING = "One moment: loading what sees you.";
const BEGIN = "Put this device on the floor, side on to you, two or three metres away.";
const GO = "I can see you. Going on.";
const GO_DOWN = "I can see you. Lie or kneel with your side to me. Going on.";
const IN_VAIN = "I can’t see you. Going on by the clock.";
const UNSEEN_MS = 20_000;
const KEPT = "The points it sees of you are recorded, as you asked in Settings.";

export class Watch {
  /**
   * @param {Wishes} wishes
   * @param {Page} page
   */
  constructor(wishes, page) {
    this.wishes = wishes;
    this.page = page;
    /** @type {Source | null} */
    this.source = null;
    this.sequence = 0;
    this.settingUp = false;
    this.light = 255;
    this.lit = 0;
    this.began = 0;
    this.good = 0;
    this.bad = 0;
    this.spoken = { say: "", at: -AGAIN_MS };
    document.addEventListener("visibilitychange", () => {
      if (this.source && document.visibilityState !== "visible") this.page.send({ type: "camera off" });
    });
  }

  get on() {
    return this.source !== null;
  }

  /** One tap on, one tap off. */
  async toggle() {
    if (this.on) this.off();
    else await this.begin();
  }

  async begin() {
    this.settingUp = true;
    this.page.settingUp();
    put(part("camera-word"), "Camera");
    const kept = this.wishes.record;
    put(part("camera-lead"), `${BEGIN} Pictures never leave it. ${kept ? KEPT : ""}`.trim());
    part("kept").hidden = !kept;
    this.loading(0);
    this.page.speak(BEGIN);
    const source = await sourceOf(this.wishes.which_camera);
    if (!this.settingUp) return;
    this.source = source;
    this.began = performance.now();
    this.show();
    part("camera-flip").hidden = !source.flip;
    await source.start({
      now: () => this.page.now(),
      seen: (seen) => this.seen(seen),
      loading: (done) => this.loading(done),
      ready: () => this.ready(),
      lost: (reason) => this.lost(reason),
    });
    this.mirror();
  }

  off() {
    const waiting = this.settingUp;
    this.settingUp = false;
    this.source?.stop();
    this.source = null;
    this.page.send({ type: "camera off" });
    this.show();
    if (waiting) this.page.setUp();
  }

  /** @param {string} reason */
  lost(reason) {
    this.off();
    this.page.note(reason);
  }

  async flip() {
    await this.source?.flip?.();
    this.mirror();
  }

  /** The person does not want to wait to be seen. */
  goOn() {
    if (!this.settingUp) return;
    this.settingUp = false;
    this.show();
    this.page.setUp();
  }

  // ------------------------------------------------------------ what is seen

  /** @param {number} done */
  loading(done) {
    part("camera-loading").hidden = false;
    part("camera-loading").setAttribute("value", done.toFixed(2));
    put(part("camera-word"), LOADING);
  }

  ready() {
    part("camera-loading").hidden = true;
    put(part("camera-word"), "Looking for you.");
    this.began = performance.now();
  }

  /** @param {Seen} seen */
  seen(seen) {
    if (!this.source) return;
    if (document.visibilityState === "visible") {
      this.sequence += 1;
      this.page.send(packed(seen, this.sequence, this.wishes.record));
    }
    const now = performance.now();
    this.look(now);
    const found = sight(seen, this.light);
    drawSkeleton(/** @type {HTMLCanvasElement} */ (part("skeleton")), seen);
    this.judge(found, now);
    if (this.settingUp) this.guide(found, now);
    else this.tell(found, now);
  }

  /**
   * @param {Sight} found
   * @param {number} now
   */
  judge(found, now) {
    if (found.good) this.bad = 0;
    else this.good = 0;
    this.good ||= found.good ? now : 0;
    this.bad ||= found.good ? 0 : now;
  }

  /**
   * While setting up: one thing to do at a time, until all of the person is in the picture.
   * @param {Sight} found
   * @param {number} now
   */
  guide(found, now) {
    part("camera-loading").hidden = true;
    if (found.good && now - this.good >= SURE_MS) {
      this.page.speak(found.level ? GO : GO_DOWN);
      this.goOn();
    } else if (now - this.began > PATIENCE_MS) {
      this.page.speak(IN_VAIN);
      this.goOn();
    } else if (!found.good && now - this.bad >= SURE_MS) {
      put(part("camera-word"), found.line);
      const { say, at } = this.spoken;
      if (found.say === say && now - at < AGAIN_MS) return;
      if (now - at < AGAIN_MS / 2) return;
      this.spoken = { say: found.say, at: now };
      this.page.speak(found.say);
    }
  }

  /**
   * In the session: the corner says what is seen; a change has to last before it is shown.
   * @param {Sight} found
   * @param {number} now
   */
  tell(found, now) {
    const since = found.good ? this.good : this.bad;
    if (now - since < SURE_MS) return;
    const lost = !found.good && now - since >= UNSEEN_MS;
    put(part("sight"), found.line);
    part("corner").classList.toggle("unseen-now", !found.good);
    if (lost) put(part("sight"), `${found.line} Counting by the clock.`);
  }

  /** @param {number} now */
  look(now) {
    const video = this.source?.video;
    if (!video || now - this.lit < LIGHT_EVERY_MS) return;
    this.lit = now;
    const canvas = document.createElement("canvas");
    canvas.width = LIGHT_SIZE;
    canvas.height = LIGHT_SIZE;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (!pen) return;
    pen.drawImage(video, 0, 0, LIGHT_SIZE, LIGHT_SIZE);
    const { data } = pen.getImageData(0, 0, LIGHT_SIZE, LIGHT_SIZE);
    let sum = 0;
    for (let n = 0; n < data.length; n += 4) sum += data[n] + data[n + 1] + data[n + 2];
    this.light = sum / (data.length * 0.75);
  }

  // ------------------------------------------------------------ the screen

  show() {
    const view = part("camera-view");
    part(this.settingUp ? "camera-stage" : "corner").prepend(view);
    part("corner").hidden = !this.on || this.settingUp;
    put(part("camera-switch-word"), this.on ? "Camera on" : "Camera");
    part("camera-switch").setAttribute("aria-pressed", String(this.on));
    const shown = view.querySelector("video");
    const video = this.source?.video;
    if (shown && shown !== video) shown.remove();
    if (video && shown !== video) view.prepend(video);
    if (video) void video.play().catch(() => undefined); // moving it may have paused it
  }

  mirror() {
    part("camera-view").classList.toggle("mirrored", this.source?.mirrored ?? false);
  }
}

/**
 * The camera; or what a test has put in its place. Loaded only when it is switched on.
 * @param {string} which
 * @returns {Promise<Source>}
 */
async function sourceOf(which) {
  const given = /** @type {any} */ (globalThis).unpinchSource;
  if (given) return given;
  const { Camera } = await import("./camera.js");
  return new Camera(which);
}
