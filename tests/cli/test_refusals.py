"""Whatever goes wrong is one plain line on stderr and exit 2, never a traceback, never a box."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from unpinch.cli import app as app_module
from unpinch.cli import main
from unpinch.cli.serve import PORT, Serving


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["plann"], "unpinch: no such command 'plann'. Did you mean 'plan'?"),
        (["dance"], "unpinch: no such command 'dance'. \"unpinch --help\" shows what there is."),
        (["plan", "--hld", "x"], "unpinch plan: no such option: --hld (Possible options: --help,"),
        (["draw"], "unpinch draw: missing argument 'exercise'. \"unpinch draw --help\" shows"),
        (["check"], "unpinch check: missing argument 'file'."),
        (["draw", "childs-pose", "--side", "middle"], "'middle' is not one of 'left', 'right'"),
        (["exercises", "more"], "unpinch exercises: got unexpected extra argument"),
        (["--port", "many"], "unpinch serve: invalid value for '--port': \"many\" is not a whole"),
        (["--port", "99999"], "'--port': 99999 is too much, 65535 is the most. \"unpinch serve"),
        (["--port", "-5"], "'--port': -5 is too little, 0 is the least."),
        (["progress", "--weeks", "0"], "'--weeks': 0 is too little, 1 is the least."),
        (["simulate", "x", "-o", "t.npz", "--rate", "x"], '\'--rate\': "x" is not a number. "'),
        (["simulate", "x", "-o", "t.npz", "--size", "9"], "'--size': 9 is too much, 2.5 is the"),
        (
            ["simulate", "childs-pose", "-o", "t.txt"],
            '-o: "t.txt" does not end in .npz; write t.npz',
        ),
        (["simulate", "childs-pose", "-o", "t"], '-o: "t" does not end in .npz; write t.npz.'),
        (
            ["plan", "--pace", "fast"],
            '--pace: "fast" is not known; write "slow", "calm" or "brisk".',
        ),
        (["plan", "--hold", "squats=3"], '--hold: "squats" is not the name of an exercise; there'),
        (["plan", "--leave-out", "squats"], '--leave-out: "squats" is not the name of an'),
        (["watch", "x.npz", "--exercise", "squats"], '--exercise: "squats" is not the name of'),
        (["score", ".", "--exercise", "squats"], '--exercise: "squats" is not the name of'),
        (["--prot", "80"], "unpinch serve: no such option: --prot"),
        (["plan", "--hold"], "unpinch plan: option '--hold' requires an argument."),
    ],
)
def test_a_slip_in_the_words_of_the_command_is_one_line(
    command: Command, words: list[str], line: str
) -> None:
    assert line in command(*words).refusal


@pytest.mark.parametrize("bad", ["x", "", "1.5.2", "nan", "-1e400", "1e400", "9" * 5_000])
@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--port"],
        ["progress", "--weeks"],
        *(
            ["simulate", "x", "-o", "x.npz", option]
            for option in ("--seed", "--size", "--repetitions", "--hold", "--rate")
        ),
    ],
)
def test_no_number_is_refused_in_the_words_of_a_library(
    command: Command, words: list[str], bad: str
) -> None:
    if words[-1] == "--seed" and bad.isdigit():
        return  # a large seed is a seed
    line = command(*words, bad).refusal

    assert f"{words[-1]}'" in line
    assert "nput should" not in line
    assert len(line) < 250


def test_what_was_typed_cannot_break_the_line_or_the_terminal(command: Command) -> None:
    refusal = command("draw", "two\nlines \x1b[31m").refusal

    assert refusal.isprintable()


def test_a_mistake_of_ours_is_one_line_too(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(app_module, "app", broken)

    ended = command("plan")

    assert ended.code == 1
    assert ended.err == (
        "Unpinch made a mistake (KeyError: 'x'); "
        "set UNPINCH_TRACEBACK=1 to see where, and report it.\n"
    )
    monkeypatch.setenv("UNPINCH_TRACEBACK", "1")
    with pytest.raises(KeyError):
        command("plan")


def test_stopping_with_ctrl_c_says_nothing(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app_module, "app", stopped)

    ended = command("plan")

    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_help_and_version_are_no_refusals(command: Command) -> None:
    assert "serve" in command("--help").out
    assert command("-h").code == 0
    assert command("plan", "--help").code == 0
    assert command("--version").out.startswith("unpinch ")


def test_without_a_command_it_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Serving] = []
    monkeypatch.setattr(main, "serve", served.append)

    main.run([])
    main.run(["--port", "8000"])

    assert [asked.port for asked in served] == [PORT, 8000]


def run(*words: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "unpinch", *words],
        capture_output=True,
        text=True,
        timeout=120,
        env=env,
    )


def test_as_a_program_of_its_own_it_refuses_with_exit_2() -> None:
    ended = run("draw", "squats")

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    for words in ("exercises", "plan --json", "draw childs-pose"):
        piped = f"{sys.executable} -m unpinch {words} | head -c 10"
        ended = subprocess.run(  # noqa: S602 - our own words
            piped, shell=True, capture_output=True, text=True, timeout=120
        )
        assert ended.stderr == ""
        assert len(ended.stdout) == 10


def test_a_terminal_that_knows_only_plain_letters_is_no_trouble() -> None:
    ended = run("exercises", env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert (ended.returncode, ended.stderr) == (0, "")


def test_ctrl_c_ends_the_server_without_a_word(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "unpinch", "--no-browser", "--port", "0", "--data"]
    server = subprocess.Popen(
        [*words, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert server.stdout
    opened = re.fullmatch(r"Unpinch is open at (\S+)\n", server.stdout.readline())
    assert opened
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    visitor.open(opened[1], timeout=60).close()  # it runs
    server.send_signal(signal.SIGINT)

    _, complaints = server.communicate(timeout=60)

    assert "Traceback" not in complaints


def test_serve_waits_for_nothing_that_others_need() -> None:
    code = (
        "import sys; from unpinch.cli import main;"
        "main.plain_serve(['serve', '--no-browser']);"
        "print([m for m in ('typer', 'pydantic', 'rich', 'numpy', 'django', 'uvicorn',"
        " 'unpinch.figure', 'unpinch.session') if m in sys.modules])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120
    )

    assert ended.stdout == "[]\n", ended.stderr
