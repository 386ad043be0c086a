"""Which exercise of the library a text describes: by position, limbs and movement, then by name.

A name alone is not enough where two exercises share it ("superman", "knee hug") or where the
position decides (a hamstring stretch may be done lying, sitting or standing). A movement that
belongs to another exercise rules a likeness out, whatever the name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from unpinch.exercises.model import Exercise
from unpinch.handout.plain import plain

_LOOKED_AT = 3000  # characters of the exercise's words; the movement is told at the beginning

_POSITIONS = {
    "on the back": r"\bon (?:your|the|his|her|their) back\b|\bsupine\b|\bface up\b|\bon back\b"
    r"|\bbackwards? lying\b|\b(?:lie|lying) (?:down )?flat\b(?! on (?:your|the) (?:stom|abd"
    r"|front|tum))"
    r"|\bcrook lying\b"
    r"|\b(?:lie|lying) (?:down )?on (?:the|your|a) (?:bed|floor|mat|couch|ground)\b"
    r"(?![^.]{0,40}\b(?:stomach|tummy|abdomen|front|side|face|belly)\b)",
    "face down": r"\bon (?:your|the) (?:stomach|tummy|abdomen|front|belly|chest)\b|\bface ?down\b"
    r"|\bprone\b",
    "hands and knees": r"\ball[- ]fours\b|\bhands and (?:your )?knees\b"
    r"|\bknees and (?:your )?hands\b"
    r"|\bquadruped\b|\btable ?-?top\b|\b(?:four|4)[- ]point\b",
    "on the side": r"\bon (?:your|the|one) (?:left |right |good |\w+ )?side\b|\bside[- ]lying\b",
    "standing": r"\bstand(?:ing)?\b",
    "sitting": r"\bsit(?:ting)? (?:on(?! (?:your|the) (?:knees|heels|shins))|in|at|up|down|tall"
    r"|upright|with|comfortably|straight)\b"
    r"|\bseated\b|\bwhile sitting\b|\b(?:on|in) (?:a|your|the) chair\b"
    r"|^\W{0,3}sit(?:ting)?\b(?! on (?:your|the) (?:knees|heels|shins))",
    "kneeling": r"\bkneel(?:ing)?\b(?! (?:down )?on (?:all|(?:your )?hands))|\bon (?:your"
    r"|the) knees\b",
}
_POSITION = re.compile(
    "|".join(f"(?P<p{n}>{words})" for n, words in enumerate(_POSITIONS.values()))
)
_SIT_BACK = re.compile(r"\bsit(?:ting)? (?:back|down|on|onto|up)?[^.]{0,30}\bheels\b")


@dataclass(frozen=True)
class Likeness:
    """What marks one exercise of the library in other people's words."""

    exercise: str
    positions: tuple[str, ...]
    movement: tuple[re.Pattern[str], ...]  # all of them
    other: re.Pattern[str]  # any of them means another exercise
    named_surely: re.Pattern[str]  # names that hold the position in themselves
    other_name: re.Pattern[str] = field(default=re.compile(r"(?!)"))


_HANDLE = r"(?:thighs?|legs?|knees?|hamstrings?|shins?|cal(?:f|ves))"
_LIKENESSES = (
    Likeness(
        "knees-to-chest",
        ("on the back",),
        (
            re.compile(
                r"\b(?:bring|pull|draw|hug|lift|raise|grasp|grab|clasp|take|hold|bend|ease|move"
                r"|guide)(?:ing)?\b"
                r"[^.]{0,70}\b(?:knees?|legs?|thighs?)\b[^.]{0,60}"
                r"\b(?:to|toward|towards|into|onto|against|in to|up to|near"
                r"|at)\b[^.]{0,16}\bchest\b"
            ),
        ),
        re.compile(
            r"\bopposite shoulder\b|\bacross (?:your|the) (?:body|chest)\b|\bfigure[- ](?:4|four)\b"
            r"|\bcross(?:ed|ing)? (?:your|one|the|over)\b|\bankle\b[^.]{0,30}\b(?:on|over"
            r"|across) [^.]{0,20}"
            r"\b(?:knee|thigh)\b|\bedge of (?:the|a|your) (?:bed|table|couch|bench)\b"
            r"|\bhang(?:ing|s)?\b"
            r"|\b(?:march|bicycle|pedal|cycling|crunch|curl[- ]?up|sit[- ]?up|dead bug|deadbug)\b"
            r"|\bside to side\b|\bto (?:the|one) side\b|\b(?:gym|exercise|swiss|stability) ball\b"
            r"|\broll (?:your knees|both knees|back|from)\b|\brock(?:ing)? (?:gently|back|from"
            r"|forward)"
            r"|\b(?:then|and) (?:slowly |gently )?(?:straighten|extend) (?:the|your|that"
            r"|this) (?:same )?"
            r"(?:knee|leg)[^.]{0,30}\b(?:ceiling|air|up\b|until)"
            r"|\blift (?:your|the) (?:head|shoulders|upper body)\b"
        ),
        re.compile(
            r"(?:(?:single|double|one|both|two|alternate|lying|supine"
            r"|bent)(?: leg)? )*knees? (?:in )?to"
            r" (?:the |your )?chest(?: (?:stretch|pull|hug))?(?:es|s)?"
        ),
        re.compile(r"\b(?:thomas|shoulder|standing|seated|sitting|chair|superman|rotation|piriformis)"),
    ),
    Likeness(
        "hamstring-stretch",
        ("on the back",),
        (
            re.compile(
                r"\bstraight(?:en|ening|ened)?\b|\bextend(?:ing|ed)? (?:your|the|one|that)\b"
                r"|\bleg up\b"
                r"|\b(?:lift|raise) (?:your |one |the )?(?:\w+ )?leg\b"
            ),
            re.compile(
                rf"\b(?:pull|bring|draw|hold|grasp|clasp|grab|hug|support|place|put|link|wrap"
                rf"|interlac\w+"
                rf"|interlock\w+|loop)(?:ing)?\b[^.]{{0,70}}\b(?:{_HANDLE}|towel|strap|belt|band"
                rf"|foot)\b"
            ),
            re.compile(r"\bhamstrings?\b|\bback (?:of|portion of) (?:your "
                       r"|the )?(?:\w+ )?(?:thigh|leg)"
                       r"|\bbehind (?:your |the )?(?:thigh|knee|leg)"),
            re.compile(r"\bstretch|\bfeel|\bpull(?:ing)? (?:it|your|the)\b|\bhamstring"),
            re.compile(
                rf"\b(?:towel|strap|belt|band|hands|fingers)\b|\b(?:pull|grasp|clasp|grab"
                rf"|hold)(?:ing)?\b"
                rf"[^.]{{0,40}}\b(?:behind|back of|at the back|{_HANDLE})\b"
            ),
        ),
        re.compile(
            r"\bopposite shoulder\b|\bacross (?:your|the) body\b|\bnerve\b|\bgliding\b|\bfloss"
            r"|\bslider\b"
            r"|\bdoor(?:way|frame)?\b|\bwall\b|\bpartner\b|\bboth legs (?:up|straight|in the air)\b"
            r"|\bcross(?:ed|ing)? (?:your|one|the|over)\b|\bfigure[- ](?:4|four)\b|\bdead ?bug\b"
            r"|\btighten (?:your |the )?(?:thigh|quad|muscle)"
            r"|\bnot (?:be )?(?:pull|hold)(?!\w* (?:on )?(?:the|your) (?:toes|foot|breath))"
            r"|\bedge of (?:the|a|your) (?:bed|table|couch|bench)\b|\bheel slides?\b"
        ),
        re.compile(
            r"(?:supine|lying|reclin\w+) hamstrings? stretch(?:es)?"
            r"|hamstrings? stretch(?:es)? (?:lying(?: down)?|supine|on (?:the|your) back|in lying)"
        ),
        re.compile(
            r"\b(?:raises?|slr|seated|sitting|standing|chair|curls?|bridge|strengthening|thomas"
            r"|door"
            r"|wall|nerve|calf|quad\w*|piriformis|lifts?|glute\w*|knees? to chest|hip flexor)\b"
        ),
    ),
    Likeness(
        "opposition-stretch",
        ("hands and knees",),
        (
            re.compile(r"\barms?\b|\bhands? (?:forward|out|in front)\b"),
            re.compile(r"\blegs?\b|\bfoot\b"),
            re.compile(r"\bopposite\b|\bopposing\b|\bother (?:leg|arm)\b|\balternat|\bsame time\b"
                       r"|\bright (?:arm|hand)\b[^!]{0,160}\bleft leg\b"
                       r"|\bleft (?:arm|hand)\b[^!]{0,160}\bright leg\b"
                       r"|\b(?:right leg)\b[^!]{0,160}\bleft (?:arm|hand)\b"
                       r"|\b(?:left leg)\b[^!]{0,160}\bright (?:arm|hand)\b"),
            re.compile(
                r"\b(?:extend|reach|lift|raise|straighten|stretch|point|kick)(?:ing)?\b[^.]{0,80}"
                r"\b(?:legs?|arms?|hands?)\b"
            ),
        ),
        re.compile(
            r"\b(?:donkey|fire hydrant|hydrant|thread the needle)\b|\bknee to (?:your "
            r"|the )?(?:nose|elbow)\b"
            r"|\brotate (?:your|the) (?:trunk|chest|upper)"
            r"|\btoward the ceiling\b[^.]{0,20}\bchest\b"
        ),
        re.compile(r"bird[- ]?dogs?(?: \w+)?|opposition stretch(?:es)?"
                   r"|(?:opposite|alternat\w+) arm (?:and|&) leg (?:raises?|lifts?|reach(?:es)?)"),
        re.compile(r"\b(?:standing|seated|dead ?bug|plank|swimm\w+|prone|supine)\b"),
    ),
    Likeness(
        "childs-pose",
        ("hands and knees", "kneeling"),
        (
            re.compile(
                r"\b(?:sit|sitting|lean|lower|keep|push|bring|drop|sink|press|rest|move|settle"
                r"|ease|shift|draw|take"
                r"|stretch|rock)(?:ing)?\b[^.]{0,70}\b(?:heels?|feet|ankles|calves)\b"
            ),
            re.compile(
                r"\b(?:arms?|hands?|fingers?|palms?|fingertips)\b[^.]{0,70}\b(?:forwards?|front"
                r"|extend\w*"
                r"|reach\w*|stretch\w*|ahead|out|floor|sides?|overhead)\b"
                r"|\b(?:reach|extend|stretch|walk|slide)(?:ing)?\b[^.]{0,40}\b(?:arms?|hands?)\b"
                r"|\bforehead\b|\bchest (?:down|toward|to)"
            ),
        ),
        re.compile(
            r"\bpalms? together\b|\blift (?:up )?your (?:hips|bottom|tailbone)\b"
            r"|\bstraighten (?:your|both|the) (?:legs|knees)\b|\bback(?:ward)? bend"
            r"|\barch (?:your back )?backwards?\b"
            r"|\blean back(?:wards)?"
            r" (?:from|with) (?:the|your) knees\b|\bthread\b|\b(?:chair|bench|sofa|stool"
            r"|foam roller)\b"
            r"|\bcamel\b|\bwalk your hands to (?:the|your) (?:left|right|side|one)\b|\bone leg\b"
            r"|\btuck your"
            r" toes\b|\bquads?\b|\bfront of (?:your|the) thighs?\b"
        ),
        re.compile(r"(?:extended |resting |kneeling "
                   r"|yoga )?child'?s'? pose(?: stretch)?(?: balasana)?"
                   r"|balasana"),
        re.compile(r"\b(?:dog|puppy|camel|extension|hero|thunderbolt|side|lateral|seated|chair|standing|cat|rocking"
                   r"|thoracic|wrist)\b"),
    ),
)  # fmt: skip


def likeness(name: str, words: str, library: Mapping[str, Exercise]) -> str | None:
    """The id of the library's exercise that is meant, or None."""
    called, told = _called(name), plain(words)[:_LOOKED_AT]
    for one in _LIKENESSES:
        if one.exercise in library and _meant(one, called, told, library[one.exercise]):
            return one.exercise
    ours = {one.exercise for one in _LIKENESSES}
    return next(
        (
            known.id
            for known in library.values()
            if known.id not in ours and _by_name(called, told, known)
        ),
        None,
    )


def named_only(name: str, library: Mapping[str, Exercise]) -> str | None:
    """Which exercise of the library goes by this name, for a sheet that tells no more of it."""
    called = _called(name)
    mine = (each for each in library.values() if not each.neutral and not each.like)
    return next((each.id for each in mine if _alias(called, each)), None)


def _meant(one: Likeness, called: str, told: str, known: Exercise) -> bool:
    if one.other_name.search(called) or one.other.search(told):
        return False
    place = position(told)
    surely = one.named_surely.fullmatch(called) is not None
    # The name tells of the movement too: "Hamstring stretch" says where it stretches.
    moved = all(pattern.search(f"{called}. {told}") for pattern in one.movement)
    if place is not None and place not in one.positions:
        return False
    if place is None and not surely:
        return False
    if moved:
        return True
    # A name with nothing but a dose beside it, as in a table.
    return (surely and len(told.split()) < 12) or (
        surely and _alias(called, known) and place is not None
    )


def _by_name(called: str, told: str, known: Exercise) -> bool:
    place = position(told)
    return _alias(called, known) and place in (None, known.posture)


def _alias(called: str, known: Exercise) -> bool:
    return called in {_called(alias) for alias in (known.name, *known.aliases)}


def _called(name: str) -> str:
    """A name without marks, case and the word "exercise"."""
    words = re.sub(r"[^a-z0-9'&]", " ", plain(name))
    words = re.sub(r"\bexercises?\b|'", "", words)
    return " ".join(words.split())


def position(told: str) -> str | None:
    """The first position that plain words name."""
    for found in _POSITION.finditer(told):
        if not _SIT_BACK.match(told, found.start()):
            return list(_POSITIONS)[int(str(found.lastgroup)[1:])]
    return None
