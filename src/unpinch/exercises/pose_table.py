"""[pose.*], [accept.*] and [[form]]: what is drawn, what the camera takes, what it remarks on.

One pose serves all three, so they are checked against each other here: a
drawn pose that the camera would refuse, or that breaks a form rule, is a slip.
"""

from unpinch.body.vocabulary import EYES, GLOW, HANDS
from unpinch.exercises.measure import CAMERA_MEASURES, POSE_ANGLES, expanded, limits, unseen
from unpinch.exercises.model import Accept, Bound, FormRule, Pose, Test, When
from unpinch.exercises.problems import remedy
from unpinch.exercises.quantity import shown
from unpinch.exercises.table import Table
from unpinch.exercises.when import WhenError, when
from unpinch.exercises.wording import spoken

_WORDS = ("hands", "moving_hand", "resting_hand", "eyes", "glow")
_ACCEPT_KEYS = ("chest",)
_BOUND_KEYS = ("from", "to", "because")


def pose_names(variations: list[str]) -> tuple[str, ...]:
    """Every pose an exercise with these variations may have."""
    own = [f"{each}-{pose}" for each in variations for pose in ("start", "hold")]
    return ("start", "hold", *own)


def poses(table: Table, names: tuple[str, ...]) -> dict[str, Pose]:
    """Read [pose.start], [pose.hold] and those of the variations."""
    table.only((), names)
    found = {}
    for name in names:
        each = table.table(name, required=name in ("start", "hold"))
        if each:
            found[name] = _pose(each, is_hold=name.endswith("hold"))
    return found


def accepts(table: Table, names: tuple[str, ...]) -> dict[str, Accept]:
    """Read [accept.start], [accept.hold] and those of the variations."""
    table.only((), names)
    found = {}
    for name in names:
        each = table.table(name)
        if each:
            found[name] = _accept(each)
    return found


def form(tables: list[Table], *, sided: bool) -> tuple[FormRule, ...]:
    """Read every [[form]] rule."""
    rules: list[FormRule] = []
    for table in tables:
        table.only(("fault", "when", "say", "because"))
        fault = table.remark("fault", "knee bent")
        if fault and fault in [rule.fault for rule in rules]:
            table.note("fault", f'"{fault}" is there twice; give each rule its own name')
        rules.append(
            FormRule(
                fault=fault,
                when=_when(table),
                say=spoken(table, "say", sided=sided),
                because=table.remark("because", "why this matters"),
            )
        )
    return tuple(rules)


def contradictions(
    tables: dict[str, Table], poses: dict[str, Pose], accept: dict[str, Accept]
) -> None:
    """Note every drawn angle that the camera would refuse."""
    for name, taken in accept.items():
        pose = poses.get(name) or poses.get(name.rpartition("-")[2])
        for measure, bound in taken.bounds.items() if pose else ():
            for angle in _drawn(pose, measure):
                if angle not in bound:
                    tables[name].note(
                        measure,
                        f"does not take {angle:g}, which is what [pose.{name}] draws; "
                        "widen it or draw another pose",
                    )


def faults_drawn(tables: list[Table], rules: tuple[FormRule, ...], poses: dict[str, Pose]) -> None:
    """Note every form rule that finds fault with the drawn hold itself."""
    hold = poses.get("hold")
    for table, rule in zip(tables, rules, strict=True):
        for angle in _drawn(hold, rule.when.measure or ""):
            if _breaks(rule.when, angle):
                table.note("when", f"finds fault with [pose.hold] itself, which draws {angle:g}")


def _pose(table: Table, *, is_hold: bool) -> Pose:
    table.only((*POSE_ANGLES, *_WORDS))
    angles = {}
    for name in table.data:
        if name in POSE_ANGLES and (angle := table.number(name)) is not None:
            _possible(table, name, angle)
            angles[name] = angle
    both = table.word("hands", HANDS, required=False) or "free"
    hands = {
        whose: table.word(f"{whose}_hand", HANDS, required=False) or both
        for whose in ("moving", "resting")
    }
    if "glow" in table and not is_hold:
        table.note("glow", "belongs in a hold; where it is felt is not shown at the start")
    glow = table.remarks("glow")
    for place in glow:
        if place not in GLOW:
            table.note("glow", f'"{place}" is not known; {remedy(place, GLOW)}')
    eyes = table.word("eyes", EYES, required=False) or "open"
    return Pose(angles=angles, hands=hands, eyes=eyes, glow=glow)


def _accept(table: Table) -> Accept:
    bounds = {}
    for name in table.data:
        if name in _ACCEPT_KEYS:
            continue
        if reason := unseen(name):
            table.note(name, reason)
        elif name not in CAMERA_MEASURES:
            hint = remedy(name, (*_ACCEPT_KEYS, *CAMERA_MEASURES))
            hint = hint if hint.startswith("did") else "the manual lists the measures"
            table.note(name, f"is not a measure; {hint}")
        elif bound := _bound(table, name):
            bounds[name] = bound
    return Accept(chest=table.word("chest", ("up", "down"), required=False), bounds=bounds)


def _bound(table: Table, name: str) -> Bound | None:
    value = table.data[name]
    if not isinstance(value, dict):
        table.note(name, f'is {shown(value)}; write {{ from = 55, to = 110, because = "..." }}')
        return None
    row = Table(table.problems, f"{table.place} {name}", value)
    row.only(_BOUND_KEYS)
    low = row.number("from") if "from" in row else None
    high = row.number("to") if "to" in row else None
    because = row.remark("because", "why this range")
    if low is None and high is None:
        table.note(name, "has neither from nor to; write at least one")
    for end in (low, high):
        if end is not None:
            _possible(table, name, end)
    if low is not None and high is not None and low > high:
        table.note(name, f"is upside down, from {low:g} to {high:g}; the smaller number is from")
        return None
    return Bound(low=low, high=high, because=because)


def _possible(table: Table, name: str, value: float) -> None:
    low, high = limits(name)
    if not low <= value <= high:
        table.note(name, f"{value:g} is beyond a body; it lies between {low} and {high}")


def _when(table: Table) -> When:
    written = table.remark("when", "moving_knee_flexion above 30 for 1 s")
    if written:
        try:
            return when(written)
        except WhenError as slip:
            table.note("when", str(slip))
    return When(test=Test.LET_GO)


def _drawn(pose: Pose | None, measure: str) -> list[float]:
    """The drawn angles that this measure speaks of; none if the pose leaves them out."""
    if pose is None:
        return []
    drawn: dict[str, float] = {}
    for name in sorted(pose.angles, key=lambda each: each.startswith(("moving_", "resting_"))):
        drawn |= dict.fromkeys(expanded(name), pose.angles[name])
    return [drawn[name] for name in expanded(measure) if name in drawn]


def _breaks(rule: When, angle: float) -> bool:
    if rule.test not in (Test.ABOVE, Test.BELOW, Test.OUTSIDE):
        return False
    below = rule.low is not None and angle < rule.low
    return below or (rule.high is not None and angle > rule.high)
