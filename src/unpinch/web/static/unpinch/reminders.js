/** Reminders: a notice of this device, asked for only when somebody taps. */

import { part, put } from "./dom.js";
import { NOTICES } from "./when.js";

const button = part("notices");
const told = part("noticed");

/** What can be said about notices of this device, and whether there is anything to tap. */
function show() {
  const there = "Notification" in globalThis;
  const on = there && Notification.permission === "granted" && localStorage.getItem(NOTICES) === "on";
  const refused = there && Notification.permission === "denied";
  button.hidden = !there || refused;
  button.textContent = on ? "No notices any more" : "Also as a notice of this device";
  put(told, words(there, refused, on));
}

/**
 * @param {boolean} there
 * @param {boolean} refused
 * @param {boolean} on
 */
function words(there, refused, on) {
  if (!there) return "This browser has no notices: the line on the page is all there is.";
  if (refused) return "Notices are blocked in the settings of this browser. The line on the page stays.";
  return on ? "Notices are on in this browser." : "";
}

button.addEventListener("click", async () => {
  const on = Notification.permission === "granted" && localStorage.getItem(NOTICES) === "on";
  if (on) localStorage.removeItem(NOTICES);
  else if ((await Notification.requestPermission()) === "granted") localStorage.setItem(NOTICES, "on");
  show();
});
show();
