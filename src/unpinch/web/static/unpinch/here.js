/**
 * The screen on which somebody presses Start, or Go on, is the one they want to hear, whichever
 * screen spoke before: from Today to the session one press is remembered, once.
 */

const PLACE = "unpinch-here";

export function press() {
  sessionStorage.setItem(PLACE, "yes");
}

/** @returns {boolean} */
export function wasPressed() {
  const was = sessionStorage.getItem(PLACE) !== null;
  sessionStorage.removeItem(PLACE);
  return was;
}
