/**
 * Finds a person in a picture, away from the page so that the page never stalls. Pictures come in
 * and are closed here; only landmarks go out. Nothing is loaded before the first message.
 */

const VENDOR = new URL("../vendor/", import.meta.url).href;
const MODEL = `${VENDOR}models/pose_landmarker_lite.task`;
const WASM = `${VENDOR}tasks-vision/wasm`;
const POINTS = 33;
const TOLD_EVERY = 400_000;
const EXPECTED_BYTES = 17_200_000;

/** @type {any} */
const page = self;
/** @type {any} */
let landmarker = null;
let last = 0;

page.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  if (data.type === "load") await load();
  else look(data);
};

async function load() {
  try {
    let done = 0;
    const told = (/** @type {number} */ bytes) => {
      done += bytes;
      page.postMessage({ type: "progress", part: Math.min(done / EXPECTED_BYTES, 1) });
    };
    const model = await fetched(MODEL, told);
    // Into the browser's cache, with progress; the library asks for them again by itself.
    await fetched(`${WASM}/vision_wasm_module_internal.wasm`, told);
    const vision = await import(`${VENDOR}tasks-vision/vision_bundle.mjs`);
    const files = await vision.FilesetResolver.forVisionTasks(WASM, true);
    landmarker = await vision.PoseLandmarker.createFromOptions(files, {
      baseOptions: { modelAssetBuffer: model, delegate: "CPU" },
      runningMode: "VIDEO",
      numPoses: 1,
    });
    page.postMessage({ type: "ready" });
  } catch (error) {
    page.postMessage({ type: "failed", missing: error instanceof Missing, why: String(error) });
  }
}

class Missing extends Error {}

/**
 * @param {string} address
 * @param {(bytes: number) => void} told
 */
async function fetched(address, told) {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Missing(address);
  const reader = answer.body.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let untold = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    untold += next.value.length;
    if (untold > TOLD_EVERY) {
      told(untold);
      untold = 0;
    }
  }
  told(untold);
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer());
}

/** @param {{picture: ImageBitmap, at: number, t_ms: number}} shot */
function look({ picture, at, t_ms }) {
  const size = { width: picture.width, height: picture.height };
  last = Math.max(at, last + 1); // the model wants times that rise
  const found = landmarker.detectForVideo(picture, last);
  picture.close();
  const image = new Float32Array(POINTS * 4);
  const world = new Float32Array(POINTS * 3);
  const seen = found.landmarks.length > 0;
  if (seen) fill(found, image, world);
  found.close?.();
  page.postMessage({ type: "landmarks", seen, image, world, t_ms, ...size }, [
    image.buffer,
    world.buffer,
  ]);
}

/**
 * @param {any} found
 * @param {Float32Array} image
 * @param {Float32Array} world
 */
function fill(found, image, world) {
  for (let n = 0; n < POINTS; n += 1) {
    const flat = found.landmarks[0][n];
    const deep = found.worldLandmarks[0][n];
    image.set([flat.x, flat.y, flat.z, flat.visibility ?? 0], n * 4);
    world.set([deep.x, deep.y, deep.z], n * 3);
  }
}
