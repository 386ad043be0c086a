"""What is asked before and after a session and the next morning, as forms. All of it is optional,
save that the map needs an answer of its own: nothing marked is not the same as not answered."""

from typing import Any

from django import forms

from unpinch.care.felt import Compared, Settled
from unpinch.care.symptoms import LEGS, Feeling, Leg, Patch, Report
from unpinch.runtime.symptoms import LONGEST_NAME, MOST_ACTIVITIES
from unpinch.terms.side import Side

SCALES = ("leg_pain", "back_pain", "numbness", "tingling")
OVERALL = (
    ("3", "Much better"), ("2", "Better"), ("1", "A little better"), ("0", "About the same"),
    ("-1", "A little worse"), ("-2", "Worse"), ("-3", "Much worse"),
)  # fmt: skip
SETTLED = (
    (Settled.HALF_HOUR.value, "Within half an hour"),
    (Settled.TWO_HOURS.value, "Within two hours"),
    (Settled.DAY.value, "Within the day"),
    (Settled.NOT_YET.value, "Not yet"),
)
COMPARED = (
    (Compared.LESS.value, "Less"),
    (Compared.SAME.value, "The same"),
    (Compared.MORE.value, "More, or further down"),
)
WOKEN = (("no", "No"), ("yes", "Yes"))
POINTS = tuple((str(point), str(point)) for point in range(11))
_PATCHES = [(patch.value, patch.value) for patch in Patch]
_FIELD_OF = {Feeling.NUMBNESS: "numb", Feeling.TINGLING: "tingling"}


def marks_field(side: Side, feeling: Feeling) -> str:
    """The name of the boxes of one leg and one feeling."""
    return f"{side.value}_{_FIELD_OF[feeling]}"


def _points() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=POINTS, coerce=int, required=False, empty_value=None)


class SymptomsForm(forms.Form):
    """The map and the four ratings: what is asked each time."""

    nothing = forms.BooleanField(required=False)
    leg_pain = _points()
    back_pain = _points()
    numbness = _points()
    tingling = _points()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """One field a leg and feeling."""
        super().__init__(*args, **kwargs)
        for side in LEGS:
            for feeling in Feeling:
                self.fields[marks_field(side, feeling)] = forms.MultipleChoiceField(
                    choices=_PATCHES, required=False
                )

    def clean(self) -> dict[str, Any]:
        """The map has an answer, and only one."""
        filled = super().clean() or self.cleaned_data
        marked = any(filled.get(marks_field(side, feeling)) for side in LEGS for feeling in Feeling)
        if marked and filled.get("nothing"):
            self.add_error(
                "nothing", "You marked an area, and also that there is nothing: untick one."
            )
        if not marked and not filled.get("nothing"):
            self.add_error("nothing", "Mark where it is, or tick that there is nothing to mark.")
        return filled

    def report(self) -> Report:
        """The answers, as the rules know them."""
        filled = self.cleaned_data
        ratings = {scale: filled[scale] for scale in SCALES}
        return Report(left=self._leg(Side.LEFT), right=self._leg(Side.RIGHT), **ratings)

    def _leg(self, side: Side) -> Leg:
        marks = {
            _FIELD_OF[feeling]: tuple(
                Patch(value) for value in self.cleaned_data[marks_field(side, feeling)]
            )
            for feeling in Feeling
        }
        return Leg(**marks)


class BeforeForm(SymptomsForm):
    """Before a session also: whether it broke the night."""

    woken = forms.ChoiceField(choices=WOKEN, required=False)

    def woken_up(self) -> bool | None:
        """Whether it did, if that was answered."""
        said: str = self.cleaned_data["woken"]
        return None if not said else said == "yes"


class AfterForm(SymptomsForm):
    """After a session also: how strong it became, what is hard, and how it is on the whole."""

    peak = _points()
    overall = forms.TypedChoiceField(choices=OVERALL, coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Up to three activities, each with its words and its rating."""
        super().__init__(*args, **kwargs)
        for index in range(MOST_ACTIVITIES):
            self.fields[f"activity_{index}"] = forms.CharField(
                required=False,
                max_length=LONGEST_NAME,
                error_messages={"max_length": f"{LONGEST_NAME} letters at the most."},
            )
            self.fields[f"hard_{index}"] = _points()

    def activities(self) -> dict[str, int | None]:
        """Each activity that has words, with how hard it is."""
        filled = self.cleaned_data
        named = (
            (" ".join(filled[f"activity_{index}"].split()), filled[f"hard_{index}"])
            for index in range(MOST_ACTIVITIES)
        )
        return {name: hard for name, hard in named if name}

    def report(self) -> Report:
        """The answers, as the rules know them."""
        plain = super().report()
        ratings = {scale: getattr(plain, scale) for scale in SCALES}
        return Report(
            left=plain.left,
            right=plain.right,
            activities=tuple(self.activities().values()),
            overall=self.cleaned_data["overall"],
            **ratings,
        )


class MorningForm(SymptomsForm):
    """The next morning also: how long it took to settle."""

    settled = forms.ChoiceField(choices=SETTLED, required=False)

    def settling(self) -> Settled | None:
        """How long it took, if that was answered."""
        return Settled(self.cleaned_data["settled"]) if self.cleaned_data["settled"] else None


class ComparedForm(forms.Form):
    """The short answer of the next morning."""

    compared = forms.TypedChoiceField(choices=COMPARED, coerce=Compared)
