/**
 * A service worker that does one thing: when Unpinch does not answer, it shows the page that says
 * what to do. It keeps that page and its two styles, and nothing else: no page of the diary, no
 * answer, nothing that anybody wrote. Every request goes to the network first.
 */

const KEPT = "unpinch-offline-1";
const PAGE = "/offline/";
const FILES = [PAGE, "/static/unpinch/tokens.css", "/static/unpinch/doorstep.css"];

/**
 * @typedef {Event & {waitUntil: (done: Promise<unknown>) => void}} Lasting
 * @typedef {Event & {request: Request, respondWith: (answer: Promise<Response>) => void}} Asked
 */

addEventListener("install", (event) => {
  const lasting = /** @type {Lasting} */ (event);
  lasting.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)));
});

addEventListener("activate", (event) => {
  const lasting = /** @type {Lasting} */ (event);
  lasting.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))),
    ),
  );
});

addEventListener("fetch", (event) => {
  const asked = /** @type {Asked} */ (event);
  const { request } = asked;
  const path = new URL(request.url).pathname;
  const opens = request.mode === "navigate" && request.method === "GET";
  if (opens) asked.respondWith(fetch(request).catch(() => kept(PAGE)));
  else if (FILES.includes(path)) asked.respondWith(fetch(request).catch(() => kept(path)));
});

/** @param {string} path */
async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}
