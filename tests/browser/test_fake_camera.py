"""A camera that Chromium makes up: its test picture, stills of a person, and none at all."""

import base64
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser import steps
from tests.browser.conftest import ROOT, Server
from tests.browser.watching import Watched
from unpinch.body.landmarks import frames
from unpinch.exercises import library
from unpinch.runtime.frame import read_frame
from unpinch.watch.recognise import recognise

MODEL = ROOT / "src/unpinch/web/static/vendor/models/pose_landmarker_lite.task"
PHOTOS = ROOT.parent / "shared/footage/photos"
FRAMES = 20
FAKE = "--use-fake-device-for-media-stream"
ALLOWED = "--use-fake-ui-for-media-stream"
COUNTING = """
window.framesSent = [];
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (data instanceof ArrayBuffer) window.framesSent.push(Array.from(new Uint8Array(data)));
  return send.call(this, data);
};
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not MODEL.exists(), reason="no model files: make setup with npm"),
]


# Chromium's fake camera takes plain JPEG of an even size: a canvas makes it.
REDRAWN = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = new OffscreenCanvas(640, 480);
  const pen = canvas.getContext("2d");
  const scale = Math.min(640 / picture.width, 480 / picture.height);
  pen.fillStyle = "#888888";
  pen.fillRect(0, 0, 640, 480);
  pen.drawImage(picture, 320 - scale * picture.width / 2, 240 - scale * picture.height / 2,
    scale * picture.width, scale * picture.height);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
}"""


def _filmed(play: Playwright, chromium: str, rooted: list[str], folder: Path) -> str:
    """A film without a tool: pictures of somebody, one after the other."""
    photo = base64.b64encode((PHOTOS / "Hamstring_Stretch_1.jpg").read_bytes()).decode()
    drawer = play.chromium.launch(executable_path=chromium, args=rooted)
    still = drawer.new_page().evaluate(REDRAWN, f"data:image/jpeg;base64,{photo}")
    drawer.close()
    film = folder / "still.mjpeg"
    film.write_bytes(base64.b64decode(still) * 60)
    return f"--use-file-for-fake-video-capture={film}"


@pytest.fixture
def browser(chromium: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Browser]:
    """A browser with the camera that the test asks for."""
    rooted = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        camera = [] if request.param == "none" else [FAKE, ALLOWED]
        if request.param == "stills":
            camera.append(_filmed(play, chromium, rooted, tmp_path))
        one = play.chromium.launch(executable_path=chromium, args=[*camera, *rooted])
        yield one
        one.close()


@pytest.fixture
def watched(
    let_in: Callable[..., BrowserContext], server: Server
) -> Iterator[tuple[Page, Watched]]:
    """A session with its camera switched on; nothing may leave, nothing may break the policy."""
    context = let_in(quiet=False)  # the model talks to the console by itself
    context.add_init_script(COUNTING)
    seen = Watched(context, server.address)
    page = context.new_page()
    steps.start(page, server.base)
    page.locator("#camera-switch").click()
    yield page, seen
    assert page.evaluate("window.violations") == []
    assert not [each for each in seen.wrong if "reached" in each or "Security Policy" in each]


@pytest.mark.parametrize("browser", ["test picture"], indirect=True)
def test_a_picture_without_a_person_is_said_to_be_empty(watched: tuple[Page, Watched]) -> None:
    page, _ = watched
    expect(page.locator("#camera-word")).to_have_text("I can’t see you.", timeout=steps.MODEL_MS)
    steps.heard(page, "I can’t see you.")

    page.get_by_role("button", name="Go on now").click()
    expect(page.locator("#sight")).to_have_text("I can’t see you.")
    expect(page.locator("#corner")).to_be_visible()
    page.locator("#corner").click()
    expect(page.locator("#corner")).to_be_hidden()
    expect(page.locator("#sheet-paused")).to_be_hidden()


@pytest.mark.skipif(not PHOTOS.exists(), reason="no photographs on this machine")
@pytest.mark.parametrize("browser", ["stills"], indirect=True)
def test_a_photograph_of_the_hamstring_stretch_is_recognised_from_what_the_page_sends(
    watched: tuple[Page, Watched],
) -> None:
    page, _ = watched
    for _ in range(1_200):
        if page.evaluate("window.framesSent.length") >= FRAMES:
            break
        page.wait_for_timeout(100)
    sent = [read_frame(bytes(each)) for each in page.evaluate("window.framesSent")]
    words = page.locator("#camera-word, #sight").all_text_contents()

    assert len(sent) >= FRAMES
    assert "I can’t see you." not in words, words
    size = np.array([each.size for each in sent], dtype=np.float64)
    image, world = (np.stack([getattr(each, name) for each in sent]) for name in ("image", "world"))
    found = recognise(frames(image, world, size), library().values())
    right = [each.exercise == "hamstring-stretch" for each in found]
    # Nobody is seen in the first frames: the model looks for a person before it follows one.
    assert sum(right) >= 0.8 * FRAMES, Counter(each.why for each in found)


@pytest.mark.parametrize("browser", ["none"], indirect=True)
def test_without_a_camera_the_session_goes_on_by_the_clock(
    watched: tuple[Page, Watched],
) -> None:
    page, _ = watched
    expect(page.locator("#status")).to_contain_text("camera")
    expect(page.locator("#sheet-camera")).to_be_hidden()
    expect(page.locator("#sheet-paused")).to_be_hidden()
    expect(page.locator("#corner")).to_be_hidden()
