"""A file of links (CSV or JSON lines) in, its rows with their places out; a row that cannot be one is named."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import InputError
from kg.model import Document, Evidence, Link, Links, Span

_NEEDED: Final = ("name", "year", "iri")
_CONFIDENCE: Final = 1.0  # a person or a data set vouches for the row
Row = tuple[Mapping[str, Any], int, int]
"""The fields of a row, and where its text starts and ends."""


def read_links(path: Path) -> Links:
    """The links of a file with name, year, iri and, if known, director; JSON lines by its suffix .jsonl, else CSV."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    return links_in(path.name, text, str(path))


def links_in(name: str, text: str, path: str) -> Links:
    """The same of a file that was read already."""
    json_lines = name.endswith(".jsonl")
    document = Document(name, text, path=path, media_type="application/jsonl" if json_lines else "text/csv")
    return Links(document, tuple(_link(document, row) for row in (_json if json_lines else _csv)(document)))


def _csv(document: Document) -> Iterator[Row]:
    lines = _Lines(document.text)
    rows = csv.DictReader(lines, strict=True)
    rows.fieldnames = [name.strip("\ufeff ").casefold() for name in rows.fieldnames or ()]
    start = lines.at
    try:
        for row in rows:
            yield row, start, lines.at
            start = lines.at
    except csv.Error as error:
        raise InputError(f"{_place(document, start)}: no row of CSV: {error}") from error


def _json(document: Document) -> Iterator[Row]:
    start = 0
    for line in io.StringIO(document.text, newline=""):
        end = start + len(line)
        if line.strip("\ufeff \r\n\t"):
            yield _parsed(document, line, start), start, end
        start = end


def _parsed(document: Document, line: str, start: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line.strip("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError(f"{_place(document, start)}: no JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError(f"{_place(document, start)}: a link is a JSON object")
    return row


class _Lines:
    """The lines of a text, and how far they have been read."""

    def __init__(self, text: str) -> None:
        self.at = 0
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.at += len(line)
        return line


def _link(document: Document, row: Row) -> Link:
    said, start, end = row
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip("\ufeff \r\n\t"))
    place = _place(document, start)
    fields = {name: str(said.get(name) or "").strip() for name in (*_NEEDED, "director")}
    if missing := [name for name in _NEEDED if not fields[name]]:
        raise InputError(f"{place}: a link needs {' and '.join(missing)}")
    if not (fields["year"].isdecimal() and len(fields["year"]) == 4):
        raise InputError(f"{place}: {fields['year']!r} is no year; write four digits")
    _check(fields["iri"], place)
    span = Span(start, start + len(document.text[start:end].rstrip()))
    evidence = Evidence.quoting(document, span, "link.row", _CONFIDENCE)
    return Link(fields["name"], int(fields["year"]), fields["iri"], fields["director"], evidence)


def _check(iri: str, place: str) -> None:
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise InputError(f"{place}: {iri!r} is no absolute IRI: {error}") from error


def _place(document: Document, start: int) -> str:
    return f"{document.path}, line {document.text.count(chr(10), 0, start) + 1}"
