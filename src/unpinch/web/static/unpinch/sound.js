/**
 * Everything that is heard or felt, in one hand: voice, tones, vibration, the frame of light, and
 * the one tap that some browsers want first. Only one window speaks; light is for every window.
 *
 * @typedef {import("./types.js").Cue} Cue
 * @typedef {import("./types.js").Tone} Tone
 * @typedef {import("./types.js").Wishes} Wishes
 */

import { headset, buzz, silence, tellHeadset } from "./device.js";
import { part } from "./dom.js";
import { Tones } from "./tones.js";
import { Voice } from "./voice.js";

const FLASH_MS = 250;
const FLASH_EVERY_MS = 1000;
const ASK_AFTER_MS = 600;
const ONCE_MS = 2000;

export class Sound {
  /**
   * @param {Wishes} wishes
   * @param {{pause: () => unknown, resume: () => unknown}} acts of a headset's button
   */
  constructor(wishes, acts) {
    this.wishes = wishes;
    this.here = true;
    this.voice = new Voice(wishes, () => this.askForATap());
    this.tones = new Tones(wishes.tones);
    this.recording = silence();
    this.flashed = -FLASH_EVERY_MS;
    /** @type {{tone: Tone | null, at: number}} */
    this.sounded = { tone: null, at: 0 };
    headset(acts.pause, acts.resume);
  }

  /** Try without a tap; if the browser keeps quiet, say so in giant words. */
  begin() {
    void this.unlock();
    setTimeout(() => {
      if (!this.tones.allowed && this.wanted) this.askForATap();
    }, ASK_AFTER_MS);
  }

  get wanted() {
    return this.here && (this.wishes.tones || this.wishes.speech);
  }

  get locked() {
    return !part("sound").hidden;
  }

  askForATap() {
    if (this.wanted) part("sound").hidden = false;
  }

  /** Called on every tap and key as well: that is when a browser allows sound. */
  async unlock() {
    try {
      await Promise.all([this.tones.unlock(), this.recording.play()]);
      part("sound").hidden = true;
    } catch {
      // The browser wants a tap first; begin() asks for it.
    }
  }

  /** @param {boolean} here whether this window is the one that sounds */
  belongsHere(here) {
    if (this.here && !here) this.hush();
    this.here = here;
    if (!here) part("sound").hidden = true;
  }

  /**
   * @param {Cue} cue
   * @param {number} now
   */
  perform(cue, now) {
    if (cue.tone) this.signal(cue.tone);
    if (this.here) this.voice.say(cue, now);
  }

  /**
   * A stop sounds here at once, and again as the server's answer: once is enough.
   * @param {Tone} tone
   */
  signal(tone) {
    const now = performance.now();
    const again = tone === "stop" && this.sounded.tone === tone && now - this.sounded.at < ONCE_MS;
    this.sounded = { tone, at: now };
    if (again) return;
    this.flash(tone);
    if (!this.here) return;
    this.tones.play(tone);
    if (this.wishes.vibration) buzz(tone);
  }

  /** @param {Tone} tone */
  flash(tone) {
    const now = performance.now();
    const tooSoon = now - this.flashed < FLASH_EVERY_MS;
    if (!this.wishes.flash || tone === "count" || tooSoon) return;
    this.flashed = now;
    const frame = part("flash");
    frame.className = tone === "stop" ? "flash stop on" : "flash on";
    setTimeout(() => frame.classList.remove("on"), FLASH_MS);
  }

  /** Silence at once. */
  hush() {
    this.voice.hush();
    this.tones.hush();
  }

  /** @param {boolean} running */
  tell(running) {
    tellHeadset(running);
  }

  /** Whether words will be heard; tones and captions carry them otherwise. */
  get hasVoice() {
    return this.voice.voice !== null;
  }
}
