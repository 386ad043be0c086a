// Stands in for the browser's voices, which a test machine does not have: writes down what would
// be spoken, and when, and ends each utterance a little later.
(() => {
  const spoken = [];
  const voices = [
    { name: "Far Away", lang: "en-US", localService: false, default: true, voiceURI: "far" },
    { name: "At Home", lang: "en-GB", localService: true, default: false, voiceURI: "home" },
  ];
  class Utterance extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
      this.voice = null;
      this.rate = 1;
    }
  }
  const synth = new EventTarget();
  Object.assign(synth, {
    getVoices: () => voices,
    speak: (words) => {
      spoken.push({ text: words.text, voice: words.voice?.name ?? null, at: performance.now() });
      setTimeout(() => words.dispatchEvent(new Event("end")), Math.min(300, 15 * words.text.length));
    },
    cancel: () => spoken.push({ text: "", voice: "cancelled", at: performance.now() }),
  });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.spoken = spoken;
})();
