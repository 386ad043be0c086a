"""Your other devices: let one in, see who was here, put one out. On the computer only.

All of it runs where the sockets run, since putting a device out ends its open lines.
"""

from datetime import datetime
from urllib.parse import quote

from asgiref.sync import sync_to_async
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unpinch.runtime import clock
from unpinch.runtime.devices import DevicesError, devices
from unpinch.runtime.lan import door
from unpinch.runtime.pairing import pairing
from unpinch.web.in_a_terminal import in_a_terminal

_INSUFFICIENT_STORAGE = 507
_BYTES_A_LINE = 8


@require_safe
@never_cache
async def overview(request: HttpRequest) -> HttpResponse:
    """Who is let in, and the code for one more if one is good."""
    return await _page(request)


@require_POST
async def code(_request: HttpRequest) -> HttpResponse:
    """A new code."""
    if door.opened is None:
        raise Http404("The home network is not served.")
    pairing.offer()
    return redirect("devices")


@require_POST
async def no_code(_request: HttpRequest) -> HttpResponse:
    """Nobody is to be let in after all."""
    pairing.withdraw()
    return redirect("devices")


@require_POST
async def out(request: HttpRequest) -> HttpResponse:
    """This one is not let in any more."""
    try:
        devices.put_out(request.POST.get("device", ""))
    except DevicesError as error:
        return await _page(request, why=str(error))
    return redirect("devices")


@require_safe
@never_cache
async def state(_request: HttpRequest) -> JsonResponse:
    """Whether the code still waits, for the page that shows it."""
    return JsonResponse({"offered": pairing.offered is not None, "devices": len(devices.all())})


async def _page(request: HttpRequest, why: str = "") -> HttpResponse:
    offer, lan = pairing.offered, door.opened
    context = {
        "lan": lan,
        "command": in_a_terminal("serve --lan"),
        "offer": offer,
        "until": f"{clock.local(offer.until):%H:%M}" if offer else "",
        "picture": _picture(f"{lan.address}/pair/?code={quote(offer.code)}")
        if offer and lan
        else "",
        "fingerprint": _rows(lan.fingerprint) if lan else [],
        "lasts": _day(lan.until) if lan else "",
        "devices": [
            {
                "id": one.id,
                "name": one.name,
                "seen": _time(one.seen_at),
                "paired": _day(one.paired_at),
            }
            for one in devices.all()
        ],
        "why": why,
    }
    status = _INSUFFICIENT_STORAGE if why else 200
    answer: HttpResponse = await sync_to_async(render)(
        request, "unpinch/devices.html", context, status=status
    )
    return answer


def _picture(address: str) -> SafeString:
    """The address as a QR code: dark on white in both themes, or a camera does not read it."""
    import segno  # only where a code is shown

    drawn = segno.make(address, error="m", micro=False)
    svg = drawn.svg_inline(border=4, omitsize=True, dark="#000", light="#fff", svgclass=None)
    return SafeString(svg)


def _rows(fingerprint: str) -> list[str]:
    parts = fingerprint.split(":")
    starts = range(0, len(parts), _BYTES_A_LINE)
    return [" ".join(parts[at : at + _BYTES_A_LINE]) for at in starts]


def _day(at: datetime) -> str:
    local = clock.local(at)
    return f"{local.day} {local:%B %Y}"


def _time(at: datetime) -> str:
    local, today = clock.local(at), clock.local_now().date()
    return f"today, {local:%H:%M}" if local.date() == today else f"{_day(at)}, {local:%H:%M}"
