"""What is said, in the order of a session. All wording is ours, none of it praises.

`speech_ms` is how long words take to say. Every text is chosen to fit the time
it has: a cue that would run into the next one is a bug, and a test looks.
"""

from unpinch.terms.side import Side

# A calm synthetic voice says 14 to 17 characters a second; we plan for the slow
# end and a breath before speaking. Measured on desktop voices at rate 0.95.
_CHARACTER_MS = 66
_BREATH_MS = 350

WELCOME = (
    "If anything hurts, just let go. You need not touch anything. "
    "Any key, or a tap on the screen, pauses."
)
FINISHED = "That was the last one. Rest as long as you like before you get up."
STOPPED = "Stopped. Rest where you are."
GENTLY = "Only half as far this time."
HOLD_GENTLY = "Hold. Only as far as it is comfortable."
# What is said, and its caption: while something is held, and (UNHELD) while nothing is.
PAUSED = ("Paused. Let go and rest.", "Paused. Let go.")
PAUSED_UNHELD = ("Paused. Rest.", "Paused. Rest.")
HURT = ("Let go. Rest. When you can, tell me what you felt.", "Let go. Rest.")
HURT_UNHELD = ("Stop. Rest. When you can, tell me what you felt.", "Stop. Rest.")
STOPPED_FOR_PAIN = "Let go. We stop here for today. Rest where you are."
STOPPED_FOR_PAIN_UNHELD = "Stop. We stop here for today. Rest where you are."
PART_DONE = "That is enough. Let go."
SOON = "Next set in ten seconds."
COUNTS = ("Three.", "Two.", "One.")
MOST_WORDS_IN_A_LINE = 6
# Only the leg of an exercise whose turns are counted by the arm.
OPPOSITE_LEG = "opposite leg"


def speech_ms(text: str) -> int:
    """How long a calm voice needs for these words, in milliseconds."""
    return _BREATH_MS + _CHARACTER_MS * len(text) if text else 0


def fitting(room_ms: int, *wordings: str) -> str:
    """The first wording that can be said in the room; silence if none can."""
    return next((words for words in wordings if speech_ms(words) <= room_ms), "")


def rest_for(milliseconds: int) -> str:
    """Rest for one minute."""
    whole = round(milliseconds / 1_000)
    minutes, seconds = divmod(whole, 60)
    if seconds or not minutes:
        return f"Rest for {whole} second{'' if whole == 1 else 's'}."
    return "Rest for one minute." if minutes == 1 else f"Rest for {minutes} minutes."


def join(*sentences: str | None) -> str:
    """Sentences one after the other, leaving out what is missing."""
    return " ".join(s.strip() for s in sentences if s and s.strip())


def fill(text: str, side: Side | None) -> str:
    """Put the side into a text: {side} is the working side, {opposite} the other."""
    if side is None:
        return text
    return text.replace("{side}", side.value).replace("{opposite}", side.opposite.value)


def limb(moving: str, side: Side | None) -> str:
    """Which limb works, as one says it: "right leg", "right hand, left leg"."""
    if side is None:
        return ""
    if moving == "arm and opposite leg" and side is not Side.BOTH:
        return f"{side} hand, {side.opposite} leg"
    if moving == OPPOSITE_LEG and side is not Side.BOTH:
        return f"{side.opposite} leg"
    one = moving if moving in ("arm", "leg") else "side"
    return f"both {one}s" if side is Side.BOTH else f"{side} {one}"


def working_side(moving: str, side: Side | None) -> Side | None:
    """The side that the screen names: of the limb that works."""
    if side is None or side is Side.BOTH or moving != OPPOSITE_LEG:
        return side
    return side.opposite


def sentence(text: str) -> str:
    """Capital at the head, full stop at the end."""
    text = text.strip().rstrip(".")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def line(*wordings: str) -> str:
    """The caption: the first wording of at most six words, else six words of the last."""
    for words in wordings:
        if words and len(words.split()) <= MOST_WORDS_IN_A_LINE:
            return words
    return sentence(" ".join(wordings[-1].split()[:MOST_WORDS_IN_A_LINE]))
