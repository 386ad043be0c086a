"""What anybody may read, since it says nothing about anybody.

A system fetches the icons of an app without the browser's cookies. On the network the page that
asks for the code is to be readable, too.
"""

_VENDOR = "/static/vendor"
_NEXT = "atkinson-hyperlegible-next-latin"
ICONS = frozenset(
    f"{_VENDOR}/icons/{name}.png" for name in ("touch", "icon-192", "icon-512", "maskable-512")
)
DOORSTEP = frozenset(
    (
        "/static/unpinch/doorstep.css",
        "/static/unpinch/face.css",
        "/static/unpinch/face-plain.css",
        "/static/unpinch/icon.svg",
        "/static/unpinch/tokens.css",
        *(f"{_VENDOR}/fonts/{_NEXT}-{weight}-normal.woff2" for weight in (400, 600, 800)),
        f"{_VENDOR}/fonts/AtkinsonHyperlegible-Regular.ttf",
        f"{_VENDOR}/fonts/AtkinsonHyperlegible-Bold.ttf",
    )
)
