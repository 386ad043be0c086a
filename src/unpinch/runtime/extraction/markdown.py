"""Markdown to the few marks the reader knows: headings, lists, tables, whole bold lines.

What is inside a line goes: emphasis, links, pictures, escapes. A bold number is still a number.
"""

import re
from html import unescape

_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])")
_LINK = re.compile(r"\[([^\]\n]{1,300})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])")
_TARGET = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,100}\]:[ ]*\S.*$", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:br|b|i|em|strong|u|p|div|span|sup|sub|hr|center|font)\b[^>\n]{0,200}>", re.I
)
_BREAK = re.compile(r"<br\b[^>\n]{0,50}>", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(?<![\w*_])(\*\*\*|\*\*|\*|___|__|_)(?=[^\s*_])([^\n*_]{1,300}?)(?<=[^\s*_])\1(?![\w*_])"
)
_WHOLE_LINE = re.compile(r"[ \t]*(?:\*\*[^*\n]+\*\*|__[^_\n]+__)[ \t:]*")
_QUOTE = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"`([^`\n]{1,300})`")
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~).*$", re.MULTILINE)
_TASK = re.compile(r"^(\s*[-*+][ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)


def plainer(text: str) -> str:
    """The text without what only looks; letter for letter as it was if there is no such thing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    bare = _bare(lines)
    return text if bare == lines else bare


def _bare(text: str) -> str:
    text = _FRONT.sub("", text)
    text = _COMMENT.sub("", text) if "-->" in text else text
    text = _TARGET.sub("", _PICTURE.sub("", text))
    text = _QUOTE.sub("", _FENCE.sub("", text))
    text = _TASK.sub(r"\1", _CODE.sub(r"\1", _LINK.sub(r"\1", text)))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return unescape("\n".join(map(_line, text.split("\n"))))


def _line(line: str) -> str:
    if not _WHOLE_LINE.fullmatch(line):
        line = _EMPHASIS.sub(r"\2", line)
        line = _EMPHASIS.sub(r"\2", line)  # emphasis in emphasis
    return _ESCAPE.sub(r"\1", line)
