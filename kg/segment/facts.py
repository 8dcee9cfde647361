"""Facts without a label, known by their form alone: "R | 1h 24min | Drama | 13 July 2007 (USA)"."""

import re
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.figures import DATE, RUNTIME, YEAR, is_certificate, is_genres
from kg.segment.lines import Line

_PART: Final = re.compile(r"[^|•·]+")
_RELEASE: Final = re.compile(rf"(?:released:?\s)?(?P<value>{DATE}(?:\s\([\w .,'’-]+\))?)", re.IGNORECASE)
_YEAR: Final = re.compile(rf"\(?(?P<value>{YEAR})\)?")
_RUNTIME: Final = re.compile(rf"(?P<value>{RUNTIME})", re.IGNORECASE)


def facts_of(line: Line) -> list[Block]:
    """A FIELD for each part of the line between bars or bullets; [] when it has other parts and less than two such."""
    facts = [_fact(line, match) for match in _PART.finditer(line.text) if match[0].strip()]
    known = [fact for fact in facts if fact]
    return known if len(known) >= min(len(facts), 2) else []


def is_header(line: Line) -> bool:
    """Whether the line joins two such facts or more, as the pages of film sites do on top."""
    return len(facts_of(line)) > 1


def _fact(line: Line, part: re.Match[str]) -> Block | None:
    text = part[0].strip()
    start = line.start + part.start() + part[0].index(text)
    for label, pattern in (("year", _YEAR), ("runtime", _RUNTIME), ("release", _RELEASE)):
        if match := pattern.fullmatch(text):
            value = Span(start + match.start("value"), start + match.end("value"))
            return Block(value, BlockKind.FIELD, label, value=value)
    span = Span(start, start + len(text))
    if is_certificate(text):
        return Block(span, BlockKind.FIELD, "content rating", value=span)
    return Block(span, BlockKind.FIELD, "genre", value=span) if is_genres(text) else None
