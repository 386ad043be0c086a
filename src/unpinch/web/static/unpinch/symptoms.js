/**
 * The leg map for fingers and keys. The boxes of the list are the truth: the map ticks them and
 * shows what is ticked. Without this script the list is there, and the map only a picture.
 *
 * @typedef {"left" | "right"} Leg
 * @typedef {"numb" | "tingling"} Feeling
 */

import { data, part, put } from "./dom.js";

/** @type {Feeling[]} */
const FEELINGS = ["numb", "tingling"];
/** @type {Record<string, [number, string]>} how far down an area is, and what that is called */
const zones = data("zones", {});
const drawing = part("drawing");
const nothing = /** @type {HTMLInputElement} */ (part("id_nothing"));
const areas = /** @type {SVGGElement[]} */ ([...drawing.querySelectorAll(".area")]);

/** @param {SVGGElement} area */
const legOf = (area) => /** @type {Leg} */ (area.dataset.leg);
/** @param {SVGGElement} area */
const nameOf = (area) => area.dataset.area ?? "";

/**
 * @param {Leg} leg
 * @param {Feeling} feeling
 * @returns {HTMLInputElement[]}
 */
function boxes(leg, feeling) {
  return [...document.querySelectorAll(`#list input[name="${leg}_${feeling}"]`)].filter(
    (one) => one instanceof HTMLInputElement,
  );
}

/**
 * @param {SVGGElement} area
 * @param {Feeling} feeling
 */
function boxOf(area, feeling) {
  return boxes(legOf(area), feeling).find((box) => box.value === nameOf(area));
}

/** @param {SVGGElement} area */
function felt(area) {
  const on = FEELINGS.filter((feeling) => boxOf(area, feeling)?.checked);
  return on.length ? on.join(" and ") : "not marked";
}

/** @param {SVGGElement} area */
function spoken(area) {
  const leg = legOf(area) === "left" ? "Left leg" : "Right leg";
  return `${leg}, ${nameOf(area)}: ${felt(area)}`;
}

/** @param {Leg} leg */
function reach(leg) {
  const marked = FEELINGS.flatMap((feeling) => boxes(leg, feeling).filter((box) => box.checked));
  if (!marked.length) return nothing.checked || anyMarked() ? "Nothing marked." : "Nothing marked yet.";
  const furthest = marked.map((box) => zones[box.value]).sort((one, other) => other[0] - one[0]);
  return `Reaches down to the ${furthest[0][1]}.`;
}

function show() {
  for (const area of areas) {
    for (const feeling of FEELINGS) {
      const layer = area.querySelector(`.${feeling}`);
      if (boxOf(area, feeling)?.checked) layer?.removeAttribute("display");
      else layer?.setAttribute("display", "none");
    }
    area.setAttribute("aria-label", spoken(area));
  }
  put(part("reach-left"), reach("left"));
  put(part("reach-right"), reach("right"));
}

function anyMarked() {
  return areas.some((area) => FEELINGS.some((feeling) => boxOf(area, feeling)?.checked));
}

/** @returns {Feeling} */
function tool() {
  const chosen = document.querySelector("#tools input:checked");
  return chosen instanceof HTMLInputElement && chosen.value === "tingling" ? "tingling" : "numb";
}

/**
 * @param {SVGGElement} area
 * @param {Feeling} feeling
 */
function turn(area, feeling) {
  const box = boxOf(area, feeling);
  if (!box) return;
  box.checked = !box.checked;
  if (box.checked) nothing.checked = false;
  show();
  put(part("marked"), spoken(area));
}

/* ---- where the keys are: one stop for Tab, arrows inside */

/** @param {SVGGElement} area */
const columnOf = (area) =>
  areas.filter((one) => one.parentElement === area.parentElement);

/**
 * The area to which an arrow leads.
 * @param {SVGGElement} area
 * @param {string} key
 * @returns {SVGGElement}
 */
function neighbour(area, key) {
  const column = columnOf(area);
  const at = column.indexOf(area);
  if (key === "ArrowDown") return column[Math.min(at + 1, column.length - 1)];
  if (key === "ArrowUp") return column[Math.max(at - 1, 0)];
  const middle = (/** @type {SVGGElement} */ one) => {
    const box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const here = middle(area);
  const way = key === "ArrowRight" ? 1 : -1;
  const beyond = areas
    .filter((one) => columnOf(one)[0] !== column[0] && (middle(one).x - here.x) * way > 4)
    .sort((one, other) => Math.abs(middle(one).x - here.x) - Math.abs(middle(other).x - here.x));
  if (!beyond.length) return area;
  const next = columnOf(beyond[0]);
  return next.reduce((best, one) =>
    Math.abs(middle(one).y - here.y) < Math.abs(middle(best).y - here.y) ? one : best,
  );
}

/** @param {SVGGElement} area */
function reachableByTab(area) {
  for (const one of areas) one.setAttribute("tabindex", one === area ? "0" : "-1");
}

/** @param {SVGGElement | null} area */
function ring(area) {
  for (const one of drawing.querySelectorAll(".ring")) one.setAttribute("display", "none");
  const own = area?.parentElement?.querySelector(".ring");
  const outline = area?.querySelector("use")?.getAttribute("href");
  if (!own || !outline) return;
  own.setAttribute("href", outline);
  own.removeAttribute("display");
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const area = event.target instanceof Element ? event.target.closest(".area") : null;
  if (!(area instanceof SVGGElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.toLowerCase();
  if (event.key.startsWith("Arrow")) {
    const next = neighbour(area, event.key);
    reachableByTab(next);
    next.focus();
    ring(next);
  } else if (key === "n") turn(area, "numb");
  else if (key === "t") turn(area, "tingling");
  else if (key === "enter" || key === " ") turn(area, tool());
  else return;
  event.preventDefault();
}

function wakeTheMap() {
  const picture = drawing.querySelector("svg");
  picture?.removeAttribute("aria-hidden");
  picture?.setAttribute("role", "group");
  picture?.setAttribute("aria-label", "Leg map, arrows to move");
  for (const area of areas) {
    area.setAttribute("role", "button");
    area.addEventListener("click", () => turn(area, tool()));
    area.addEventListener("focus", () => ring(area.matches(":focus-visible") ? area : null));
    area.addEventListener("blur", () => ring(null));
  }
  reachableByTab(areas[0]);
  drawing.addEventListener("keydown", pressed);
  for (const id of ["tools", "reach", "map-tap", "map-keys"]) part(id).hidden = false;
  part("list").removeAttribute("open");
}

/** A rating that was chosen by mistake goes when it is chosen again: left open is an answer too. */
function letRatingsGo() {
  let before = "";
  document.addEventListener("pointerdown", (event) => {
    const input = event.target;
    before = input instanceof HTMLInputElement && input.checked ? input.name + input.value : "";
  });
  document.addEventListener("click", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.closest(".points")) return;
    if (before === input.name + input.value) input.checked = false;
    before = "";
  });
}

part("list").addEventListener("change", () => {
  if (anyMarked()) nothing.checked = false;
  show();
});
/**
 * Nothing numb and nothing tingling is a 0 of both, unless the person has said otherwise. It is set
 * where they see it.
 */
function setToNone() {
  const open = ["numbness", "tingling"].filter(
    (scale) => !document.querySelector(`input[name="${scale}"]:checked`),
  );
  for (const scale of open) {
    const none = document.querySelector(`input[name="${scale}"][value="0"]`);
    if (none instanceof HTMLInputElement) none.checked = true;
  }
  part("zeroed").hidden = !open.length;
}

nothing.addEventListener("change", () => {
  part("zeroed").hidden = true;
  if (!nothing.checked) return show();
  for (const leg of /** @type {Leg[]} */ (["left", "right"]))
    for (const feeling of FEELINGS) for (const box of boxes(leg, feeling)) box.checked = false;
  setToNone();
  show();
  put(part("marked"), "Nothing marked on either leg.");
});
wakeTheMap();
letRatingsGo();
show();
