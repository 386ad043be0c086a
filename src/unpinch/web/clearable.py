"""What a clinician may have examined: what locks, what blocks an exercise, what a rule stopped."""

from unpinch.care.allowed import in_force
from unpinch.care.response_rules import response_rules
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Said
from unpinch.care.words import Do
from unpinch.runtime import diary, response
from unpinch.runtime.safety import Standing
from unpinch.web import wording


def to_clear(now: Standing) -> list[Said]:
    """Each with the words it is asked for by; none if nothing waits for a clinician."""
    return [*_answers(now), *_stops()]


def _answers(now: Standing) -> list[Said]:
    rules = safety_rules()
    wanted = dict.fromkeys(now.locked.items if now.locked else ())
    reported = {item for record in now.screened if record.confirmed for item in record.items}
    for each in in_force(now.records):
        blocks = any(cell.do in (Do.BLOCK, Do.GATE) for cell in each.condition.exercises.values())
        if blocks and not each.condition.until:
            wanted |= dict.fromkeys(item for item in each.condition.when if item in reported)
    known = ((item, rules.item(item)) for item in wanted)
    return [Said(item_id, item.ask if item else item_id, "") for item_id, item in known]


def _stops() -> list[Said]:
    """The stop rules that only a clinician ends, with what they left out."""
    out: dict[str, set[str]] = {}
    for stop in response.stopped():
        if stop.until_ms is None:
            out.setdefault(stop.rule, set()).add(stop.exercise)
    return [Said(rule, _words(rule, _names(stopped)), "") for rule, stopped in out.items()]


def _names(exercises: set[str]) -> list[str]:
    """In the order of the handout: stops of the same moment have none."""
    library, followed = diary.known(), [part.exercise for part in diary.program().parts]
    rest = sorted(exercises.intersection(library) - set(followed))
    return [library[one].name for one in (*followed, *rest) if one in exercises]


def _words(rule: str, names: list[str]) -> str:
    says = response_rules().examined[rule]
    return f"{says}: {wording.listed(names)}" if names else says
