"""Lines that join a review's text with its marks, torn apart: "Slow but good. 7/10", "Ann 8 - Slow but good."."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.segment.cells import cells_of
from kg.segment.lines import Line

_TAIL: Final = re.compile(r"(?P<text>.*(?<!\s[A-Z])[.!?…][\"”’')\]]*)\s+(?P<marks>\S.{0,70})")
_HEAD: Final = re.compile(
    r"(?P<marks>(?:(?:[^.!?…]|(?<=\b[A-Z])\.){1,40}?(?:\.\s\d+:?)?\s\d{1,3}(?:\.\d|/\d+)?|[^!?…()]{1,40}?\s\(\d{1,3}(?:\.\d|/\d+)?\)))"
    r"(?:\s?[-–—:]\s|\s{2,}|\s(?=[“\"]))(?P<text>[^\d\s].*)"
)
_FEWEST: Final = 2
_TAIL_WORDS: Final = 8


def torn(lines: Sequence[Line]) -> list[Line]:
    """The lines, where two or more are joined in the same way with their marks as two lines each."""
    for tear in (_tail, _head):
        parts = {line.start: found for line in lines if (found := tear(line))}
        if len(parts) >= _FEWEST:
            lines = [part for line in lines for part in parts.get(line.start, (line,))]
    return list(lines)


def _tail(line: Line) -> tuple[Line, Line] | None:
    match = _TAIL.fullmatch(line.text) if line.is_prose else None
    if not match or len(match["marks"].split()) > _TAIL_WORDS or not _has_marks(match["marks"]):
        return None
    return _two(line, match, "text", "marks")


def _head(line: Line) -> tuple[Line, Line] | None:
    match = _HEAD.fullmatch(line.text) if line.is_prose else None
    return _two(line, match, "marks", "text") if match and _has_marks(match["marks"]) else None


def _has_marks(words: str) -> bool:
    """Whether words are short cells, one of which is a score or a number of something."""
    kinds = [cell.kind for cell in cells_of(Line(0, words))]
    return any(kind in ("score", "unit", "number", "date") for kind in kinds)


def _two(line: Line, match: re.Match[str], first: str, second: str) -> tuple[Line, Line]:
    above = replace(line, text=match[first], before_gap=False)
    at = line.part(match, second).start
    return above, replace(line, start=at, text=match[second], after_gap=False)
