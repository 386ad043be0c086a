/** Today: where Unpinch is opened, and from where a session begins or is taken over. */

import { press } from "./here.js";

document.querySelector('form[action="/session/start/"]')?.addEventListener("submit", press);

// The page that says that Unpinch is not running is kept from here.
// A browser that does not trust the certificate of the home network refuses, and shows its own page.
navigator.serviceWorker?.register("/offline.js").catch(() => undefined);
