"""`unpinch plan`: every turn of a session with its side, its hold and its time."""

from collections.abc import Mapping
from typing import Annotated

import typer

from unpinch.cli.choices import Hold, LeaveOut, Repetitions, Variation, made
from unpinch.cli.options import SHIPPED, Data, Json, all_exercises, all_programs
from unpinch.cli.output import screen, seconds, table, write_json
from unpinch.cli.refusal import Refusal
from unpinch.exercises import choosing
from unpinch.exercises.model import Exercise
from unpinch.exercises.naming import program_named
from unpinch.exercises.plan import PACES, Plan
from unpinch.exercises.problems import remedy
from unpinch.exercises.quantity import say_time, say_turn
from unpinch.session import Timeline, timeline
from unpinch.terms.dose import Kind, Range


def plan(
    program: Annotated[
        str, typer.Argument(help="Its id or name; the default comes with Unpinch.")
    ] = SHIPPED,
    hold: Hold = None,
    repetitions: Repetitions = None,
    variation: Variation = None,
    leave_out: LeaveOut = None,
    pace: Annotated[str, typer.Option(help="slow, calm or brisk; never changes a hold.")] = "calm",
    json: Json = False,
    data: Data = None,
) -> None:
    """Every turn of a program with its side, its hold and its time."""
    library = all_exercises(data)
    chosen = program_named(program, all_programs(data))
    if pace not in PACES:
        raise Refusal(f'--pace: "{pace}" is not known; {remedy(pace, PACES)}')
    choices = made(library, hold, repetitions, variation, leave_out)
    found = choosing.plan(chosen, library, choices, pace)
    times = timeline(found)
    if json:
        write_json(_data(found, times))
    else:
        _show(found, times, library)


def _data(plan: Plan, times: Timeline) -> dict[str, object]:
    return {
        "program": plan.program,
        "name": plan.name,
        "pace": plan.pace,
        "total_s": seconds(times.total_ms),
        "turns": [
            {
                "exercise": each.turn.exercise,
                "side": each.turn.side,
                "repetition": each.turn.repetition,
                "of": each.turn.of,
                "hold_s": seconds(each.turn.hold_ms),
                "start_s": seconds(each.start_ms),
                "end_s": seconds(each.end_ms),
                "rest_s": seconds(rest_ms),
                "kind": each.turn.kind,
            }
            for each, rest_ms in zip(times.turns, _rests(plan), strict=True)
        ],
    }


def _rests(plan: Plan) -> list[int]:
    """The rest between sets after each turn; 0 where there is none."""
    return [
        part.rest_ms if number in part.rest_after else 0
        for part in plan.parts
        for number in range(len(part.turns))
    ]


def _show(plan: Plan, times: Timeline, library: Mapping[str, Exercise]) -> None:
    names = {part.exercise: part.name for part in plan.parts}
    all_held = all(turn.kind is Kind.HOLD for turn in plan.turns)
    takes = "hold" if all_held else "takes"
    shown = table("exercise", "side", "", takes, "from", "to", right=(takes, "from", "to"))
    before = ""
    for each, rest_ms in zip(times.turns, _rests(plan), strict=True):
        turn = each.turn
        name = names[turn.exercise] if turn.exercise != before else ""
        before = turn.exercise
        clock = (_clock(each.start_ms), _clock(each.end_ms))
        count = f"{turn.repetition} of {turn.of}"
        shown.add_row(
            name,
            turn.side or "",
            count,
            say_turn(turn.kind, Range(turn.hold_ms, turn.hold_ms)),
            *clock,
        )
        if rest_ms:
            shown.add_row("", "", "rest", say_time(rest_ms), "", "")
    out = screen()
    out.print(f"[bold]{plan.name}[/bold], {plan.pace} pace, {_clock(times.total_ms)} min in all\n")
    out.print(shown)
    ours = [each.name for each in library.values() if each.id in names and each.readings]
    if ours:
        out.print(f"\nOur reading of the handout is in {', '.join(ours)};")
        out.print("`unpinch exercises` shows what it leaves open, and how we read it.")


def _clock(milliseconds: int) -> str:
    minutes, rest = divmod(round(milliseconds / 1_000), 60)
    return f"{minutes}:{rest:02}"
