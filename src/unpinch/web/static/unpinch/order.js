/**
 * Putting the exercises of a program in order by dragging. Up and Down do the same without it.
 *
 * Each card gets a handle. While it is dragged, the cards change places; when it is let go, the
 * page is saved as if Save had been pressed, with the cards in their new order.
 */

const list = document.getElementById("parts");
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("composing"));

/** @param {HTMLElement} card */
function withHandle(card) {
  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "grip";
  handle.tabIndex = -1; // the keyboard has Up and Down
  handle.textContent = "Drag";
  card.querySelector(".picture")?.append(handle); // which is hidden from screen readers
  handle.addEventListener("pointerdown", (event) => take(card, handle, event));
}

/**
 * @param {HTMLElement} card
 * @param {HTMLElement} handle
 * @param {PointerEvent} event
 */
function take(card, handle, event) {
  if (event.button !== 0 || !list) return;
  event.preventDefault();
  const before = order();
  card.classList.add("held");
  handle.setPointerCapture(event.pointerId);
  /** @param {PointerEvent} now */
  const follow = (now) => place(card, now.clientY);
  const letGo = () => {
    card.classList.remove("held");
    handle.removeEventListener("pointermove", follow);
    if (order() !== before) save(card.dataset.part ?? "");
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("lostpointercapture", letGo, { once: true });
}

/**
 * Before the first card whose middle lies under the pointer; else at the end.
 *
 * @param {HTMLElement} card
 * @param {number} y
 */
function place(card, y) {
  const others = cards().filter((one) => one !== card);
  const next = others.find((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  if (card.nextElementSibling !== (next ?? null)) list?.insertBefore(card, next ?? null);
}

function cards() {
  return /** @type {HTMLElement[]} */ ([...(list?.children ?? [])]);
}

function order() {
  return cards().map((one) => one.dataset.part).join(" ");
}

/** @param {string} moved */
function save(moved) {
  const act = document.createElement("input");
  act.type = "hidden";
  act.name = "do";
  act.value = `order ${moved}`;
  form?.append(act);
  form?.submit();
}

for (const card of cards()) withHandle(card);
