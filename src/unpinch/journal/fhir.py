"""The diary for another health record: a FHIR R4 bundle (type collection).

In it: the person (an id and nothing else), the plan, every session with its exercises,
every rating and marking, and the outcome of every safety form. LOINC where it has a code
and UCUM for units; everything else has a code of our own. No SNOMED CT, which needs a
licence. What the person typed is not in it.

A pain rating is the number itself: the answer lists published beside 72514-3 differ.
Each resource carries the version of the rules by which it was made.

LOINC codes are (c) Regenstrief Institute, Inc., used under the LOINC licence; UCUM codes are
(c) Regenstrief Institute, Inc., used under the UCUM terms of use.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from unpinch.care.records import ScreenRecord
from unpinch.care.symptoms import LEGS, ZONE_OF, Feeling, Leg, Report, Scale, area, furthest
from unpinch.exercises.plan import Part, Plan
from unpinch.journal.entry import RULES
from unpinch.journal.sessions import Session
from unpinch.journal.symptoms import Around, Kept, SymptomRecord
from unpinch.journal.trend import mapped
from unpinch.session import ExerciseSummary
from unpinch.terms.dose import Kind
from unpinch.terms.side import Side

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
OURS = "urn:unpinch:codes"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
RULES_URL = "urn:unpinch:rules"
LICENCES = (
    "LOINC (c) Regenstrief Institute, Inc., under the LOINC licence. "
    "UCUM (c) Regenstrief Institute, Inc., under the UCUM terms of use. "
    "Kept by the person; not checked by a clinician."
)
EXERCISE_ACTIVITY, EXERCISE_DURATION, PAIN = "73985-4", "55411-3", "72514-3"

Resource = dict[str, Any]


class Screened(msgspec.Struct, frozen=True):
    """A form's outcome with the entry it is from."""

    key: UUID
    at: datetime
    record: ScreenRecord


def bundle_lines(
    told: Iterable[Session],
    said: Mapping[UUID, Around],
    records: Iterable[Kept],
    screens: Iterable[Screened],
    plan: Plan | None,
    exported: datetime,
) -> Iterator[bytes]:
    """The bundle as one JSON document, a resource at a time."""
    head = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": _moment(exported),
        "meta": {"tag": [{"system": OURS, "code": "diary", "display": LICENCES}]},
    }
    yield msgspec.json.encode(head)[:-1] + b',\n"entry": [\n'
    between = b""
    for resource in resources(told, said, records, screens, plan, exported):
        entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
        yield between + msgspec.json.encode(entry)
        between = b",\n"
    yield b"\n]}\n"


def resources(
    told: Iterable[Session],
    said: Mapping[UUID, Around],
    records: Iterable[Kept],
    screens: Iterable[Screened],
    plan: Plan | None,
    exported: datetime,
) -> Iterator[Resource]:
    """Every resource; what names another one comes after it or before it, as it falls."""
    sessions = tuple(told)
    given = tuple(records)
    first = min((one.id for one in sessions), default=uuid5(NAMESPACE_URL, "nobody"))
    person = uuid5(first, "person")
    yield {"resourceType": "Patient", "id": str(person)}
    if plan is not None:
        care_plan = _care_plan(plan, person, sessions, exported)
        yield care_plan
        yield _provenance(care_plan["id"], person, exported)
    for session in sessions:
        yield from _session(session, said.get(session.id, Around()), person)
    for one in given:
        yield from _symptoms(one, person)
    for screened in screens:
        yield _screen(screened, person)


# ---------------------------------------------------------------- the plan


def _care_plan(
    plan: Plan, person: UUID, sessions: tuple[Session, ...], exported: datetime
) -> Resource:
    began = min((one.started for one in sessions), default=exported)
    return {
        "resourceType": "CarePlan",
        "id": str(uuid5(person, "plan")),
        "extension": [_rules(RULES)],
        "status": "active",
        "intent": "plan",
        "title": plan.name,
        "category": [{"coding": [_own("home exercises")], "text": "Home exercises"}],
        "subject": _to(person),
        "period": {"start": _moment(began)},
        "activity": [{"detail": _activity(part)} for part in plan.parts],
    }


_ASKED = {
    Kind.HOLD: "Hold",
    Kind.MOVEMENT: "Move, each in about",
    Kind.ACTIVITY: "Keep going for",
}


def _activity(part: Part) -> Resource:
    turn = part.turns[0]
    how = "on each side" if turn.of < len(part.turns) else "in all"
    return {
        "kind": "ServiceRequest",
        "status": "in-progress",
        "code": {"coding": [_own(part.exercise)], "text": part.name},
        "description": f"{_ASKED[turn.kind]} {turn.hold_ms / 1000:g} s, {turn.of} {how}.",
        "quantity": _quantity(len(part.turns), "{repetitions}"),
    }


def _provenance(target: str, person: UUID, exported: datetime) -> Resource:
    return {
        "resourceType": "Provenance",
        "id": str(uuid5(person, "provenance")),
        "target": [{"reference": f"urn:uuid:{target}"}],
        "recorded": _moment(exported),
        "agent": [{"who": {"display": f"Unpinch, rules {RULES}"}}],
    }


# ---------------------------------------------------------------- sessions


def _session(session: Session, said: Around, person: UUID) -> Iterator[Resource]:
    """The session, and each of its exercises as a member."""
    members = [_exercise(one, session, person) for one in session.summary.exercises]
    around = [one for one in (said.before, said.after, said.morning) if one is not None]
    symptoms = [each["id"] for one in around for each in _symptoms(one, person)]
    lasted_ms = session.summary.lasted_ms
    yield _observation(session.id, "session", person) | {
        "status": "preliminary" if session.ending == "open" else "final",
        "category": _categories("activity"),
        "code": {"coding": [_own("session")], "text": f"Session, {session.ending}"},
        "effectivePeriod": {
            "start": _moment(session.started),
            "end": _moment(session.started + timedelta(milliseconds=lasted_ms)),
        },
        "hasMember": [
            {"reference": f"urn:uuid:{each}"} for each in [m["id"] for m in members] + symptoms
        ],
        "component": [
            {
                "code": _loinc(EXERCISE_DURATION, "Exercise duration"),
                "valueQuantity": _quantity(round(lasted_ms / 60_000, 2), "min"),
            }
        ],
    }
    yield from members


def _exercise(one: ExerciseSummary, session: Session, person: UUID) -> Resource:
    is_held = one.kind is Kind.HOLD
    for_so_long, counts = ("held", "holds") if is_held else ("went on", "repetitions")
    held = {
        for_so_long: one.held_ms,
        f"{for_so_long} left": one.held_left_ms,
        f"{for_so_long} right": one.held_right_ms,
    }
    counted = {f"{counts} done": one.holds, f"{counts} asked for": one.of}
    return _observation(session.id, one.exercise, person) | {
        "status": "preliminary" if session.ending == "open" else "final",
        "category": _categories("activity"),
        "code": _loinc(EXERCISE_ACTIVITY, "Exercise activity"),
        "effectiveDateTime": _moment(session.started),
        "valueCodeableConcept": {"coding": [_own(one.exercise)], "text": one.name},
        "component": [
            *(_part(name, valueQuantity=_quantity(ms / 1000, "s")) for name, ms in held.items()),
            *(
                _part(name, valueQuantity=_quantity(count, "{repetitions}"))
                for name, count in counted.items()
            ),
            _part(
                "result", valueCodeableConcept={"coding": [_own(one.result)], "text": one.result}
            ),
            *([_part("variation", valueString=one.variation)] if one.variation else []),
        ],
    }


# ---------------------------------------------------------------- symptoms


def _symptoms(one: Kept, person: UUID) -> Iterator[Resource]:
    """Each rating, each marked leg and each other answer of one set."""
    report = one.record.report or Report()
    common = {
        "status": "final",
        "category": [*_categories("survey"), {"coding": [_own(one.record.moment)]}],
        "effectiveDateTime": _moment(one.at),
    }
    for name, found in (
        *_ratings(report),
        *_others(report),
        *_maps(report),
        *_about_a_session(one.record),
    ):
        yield _observation(one.key, name, person, one.record.rules) | common | found


def _ratings(report: Report) -> Iterator[tuple[str, Resource]]:
    for scale in Scale:
        points = report.rating(scale)
        if points is None:
            continue
        if scale in (Scale.LEG_PAIN, Scale.BACK_PAIN):
            where = "leg" if scale is Scale.LEG_PAIN else "back"
            code = _loinc(PAIN, "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
            found = {"code": code, "bodySite": {"text": where}}
        else:
            found = {"code": {"coding": [_own(scale)], "text": f"{scale}, 0 to 10"}}
        yield scale, found | {"valueQuantity": _quantity(points, "{score}")}


def _others(report: Report) -> Iterator[tuple[str, Resource]]:
    """How hard each activity was, by its number, and how it is on the whole."""
    for number, points in enumerate(report.activities, start=1):
        if points is not None:
            name = f"activity {number}"
            code = {"coding": [_own(name)], "text": f"An activity of the person's choice, {number}"}
            yield name, {"code": code, "valueQuantity": _quantity(points, "{score}")}
    if report.overall is not None:
        code = {"coding": [_own("overall")], "text": "On the whole, -3 to 3"}
        yield "overall", {"code": code, "valueQuantity": _quantity(report.overall, "{score}")}


def _about_a_session(record: SymptomRecord) -> Iterator[tuple[str, Resource]]:
    """How strong it became, how long that took to settle, and the short answers."""
    if record.peak is not None:
        code = {"coding": [_own("peak")], "text": "At its strongest during the session, 0 to 10"}
        yield "peak", {"code": code, "valueQuantity": _quantity(record.peak, "{score}")}
    for name, answer, text in (
        ("settled", record.settled, "After the session, back to before"),
        ("compared", record.compared, "Next morning, compared with before the session"),
    ):
        if answer is not None:
            value = {"coding": [_own(answer)], "text": answer}
            yield (
                name,
                {
                    "code": {"coding": [_own(name)], "text": text},
                    "valueCodeableConcept": value,
                },
            )
    if record.woken is not None:
        code = {"coding": [_own("woken")], "text": "It broke the night's sleep"}
        yield "woken", {"code": code, "valueBoolean": record.woken}


def _maps(report: Report) -> Iterator[tuple[str, Resource]]:
    """How far down each leg each feeling reaches; nothing where the map was passed over."""
    if not mapped(report):
        return
    for side in LEGS:
        for feeling in Feeling:
            yield f"{side} {feeling}", _map(report.leg(side), side, feeling)


def _map(leg: Leg, side: Side, feeling: Feeling) -> Resource:
    zone = furthest(leg, feeling)
    name = "nowhere" if zone is None else zone.name.lower()
    marked = leg.marked(feeling)
    found: Resource = {
        "code": {"coding": [_own(f"{feeling} map")], "text": f"How far down the {feeling} reaches"},
        "bodySite": {"text": f"{side} leg"},
        "valueCodeableConcept": {"coding": [_own(f"zone {name}")], "text": name},
    }
    components = [
        _part(patch, valueCodeableConcept={"text": ZONE_OF[patch].name.lower()}) for patch in marked
    ]
    if marked:
        share = _part("area", valueQuantity=_quantity(area(leg, feeling), "%"))
        found["component"] = [share, *components]
    return found


# ---------------------------------------------------------------- the safety forms


def _screen(screened: Screened, person: UUID) -> Resource:
    """Outcome and ids. There is no answer in it, because the diary holds none."""
    record = screened.record
    outcome: dict[str, Sequence[str]] = {
        "form": (record.form,),
        "outcome": (record.tier,),
        "counted": record.items,
        "locks": record.locks,
        "action": (record.action,) if record.action else (),
    }
    return {
        "resourceType": "QuestionnaireResponse",
        "id": str(screened.key),
        "extension": [_rules(record.rules)],
        "questionnaire": f"urn:unpinch:safety-questions|{record.rules}",
        "status": "completed" if record.confirmed and record.complete else "in-progress",
        "subject": _to(person),
        "authored": _moment(screened.at),
        "item": [
            {"linkId": name, "answer": [{"valueCoding": _own(code)} for code in codes]}
            for name, codes in outcome.items()
            if codes
        ],
    }


# ---------------------------------------------------------------- the parts of a resource


def _observation(key: UUID, name: str, person: UUID, rules: int = RULES) -> Resource:
    return {
        "resourceType": "Observation",
        "id": str(uuid5(key, name)),
        "extension": [_rules(rules)],
        "subject": _to(person),
    }


def _part(name: str, **value: object) -> Resource:
    return {"code": {"coding": [_own(name)], "text": name}, **value}


def _quantity(value: float, unit: str) -> Resource:
    return {"value": value, "unit": unit.strip("{}"), "system": UCUM, "code": unit}


def _loinc(code: str, text: str) -> Resource:
    return {"coding": [{"system": LOINC, "code": code, "display": text}], "text": text}


def _own(name: str) -> Resource:
    """A code of ours. Codes have no spaces at their ends and none doubled; ours have none."""
    return {"system": OURS, "code": name.replace(" ", "-").replace("'", ""), "display": name}


def _categories(code: str) -> list[Resource]:
    return [{"coding": [{"system": CATEGORY, "code": code}]}]


def _rules(version: int) -> Resource:
    return {"url": RULES_URL, "valueInteger": version}


def _to(resource: UUID) -> Resource:
    return {"reference": f"urn:uuid:{resource}"}


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
