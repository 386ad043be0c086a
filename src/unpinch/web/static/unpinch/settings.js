/** Settings: the voices that speak on this device, a way to hear them, and the cameras there are. */

import { why } from "./camera.js";
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

// ------------------------------------------------------------ cameras

const cameras = /** @type {HTMLSelectElement} */ (document.querySelector('select[name="which_camera"]'));

/** A browser tells the names of cameras only after the person has allowed one. */
async function fillCameras() {
  const there = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "videoinput");
  const named = there.filter((one) => one.label);
  const chosen = cameras.dataset.chosen ?? "";
  const options = named.map((one) => new Option(one.label, one.label));
  if (chosen && !named.some((one) => one.label === chosen)) {
    options.unshift(new Option(named.length ? `${chosen} (not plugged in)` : chosen, chosen));
  }
  cameras.replaceChildren(new Option("The one that looks at you", ""), ...options);
  cameras.value = chosen;
  part("look").hidden = there.length > 0 && named.length === there.length;
}

async function lookForCameras() {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: true });
    for (const track of stream.getTracks()) track.stop();
    put(part("looked"), "");
    await fillCameras();
  } catch (error) {
    put(part("looked"), why(error));
  }
}

if (navigator.mediaDevices) {
  void fillCameras();
  navigator.mediaDevices.addEventListener("devicechange", () => void fillCameras());
  part("look").addEventListener("click", () => void lookForCameras());
}
cameras.addEventListener("change", () => {
  cameras.dataset.chosen = cameras.value;
});
