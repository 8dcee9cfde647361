"""What the place of a title shows of it: its line and the words around it in, features for a classifier out."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.annotate.films.signs import weight
from kg.annotate.surroundings import surroundings
from kg.lexis.prefilter import Signs
from kg.lexis.titles import YEAR
from kg.model import Span

_AROUND: Final = 90  # code points
_NEAR: Final = 60
_MARKS: Final = "\"“”‘’'*_«»"
_DATED: Final = re.compile(rf"\s?[(\[](?:[^()\[\]]{{0,30}}?\b)?{YEAR}")
_ENDS: Final = re.compile(r"[.!?…:;][\"”’)]*$")
_HEADING: Final = 90  # code points that a heading has at most
_ALONE: Final = 0.6  # share of its line from which a title stands alone on it
_LEAST, _MOST = -4, 8  # votes beyond which more say nothing new
_SIGNS: Final = tomllib.loads((Path(__file__).parent / "titlesigns.toml").read_text(encoding="utf-8"))
_LEAD: Final = Signs(_SIGNS["lead"])
_TAIL: Final = {name: re.compile(sign) for name, sign in _SIGNS["tail"].items()}


def signs_at(text: str, title: Span, line: Span, number: int, opening: int) -> Iterator[str]:
    """The features of a title on the line of that number, counted from 0, in a text whose words begin at `opening`."""
    before = text[max(line.start, title.start - _AROUND) : title.start]
    behind = text[title.end : min(line.end, title.end + _AROUND)]
    yield f"line={_band(number)}"
    yield f"weight={max(_LEAST, min(_MOST, weight(text, line, title, opening)))}"
    if before.endswith(tuple(_MARKS)) and behind.startswith((*_MARKS, ",", ".")):
        yield f"quoted={before[-1]}"
        before, behind = before[:-1], behind.lstrip(_MARKS)
    yield from _of_line(text, title, line, number, bool(_DATED.match(behind)))
    yield f"starts={not before.strip()}"
    yield from _leading(before[-_NEAR:].rstrip(" \"“‘'*_"))
    yield from _trailing(behind)
    if before.count("(") > before.count(")"):
        yield "bracketed"
    yield from surroundings(before, behind)


@lru_cache(maxsize=1 << 10)  # many a candidate begins or ends where another does
def _leading(lead: str) -> tuple[str, ...]:
    """What is said right before a title."""
    return tuple(f"lead={name}" for name in _LEAD.found(lead))


@lru_cache(maxsize=1 << 10)
def _trailing(behind: str) -> tuple[str, ...]:
    """What is said right behind it."""
    return tuple(f"tail={name}" for name, sign in _TAIL.items() if sign.match(behind))


def _of_line(text: str, title: Span, line: Span, number: int, dated: bool) -> Iterator[str]:
    """Whether the line is a heading, how much of it the title is, and whether a year stands behind it."""
    heading = line.end - line.start <= _HEADING and not _ENDS.search(line.of(text))
    alone = title.end - title.start >= _ALONE * (line.end - line.start)
    first = min(number, 3)
    if heading:
        yield f"heading={first}"
    if alone:
        yield f"fills={first}"
    if dated:
        yield f"dated={min(number, 2)}"
    if dated and (heading or alone):
        yield "dated heading"


def _band(number: int) -> int:
    """The first lines one by one, those behind them by fours."""
    return number if number < 3 else min(number // 4 + 3, 6)
