/** Today is where Unpinch is opened: the page that says it is not running is kept from here. */

// A browser that does not trust the certificate of the home network refuses, and shows its own page.
navigator.serviceWorker?.register("/offline.js").catch(() => undefined);
