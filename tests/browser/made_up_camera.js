// A camera that is only drawn, and a Worker that finds the same body in every picture of it: what
// the page does with a camera can be asked without one, and without the model.
"use strict";

globalThis.asked = []; // what the page wanted of a camera
globalThis.sent = []; // what it told the server

const devices = navigator.mediaDevices ?? {}; // an empty page has none
devices.getUserMedia = async ({ video }) => {
  globalThis.asked.push(video);
  if (globalThis.refusal) throw new DOMException("", globalThis.refusal);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  setInterval(() => pen.fillRect(0, 0, canvas.width, canvas.height), 40);
  return canvas.captureStream(25);
};
devices.enumerateDevices = async () => [
  { kind: "videoinput", label: "Built-in", deviceId: "one" },
  { kind: "videoinput", label: "On the shelf", deviceId: "two" },
];

const RealWorker = globalThis.Worker;
const image = Float32Array.from({ length: 132 }, (_, n) => [0.2 + n / 300, 0.5, 0, 0.9][n % 4]);
const world = Float32Array.from({ length: 99 }, (_, n) => (n < 69 && n % 3 === 0 ? 0.5 : 0));
globalThis.Worker = class extends EventTarget {
  constructor(address, options) {
    if (!String(address).includes("pose-worker")) return new RealWorker(address, options);
    super();
  }
  say(data) {
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })), 5);
  }
  postMessage({ type, t_ms, picture }) {
    if (type === "load") return this.say(globalThis.trouble ?? { type: "ready" });
    picture.close();
    this.say({ type: "landmarks", seen: true, image, world, t_ms, width: 640, height: 480 });
  }
  terminate() {}
};

const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  globalThis.sent.push(typeof data === "string" ? data : Array.from(new Uint8Array(data)));
  return send.call(this, data);
};
globalThis.frames = () => globalThis.sent.filter((one) => typeof one !== "string");
