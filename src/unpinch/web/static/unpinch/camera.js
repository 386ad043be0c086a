/**
 * The camera as a source of landmarks. Pictures go to a Worker and stay on this device; while one
 * is looked at, the next is taken, so that neither waits for the other.
 *
 * @typedef {object} Seen one moment: landmarks of 33 points, or nobody
 * @property {boolean} seen
 * @property {Float32Array} image x, y, z, visibility
 * @property {Float32Array} world x, y, z in metres
 * @property {number} width
 * @property {number} height
 * @property {number} t_ms on the session's clock
 *
 * @typedef {object} Told
 * @property {() => number} now the session's clock
 * @property {(seen: Seen) => void} seen
 * @property {(part: number) => void} loading how much is loaded, 0 to 1
 * @property {() => void} ready
 * @property {(why: string) => void} lost
 *
 * @typedef {object} Source where landmarks come from; a test brings its own
 * @property {(told: Told) => void | Promise<void>} start
 * @property {() => void} stop
 * @property {() => Promise<void>} [flip] to the other camera of this device
 * @property {HTMLVideoElement} [video]
 * @property {boolean} [mirrored]
 */

const UNDER_WAY = 2;
const WANTED = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };

/** @type {Record<string, string>} */
const WHY = {
  NotAllowedError: "The camera is refused. Allow it in the browser, beside the address.",
  NotFoundError: "No camera was found. Plug one in and switch it on again.",
  NotReadableError: "Another program is using the camera. Close it and switch it on again.",
  OverconstrainedError: "This camera cannot be used. Try the other one.",
};
const UNKNOWN = "The camera cannot be used here.";
const UNPLUGGED = "The camera is gone. Going on by the clock.";
const MISSING = "The camera’s files are missing: install npm, run make setup, load this page again.";
const BROKEN = "The camera’s files do not run in this browser. Going on by the clock.";

/** @param {unknown} error */
export function why(error) {
  return (error instanceof DOMException && WHY[error.name]) || UNKNOWN;
}

export class Camera {
  /**
   * @param {string} which the name of the camera that the person chose; empty: none chosen
   * @param {number} underWay pictures that are taken or looked at, at once
   */
  constructor(which = "", underWay = UNDER_WAY) {
    this.which = which;
    this.underWay = underWay;
    this.video = document.createElement("video");
    this.video.muted = true;
    this.video.playsInline = true;
    this.facing = "user";
    this.under = 0;
    this.running = false;
    /** @type {MediaStream | null} */
    this.stream = null;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {Told | null} */
    this.told = null;
  }

  get mirrored() {
    return this.facing === "user";
  }

  /** @param {Told} told */
  async start(told) {
    this.told = told;
    this.running = true;
    try {
      await this.open();
    } catch (error) {
      this.fail(why(error));
      return;
    }
    if (!this.running) return this.close();
    const worker = new Worker(new URL("./pose-worker.js", import.meta.url), { type: "module" });
    this.worker = worker;
    worker.addEventListener("message", ({ data }) => this.hear(data));
    worker.addEventListener("error", () => this.fail(BROKEN));
    worker.postMessage({ type: "load" });
  }

  async open() {
    if (!navigator.mediaDevices) throw new DOMException("", "NotFoundError");
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...WANTED, ...(await this.wanted()) },
    });
    this.stream = stream;
    for (const track of stream.getTracks()) {
      track.addEventListener("ended", () => this.stream === stream && this.fail(UNPLUGGED));
    }
    this.video.srcObject = stream;
    await this.video.play();
  }

  /**
   * The camera of that name, if it is plugged in; else the one that looks at the person, or away.
   * @returns {Promise<MediaTrackConstraints>}
   */
  async wanted() {
    const there = this.which ? await navigator.mediaDevices.enumerateDevices() : [];
    const named = there.find((one) => one.kind === "videoinput" && one.label === this.which);
    return named ? { deviceId: { exact: named.deviceId } } : { facingMode: this.facing };
  }

  async flip() {
    this.which = "";
    this.facing = this.facing === "user" ? "environment" : "user";
    this.close();
    try {
      await this.open();
    } catch (error) {
      this.fail(why(error));
    }
  }

  /** @param {any} message */
  hear(message) {
    if (!this.running || !this.told) return;
    if (message.type === "progress") this.told.loading(message.part);
    if (message.type === "failed") this.fail(message.missing ? MISSING : BROKEN);
    if (message.type === "ready") {
      this.told.ready();
      this.next();
    }
    if (message.type === "landmarks") {
      this.under -= 1;
      this.told.seen(message);
    }
  }

  /** With each new picture of the camera, unless the Worker has enough to do. */
  next() {
    if (!this.running) return;
    this.video.requestVideoFrameCallback(() => {
      if (this.under < this.underWay && document.visibilityState === "visible") void this.shoot();
      this.next();
    });
  }

  async shoot() {
    this.under += 1;
    try {
      const t_ms = this.told?.now() ?? 0;
      const picture = await createImageBitmap(this.video);
      this.worker?.postMessage({ type: "look", picture, at: performance.now(), t_ms }, [picture]);
    } catch {
      this.under -= 1; // between two cameras there is no picture
    }
  }

  /** @param {string} reason */
  fail(reason) {
    if (!this.running) return;
    this.stop();
    this.told?.lost(reason);
  }

  close() {
    const { stream } = this;
    this.stream = null;
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  stop() {
    this.running = false;
    this.close();
    this.video.srcObject = null;
    this.worker?.terminate();
    this.worker = null;
  }
}
