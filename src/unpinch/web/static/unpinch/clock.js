/** The session's clock on this page: whole milliseconds since the session began. */

const SLEPT_MS = 1500;

export class Clock {
  /**
   * @param {() => number} running never goes back, may stand still while the machine sleeps
   * @param {() => number} wall goes on while the machine sleeps
   */
  constructor(running = () => performance.now(), wall = () => Date.now()) {
    this.running = running;
    this.wall = wall;
    this.zero = 0;
    this.apart = wall() - running();
  }

  /** @param {number} nowMs what the session's clock shows at this instant */
  set(nowMs) {
    this.zero = this.running() - nowMs;
    this.apart = this.wall() - this.running();
  }

  now() {
    return Math.round(this.running() - this.zero);
  }

  /** Whether the machine slept since the clock was set: then the server knows the time better. */
  slept() {
    return Math.abs(this.wall() - this.running() - this.apart) > SLEPT_MS;
  }
}
