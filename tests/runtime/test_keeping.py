"""The diary is the person's own: backup, restore, erase, export."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connections

from tests.conftest import Clock
from tests.journal.history import play, read
from tests.session.plans import plan
from unpinch.journal.entry import Kind
from unpinch.journal.export import COLUMNS
from unpinch.journal.sessions import Reached
from unpinch.journal.store import schema
from unpinch.journal.store.models import EntryRow
from unpinch.runtime import diary as book
from unpinch.runtime import folder
from unpinch.runtime.keeping import KeepingError, back_up, erase, restore
from unpinch.runtime.sharing import export
from unpinch.terms.event import Started
from unpinch.terms.refused import Refused

SPOKEN = "Vera"  # a voice's name: anything the person said


@pytest.fixture
def written(diary: Path, clock: Clock) -> Path:
    """A diary with settings and an open session."""
    session = uuid4()
    book.change_settings(book.Settings(voice=SPOKEN))
    book.write(Kind.SESSION_STARTED, plan(), of_session=session)
    book.write(Kind.SESSION_EVENT, Started(0), of_session=session)
    book.write(Kind.SESSION_REACHED, Reached(47_000), of_session=session)
    return diary


def test_a_backup_put_back_is_the_same_diary(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.unpinch"
    count = back_up(copy)
    book.change_settings(book.Settings(voice="Another"))

    assert restore(copy).entries == count == 5
    assert book.settings().voice == SPOKEN
    assert EntryRow.objects.count() == 5


def test_the_diary_before_a_restore_can_be_put_back(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.unpinch"
    back_up(copy)
    book.change_settings(book.Settings(voice="Another"))
    before = restore(copy).before
    restore(before)

    assert book.settings().voice == "Another"


def test_a_second_restore_leaves_what_the_first_one_set_aside(
    written: Path, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "wrong.unpinch", tmp_path / "right.unpinch"
    back_up(right)
    book.change_settings(book.Settings(voice="Wrong"))
    back_up(wrong)
    book.change_settings(book.Settings(voice="My own, of weeks"))

    own = restore(wrong).before
    of_the_wrong = restore(right).before

    assert (own.name, of_the_wrong.name) == (
        "diary.before-restore-2026-11-22.sqlite3",
        "diary.before-restore-2026-11-22-2.sqlite3",
    )
    restore(own)
    assert book.settings().voice == "My own, of weeks"
    restore(of_the_wrong)
    assert book.settings().voice == "Wrong"


def test_a_backup_of_an_older_version_is_brought_up_to_date(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "old.unpinch"
    back_up(copy)
    _make_older(copy)
    assert _migrations(copy) == {"0001_initial"}

    assert restore(copy).entries == 5
    assert book.settings().voice == SPOKEN
    assert _migrations(folder.diary_file()) == set(schema.names())


def _make_older(file: Path) -> None:
    """Take the migrations back to the first, as an older Unpinch wrote its diary."""
    default = connections["default"]
    present = default.settings_dict["NAME"]
    default.close()
    default.settings_dict["NAME"] = file
    try:
        call_command("migrate", "store", "0001_initial", verbosity=0)
    finally:
        default.close()
        default.settings_dict["NAME"] = present


def _migrations(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as diary_file:
        rows = diary_file.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        return {str(row[0]) for row in rows}


def test_a_backup_carries_the_own_files_and_puts_them_back(written: Path, tmp_path: Path) -> None:
    own, copy = written / "programs", tmp_path / "copy.unpinch"
    own.mkdir()
    (own / "mine.toml").write_text("name = 'Mine'", encoding="utf-8")
    back_up(copy)
    (own / "mine.toml").write_text("name = 'Changed'", encoding="utf-8")
    (own / "later.toml").write_text("name = 'Later'", encoding="utf-8")

    before = restore(copy).before

    assert (own / "mine.toml").read_text(encoding="utf-8") == "name = 'Mine'"
    assert (own / "later.toml").exists(), "what has come since is nobody's to take"
    assert "own_file" not in _tables(folder.diary_file())

    restore(before)
    assert (own / "mine.toml").read_text(encoding="utf-8") == "name = 'Changed'"


def test_an_own_file_that_cannot_be_read_leaves_no_half_backup(
    written: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.unpinch"
    (written / "programs").mkdir()
    (written / "programs" / "mine.toml").write_bytes(b"\xff\xfe no text")

    with pytest.raises(Refused, match=r"mine\.toml: is not plain text"):
        back_up(copy)

    assert not copy.exists()


@pytest.mark.parametrize(
    "name", ["../out.toml", "/out.toml", ".away.toml", "a\\out.toml", "c:out.toml", "out.py"]
)
def test_a_name_in_a_backup_leads_nowhere_else(written: Path, tmp_path: Path, name: str) -> None:
    copy = tmp_path / "copy.unpinch"
    back_up(copy)
    with closing(sqlite3.connect(copy)) as file:
        file.execute("INSERT INTO own_file VALUES ('programs', ?, 'x = 1')", (name,))
        file.execute("INSERT INTO own_file VALUES ('..', 'out.toml', 'x = 1')")
        file.commit()

    restore(copy)

    assert not (written / "programs").exists(), "there was nothing that may be put back"
    assert not [*written.glob("*out*"), *Path("/").glob("out.toml")]


def _tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as diary_file:
        rows = diary_file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {str(row[0]) for row in rows}


@pytest.mark.parametrize("what", ["text", "nothing", "database", "damaged", "newer", "folder"])
def test_what_is_not_a_backup_is_refused_and_the_diary_stays(
    written: Path, tmp_path: Path, what: str
) -> None:
    file = tmp_path / what
    _make(what, file)
    before = EntryRow.objects.count()

    with pytest.raises(KeepingError) as refused:
        restore(file)

    assert str(refused.value).startswith(f"{file}: ")
    assert "\n" not in str(refused.value)
    assert EntryRow.objects.count() == before
    assert book.settings().voice == SPOKEN
    assert not list(written.glob("*restoring*"))


def _make(what: str, file: Path) -> None:
    match what:
        case "text":
            file.write_text("not a diary " * 500, encoding="utf-8")
        case "database":
            with closing(sqlite3.connect(file)) as other:
                other.execute("CREATE TABLE other (x)")
        case "damaged":
            back_up(file)
            with file.open("r+b") as letters:
                letters.seek(4096)
                letters.write(b"\xff" * 20_000)
        case "newer":
            back_up(file)
            with closing(sqlite3.connect(file)) as newer:
                newer.execute(
                    "INSERT INTO django_migrations (app, name, applied) "
                    "VALUES ('store', '0099_later', '2030-01-01')"
                )
                newer.commit()
        case "folder":
            file.mkdir()
        case _:
            assert what == "nothing"


def test_a_backup_never_writes_over_a_file(written: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("mine", encoding="utf-8")

    with pytest.raises(KeepingError, match="is there already"):
        back_up(file)
    with pytest.raises(KeepingError, match="is there already"):
        export("json", file)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_refused(written: Path, tmp_path: Path) -> None:
    with pytest.raises(KeepingError, match="choose another place"):
        back_up(tmp_path / "nowhere" / "copy")
    with pytest.raises(KeepingError, match="choose another place"):
        export("csv", tmp_path / "nowhere" / "table")


def test_after_erasing_a_search_of_every_byte_finds_nothing(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.unpinch"
    back_up(copy)
    restore(copy)
    (written / "recordings").mkdir(exist_ok=True)
    (written / "recordings" / "tape.npz").write_bytes(SPOKEN.encode() * 10)
    assert _found(written, SPOKEN), "the search itself must be able to find it"

    left = erase()

    for word in (SPOKEN, "Knees to chest", "session started", copy.name):
        assert _found(written, word) == []
    assert left.copies == (str(copy),)
    assert book.settings().voice == ""


def test_files_the_person_wrote_stay_and_are_named(written: Path) -> None:
    own = written / "exercises"
    own.mkdir()
    (own / "mine.toml").write_text("name = 'Mine'", encoding="utf-8")
    try:
        assert erase().own_files == (str(own / "mine.toml"),)
        assert (own / "mine.toml").exists()
    finally:
        (own / "mine.toml").unlink()
        own.rmdir()


def test_what_is_not_ours_in_the_folder_stays(written: Path, tmp_path: Path) -> None:
    (written / "photographs").mkdir()
    theirs = [written / "letter.odt", written / "photographs" / "boat.jpg"]
    for file in theirs:
        file.write_bytes(b"theirs")
    try:
        erase()
        assert [file.read_bytes() for file in theirs] == [b"theirs", b"theirs"]
    finally:
        for file in theirs:
            file.unlink()
        (written / "photographs").rmdir()


def test_a_copy_that_was_cut_short_is_erased_too(written: Path) -> None:
    (written / "copy-abc").mkdir()
    (written / "copy-abc" / "copy").write_bytes(SPOKEN.encode())
    (written / "exercises" / ".away").mkdir(parents=True)
    (written / "exercises" / ".away" / "mine.toml").write_text(SPOKEN, encoding="utf-8")

    erase()

    assert _found(written, SPOKEN) == []
    assert not (written / "copy-abc").exists()


def _found(folder: Path, word: str) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if word.encode() in file.read_bytes()]


def test_json_holds_every_entry_as_it_was_written(written: Path, tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    export("json", file)
    told = json.loads(file.read_bytes())

    assert (told["unpinch"], told["format"]) == ("diary", 1)
    assert [entry["kind"] for entry in told["entries"]] == [
        "settings",
        "session started",
        "session event",
        "session reached",
    ]
    assert told["entries"][0]["body"]["voice"] == SPOKEN
    assert told["sessions"][0]["summary"]["exercises"][0]["held_right_ms"] == 15_000


def test_csv_has_a_line_for_each_exercise(written: Path, tmp_path: Path) -> None:
    file = tmp_path / "diary.csv"
    export("csv", file)
    rows = [*csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))]

    assert [row["exercise"] for row in rows] == ["knees-to-chest"]
    assert (rows[0]["held_right_s"], rows[0]["held_left_s"]) == ("15.0", "0.0")
    assert rows[0]["day"] == "2026-11-22"
    assert {rows[0][name] for name in COLUMNS[13:-4]} == {""}, "nothing was answered"


def test_csv_has_the_answers_in_the_first_line_of_each_session(
    diary: Path, clock: Clock, tmp_path: Path
) -> None:
    history = read(
        "proposals: off\n\n"
        "1: before left numb foot toes, left tingling calf, leg pain 2, numbness 5; session;"
        " after numbness 6; morning\n"
        "2: before numbness 0, tingling 0; session\n"
        "3: session hurt sharp\n"
    )
    play(history, clock)
    file = tmp_path / "diary.csv"
    export("csv", file)
    text = file.read_text(encoding="utf-8")
    rows = [*csv.DictReader(io.StringIO(text))]
    firsts = [next(row for row in rows if row["session"] == s) for s in _sessions_in(rows)]

    assert text.splitlines()[0].startswith(
        "day,started,session,ending,exercise,variation,result,"
        "holds,of,held_s,held_left_s,held_right_s,hurt,hurt_where,before_leg_pain,"
    ), "what was there stays where it was"
    one, none, hurt = firsts
    assert (one["before_leg_pain"], one["before_numbness"], one["before_tingling"]) == (
        "2",
        "5",
        "",
    )
    assert one["before_numbness_left_leg"] == "heel and sole; top of the foot"
    assert one["before_numbness_right_leg"] == "nothing marked"
    assert one["before_tingling_left_leg"] == "back of the knee and calf"
    assert (one["after_numbness"], one["morning_numbness"]) == ("6", "5")
    assert none["before_numbness_left_leg"] == "nothing marked"
    assert (hurt["hurt_where"], hurt["before_numbness"]) == ("sharp", "")
    assert hurt["before_numbness_left_leg"] == "", "not answered is not nothing"
    assert sum(bool(row["before_numbness"]) for row in rows) == 2, "each answer stands once"


def _sessions_in(rows: list[dict[str, str]]) -> list[str]:
    return [*dict.fromkeys(row["session"] for row in rows)]
