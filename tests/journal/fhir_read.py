"""A bundle read back with a FHIR library, and held against the JSON export."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from fhirclient.models.bundle import Bundle
from fhirclient.models.observation import Observation

LOINC_PAIN = "72514-3"


def bundle_of(document: Iterable[bytes]) -> Any:
    """The bundle; the library refuses what R4 does not allow."""
    return Bundle(json.loads(b"".join(document)))


def of_type(bundle: Any, name: str) -> list[Any]:
    """The resources of one type."""
    return [entry.resource for entry in bundle.entry or () if entry.resource.resource_type == name]


def same_sessions(bundle: Any, exported: Any) -> bool:
    """Whether holds and seconds by side are those of the JSON export."""
    told = Counter(
        (
            one["exercise"],
            one["held_ms"] / 1000,
            one["held_left_ms"] / 1000,
            one["held_right_ms"] / 1000,
            one["holds"],
            one["of"],
            one["result"],
        )
        for session in exported["sessions"]
        for one in session["summary"]["exercises"]
    )
    return told == Counter(
        _exercise(one)
        for one in of_type(bundle, "Observation")
        if one.code.coding[0].code == "73985-4"
    )


def same_ratings(bundle: Any, exported: Any) -> bool:
    """Whether every rating is the number that was given, at its time."""
    given = Counter(
        (entry["at"][:19], scale, points)
        for entry in exported["entries"]
        if entry["kind"] == "symptoms"
        for scale, points in entry["body"].get("report", {}).items()
        if scale in ("leg_pain", "back_pain", "numbness", "tingling")
    )
    return given == Counter(
        (one.effectiveDateTime.as_json()[:19], _scale(one), one.valueQuantity.value)
        for one in of_type(bundle, "Observation")
        if one.valueQuantity is not None and _scale(one)
    )


def same_maps(bundle: Any, exported: Any) -> bool:
    """Whether every marked patch is there, with its leg and its feeling."""
    given = Counter(
        (entry["at"][:19], side, feeling, patch.replace(" ", "-"))
        for entry in exported["entries"]
        if entry["kind"] == "symptoms"
        for side in ("left", "right")
        for feeling, patches in entry["body"].get("report", {}).get(side, {}).items()
        for patch in patches
    )
    found = Counter(
        (
            one.effectiveDateTime.as_json()[:19],
            one.bodySite.text.split()[0],
            "numb" if one.code.coding[0].code == "numbness-map" else "tingling",
            part.code.coding[0].code,
        )
        for one in of_type(bundle, "Observation")
        if one.code.coding[0].code.endswith("-map")
        for part in one.component or ()
        if part.code.coding[0].code != "area"
    )
    return given == found


def same_answers(bundle: Any, exported: Any) -> bool:
    """Whether the other answers about a session are there: peak, settled, compared, woken."""
    given = Counter(
        (entry["at"][:19], name, entry["body"][name])
        for entry in exported["entries"]
        if entry["kind"] == "symptoms"
        for name in ("peak", "settled", "compared", "woken")
        if name in entry["body"]
    )
    found = Counter(
        (one.effectiveDateTime.as_json()[:19], one.code.coding[0].code, _value(one))
        for one in of_type(bundle, "Observation")
        if one.code.coding[0].code in ("peak", "settled", "compared", "woken")
    )
    return given == found


def _value(one: Any) -> object:
    if one.valueQuantity is not None:
        return one.valueQuantity.value
    concept = one.valueCodeableConcept
    return one.valueBoolean if concept is None else concept.text


def same_screens(bundle: Any, exported: Any) -> bool:
    """Whether every form is there with its outcome and the ids that counted."""
    given = Counter(
        (entry["body"]["form"], entry["body"]["tier"], tuple(entry["body"]["items"]))
        for entry in exported["entries"]
        if entry["kind"].startswith("safety screen")
    )
    found: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for one in of_type(bundle, "QuestionnaireResponse"):
        said = {item.linkId: [a.valueCoding.display for a in item.answer] for item in one.item}
        found[said["form"][0], said["outcome"][0], tuple(said.get("counted", ()))] += 1
    return given == found


def _scale(one: Any) -> str:
    code = one.code.coding[0].code
    if code == LOINC_PAIN:
        return f"{one.bodySite.text}_pain"
    return code if code in ("numbness", "tingling") else ""


def _exercise(one: Observation) -> tuple[object, ...]:
    parts = {part.code.coding[0].code: part for part in one.component}
    lasted, counted = ("held", "holds") if "held" in parts else ("went-on", "repetitions")
    seconds = [parts[f"{lasted}{side}"].valueQuantity.value for side in ("", "-left", "-right")]
    counts = [parts[f"{counted}-{what}"].valueQuantity.value for what in ("done", "asked-for")]
    result = parts["result"].valueCodeableConcept.text
    return (one.valueCodeableConcept.coding[0].code, *seconds, *counts, result)
