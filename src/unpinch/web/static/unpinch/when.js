/**
 * When a reminder is due, by the clock of the person's own device. Pure.
 *
 * @typedef {{days: string[], times: string[]}} Chosen days as in a calendar file, times as 18:30
 */

export const NOTICES = "unpinch-notices";
/** A device that slept over the time still tells, within the hour; later nobody needs it. */
export const LATE_MS = 3_600_000;
const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/**
 * The last moment that is due by now and not too long ago, as a number; null if there is none.
 * @param {Date} now
 * @param {Chosen} chosen
 * @returns {number | null}
 */
export function last(now, chosen) {
  const found = [0, 1]
    .flatMap((back) => chosen.times.map((time) => moment(now, back, time)))
    .filter((at) => chosen.days.includes(DAYS[at.getDay()]))
    .map((at) => at.getTime())
    .filter((at) => at <= now.getTime() && now.getTime() - at < LATE_MS);
  return found.length ? Math.max(...found) : null;
}

/**
 * @param {Date} now
 * @param {number} back so many days
 * @param {string} time
 */
function moment(now, back, time) {
  const [hours, minutes] = time.split(":").map(Number);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - back, hours, minutes);
}
