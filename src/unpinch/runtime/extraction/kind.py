"""What a file is, by its first bytes. Its name is believed only where the bytes leave it open."""

import io
import re
import zipfile
from enum import StrEnum

from unpinch.runtime.extraction.found import UnreadableError


class Kind(StrEnum):
    """What can be read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    WORD = "Word"
    PDF = "PDF"


# A real handout of a few pages unpacks to much less. More is a mistake or a trap.
_MOST_UNPACKED, _MOST_ENTRIES = 60_000_000, 2_000
_BY_ENDING = {
    "md": Kind.MARKDOWN,
    "markdown": Kind.MARKDOWN,
    "html": Kind.HTML,
    "htm": Kind.HTML,
    "xhtml": Kind.HTML,
}
_HTML_TAGS = frozenset(
    b"html head body title meta div p h1 h2 h3 h4 h5 h6 ul ol dl table section article main header"
    b" span b strong em i center font br hr style script link".split()
)
# What may stand before the first tag: declarations and comments.
_PREAMBLE = re.compile(
    rb"\A(?:\s|<\?[^>]{0,500}>|<!doctype[^>\[]{0,500}>|<!--.{0,2000}?-->)*", re.S
)
_TAG = re.compile(rb"\A<([a-z][\w:.-]{0,60})(?=[\s/>])")
_TYPE = "type the exercises, or paste their text"
_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_OTHER = {
    b"{\\rtf": ("is an RTF file", "save it as .docx or .pdf"),
    b"\xd0\xcf\x11\xe0": (
        "is an old .doc file, or locked with a password",
        "save it as .docx without a password",
    ),
    b"\x1f\x8b": ("is packed with gzip", "unpack it first"),
    b"%!PS": ("is a PostScript file", "save it as .pdf"),
}


def kind_of(data: bytes, ending: str) -> Kind:
    """What to read these bytes as. Raises UnreadableError."""
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[:4] == b"PK\x03\x04":
        return _packed(data)
    _refuse_known(data)
    return _of_markup(data) or _BY_ENDING.get(ending, Kind.TEXT)


def _of_markup(data: bytes) -> Kind | None:
    """HTML if it opens as such; other markup draws or stores, its numbers are no doses."""
    start = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    opening = _TAG.search(_PREAMBLE.sub(b"", start))
    if opening is None:
        if start.startswith((b"<?xml", b"<!doctype")):
            raise UnreadableError("is an XML file", "save the handout as .docx, .pdf or .txt")
        return None
    tag = opening[1].rpartition(b":")[2]
    if tag == b"svg":
        raise UnreadableError("is a drawing (SVG), not a text", _TYPE)
    if tag in _HTML_TAGS:
        return Kind.HTML
    if start.startswith(b"<?xml") or b"</" in start or b"/>" in start or b"xmlns" in start:
        raise UnreadableError("is an XML file", "save the handout as .docx, .pdf or .txt")
    return None


def _refuse_known(data: bytes) -> None:
    for opening, (why, do) in _OTHER.items():
        if data.startswith(opening):
            raise UnreadableError(why, do)
    picture = next((name for mark, name in _PICTURES.items() if data.startswith(mark)), None)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        picture = "photo"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        picture = "WebP"
    if picture:
        raise UnreadableError(f"is a picture ({picture}), without words to read", _TYPE)


def _packed(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError("is damaged", "open it and save it again, or send it again") from (
            error
        )
    if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_UNPACKED:
        raise UnreadableError(
            "unpacks to far more than a handout",
            "copy the pages with the exercises into a new document",
        )
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names:
        return Kind.WORD
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableError("is an OpenDocument file", "save it as .docx or .pdf")
    raise UnreadableError(
        "is a packed file and no Word document", "unpack it, or save it as .docx or .pdf"
    )
