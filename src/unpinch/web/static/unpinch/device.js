/** What the device can do for somebody on the floor: stay lit, buzz, listen to a headset. */

const SECONDS_OF_SILENCE = 8;
const RATE = 8000;
const HEADER_BYTES = 44;
const MIDDLE = 128; // silence, in a file of unsigned bytes

/** @type {Record<import("./types.js").Tone, number[]>} */
const BUZZ = {
  hold: [180],
  count: [40],
  release: [90, 80, 90],
  switch: [70, 60, 70, 60, 70],
  stop: [400],
  finished: [120, 100, 120, 100, 300],
};

/** @param {import("./types.js").Tone} tone */
export function buzz(tone) {
  // A browser refuses, and complains, until the person has touched the page.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ[tone]);
}

/** Keep the screen lit while the page is in view; again each time it comes back into view. */
export function stayAwake() {
  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    try {
      await navigator.wakeLock?.request("screen");
    } catch {
      // A low battery may refuse it. The session goes on; the device may dim.
    }
  };
  document.addEventListener("visibilitychange", ask);
  void ask();
}

/**
 * A silent recording that plays in a loop: without one a headset's button does not reach us.
 * @returns {HTMLAudioElement}
 */
export function silence() {
  const bytes = new Uint8Array(HEADER_BYTES + SECONDS_OF_SILENCE * RATE).fill(MIDDLE);
  const view = new DataView(bytes.buffer);
  const write = (/** @type {number} */ at, /** @type {string} */ text) =>
    [...text].forEach((letter, place) => view.setUint8(at + place, letter.charCodeAt(0)));
  write(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, "data");
  view.setUint32(40, bytes.length - HEADER_BYTES, true);
  const audio = new Audio(URL.createObjectURL(new Blob([bytes], { type: "audio/wav" })));
  audio.loop = true;
  return audio;
}

/**
 * The button of a headset, and the keys for media.
 * @param {() => unknown} pause
 * @param {() => unknown} resume
 */
export function headset(pause, resume) {
  const media = navigator.mediaSession;
  if (!media) return;
  media.metadata = new MediaMetadata({ title: "Exercises", artist: "Unpinch" });
  media.setActionHandler("pause", () => void pause());
  media.setActionHandler("stop", () => void pause());
  media.setActionHandler("play", () => void resume());
}

/** @param {boolean} running */
export function tellHeadset(running) {
  if (navigator.mediaSession) {
    navigator.mediaSession.playbackState = running ? "playing" : "paused";
  }
}
