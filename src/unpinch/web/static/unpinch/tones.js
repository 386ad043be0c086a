/**
 * Soft tones that go with the words, and stand in for them where there is no voice.
 *
 * @typedef {import("./types.js").Tone} Tone
 */

/** Hertz, beginning and length in seconds. Each tone is told apart by its shape. */
/** @type {Record<Tone, [number, number, number][]>} */
const NOTES = {
  hold: [[392, 0, 0.5], [523, 0.18, 0.7]],
  count: [[659, 0, 0.16]],
  release: [[523, 0, 0.5], [392, 0.18, 0.8]],
  switch: [[440, 0, 0.3], [587, 0.22, 0.3], [440, 0.44, 0.5]],
  stop: [[262, 0, 0.9], [196, 0.25, 1.1]],
  finished: [[392, 0, 0.8], [494, 0.25, 0.8], [587, 0.5, 1.4]],
};
const LOUDNESS = 0.22;
const RISE_S = 0.03;
const SILENCE = 0.0001;

export class Tones {
  /** @param {boolean} wanted */
  constructor(wanted) {
    this.wanted = wanted;
    this.context = new AudioContext();
    /** @type {Set<OscillatorNode>} */
    this.sounding = new Set();
  }

  /** Whether the browser lets us sound. */
  get allowed() {
    return this.context.state === "running";
  }

  /** Ask the browser to let us sound; it may want a tap first. */
  async unlock() {
    await this.context.resume();
  }

  /** @param {Tone} tone */
  play(tone) {
    if (!this.wanted || !this.allowed) return;
    for (const [hertz, begins, lasts] of NOTES[tone]) this.note(hertz, begins, lasts);
  }

  /**
   * @param {number} hertz
   * @param {number} begins
   * @param {number} lasts
   */
  note(hertz, begins, lasts) {
    const at = this.context.currentTime + begins;
    const gain = this.context.createGain();
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + RISE_S);
    gain.gain.exponentialRampToValueAtTime(SILENCE, at + lasts);
    const source = this.context.createOscillator();
    source.frequency.value = hertz;
    source.connect(gain).connect(this.context.destination);
    source.start(at);
    source.stop(at + lasts);
    this.sounding.add(source);
    source.addEventListener("ended", () => this.sounding.delete(source));
  }

  hush() {
    for (const source of this.sounding) source.stop();
    this.sounding.clear();
  }
}
