/**
 * The session page: joins the line to the server, the player, the screen, the sound and the keys.
 *
 * Pain, stop and pause act here first and are told to the server afterwards. Until the server has
 * heard of them the page is frozen: news from before must not start anything again.
 *
 * @typedef {import("./types.js").Felt} Felt
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").News} News
 * @typedef {import("./types.js").Phase} Phase
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").Wishes} Wishes
 * @typedef {"paused" | "hurt" | "stopped"} Waiting
 * @typedef {import("./sheets.js").Sheet} Sheet
 */

import { Clock } from "./clock.js";
import { stayAwake } from "./device.js";
import { data, part, put } from "./dom.js";
import { Hands } from "./hands.js";
import { wasPressed } from "./here.js";
import { Link } from "./link.js";
import { Picture } from "./picture.js";
import { Player, present } from "./player.js";
import { paint, view, waitingLine } from "./screen.js";
import { Sheets, sheetFor, tellTheEnd } from "./sheets.js";
import { Sound } from "./sound.js";
import { byTheClock, sure } from "./waiting.js";
import { Watch } from "./watch.js";

/** @type {Phase[]} */
const WAITING = ["paused", "hurt", "stopped", "finished"];
/** @type {Wishes} */
const WISHES = { voice: "", rate: 1, speech: true, tones: true, vibration: true, flash: true, camera: false, which_camera: "", record: false };
const NO_VOICE = "No voice on this device: tones and words lead you.";
const NO_VOICE_AFTER_MS = 2500;
const NOT_STORED = "The diary cannot be written: is the disk full? It is kept here and written later.";
const GOES_ON_LATER = "It goes on as soon as Unpinch answers.";
const NOTE_MS = 12_000;
const DELIVERED_WITHIN_MS = 2000;
const LOOK_FOR_SLEEP_MS = 3000;

class SessionPage {
  constructor() {
    /** @type {Wishes} */
    this.wishes = data("wishes", WISHES);
    this.clock = new Clock();
    /** @type {string | null} */
    this.session = null;
    /** @type {Sheet | null} */
    this.answering = null;
    /** @type {Felt | null} */
    this.felt = null;
    this.frozen = false;
    this.goingOn = false;
    this.ended = false;
    /** @type {{news: News, at: number} | null} */
    this.ahead = null;
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.picture = new Picture(part("picture"), part("begins"), this.still);
    this.sheets = new Sheets();
    this.sound = new Sound(this.wishes, {
      pause: () => this.sheets.on === null && this.pause(),
      resume: () => this.sheets.on === "paused" && this.resume(),
    });
    this.player = new Player(
      () => this.clock.now(),
      (cue) => this.sound.perform(cue, this.clock.now()),
      () => this.show(),
    );
    this.watch = new Watch(this.wishes, {
      now: () => this.clock.now(),
      speak: (say) => this.speak(say),
      note: (text) => this.note(text),
      settingUp: () => this.setUpCamera(),
      setUp: () => this.cameraSetUp(),
      send: (message) => this.link.send(message),
    });
    // A person has one body: what stops in this window stops in every other, server or not.
    this.others = new BroadcastChannel("unpinch-session");
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.link = new Link(`${scheme}://${location.host}/coach`, {
      hear: (message) => this.hear(message),
      changed: (connected) => this.changed(connected),
      standing: () => ({ session: this.session, now_ms: this.session ? this.clock.now() : null }),
      putOut: () => this.putOut(),
    });
  }

  begin() {
    this.others.addEventListener("message", (message) => this.alsoHere(message.data));
    this.link.open();
    this.sound.begin();
    stayAwake();
    new Hands(this).listen();
    setTimeout(() => this.noteMissingVoice(), NO_VOICE_AFTER_MS);
    setInterval(() => {
      if (this.clock.slept() && this.link.connected) this.link.reopen();
    }, LOOK_FOR_SLEEP_MS);
  }

  // ------------------------------------------------------------ from the server

  /** @param {Message} message */
  hear(message) {
    if (message.type === "state") this.take(message);
    if (message.type === "none" && !this.ended && !this.answering) location.replace("/");
    if (message.type === "refused") this.note(message.why);
    if (message.type === "unstored") this.note(NOT_STORED);
  }

  /** @param {News} news */
  take(news) {
    if (this.ended || (this.answering && news.session !== this.session)) return;
    this.session = news.session;
    const waits = WAITING.includes(news.scenes[0].phase);
    this.belongsHere(news.speaker);
    if (news.behind) this.note(NOT_STORED);
    if (this.frozen && !waits) return; // from before the person stopped it
    this.frozen = false;
    if (!waits || this.goingOn) this.answering = null;
    this.goingOn = false;
    this.clock.set(news.now_ms);
    this.ahead = { news, at: news.now_ms };
    this.play();
    void this.picture.prepare(news.scenes);
    if (news.summary) this.end();
    else if (news.speaker) this.cameraAtOnce();
  }

  /** Silent at once, and nothing of the diary stays on the screen or in the window. */
  putOut() {
    this.sound.hush();
    sessionStorage.clear();
    location.reload();
  }

  /** Play what lies ahead: with the camera as far as is sure, without the server all of it. */
  play() {
    if (!this.ahead || this.frozen) return;
    const { news, at } = this.ahead;
    const now = this.clock.now();
    let ahead = { scenes: news.scenes, cues: news.cues };
    if (news.watched && this.link.connected) ahead = sure(ahead.scenes, ahead.cues, now);
    else if (news.watched) {
      ahead = byTheClock(ahead.scenes, ahead.cues, now, at);
      this.ahead = { news: { ...news, ...ahead, watched: false }, at: now }; // moved once is enough
    }
    this.player.take(ahead.scenes, ahead.cues);
  }

  /** @param {boolean} here */
  belongsHere(here) {
    this.sound.belongsHere(here);
    part("elsewhere").hidden = here;
  }

  /** @param {boolean} connected */
  changed(connected) {
    part("bar").classList.toggle("urgent", !connected);
    put(part("status"), connected ? "" : "Unpinch does not answer. Going on without it.");
    if (connected) put(part("over"), "");
    if (connected && wasPressed()) this.link.speak();
    if (!connected && this.ahead?.news.watched) this.play();
  }

  // ------------------------------------------------------------ the screen

  show() {
    if (this.player.scenes.length === 0) return;
    const { scenes, cues } = this.player;
    const now = this.clock.now();
    const scene = present(scenes, now);
    paint(view(scenes, cues, now, this.endsAt()));
    part("session").dataset.phase = scene.phase;
    void this.picture.turnTo(scene, () => this.clock.now());
    const sheet = sheetFor(this.answering, scene.phase);
    this.sheets.stopped(scene.held ?? true);
    this.sheets.show(sheet);
    this.sound.tell(!WAITING.includes(scene.phase));
  }

  /** With the camera the player has only what is sure; how much is left is seen in all of it. */
  endsAt() {
    return this.ahead?.news.scenes.at(-1)?.at_ms ?? 0;
  }

  end() {
    if (this.answering === "camera") this.answering = null;
    if (this.answering === "hurt") this.answering = null; // answered in the other window
    if (this.ended || this.answering || !this.session) return;
    this.ended = true;
    if (this.watch.on) this.watch.off();
    const { session } = this;
    void this.link.delivered(DELIVERED_WITHIN_MS).then(() => tellTheEnd(session));
  }

  /** @param {string} text said once, where the status stands */
  note(text) {
    put(part("status"), text);
    setTimeout(() => {
      if (part("status").textContent === text) put(part("status"), "");
    }, NOTE_MS);
  }

  noteMissingVoice() {
    const { speech } = this.wishes;
    part("session").toggleAttribute("data-silent", !speech || !this.sound.hasVoice);
    if (speech && !this.sound.hasVoice) this.note(NO_VOICE);
  }

  // ------------------------------------------------------------ what the person does

  /**
   * @param {string} event
   * @param {{kind?: Felt | null, where?: string | null}} [details]
   */
  tell(event, details = {}) {
    if (this.session) this.link.tell(this.session, { event, at_ms: this.clock.now(), ...details });
  }

  /**
   * Silence and a screen that waits, before anybody is asked.
   * @param {Waiting} phase
   */
  freeze(phase) {
    this.others.postMessage({ session: this.session, phase });
    this.keepStill(phase);
  }

  /** @param {{session: string | null, phase?: Waiting}} told by another window */
  alsoHere({ session, phase }) {
    if (session !== this.session || this.ended || this.answering) return;
    if (phase) this.keepStill(phase);
    else this.frozen = false;
  }

  /** @param {Waiting} phase */
  keepStill(phase) {
    this.goingOn = false;
    this.sound.hush();
    this.ahead = null; // whatever lay ahead, it does not any more
    if (this.player.scenes.length === 0) return;
    const now = this.clock.now();
    const scene = present(this.player.scenes, now);
    this.frozen = true;
    const line = waitingLine(phase, scene.held ?? true);
    this.player.freeze({ ...scene, at_ms: now, phase, line, told: "", until_ms: null, panel: false, pose: "start" });
  }

  pause() {
    this.freeze("paused");
    this.tell("paused");
  }

  resume() {
    this.goOn("resumed");
  }

  hurt() {
    this.answering = "hurt";
    this.freeze("hurt");
    this.tell("hurts");
    this.sound.signal("stop");
  }

  /** @param {Felt} kind */
  answerFelt(kind) {
    this.felt = kind;
    this.tell("hurts", { kind });
    this.answering = kind === "alarm" ? "alarm" : "where";
    this.sheets.askWhere(kind !== "stretch");
    if (kind !== "stretch") this.freeze("stopped");
    else this.show();
  }

  /** @param {string} where empty: the person leaves it open */
  answerWhere(where) {
    if (where) this.tell("hurts", { kind: this.felt, where });
    this.answering = this.felt === "stretch" ? "stretch" : null;
    this.show();
    if (!this.answering) this.end();
  }

  stop() {
    this.answering = null;
    this.freeze("stopped");
    this.tell("stopped");
    this.sound.signal("stop");
  }

  /**
   * What was asked stays asked until the server has heard the answer.
   * @param {string} event that lets a waiting session go on
   */
  goOn(event) {
    this.frozen = false;
    this.goingOn = true;
    this.others.postMessage({ session: this.session });
    this.tell(event);
    if (!this.link.connected) put(part("over"), GOES_ON_LATER);
  }

  // ------------------------------------------------------------ the camera

  /** @param {string} say something that belongs to no moment of the session */
  speak(say) {
    const room_ms = 5000;
    this.sound.perform({ kind: "camera", at_ms: 0, say, line: "", priority: 2, room_ms }, this.clock.now());
  }

  /** Once, if the person wants the camera from the beginning: in the window that speaks. */
  cameraAtOnce() {
    if (!this.wishes.camera || this.sheets.on !== null) return;
    this.wishes = { ...this.wishes, camera: false };
    void this.watch.begin();
  }

  /** The session waits while the camera is set up. */
  setUpCamera() {
    this.answering = "camera";
    this.freeze("paused");
    this.tell("paused");
  }

  cameraSetUp() {
    if (this.answering === "camera") this.goOn("resumed");
  }

  /** @param {string} act */
  act(act) {
    /** @type {Record<string, () => void>} */
    const acts = {
      pause: () => this.pause(),
      resume: () => this.resume(),
      repeat: () => this.tell("repeated"),
      skip: () => this.goOn("skipped"),
      leave: () => this.goOn("left out"),
      ease: () => this.goOn("eased"),
      hurt: () => this.hurt(),
      end: () => this.stop(),
      speak: () => this.link.speak(),
      camera: () => void this.watch.toggle(),
      "camera-go": () => this.watch.goOn(),
      "camera-flip": () => void this.watch.flip(),
    };
    acts[act]?.();
  }
}

new SessionPage().begin();
