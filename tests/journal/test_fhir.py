"""The FHIR bundle: a library reads it, and it says what the JSON export says."""

import json
from pathlib import Path

import pytest
from fhirclient.models.fhirabstractbase import FHIRValidationError

from tests.conftest import Clock
from tests.journal.fhir_read import bundle_of, of_type
from tests.journal.history import play, read
from unpinch.journal.fhir import LOINC, OURS, UCUM
from unpinch.runtime import sharing

HISTORY = Path(__file__).parent / "histories/cauda-equina.txt"


@pytest.fixture
def written(diary: Path, clock: Clock) -> str:
    """The bundle of a short diary with a lock in it."""
    play(read(HISTORY.read_text("utf-8")), clock)
    return b"".join(sharing.document("fhir")).decode()


def test_an_empty_diary_is_a_bundle_too(diary: Path, clock: Clock) -> None:
    bundle = bundle_of(sharing.document("fhir"))

    assert bundle.type == "collection"
    assert len(of_type(bundle, "CarePlan")) == 1
    assert of_type(bundle, "Observation") == []


def test_every_reference_leads_to_a_resource_of_the_bundle(written: str) -> None:
    known = {entry["fullUrl"] for entry in json.loads(written)["entry"]}

    assert len(known) == len(json.loads(written)["entry"])
    assert set(_values(json.loads(written), "reference")) <= known


def test_codes_are_free_ones_or_our_own(written: str) -> None:
    systems = set(_values(json.loads(written), "system"))

    assert {LOINC, UCUM, OURS} <= systems
    assert systems <= {
        LOINC,
        UCUM,
        OURS,
        "http://terminology.hl7.org/CodeSystem/observation-category",
    }
    assert "snomed" not in written.lower()


def test_pain_is_the_number_and_never_an_answer_code(written: str) -> None:
    pains = [
        one
        for one in of_type(bundle_of([written.encode()]), "Observation")
        if one.code.coding[0].code == "72514-3"
    ]

    assert {one.valueQuantity.value for one in pains} == {6}
    assert {one.bodySite.text for one in pains} == {"leg", "back"}
    assert all(one.valueCodeableConcept is None for one in pains)


def test_a_safety_form_tells_its_outcome_and_ids_and_no_words(written: str) -> None:
    locked = [
        one
        for one in of_type(bundle_of([written.encode()]), "QuestionnaireResponse")
        if any(item.linkId == "locks" for item in one.item)
    ]

    assert len(locked) == 1
    said = {item.linkId: item.answer[0].valueCoding.display for item in locked[0].item}
    assert said["outcome"] == "emergency"
    assert said["counted"] == "E1"
    assert said["action"] == "emergency department"
    assert "genitals" not in written


def test_every_resource_says_by_which_rules(written: str) -> None:
    for entry in json.loads(written)["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] in ("Observation", "QuestionnaireResponse", "CarePlan"):
            assert resource["extension"][0]["valueInteger"] >= 1


def test_the_library_would_refuse_a_broken_bundle(written: str) -> None:
    broken = written.replace('"status":"final"', '"stand":"final"', 1)

    with pytest.raises(FHIRValidationError):
        bundle_of([broken.encode()])


def _values(node: object, name: str) -> list[str]:
    if isinstance(node, dict):
        own = [node[name]] if isinstance(node.get(name), str) else []
        return own + [found for each in node.values() for found in _values(each, name)]
    if isinstance(node, list):
        return [found for each in node for found in _values(each, name)]
    return []
