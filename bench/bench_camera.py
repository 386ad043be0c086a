"""How many pictures a second the page's Worker looks at, with and without the next meanwhile.

A real Chromium with a made-up camera, our page's Camera and its Worker with the model. In the
pipelined way two pictures are under way; otherwise the next is taken only when the last was looked
at. Both in turn, every two seconds, so that a busy machine slows both.

The camera gives 60 pictures a second and the page is made to ask for them: with the 30 that most
cameras have and the page asks for otherwise, a fast machine looks at every one of them either way,
and what is measured is the camera.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.row import Row
from bench.server import unpinch
from tools.chromium import find

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, SECONDS, SETTLE_S = 12, 2, 0.5
RATE = 60
# Pipelined has to be 1.2 times as fast.
GOAL = 0.83
FLAGS = ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream",
         f"--use-fake-device-for-media-stream=fps={RATE}"]  # fmt: skip
ASKED = """(rate) => {
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async ({ video, ...others }) => {
    const stream = await ask({ video: { ...video, frameRate: { ideal: rate } }, ...others });
    const given = stream.getVideoTracks()[0].getSettings().frameRate;
    if (given !== rate) throw new Error(`a camera of ${given} pictures a second`);
    return stream;
  };
}"""
# One camera and one Worker for all of it: only how much may be under way changes.
COUNTED = """async ([rounds, seconds, settle]) => {
  const { Camera } = await import("/static/unpinch/camera.js");
  const camera = new Camera();
  const wait = (s) => new Promise((resolve) => { setTimeout(resolve, s * 1000); });
  let count = 0;
  await new Promise((ready, lost) => {
    void camera.start({
      now: () => performance.now(),
      seen: () => { count += 1; },
      loading: () => undefined,
      ready,
      lost: (why) => lost(new Error(why)),
    });
  });
  await wait(4 * settle);
  const rates = [];
  for (let n = 0; n < rounds; n += 1) {
    const round = [];
    for (const under of [1, 2]) {
      camera.underWay = under;
      await wait(settle);
      const from = performance.now();
      count = 0;
      await wait(seconds);
      round.push(count / (performance.now() - from) * 1000);
    }
    rates.push(round);
  }
  camera.stop();
  return rates;
}"""


def bench() -> list[Row]:
    """Count both ways in turn."""
    with TemporaryDirectory() as folder, sync_playwright() as play:
        screened = [sys.executable, "-m", "tests.browser.screened", folder]
        subprocess.run(screened, check=True, cwd=ROOT)
        with unpinch(Path(folder)) as address:
            browser = play.chromium.launch(executable_path=find(), args=FLAGS)
            page = browser.new_page()
            page.goto(address)
            page.goto(f"{address.split('/?')[0]}/about/")
            page.evaluate(ASKED, RATE)
            rates = page.evaluate(COUNTED, [ROUNDS, SECONDS, SETTLE_S])
            browser.close()
    single, double = zip(*rates, strict=True)
    against = f"median of {ROUNDS}, a camera of {RATE}"
    shares = [one / two for one, two in zip(single, double, strict=True)]
    return [
        Row("camera, one picture at a time", median(single), "frames a second", against=against),
        Row("camera, the next meanwhile", median(double), "frames a second", against=against),
        Row("one at a time to pipelined", median(shares), "times", GOAL, "the same run"),
    ]
