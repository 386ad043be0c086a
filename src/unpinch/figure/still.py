"""One pose of an exercise as a whole SVG."""

from unpinch.body.vocabulary import PoseError, refuse_unknown
from unpinch.exercises.model import Exercise
from unpinch.figure import scene, words
from unpinch.figure.mark import Brush
from unpinch.figure.palette import Theme, paint
from unpinch.figure.subject import prepare
from unpinch.terms.side import Side

SHARES = {"start": 0.0, "hold": 1.0}


def draw(
    exercise: Exercise,
    pose: str,
    side: Side | None,
    *,
    variation: str | None = None,
    theme: Theme = "page",
    uid: str,
    trimmed: bool = False,
) -> str:
    """The start or the hold, drawn for this side. `uid` keeps ids apart on one page.

    Start and hold have the same frame, so that one can move into the other. `trimmed` takes off
    the empty height over a pose that stands on paper.
    """
    refuse_unknown(f"{exercise.name}, pose to draw", (pose,), SHARES)
    try:
        subject = prepare(exercise, side, variation)
    except PoseError as error:
        raise PoseError(f"{exercise.id}: {error}") from error
    brush = Brush(paint(theme), uid)
    frame = subject.trimmed(SHARES[pose]) if trimmed else subject.frame
    left, top, width, height = frame
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" '
        f'role="img" aria-labelledby="{uid}-title {uid}-desc">'
        f'<title id="{uid}-title">{words.title(exercise, pose, side, variation)}</title>'
        f'<desc id="{uid}-desc">'
        f"{words.description(exercise, pose, side, variation, subject)}</desc>"
        f"{scene.layers(subject, brush, SHARES[pose])}</svg>"
    )
