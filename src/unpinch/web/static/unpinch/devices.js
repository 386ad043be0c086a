/** While a code is shown: look whether somebody used it, or its time is over. */

import { part } from "./dom.js";

const LOOK_MS = 2000;
const before = Number(part("waiting").dataset.devices);

async function look() {
  try {
    const answer = await fetch("/devices/state/", { cache: "no-store" });
    const { offered, devices } = await answer.json();
    if (!offered || devices !== before) {
      location.replace("/devices/");
      return;
    }
  } catch {
    // Unpinch was stopped, or is about to answer again: look once more.
  }
  setTimeout(look, LOOK_MS);
}

setTimeout(look, LOOK_MS);
