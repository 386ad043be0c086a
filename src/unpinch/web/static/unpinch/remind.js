/**
 * Reminders while a page is open: a line on the page, and a notice of the device if the person has
 * asked for it. Nothing comes from outside, and nothing is shown for a day that is done.
 */

import { NOTICES, last } from "./when.js";
import { data, part } from "./dom.js";

const SHOWN = "unpinch-reminded";
const LOOK_EVERY_MS = 20_000;
const WORDS = "Time for your exercises. Another day is fine, too.";

/** @type {import("./when.js").Chosen} */
const chosen = data("reminders", { days: [], times: [] });

/** A browser that may not show notices from a page refuses here; the line on the page stays. */
function notice() {
  if (localStorage.getItem(NOTICES) !== "on" || globalThis.Notification?.permission !== "granted") return;
  try {
    new Notification("Unpinch", { body: WORDS, tag: "unpinch-reminder", icon: "/static/unpinch/icon.svg" });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Whether an answer is under way: two of them would tell the same twice. */
let looking = false;

async function look() {
  const due = last(new Date(), chosen);
  if (looking || due === null || localStorage.getItem(SHOWN) === String(due)) return;
  looking = true;
  try {
    if (await wanted()) {
      part("reminder").hidden = false;
      notice();
    }
    localStorage.setItem(SHOWN, String(due));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // Unpinch was closed: at the next look, perhaps
  } finally {
    looking = false;
  }
}

/** Whether there is anything left to do today. */
async function wanted() {
  const answer = await fetch("/reminders/due/", { cache: "no-store" });
  return answer.ok && (await answer.json()).due;
}

look();
setInterval(look, LOOK_EVERY_MS);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look();
});
