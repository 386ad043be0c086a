"""Progress: the sentence, the small maps, the tables and the numbers for the charts."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

import unpinch.web
from tests.conftest import Clock
from tests.web.history import marked, weeks
from tests.web.kept import keep
from tests.web.page import words
from unpinch.care.symptoms import Report
from unpinch.exercises.choosing import Choice
from unpinch.figure import legmap
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary, symptoms
from unpinch.web import over_time

STATIC = Path(unpinch.web.__file__).parent / "static" / "unpinch"


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, f"the page has no {selector}"
    return found


def numbers(client: Client, query: str = "") -> dict[str, list[object]]:
    block = first(LexborHTMLParser(client.get(f"/progress/{query}").content), "#course")
    found: dict[str, list[object]] = json.loads(block.text())
    return found


def test_at_first_nothing_is_known_and_it_says_what_is_missing(
    client: Client, clock: Clock
) -> None:
    told = words(client.get("/progress/"))

    assert told.startswith("22 November 2026 Not known yet: six more marked days.")
    assert "Mark where it is today" in told


def test_with_too_few_marked_days_it_counts_down(client: Client, clock: Clock) -> None:
    weeks(clock, [3, 3, 3, 3])

    told = words(client.get("/progress/"))

    assert "Not known yet: two more marked days." in told
    assert "Your legs over time" in told


def test_the_heading_says_what_the_maps_show(client: Client, clock: Clock) -> None:
    weeks(clock, [4, 4, 4, 4, 3, 3, 3, 2, 2, 2])

    tree = LexborHTMLParser(client.get("/progress/").content)

    heading = first(tree, "h1").text()
    assert "numbness in your right leg went from foot to thigh" in heading
    titles = [one.text() for one in tree.css(".maps title")]
    assert len(titles) == over_time.MOST_MAPS
    assert titles[0].startswith("22 Nov. Left leg: nothing marked. Right leg: numb: buttock")
    assert titles[-1].startswith("1 Dec.")


def test_a_day_that_was_missed_is_a_gap_and_no_zero(client: Client, clock: Clock) -> None:
    weeks(clock, [3, 3, 3, 3], missed=frozenset({1, 2}))

    found = numbers(client)

    assert len(found["days"]) == 2
    day = 86_400
    assert [later - found["days"][0] for later in found["days"]] == [0, 3 * day]  # type: ignore[operator]


def test_what_was_not_rated_is_null_and_a_dash(client: Client, clock: Clock) -> None:
    symptoms.report(Moment.BEFORE, marked(2, numbness=4))
    clock.pass_days(1)
    weeks(clock, [3])

    found = numbers(client)

    assert found["held"][0] is None
    assert found["ratings"]["numbness"]["after"] == [None, 5]  # type: ignore[call-overload]
    assert "4, –" in words(client.get("/progress/"))


def test_a_change_of_dose_stands_on_the_same_line_of_time_with_its_reason(
    client: Client, clock: Clock
) -> None:
    weeks(clock, [3, 3])
    diary.choose((Choice(exercise="knees-to-chest", hold_ms=20_000),))
    weeks(clock, [3, 3])

    told = words(client.get("/progress/"))

    assert "24 Nov Knees to chest: hold 15 to 20 seconds. You chose this." in told
    assert len(numbers(client)["changes"]) == 1


def test_activities_are_shown_in_the_persons_own_words(client: Client, clock: Clock) -> None:
    for hard in (8, 5):
        session = keep(clock)
        symptoms.choose_activities(["Stairs <up>"])
        clock.pass_ms(1)
        symptoms.report(Moment.AFTER, Report(activities=(hard,)), session=session)
        clock.pass_days(1)

    told = words(client.get("/progress/"))

    assert "Stairs <up> 8 at first, 5 at last, of 10." in told
    assert "22 Nov: 8, 23 Nov: 5" in told


def test_a_year_has_one_row_a_week(client: Client, clock: Clock) -> None:
    weeks(clock, [3] * 20)

    daily, weekly = numbers(client), numbers(client, "?weeks=52")

    assert len(daily["days"]) == 20
    assert len(weekly["days"]) == 4
    assert sum(daily["held"]) == sum(weekly["held"])  # type: ignore[arg-type]


def test_what_is_older_than_the_weeks_looked_at_is_not_shown(client: Client, clock: Clock) -> None:
    weeks(clock, [4])
    clock.pass_days(100)
    weeks(clock, [2])

    assert len(numbers(client)["days"]) == 1
    assert len(numbers(client, "?weeks=all")["days"]) == 2
    assert len(numbers(client, "?weeks=nonsense")["days"]) == 1


@pytest.mark.parametrize("there", [True, False])
def test_every_picture_has_its_table_and_without_the_library_the_tables_are_open(
    client: Client, clock: Clock, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr(over_time, "charts_are_there", lambda: there)
    weeks(clock, [3, 3])

    answer = client.get("/progress/")
    tree = LexborHTMLParser(answer.content)

    tables = tree.css("details")
    assert len(tables) == 4
    assert all(("open" in one.attributes) is not there for one in tables)
    assert bool(tree.css(".chart")) is there
    assert ("there are tables instead" in words(answer)) is not there


def test_the_page_gives_the_dark_leg_map_its_own_colours() -> None:
    css = (STATIC / "legmap.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root\S* \{([^}]*)\}", css)

    assert len(blocks) == 2
    for block in blocks:
        assert dict(re.findall(r"(--leg[\w-]+): (\S+);", block)) == legmap.custom_properties("dark")
