"""The application as the home network gets it: the same, behind another door."""

from unpinch.web.asgi import inside
from unpinch.web.asgi_types import App
from unpinch.web.door_network import Network
from unpinch.web.gate import Gate

network: App = Gate(inside, Network())
