"""Lines of marks (scores, dates) that recur: a page's lines in, the numbers of those that anchor its entries out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.segment.asides import is_aside
from kg.segment.cells import cells_of
from kg.segment.facts import is_header
from kg.segment.figures import aggregate_at
from kg.segment.forms import TITLE_WORDS
from kg.segment.lines import Line
from kg.segment.markup import field

MARKS: Final = frozenset({"score", "date", "unit", "number", "percentile"})
FEWEST: Final = 2  # entries that make a page one of reviews
_MOST_WORDS: Final = 18  # of a line of marks
_AVERAGE: Final = re.compile(
    r"\b(?:average|mean|avg|based on|points counted)\b|\d\s?(?:stars?|★)\W*\d+\s?%", re.IGNORECASE
)


def kinds_of(line: Line) -> tuple[str, ...]:
    """The kinds of marks on a line, () when it is no line of marks."""
    if line.words > _MOST_WORDS or is_aside(line) or is_header(line) or _AVERAGE.search(line.text):
        return ()
    cells = cells_of(line)
    known = field(line)
    if known and known.known and known.value and known.label.casefold() not in ("rated", "by", "author"):
        return ()
    if any(
        cell.kind == "words" and Line(0, cell.text).is_prose and len(cell.text.split()) > TITLE_WORDS for cell in cells
    ):
        return ()
    kinds = {f"{cell.kind}{cell.unit}" for cell in cells if cell.kind in MARKS}
    return tuple(sorted(kinds - {"number"} if "score" in kinds else kinds))  # beside a score, a number counts likes


def anchors_in(lines: Sequence[Line]) -> list[int]:
    """The lines of marks of that kind which recurs most, where something stands between them; the richest of equals."""
    found: dict[tuple[str, ...], list[int]] = {}
    averaged = {at + k for at in range(len(lines)) for k in range(aggregate_at(lines, at))}
    for at, line in enumerate(lines):
        if at not in averaged and (kinds := kinds_of(line)):
            found.setdefault(kinds, []).append(at)
    apart = {kinds: places for kinds, places in found.items() if _are_apart(lines, kinds, places)}
    return max(apart.values(), key=lambda at: (_weight(lines, at), len(kinds_of(lines[at[0]])), -at[0]), default=[])


def _weight(lines: Sequence[Line], places: Sequence[int]) -> int:
    """How many entries lines anchor; twice as much where a paragraph begins with them."""
    return len(places) + sum(lines[at].after_gap for at in places)


def _are_apart(lines: Sequence[Line], kinds: tuple[str, ...], places: Sequence[int]) -> bool:
    """Whether texts stand between lines, or they are a table of names and scores."""
    if len(places) < FEWEST:
        return False
    named = all(any(cell.kind == "words" for cell in cells_of(lines[at])) for at in places)
    between = sum(b - a > 1 for a, b in pairwise(places))
    if 2 * between < len(places) - 1:
        return named and len(places) > FEWEST and kinds != ("date",)
    texts = sum(
        any(line.is_prose for line in lines[a + 1 : b]) for a, b in zip(places, [*places[1:], len(lines)], strict=True)
    )
    return 2 * texts > len(places) - 1 and (kinds != ("number",) or named)
