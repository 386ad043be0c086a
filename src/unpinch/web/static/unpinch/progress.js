/**
 * The charts of Progress. Every number in them stands in a table below too; without this script,
 * or without the library, the tables are all there is.
 *
 * @typedef {{before: (number | null)[], after: (number | null)[]}} Pairs
 * @typedef {{
 *   days: number[], from: number, to: number, changes: number[], held: (number | null)[],
 *   reach: {left: (number | null)[], right: (number | null)[]}, ratings: Record<string, Pairs>
 * }} Course
 * @typedef {{paper: string, ink: string, soft: string, line: string, accent: string, size: number, tall: number}} Look
 * @typedef {"ring" | "disc" | "square"} Shape
 */

import uPlot from "../vendor/uplot/uPlot.esm.js";
import { data, part } from "./dom.js";

const HALF_DAY_S = 43_200;
const FACE = '"Unpinch Text", system-ui, sans-serif';
const ZONES = ["Nothing", "Low back", "Buttock", "Thigh", "Knee, calf", "Foot"];
const PRINTED = {
  paper: "#fff", ink: "#000", soft: "#333", line: "#ccc", accent: "#1b3a86", tall: 0.68,
};
/** A printed chart is drawn this much larger and shrunk, so that its lines are sharp. */
const FINER = 3;
/** Widths on A4 between the margins; four ratings stand in a row. */
const PRINTED_WIDTH = 690;
const PRINTED_QUARTER = 165;
const PRINTED_SIZE = 11;
const DAY_S = 86_400;
/** How many days may lie between two dates under a chart. */
const STEPS = [1, 2, 3, 7, 14, 28, 56, 91, 182, 364, 728];

/** @type {Course} */
const course = data("course", {
  days: [], from: 0, to: 0, changes: [], held: [], reach: { left: [], right: [] }, ratings: {},
});
/** @type {uPlot[]} */
let drawn = [];

/** Where single days would lie over each other: the first one, and the last known of each week. */
const LEAST_A_DAY_PX = 5;

/**
 * @param {number[]} days
 * @param {(number | null)[][]} lines
 * @returns {{days: number[], lines: (number | null)[][]}}
 */
function weekly(days, lines) {
  /** @type {Map<number, number>} */
  const last = new Map();
  days.forEach((day, at) => {
    if (lines.some((line) => line[at] !== null)) last.set(Math.floor((course.to - day) / (7 * DAY_S)), at);
  });
  const first = days.findIndex((_, at) => lines.some((line) => line[at] !== null));
  const kept = [...new Set([first, ...last.values()])].filter((at) => at >= 0).sort((one, other) => one - other);
  return { days: kept.map((at) => days[at]), lines: lines.map((line) => kept.map((at) => line[at])) };
}

/**
 * The days and lines of a chart of this width, on the page thinned to weeks where they need it.
 * @param {number} width
 * @param {Look} look
 * @param {(number | null)[][]} lines
 */
function fitting(width, look, lines) {
  const room = width / ((course.to - course.from) / DAY_S + 1);
  if (look.tall !== 1 || room >= LEAST_A_DAY_PX) return { days: course.days, lines, thinned: false };
  return { ...weekly(course.days, lines), thinned: true };
}

/**
 * Say beside a chart that it has one mark a week.
 * @param {HTMLElement} place
 * @param {boolean} thinned
 */
function tellWeekly(place, thinned) {
  const word = place.closest("section")?.querySelector(".a-week");
  if (word instanceof HTMLElement) word.hidden = !thinned;
}

/** @returns {Look} the page's own colours, so that a chart follows its theme */
function lookOfThePage() {
  const style = getComputedStyle(document.documentElement);
  const of = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    paper: of("--card"), ink: of("--ink"), soft: of("--soft"), line: of("--line"),
    accent: of("--accent"), size: 1.125 * parseFloat(style.fontSize), tall: 1,
  };
}

const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** @param {number} day in seconds, as the tables write it: 4 Oct */
function dayAndMonth(day) {
  const date = new Date(day * 1000);
  return `${date.getUTCDate()} ${months.format(date)}`;
}

/**
 * Dashed upright lines where a dose was changed.
 * @param {uPlot} plot
 * @param {Look} look
 */
function changesOfDose(plot, look) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = look.soft;
  ctx.lineWidth = look.size / 9;
  ctx.setLineDash([look.size / 3, look.size / 3]);
  for (const day of course.changes) {
    const x = plot.valToPos(day - HALF_DAY_S, "x", true);
    if (x < bbox.left) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * @param {uPlot} plot
 * @param {number[]} days
 * @param {(number | null)[]} values
 * @param {Shape} shape
 * @param {Look} look
 * @param {number} radius
 */
function marks(plot, days, values, shape, look, radius) {
  const { ctx } = plot;
  values.forEach((value, at) => {
    if (value === null) return;
    const x = plot.valToPos(days[at], "x", true);
    const y = plot.valToPos(value, "y", true);
    ctx.beginPath();
    if (shape === "square") ctx.rect(x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7);
    else ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = shape === "ring" ? look.paper : look.accent;
    ctx.fill();
    if (shape !== "ring") return;
    ctx.lineWidth = radius / 2.6;
    ctx.strokeStyle = look.ink;
    ctx.stroke();
  });
}

/**
 * What ties the two ratings of one session together.
 * @param {uPlot} plot
 * @param {number[]} days
 * @param {Pairs} pairs
 * @param {Look} look
 */
function ties(plot, days, pairs, look) {
  const { ctx } = plot;
  ctx.strokeStyle = look.soft;
  ctx.lineWidth = look.size / 10;
  pairs.before.forEach((before, at) => {
    const after = pairs.after[at];
    if (before === null || after === null) return;
    const x = plot.valToPos(days[at], "x", true);
    ctx.beginPath();
    ctx.moveTo(x, plot.valToPos(before, "y", true));
    ctx.lineTo(x, plot.valToPos(after, "y", true));
    ctx.stroke();
  });
}

/**
 * How large a mark may be, so that a year of them can still be told apart.
 * @param {uPlot} plot
 * @param {Look} look
 * @param {boolean} [thinned] one mark a week
 */
function radius(plot, look, thinned = false) {
  const marked = Math.max(1, (course.to - course.from) / (2 * HALF_DAY_S) + 1) / (thinned ? 7 : 1);
  const room = plot.bbox.width / marked;
  const pixels = plot.ctx.canvas.width / plot.width;
  return Math.max(0.16, Math.min(thinned ? 0.3 : 0.36, room / (2.2 * look.size * pixels))) * look.size * pixels;
}

/**
 * Dates evenly apart, back from today, with room for their words.
 * @param {uPlot} plot
 * @param {Look} look
 * @returns {number[]}
 */
function dates(plot, look) {
  const room = Math.max(2, Math.floor(plot.width / (look.size * 5)) - 1);
  const span = (course.to - course.from) / DAY_S;
  const step = (STEPS.find((days) => span / days <= room) ?? span) * DAY_S;
  const found = [];
  for (let day = course.to; day >= course.from; day -= step) found.unshift(day);
  return found;
}

/**
 * @param {Look} look
 * @param {Partial<uPlot.Axis>} upright
 * @returns {uPlot.Axis[]}
 */
function axes(look, upright) {
  const font = `${Math.round(look.size)}px ${FACE}`;
  const shared = { stroke: look.soft, font, ticks: { show: false } };
  return [
    {
      ...shared, grid: { show: false }, size: look.size * 2.1, gap: look.size * 0.6,
      splits: (plot) => dates(plot, look),
      values: (_plot, days) => days.map(dayAndMonth),
    },
    {
      ...shared, grid: { stroke: look.line, width: look.size / 14 }, gap: look.size * 0.5,
      ...upright,
    },
  ];
}

/**
 * @param {Look} look
 * @param {Pick<uPlot.Options, "series" | "scales"> & {upright: Partial<uPlot.Axis>, width: number, height: number, draw: (plot: uPlot) => void}} own
 * @returns {uPlot.Options}
 */
function options(look, own) {
  return {
    width: own.width,
    height: own.height,
    legend: { show: false },
    cursor: { show: false },
    padding: [look.size * 0.6, look.size * 1.9, 0, 0],
    tzDate: (day) => uPlot.tzDate(new Date(day * 1000), "Etc/UTC"),
    scales: { x: { range: () => [course.from - HALF_DAY_S, course.to + HALF_DAY_S] }, ...own.scales },
    axes: axes(look, own.upright),
    series: own.series,
    hooks: {
      draw: [
        (plot) => {
          changesOfDose(plot, look);
          own.draw(plot);
        },
      ],
    },
  };
}

/**
 * @param {HTMLElement} place
 * @param {number} width
 * @param {Look} look
 * @returns {uPlot}
 */
function reach(place, width, look) {
  const { days, lines, thinned } = fitting(width, look, [course.reach.left, course.reach.right]);
  const [left, right] = lines;
  tellWeekly(place, thinned);
  const line = { spanGaps: true, width: look.size / 7, points: { show: false } };
  const made = options(look, {
    width,
    height: look.size * 15 * look.tall,
    scales: { y: { range: () => [-0.35, 5.35], dir: -1 } },
    upright: {
      size: look.size * 6.2,
      splits: () => ZONES.map((_, at) => at),
      values: (_plot, depths) => depths.map((depth) => ZONES[depth]),
    },
    series: [
      {},
      { ...line, stroke: look.ink, dash: [look.size / 4, look.size / 3] },
      { ...line, stroke: look.accent },
    ],
    draw: (plot) => {
      marks(plot, days, left, "ring", look, radius(plot, look, thinned) * 1.25);
      marks(plot, days, right, "square", look, radius(plot, look, thinned) * 0.9);
    },
  });
  return new uPlot(made, [days, left, right], place);
}

/**
 * @param {HTMLElement} place
 * @param {number} width
 * @param {Look} look
 * @param {string} field
 * @returns {uPlot}
 */
function ratings(place, width, look, field) {
  const all = course.ratings[field];
  const { days, lines, thinned } = fitting(width, look, [all.before, all.after]);
  const pairs = { before: lines[0], after: lines[1] };
  tellWeekly(place, thinned);
  const none = { paths: () => null, points: { show: false } };
  const made = options(look, {
    width,
    height: look.size * 8.6,
    scales: { y: { range: () => [-0.9, 10.9] } },
    upright: { size: look.size * 2.2, splits: () => [0, 5, 10] },
    series: [{}, none, none],
    draw: (plot) => {
      ties(plot, days, pairs, look);
      marks(plot, days, pairs.before, "ring", look, radius(plot, look, thinned));
      marks(plot, days, pairs.after, "disc", look, radius(plot, look, thinned) * 0.8);
    },
  });
  return new uPlot(made, [days, pairs.before, pairs.after], place);
}

/**
 * @param {HTMLElement} place
 * @param {number} width
 * @param {Look} look
 * @returns {uPlot}
 */
function held(place, width, look) {
  const most = Math.max(30, ...course.held.map((seconds) => seconds ?? 0));
  const made = options(look, {
    width,
    height: look.size * 9 * look.tall,
    scales: { y: { range: () => [0, most * 1.08] } },
    upright: {
      size: look.size * 4.2,
      space: look.size * 2.4,
      values: (_plot, seconds) => seconds.map((one) => `${one} s`),
    },
    series: [
      {},
      {
        fill: look.accent,
        paths: uPlot.paths.bars?.({ size: [0.6, look.size * 1.4] }),
        points: { show: false },
      },
    ],
    draw: () => {},
  });
  return new uPlot(made, [course.days, course.held], place);
}

/**
 * Draw all charts anew.
 * @param {Look} look
 * @param {(place: HTMLElement) => number} wide
 */
function draw(look, wide) {
  for (const old of drawn) old.destroy();
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".chart")]);
  const widths = places.map(wide);
  drawn = places.map((place, at) => {
    const kind = place.dataset.chart ?? "";
    if (kind === "reach") return reach(place, widths[at], look);
    if (kind === "held") return held(place, widths[at], look);
    return ratings(place, widths[at], look, kind);
  });
}

const onTheScreen = () => draw(lookOfThePage(), (place) => Math.max(240, place.clientWidth));
const onPaper = () =>
  draw({ ...PRINTED, size: PRINTED_SIZE * FINER }, (place) =>
    FINER * (place.closest(".four") ? PRINTED_QUARTER : PRINTED_WIDTH),
  );

await Promise.all([document.fonts.load(`18px ${FACE}`), document.fonts.ready]);
onTheScreen();
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== width) onTheScreen();
  width = innerWidth;
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onTheScreen);
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", onTheScreen);
part("print").hidden = false;
part("print").addEventListener("click", () => print());
