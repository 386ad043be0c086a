"""HTML to lines: headings, list items and table rows keep their marks; what only frames is left."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object",
    "audio", "video", "canvas", "nav", "form", "button", "select", "textarea", "input",
    "dialog", "map",
))  # fmt: skip
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_PARAGRAPHS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote",
    "pre", "ul", "ol", "dl", "table", "figure", "figcaption", "fieldset", "details",
    "summary", "address", "center", "body", "caption",
))  # fmt: skip
_LINES = frozenset((
    "li", "dt", "dd", "tr", "option", "legend",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_BOLD = frozenset(("b", "strong"))
# A cell with these in it is no cell but a way to arrange a page.
_ARRANGED = "h1, h2, h3, h4, h5, h6, ul, ol, table, p + p, div + div"
_MOST_NODES = 300_000


class _Page:
    """The lines so far, and the one that is being written."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.line: list[str] = []
        self.mark = ""
        self.cells = 0  # how many true cells we are inside

    def add(self, words: str) -> None:
        self.line.append(words)

    def end_line(self) -> None:
        if self.cells:
            self.add(" ")
            return
        words = " ".join("".join(self.line).split())
        if words.strip("| "):
            self.done.append(self.mark + words)
            self.mark = ""
        self.line.clear()

    def end_paragraph(self) -> None:
        self.end_line()
        if not self.cells and self.done and self.done[-1]:
            self.done.append("")

    def item(self, mark: str) -> None:
        self.end_line()
        self.mark = mark


def lines_of(text: str) -> str:
    """The text of a page, without its frame."""
    root = LexborHTMLParser(text).body
    page = _Page()
    lists: list[int | None] = []  # the number of the last item; None: bullets
    for node, entering in _walk(root):
        if entering:
            _enter(node, page, lists)
        else:
            _leave(node, page, lists)
    page.end_line()
    return "\n".join(page.done)


def _walk(root: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Every node, going in and coming out. A loop: pages can be nested deeper than Python calls."""
    node, seen = root, 0
    while node is not None and seen < _MOST_NODES:
        seen += 1
        yield node, True
        below = None if _left_out(node) else node.child
        if below is not None:
            node = below
            continue
        yield node, False
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == (root.mem_id if root else 0):
                return
            yield node, False
        node = node.next


def _left_out(node: LexborNode) -> bool:
    if node.tag in _LEFT_OUT:
        return True
    if node.tag is None or node.tag.startswith("-"):
        return False
    asked = node.attributes
    style = (asked.get("style") or "").replace(" ", "").lower()
    return "hidden" in asked or "display:none" in style


def _enter(node: LexborNode, page: _Page, lists: list[int | None]) -> None:
    tag = node.tag
    if tag == "-text":
        page.add(node.text_content or "")
    elif tag == "br":
        page.end_line()
    elif tag in _HEADINGS:
        page.end_paragraph()
        page.item(_HEADINGS[tag])
    elif tag == "li" and not page.cells:
        page.item(_item_mark(lists))
    elif tag in _CELLS and not _arranged(node):
        page.cells += 1
    elif tag in _LINES:
        page.end_line()
    elif (tag in _PARAGRAPHS or tag in _CELLS) and not page.cells:
        _enter_paragraph(node, page, lists)


def _enter_paragraph(node: LexborNode, page: _Page, lists: list[int | None]) -> None:
    if node.tag in ("ul", "ol"):
        page.end_line()
        lists.append(0 if node.tag == "ol" else None)
    elif page.mark and not "".join(page.line).strip():
        return  # the first paragraph of an item stays on the item's line
    else:
        page.end_paragraph()
    if node.tag in ("p", "div") and _all_bold(node):
        page.add("**")


def _leave(node: LexborNode, page: _Page, lists: list[int | None]) -> None:
    tag = node.tag
    if tag in _CELLS and not _arranged(node):
        page.cells -= 1
        page.add(" | " if _cell_follows(node) else "")
    elif tag in _LINES:
        page.end_line()
    elif tag in ("ul", "ol"):
        page.end_line()
        if lists:
            lists.pop()
        if not lists:
            page.end_paragraph()
    elif (tag in _HEADINGS or tag in _PARAGRAPHS or tag in _CELLS) and not page.cells:
        if tag in ("p", "div") and "".join(page.line).lstrip().startswith("**"):
            page.add("**")
        page.end_paragraph()


def _item_mark(lists: list[int | None]) -> str:
    indent = "  " * max(0, len(lists) - 1)
    if not lists or lists[-1] is None:
        return indent + "- "
    lists[-1] += 1
    return f"{indent}{lists[-1]}. "


def _arranged(node: LexborNode) -> bool:
    return node.css_first(_ARRANGED) is not None


def _cell_follows(node: LexborNode) -> bool:
    after = node.next
    while after is not None and after.tag not in _CELLS:
        after = after.next
    return after is not None


def _all_bold(node: LexborNode) -> bool:
    """One short bold piece and nothing else: a heading in all but name."""
    found = [each for each in node.iter(include_text=True) if not _is_blank(each)]
    if len(found) != 1 or found[0].tag not in _BOLD:
        return False
    words = found[0].text(strip=True)
    return 0 < len(words) <= 80 and "*" not in words


def _is_blank(node: LexborNode) -> bool:
    if node.tag == "br":
        return True
    return node.tag == "-text" and not (node.text_content or "").strip()
