"""TOML into tables, its slips put into plain words.

The parser says where it stopped; what was probably meant is read from that
line, because its own words ("expected newline or end of document") help only
those who know TOML. The rules below are tried in order, the telling ones first.
"""

import re
import tomllib

from unpinch.exercises.problems import FileError

_AT = re.compile(r"\(at line (\d+), column \d+\)")
_CURLY = re.compile("[“”„‟«»]")  # the marks that word processors write
_COLON = re.compile(r"\s*([\w-]+)\s*:\s")
_COMMA = re.compile(r"=\s*-?\d+,\d+\s*(#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)$")
_HEADER = re.compile(r"\s*\[+\s*([^\]]*)\]*")


def tables(text: str, file: str) -> dict[str, object]:
    """The file's tables. Raises FileError with one line: where, what, what to do."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise FileError([f"{file}: has brackets in brackets without end; take them out."]) from None
    except tomllib.TOMLDecodeError as slip:
        found = _AT.search(str(slip))
        lines = text.splitlines()
        number = min(int(found[1]), len(lines)) if found else len(lines)
        line = lines[number - 1] if lines else ""
        raise FileError([f"{file}, line {number}: {_in_words(str(slip), line)}."]) from None


def _in_words(slip: str, line: str) -> str:
    twice = _twice(slip, line)
    return twice or _header(line) or _marks(line) or _value(line)


def _twice(slip: str, line: str) -> str | None:
    key, header = _KEY.match(line), _HEADER.match(line)
    if "overwrite" in slip and key:
        return f'"{key[1]}" is written twice in this table; keep one of them'
    if "twice" in slip and header:
        return f"[{header[1].strip()}] is there twice; put both under one heading"
    return None


def _header(line: str) -> str | None:
    header = _HEADER.match(line)
    if header and line.count("[") != line.count("]"):
        name, marks = header[1].strip(), line.count("[")
        return f"the heading is not closed; write {'[' * marks}{name}{']' * marks}"
    return None


def _marks(line: str) -> str | None:
    colon = _COLON.match(line)
    if colon:
        return f'there is a colon after "{colon[1]}"; write {colon[1]} = and the value'
    if _CURLY.search(line):
        return 'these are curly quotation marks; write straight ones: "'
    if _COMMA.search(line):
        return "there is a comma in the number; write a point, such as 2.5"
    return None


def _value(line: str) -> str:
    key = _KEY.match(line)
    if not key:
        return 'this is not "key = value"; put a # before it if it is a remark'
    value = key[2].strip()
    if not value or value.startswith("#"):
        return f'there is nothing after "{key[1]} ="; write the value or take the line out'
    if "\\" in value:
        return "there is a backslash in the words; write it twice: \\\\"
    if value.startswith(("[", "{")):
        return "the bracket is not closed; look for a missing bracket, comma or quotation mark"
    if value.count('"') % 2:
        return f'a quotation mark is missing; write {key[1]} = "..."'
    if value.startswith('"'):
        return f"there is more than one value; keep one after {key[1]} ="
    words = value.split("#")[0].strip()
    return f'words and quantities need quotation marks; write {key[1]} = "{words}"'
