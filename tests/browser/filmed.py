"""A simulated patient in the camera's place, who does what the page says."""

import base64
import json
from pathlib import Path

from unpinch.patient.recorded import Simulated

LISTENING = (Path(__file__).parent / "listening.js").read_text(encoding="utf-8")


def as_script(shown: Simulated) -> str:
    """What puts this film in the camera's place, as an init script."""
    data = {
        "at": shown.at_ms.tolist(),
        "image": base64.b64encode(shown.image.astype("<f4").tobytes()).decode(),
        "world": base64.b64encode(shown.world[..., :3].astype("<f4").tobytes()).decode(),
        "size": shown.size.tolist(),
        "holds": [[hold.start_ms, hold.end_ms] for hold in shown.holds],
    }
    return f"window.unpinchFilm = {json.dumps(data)};\n{LISTENING}"
