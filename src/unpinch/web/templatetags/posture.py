"""The figure of a posture, for an exercise that has no figure of its own yet."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from msgspec.structs import replace

from unpinch import figure as figures
from unpinch.runtime import diary

register = template.Library()


@register.simple_tag
def posture_figure(posture: str, number: int) -> SafeString:
    """Somebody in this posture."""
    from unpinch.handout.posture import NEUTRAL  # every page loads this file, few draw a posture

    return _drawn(posture, number) if posture in NEUTRAL else SafeString("")


@cache
def _drawn(posture: str, number: int) -> SafeString:
    from unpinch.handout.posture import NEUTRAL  # as above

    pose = NEUTRAL[posture]
    any_one = diary.shipped_exercises()["childs-pose"]
    somebody = replace(
        any_one, name=posture.capitalize(), posture=posture, poses={"start": pose, "hold": pose}
    )
    uid = f"p-{posture.replace(' ', '-')}-{number}"
    return SafeString(figures.draw(somebody, "start", None, theme="page", uid=uid))


@register.filter
def at(many: dict[str, object], key: str) -> object:
    """What stands at this key."""
    return many[key]
