/** Settings: the voices that speak on this device, and a way to hear them. */

import { part, put } from "./dom.js";
import { pick } from "./voice.js";

const SAMPLE = "Hold. Breathe out slowly. Switch sides: left leg.";
const synth = globalThis.speechSynthesis;
const list = /** @type {HTMLSelectElement} */ (document.querySelector('select[name="voice"]'));

function fill() {
  const chosen = list.dataset.chosen ?? "";
  const here = (synth?.getVoices() ?? []).filter((voice) => voice.localService);
  const options = here.map((voice) => new Option(`${voice.name} (${voice.lang})`, voice.name));
  if (chosen && !here.some((voice) => voice.name === chosen)) {
    options.unshift(new Option(`${chosen} (not on this device)`, chosen));
  }
  list.replaceChildren(new Option("The first that fits", ""), ...options);
  list.value = chosen;
  part("hear").hidden = here.length === 0;
  put(part("heard"), here.length ? "" : "This device has no voice of its own: tones and words lead you.");
}

function hear() {
  const voice = pick(synth.getVoices(), list.value);
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(SAMPLE);
  const rate = document.querySelector('input[name="rate"]:checked');
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = rate instanceof HTMLInputElement ? Number(rate.value) : 1;
  synth.cancel();
  synth.speak(words);
}

fill();
synth?.addEventListener("voiceschanged", fill);
list.addEventListener("change", () => {
  list.dataset.chosen = list.value;
});
part("hear").addEventListener("click", hear);
