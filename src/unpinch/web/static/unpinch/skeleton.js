/**
 * The skeleton over the camera's picture. Left and right are the person's own; only the drawing
 * is mirrored, by the style of the page.
 *
 * @typedef {import("./camera.js").Seen} Seen
 */

const LEFT = [11, 13, 15, 23, 25, 27, 31];
const RIGHT = [12, 14, 16, 24, 26, 28, 32];
/** @type {[number, number][]} */
const BONES = [[0, 1], [1, 2], [0, 3], [3, 4], [4, 5], [5, 6]];
const HEAD = 0;
const FAINT = 0.5;
const BONE = "#9db9ff";
const JOINT = "#ffffff";

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Seen} seen
 */
export function drawSkeleton(canvas, seen) {
  if (canvas.width !== seen.width) canvas.width = seen.width;
  if (canvas.height !== seen.height) canvas.height = seen.height;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  if (!seen.seen) return;
  pen.lineCap = "round";
  // The further side first: the hip with the greater depth.
  const far = seen.image[23 * 4 + 2] > seen.image[24 * 4 + 2] ? LEFT : RIGHT;
  limbs(pen, seen, far, FAINT);
  limbs(pen, seen, far === LEFT ? RIGHT : LEFT, 1);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Seen} seen
 * @param {number[]} points
 * @param {number} strength
 */
function limbs(pen, seen, points, strength) {
  const at = (/** @type {number} */ n) => ({
    x: seen.image[n * 4] * seen.width,
    y: seen.image[n * 4 + 1] * seen.height,
  });
  const thick = Math.max(seen.width, seen.height) / 70;
  pen.globalAlpha = strength;
  pen.strokeStyle = BONE;
  pen.lineWidth = thick;
  const bones = [...BONES.map(([a, b]) => [points[a], points[b]]), [HEAD, points[0]]];
  for (const [a, b] of bones) {
    if (!clear(seen, a) || !clear(seen, b)) continue;
    pen.beginPath();
    pen.moveTo(at(a).x, at(a).y);
    pen.lineTo(at(b).x, at(b).y);
    pen.stroke();
  }
  pen.fillStyle = JOINT;
  for (const n of [HEAD, ...points]) {
    if (!clear(seen, n)) continue;
    pen.beginPath();
    pen.arc(at(n).x, at(n).y, thick * (strength < 1 ? 0.7 : 1), 0, 2 * Math.PI);
    pen.fill();
  }
}

/**
 * @param {Seen} seen
 * @param {number} n
 */
function clear(seen, n) {
  return seen.image[n * 4 + 3] > 0.3;
}
