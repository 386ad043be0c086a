/**
 * The sheets over the session: paused, it hurts, where, what now, get help, and the end.
 *
 * @typedef {import("./types.js").Phase} Phase
 * @typedef {"paused" | "hurt" | "where" | "stretch" | "alarm" | "camera"} Sheet
 */

import { part, put } from "./dom.js";

/** @type {Sheet[]} */
const SHEETS = ["paused", "hurt", "where", "stretch", "alarm", "camera"];
const ENDED_FOR_PAIN = "We stop here for today. This helps whoever reads your diary.";
const ONLY_STRETCH = "This helps whoever reads your diary.";

/**
 * Which sheet is on: what the person is answering comes first, then what the session says.
 * @param {Sheet | null} answering
 * @param {Phase} phase
 * @returns {Sheet | "end" | null}
 */
export function sheetFor(answering, phase) {
  if (answering) return answering;
  if (phase === "paused" || phase === "hurt") return phase;
  return phase === "stopped" || phase === "finished" ? "end" : null;
}

export class Sheets {
  constructor() {
    /** @type {Sheet | "end" | null} */
    this.on = null;
  }

  /** @param {Sheet | "end" | null} wanted */
  show(wanted) {
    if (wanted === this.on) return;
    this.on = wanted;
    for (const sheet of SHEETS) part(`sheet-${sheet}`).hidden = sheet !== wanted;
    part("session").inert = wanted !== null;
    if (wanted === "paused") part("sheet-paused").querySelector("button")?.focus();
    else if (wanted && wanted !== "end") part(`sheet-${wanted}`).querySelector("h1")?.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  /** @param {boolean} held whether there is something to let go of */
  stopped(held) {
    put(part("hurt-word"), held ? "Stopped. Let go." : "Stopped.");
  }

  /** @param {boolean} ended whether the session ended because of the pain */
  askWhere(ended) {
    put(part("where-lead"), ended ? ENDED_FOR_PAIN : ONLY_STRETCH);
  }
}

/**
 * What the session came to, as the server tells it; in few words if it cannot be asked.
 * @param {string} session
 */
export async function tellTheEnd(session) {
  const end = part("end");
  const inside = document.createElement("div");
  inside.className = "page";
  try {
    const answer = await fetch(`/session/${session}/done/`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    inside.append(...(page.querySelector("main")?.childNodes ?? []));
  } catch {
    inside.innerHTML =
      '<div class="stack text"><h1 tabindex="-1">That is all for today.</h1>' +
      "<p>Unpinch does not answer at the moment. What you did is kept and will be in your diary " +
      'when it runs again.</p><a class="button main wide" href="/">To Today</a></div>';
  }
  end.replaceChildren(inside);
  end.hidden = false;
  part("session").hidden = true;
  end.querySelector("h1")?.focus();
}
