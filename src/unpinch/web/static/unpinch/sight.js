/**
 * What the camera sees of the person, in words: while setting up, and in the corner afterwards.
 *
 * @typedef {import("./camera.js").Seen} Seen
 *
 * @typedef {object} Sight
 * @property {boolean} good all that counts is in the picture, and from the side
 * @property {boolean} [level] lying, or on hands and knees
 * @property {string} say spoken while setting up
 * @property {string} line shown
 */

const CLEAR = 0.5;
const EDGE = 0.01;
const SMALL = 0.15; // somebody folded up in child’s pose, four metres away
const DARK = 45;
const LEVEL = 0.6; // the trunk is less than 37 degrees from the floor
const ASLANT = 0.7; // turned by more than 45 degrees from side on

/** @type {[string, number[]][]} what has to be seen, either side of it */
const PARTS = [
  ["head", [0, 7, 8]],
  ["shoulders", [11, 12]],
  ["hips", [23, 24]],
  ["knees", [25, 26]],
  ["feet", [27, 28]],
];

/**
 * @param {Seen} seen
 * @param {number} light mean brightness of the picture, 0 to 255
 * @returns {Sight}
 */
export function sight(seen, light = 255) {
  if (!seen.seen) {
    return light < DARK
      ? bad("It is dark here. Turn on a light.", "Turn on a light.")
      : bad("I can’t see you. Step in front of the camera.", "I can’t see you.");
  }
  const hidden = PARTS.filter(([, points]) => !points.some((n) => inside(seen, n)));
  if (hidden.length === 1) {
    const [name] = hidden[0];
    return bad(`I can’t see your ${name}. Move back a little.`, `I can’t see your ${name}.`);
  }
  if (hidden.length > 1) {
    return light < DARK
      ? bad("It is dark here. Turn on a light.", "Turn on a light.")
      : bad("Move back a little, so that I see all of you.", "Move back a little.");
  }
  if (extent(seen) < SMALL) return bad("Come a little closer.", "Come a little closer.");
  const { level, sideways } = trunk(seen);
  if (level && sideways < ASLANT) {
    return bad("Turn, so that your side is to me and not your head or feet.", "Turn your side to me.");
  }
  return { good: true, say: "I can see you.", line: "I see all of you", level };
}

/**
 * How the trunk lies before the camera: level, and how much of its length the picture shows. Who
 * stands or sits upright shows all of it from every side and is asked again when lying down.
 * @param {Seen} seen
 */
function trunk(seen) {
  const [x, y, z] = [0, 1, 2].map((axis) => {
    const at = (/** @type {number} */ n) => seen.world[n * 3 + axis];
    return (at(11) + at(12) - at(23) - at(24)) / 2;
  });
  const long = Math.hypot(x, y, z) || 1;
  return { level: Math.abs(y) < LEVEL * long, sideways: Math.abs(x) / (Math.hypot(x, z) || 1) };
}

/**
 * @param {string} say
 * @param {string} line
 * @returns {Sight}
 */
function bad(say, line) {
  return { good: false, say, line };
}

/**
 * @param {Seen} seen
 * @param {number} n
 */
function inside(seen, n) {
  const [x, y, , clear] = seen.image.subarray(n * 4, n * 4 + 4);
  return clear >= CLEAR && x > EDGE && x < 1 - EDGE && y > EDGE && y < 1 - EDGE;
}

/**
 * How much of the picture the person fills, along the longer way.
 * @param {Seen} seen
 */
function extent(seen) {
  const points = PARTS.flatMap(([, numbers]) => numbers).filter((n) => inside(seen, n));
  const xs = points.map((n) => seen.image[n * 4]);
  const ys = points.map((n) => seen.image[n * 4 + 1]);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
