/**
 * The voice: only voices that speak on this device. Others would send the words away.
 *
 * @typedef {import("./types.js").Cue} Cue
 */

const BREATH_MS = 350;
const CHARACTER_MS = 66;
const CALM_RATE = 0.95;

/**
 * The voice that was chosen, else the first English one that speaks on this device.
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} wanted
 */
export function pick(voices, wanted) {
  const here = voices.filter((voice) => voice.localService);
  const english = here.filter((voice) => voice.lang.toLowerCase().startsWith("en"));
  return (
    here.find((voice) => voice.name === wanted) ??
    english.find((voice) => voice.default) ??
    english[0] ??
    null
  );
}

export class Voice {
  /**
   * @param {{voice: string, rate: number, speech: boolean}} wishes
   * @param {() => void} refused the browser wants a tap first
   * @param {SpeechSynthesis | undefined} synth
   */
  constructor(wishes, refused, synth = globalThis.speechSynthesis) {
    this.wishes = wishes;
    this.refused = refused;
    this.synth = synth;
    /** @type {{priority: number, until: number} | null} */
    this.speaking = null;
    /** @type {{cue: Cue, now: number, at: number} | null} */
    this.waiting = null;
    synth?.getVoices(); // some browsers begin to look for voices only when asked
    synth?.addEventListener("voiceschanged", () => this.catchUp());
  }

  /** Voices that come late still say what is being shown. */
  catchUp() {
    const { waiting } = this;
    this.waiting = null;
    const late = waiting ? performance.now() - waiting.at : 0;
    if (waiting && late < waiting.cue.room_ms / 2) this.say(waiting.cue, waiting.now + late);
  }

  /** @returns {SpeechSynthesisVoice | null} */
  get voice() {
    return this.synth ? pick(this.synth.getVoices(), this.wishes.voice) : null;
  }

  /**
   * Say a cue, unless something that matters more is being said. Never waits for an end.
   * @param {Cue} cue
   * @param {number} now
   */
  say(cue, now) {
    const voice = this.voice;
    if (!this.wishes.speech || !this.synth || !cue.say) return;
    this.waiting = voice ? null : { cue, now, at: performance.now() };
    if (!voice) return;
    const before = this.speaking;
    const busy = before && before.until > now;
    if (busy && cue.priority < before.priority) return;
    if (busy) this.synth.cancel();
    this.utter(cue, voice, now);
  }

  /**
   * @param {Cue} cue
   * @param {SpeechSynthesisVoice} voice
   * @param {number} now
   */
  utter(cue, voice, now) {
    const words = new SpeechSynthesisUtterance(cue.say);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = this.wishes.rate;
    const takes = ((BREATH_MS + CHARACTER_MS * cue.say.length) * CALM_RATE) / words.rate;
    const speaking = { priority: cue.priority, until: now + takes };
    this.speaking = speaking;
    words.addEventListener("end", () => {
      if (this.speaking === speaking) this.speaking = null;
    });
    words.addEventListener("error", (event) => {
      if (event.error === "not-allowed") this.refused();
    });
    this.synth?.speak(words);
  }

  hush() {
    this.speaking = null;
    this.waiting = null;
    this.synth?.cancel();
  }
}
