"""How many pictures a second the page's Worker looks at, with and without the next meanwhile.

A real Chromium with a made-up camera, our page's Camera and its Worker with the model. In the
pipelined way two pictures are under way; otherwise the next is taken only when the last was looked
at. Both in turn, in the same browser, so that a busy machine slows both.

The camera gives 60 pictures a second and the page is made to ask for them: with the 30 that most
cameras have and the page asks for otherwise, a fast machine looks at every one of them either way,
and what is measured is the camera.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from bench.row import Row
from bench.server import unpinch
from tools.chromium import find

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, SECONDS, WARM_S = 5, 4, 1
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
COUNTED = """async ([under, warm, seconds]) => {
  const { Camera } = await import("/static/unpinch/camera.js");
  const camera = new Camera("", under);
  let count = 0;
  let from = Infinity;
  let done;
  const end = new Promise((resolve) => { done = resolve; });
  await camera.start({
    now: () => performance.now(),
    seen: () => {
      const now = performance.now();
      if (now >= from + seconds * 1000) done();
      else if (now >= from) count += 1;
    },
    loading: () => undefined,
    ready: () => { from = performance.now() + warm * 1000; },
    lost: (why) => { throw new Error(why); },
  });
  await end;
  camera.stop();
  return count / seconds;
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
            single, double = zip(*[(_rate(page, 1), _rate(page, 2)) for _ in range(ROUNDS)],
                                 strict=True)  # fmt: skip
            browser.close()
    against = f"median of {ROUNDS}, a camera of {RATE}"
    shares = [one / two for one, two in zip(single, double, strict=True)]
    return [
        Row("camera, one picture at a time", median(single), "frames a second", against=against),
        Row("camera, the next meanwhile", median(double), "frames a second", against=against),
        Row("one at a time to pipelined", median(shares), "times", GOAL, "the same run"),
    ]


def _rate(page: Page, under: int) -> float:
    return float(page.evaluate(COUNTED, [under, WARM_S, SECONDS]))
