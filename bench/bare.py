"""The smallest things that receive: a socket that throws each message away, and one that judges it.

Neither has a door, a session or a diary. What `/coach` costs beyond the second is what Unpinch puts
around the judging.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from unpinch.exercises import library
from unpinch.runtime.frame import read_frame
from unpinch.watch.coach import Coach

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

DUE = "knees-to-chest"


async def receiving(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
    """Accept, and receive until the other side goes."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] == "websocket.receive":
        pass


async def judging(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
    """The same, and every message is a frame that the coach judges as it comes."""
    if scope["type"] != "websocket":
        return
    coach = Coach()
    slots = coach.open()
    coach.watch(slots[0], library()[DUE])
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        frame = read_frame(message["bytes"])
        coach.step(slots, [frame.t_ms], frame.row())
