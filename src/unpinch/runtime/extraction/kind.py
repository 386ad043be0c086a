"""What a file is, by its first bytes. Its name is believed only where the bytes leave it open."""

import io
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
_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body")
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
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_HTML_OPENINGS):
        return Kind.HTML
    return _BY_ENDING.get(ending, Kind.TEXT)


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
