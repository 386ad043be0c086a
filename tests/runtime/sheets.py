"""One handout as a file of every kind we read, made here; and files nobody should trust."""

import io
import re
import zipfile
from html import escape

import docx
import typst
from docx.document import Document
from docx.shared import Pt
from pypdf import PdfReader, PdfWriter

# Made up for these tests. A line of its own is a heading, the rest are paragraphs.
SHEET = """Your exercises

These are for your back and your leg. Stop if anything hurts.

Heel slide

Lie on your back with both knees bent. Slide one heel away from you until the leg is long.
Hold for 5 seconds, then slide it back. Repeat 10 times on each leg.

Wall sit

Stand with your back against a wall. Slide down a little way, as if onto a high stool.
Hold for 10 to 20 seconds. Repeat three times.

Towel stretch

Sit with one leg long and a towel round the foot. Pull the towel toward you until you feel it
in the calf. Hold this for half a minute. Do this twice a day.
"""


def paragraphs(text: str) -> list[str]:
    """What stands between empty lines."""
    return [" ".join(part.split()) for part in text.strip().split("\n\n")]


def is_heading(paragraph: str) -> bool:
    """A paragraph that is no sentence."""
    return not paragraph.endswith((".", "?", "!"))


def sentences(text: str) -> list[str]:
    """The words of a text, sentence by sentence, whatever its lines and marks."""
    bare = re.sub(r"^(?:#+|[-*]|\d\.)\s", "", text, flags=re.MULTILINE).replace("**", "")
    parts = re.split(r"(?<=[.!?])\s+|\n\s*\n", bare)
    return [" ".join(part.split()) for part in parts if part.strip()]


def html(text: str) -> bytes:
    """A page with a frame around it."""
    body = "".join(
        f"<h2>{escape(part)}</h2>" if is_heading(part) else f"<p>{escape(part)}</p>\n"
        for part in paragraphs(text)
    )
    frame = "<!doctype html><html><head><title>x</title><style>p{}</style></head><body>"
    return (
        f"{frame}<nav>Home Shop</nav><main>{body}</main><script>1</script></body></html>".encode()
    )


def markdown(text: str) -> bytes:
    """With headings marked."""
    parts = [f"## {part}" if is_heading(part) else part for part in paragraphs(text)]
    return "\n\n".join(parts).encode()


def word(text: str) -> bytes:
    """With heading styles."""
    document = docx.Document()
    for part in paragraphs(text):
        if is_heading(part):
            document.add_heading(part, level=2)
        else:
            document.add_paragraph(part)
    return saved(document)


def saved(document: Document) -> bytes:
    """The document's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bold_headings(text: str) -> bytes:
    """As people write: bold lines for headings."""
    document = docx.Document()
    for part in paragraphs(text):
        run = document.add_paragraph().add_run(part)
        run.bold = is_heading(part)
        run.font.size = Pt(11)
    return saved(document)


def pdf(text: str, setup: str = "") -> bytes:
    """Typeset on a narrow page, so that lines break."""
    body = "\n\n".join(
        f"#heading({quoted(part)})" if is_heading(part) else f"#text({quoted(part)})"
        for part in paragraphs(text)
    )
    return typeset(f"#set page(width: 120mm, height: 200mm, margin: 12mm)\n{setup}\n{body}")


def typeset(source: str) -> bytes:
    """Typst to PDF."""
    made = typst.compile(source.encode(), ignore_system_fonts=True, format="pdf")
    assert isinstance(made, bytes)
    return made


def quoted(words: str) -> str:
    """A typst string."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def locked(data: bytes) -> bytes:
    """The PDF with a password on it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    """A page that is only a drawing."""
    return typeset("#set page(width: 80mm, height: 80mm)\n#rect(width: 40mm, height: 40mm)")


def bomb(megabytes: int = 400) -> bytes:
    """A small document that unpacks to a large one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("word/document.xml", "w") as part:
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)
    return out.getvalue()
