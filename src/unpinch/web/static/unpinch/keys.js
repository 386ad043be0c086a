/**
 * What a key means. A person who cannot see the keys must be able to hit any of them: whatever
 * is not a command pauses.
 *
 * @typedef {"pause" | "resume" | "repeat" | "skip" | "leave" | "hurt"} Act
 * @typedef {"running" | "paused" | "asking"} Mode
 */

/** @type {Record<string, Act>} */
const COMMANDS = { p: "pause", r: "repeat", s: "skip", l: "leave", h: "hurt" };

/** Keys that move about, belong to the browser, or come with another key. */
const NOT_OURS = /^(Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Fn|F\d+|Audio.*|Volume.*|Media.*|Brightness.*|Dead|Process|Unidentified)$/;

/**
 * @param {{key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean, repeat: boolean}} press
 * @param {Mode} mode
 * @param {boolean} onButton whether a button has the focus, which space and enter then press
 * @returns {Act | null}
 */
export function meaning(press, mode, onButton) {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (NOT_OURS.test(press.key) || mode === "asking") return null;
  if (onButton && (press.key === " " || press.key === "Enter")) return null;
  const command = COMMANDS[press.key.toLowerCase()];
  if (mode === "running") return command ?? "pause";
  if (command === "pause" || press.key === " ") return "resume";
  return command === "repeat" ? null : (command ?? null);
}
