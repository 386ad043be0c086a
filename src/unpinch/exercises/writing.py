"""An Exercise or a Program -> the text of its file. What is written reads back the same."""

from collections.abc import Iterable, Mapping

from unpinch.exercises.model import (
    FORMAT,
    Accept,
    Caution,
    Exercise,
    FormRule,
    Pose,
    Program,
    Text,
    Variation,
)
from unpinch.exercises.quantity import say_counts, say_time, say_turn
from unpinch.exercises.reading import TEXT
from unpinch.exercises.when import say_when
from unpinch.terms.dose import Dose, Range

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
Lines = list[str]


def exercise_file(exercise: Exercise) -> str:
    """The file of an exercise."""
    return _file(
        _exercise_head(exercise),
        _texts("[text]", exercise.text),
        _dose(exercise.dose),
        _table("[reading]", exercise.readings),
        *(_pose(name, pose) for name, pose in exercise.poses.items()),
        *(_accept(name, accept) for name, accept in exercise.accept.items()),
        *(_form(rule) for rule in exercise.form),
        *(_variation(one, exercise) for one in exercise.variations),
        *(_caution(one) for one in exercise.cautions),
    )


def program_file(program: Program) -> str:
    """The file of a program."""
    head = [f"format = {FORMAT}"]
    head += _words({"name": program.name, "source": program.source, "often": program.often})
    parts = []
    for point in program.parts:
        part = ["[[part]]", f"exercise = {quoted(point.exercise)}"]
        turn_ms = Range(point.hold_ms, point.hold_ms)
        part.append(f"{point.kind} = {quoted(say_turn(point.kind, turn_ms))}")
        part.append(f"repetitions = {point.repetitions}")
        parts.append(part + _words({"variation": point.variation or "", "note": point.note}))
    claims = [
        ["[[claim]]", *_words({"says": claim.says, "known": claim.known})]
        for claim in program.claims
    ]
    return _file(head, _table("[reading]", program.readings), *claims, *parts)


def quoted(words: str) -> str:
    """A TOML string."""
    return f'"{"".join(_letter(letter) for letter in words)}"'


def _letter(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    unprintable = ord(letter) < 0x20 or ord(letter) == 0x7F
    return f"\\u{ord(letter):04x}" if unprintable else letter


def _file(*tables: Lines) -> str:
    return "\n\n".join("\n".join(lines) for lines in tables if lines) + "\n"


def _exercise_head(exercise: Exercise) -> Lines:
    lines = [f"format = {FORMAT}", f"name = {quoted(exercise.name)}"]
    if exercise.aliases:
        lines.append(f"aliases = {_list(exercise.aliases)}")
    lines += _words(
        {
            "source": exercise.source,
            "posture": exercise.posture,
            "place": exercise.place,
            "moving": exercise.moving,
            "like": exercise.like,
        }
    )
    return lines + (["neutral = true"] if exercise.neutral else [])


def _texts(head: str, text: Text, but: Text | None = None) -> Lines:
    """The words; of a variation only those that differ."""
    own = {key: str(getattr(text, key)) for key in TEXT}
    shown = {key: words for key, words in own.items() if not but or words != getattr(but, key)}
    lines = _words(shown)
    return [head, *lines] if head else lines


def _dose(dose: Dose) -> Lines:
    lines = ["[dose]", f"{dose.kind} = {quoted(say_turn(dose.kind, dose.hold_ms))}"]
    lines.append(f"repetitions = {_counts(dose.repetitions)}")
    if dose.sets is not None and dose.rest_ms is not None:
        lines += [f"sets = {_counts(dose.sets)}", f"rest = {quoted(say_time(dose.rest_ms))}"]
    if dose.sides:
        lines.append(f"sides = {quoted(dose.sides)}")
    if dose.first:
        lines += [f"first = {quoted(dose.first)}", f"counted = {quoted(dose.counted)}"]
    if dose.at_most_ms is not None:
        lines.append(f"at_most = {quoted(say_time(dose.at_most_ms))}")
    return lines


def _counts(counts: Range) -> str:
    return str(counts.low) if counts.single else quoted(say_counts(counts))


def _pose(name: str, pose: Pose) -> Lines:
    lines = [f"[pose.{name}]"]
    lines += [f"{angle} = {_number(degrees)}" for angle, degrees in pose.angles.items()]
    lines += [f"{whose}_hand = {quoted(does)}" for whose, does in pose.hands.items()]
    lines.append(f"eyes = {quoted(pose.eyes)}")
    return lines + ([f"glow = {_list(pose.glow)}"] if pose.glow else [])


def _accept(name: str, accept: Accept) -> Lines:
    lines = [f"[accept.{name}]", *_words({"chest": accept.chest or ""})]
    for measure, bound in accept.bounds.items():
        ends = [
            f"{key} = {_number(end)}"
            for key, end in (("from", bound.low), ("to", bound.high))
            if end is not None
        ]
        ends.append(f"because = {quoted(bound.because)}")
        lines.append(f"{measure} = {{ {', '.join(ends)} }}")
    return lines


def _form(rule: FormRule) -> Lines:
    words = {
        "fault": rule.fault, "when": say_when(rule.when), "say": rule.say, "because": rule.because,
    }  # fmt: skip
    return ["[[form]]", *_words(words)]


def _variation(one: Variation, exercise: Exercise) -> Lines:
    lines = ["[[variation]]", *_words({"id": one.id, "name": one.name})]
    if one.aliases:
        lines.append(f"aliases = {_list(one.aliases)}")
    lines += _words({"sides": one.dose.sides or ""})
    return lines + _texts("", one.text, exercise.text)


def _caution(one: Caution) -> Lines:
    ours = "true" if one.ours else "false"
    return ["[[caution]]", *_words({"says": one.says, "because": one.because}), f"ours = {ours}"]


def _table(head: str, words: Mapping[str, str]) -> Lines:
    return [head, *_words(words)] if words else []


def _words(words: Mapping[str, str]) -> Lines:
    return [f"{key} = {quoted(value)}" for key, value in words.items() if value]


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(quoted(each) for each in words)}]"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
