/**
 * Plays the projection by the page's own clock: says what falls due, once, and never waits for
 * the server.
 *
 * @typedef {import("./types.js").Cue} Cue
 * @typedef {import("./types.js").Scene} Scene
 */

/** A cue that comes later than this would only confuse. */
export const LATE_MS = 1500;
export const SAFETY = 3;
const SECOND_MS = 1000;
const LONGEST_WAIT_MS = 1000;

/** @param {Cue} cue */
export function identity(cue) {
  return `${cue.at_ms} ${cue.kind} ${cue.say}`;
}

/**
 * What is to be said at this moment, in order. Late cues are left out, safety words never.
 * @param {Cue[]} cues
 * @param {number} now
 * @param {ReadonlySet<string>} said
 * @returns {Cue[]}
 */
export function due(cues, now, said) {
  return cues.filter(
    (cue) =>
      cue.at_ms <= now &&
      !said.has(identity(cue)) &&
      (cue.priority === SAFETY || now - cue.at_ms <= LATE_MS),
  );
}

/**
 * The scene that is on at this moment.
 * @param {Scene[]} scenes in time order, at least one
 * @param {number} now
 * @returns {Scene}
 */
export function present(scenes, now) {
  return scenes.findLast((scene) => scene.at_ms <= now) ?? scenes[0];
}

/**
 * How long nothing changes: until the next cue, scene or second of the number.
 * @param {Cue[]} cues
 * @param {Scene[]} scenes
 * @param {number} now
 */
export function quiet(cues, scenes, now) {
  const until = scenes.length ? present(scenes, now).until_ms : null;
  const second = until && until > now ? (until - now) % SECOND_MS || SECOND_MS : LONGEST_WAIT_MS;
  const later = [...cues, ...scenes].map((one) => one.at_ms - now).filter((wait) => wait > 0);
  return Math.min(second, LONGEST_WAIT_MS, ...later);
}

export class Player {
  /**
   * @param {() => number} now the session's clock
   * @param {(cue: Cue) => void} perform
   * @param {() => void} show
   */
  constructor(now, perform, show) {
    this.now = now;
    this.perform = perform;
    this.show = show;
    /** @type {Cue[]} */
    this.cues = [];
    /** @type {Scene[]} */
    this.scenes = [];
    /** @type {Set<string>} */
    this.said = new Set();
    this.timer = 0;
  }

  /**
   * @param {Scene[]} scenes
   * @param {Cue[]} cues
   */
  take(scenes, cues) {
    this.scenes = scenes;
    this.cues = cues;
    this.tick();
  }

  /**
   * Nothing more falls due until there is a new projection; this scene stays.
   * @param {Scene} scene
   */
  freeze(scene) {
    this.take([scene], []);
  }

  tick() {
    clearTimeout(this.timer);
    const now = this.now();
    for (const cue of due(this.cues, now, this.said)) {
      this.said.add(identity(cue));
      this.perform(cue);
    }
    this.show();
    this.timer = setTimeout(() => this.tick(), Math.max(quiet(this.cues, this.scenes, now), 4));
  }
}
