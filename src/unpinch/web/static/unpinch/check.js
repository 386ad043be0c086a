/** Checking a sheet: a tap on a value opens its field; a link to a closed part opens it first. */

/** @param {string} place */
function show(place) {
  const target = document.getElementById(place);
  const closed = target?.closest("details:not([open])");
  if (closed instanceof HTMLDetailsElement) closed.open = true;
  return target;
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const target = show(link.hash.slice(1));
  if (link.classList.contains("fix") && target) {
    event.preventDefault();
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
});

show(location.hash.slice(1));
