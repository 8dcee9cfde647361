"""Names in the heads of reviews: a cell in, how much it looks like an author's name and where the name stands out."""

import re
from typing import Final

from kg.model import Span
from kg.segment.cells import Cell
from kg.segment.lines import Line
from kg.segment.markup import field, is_section_name
from kg.segment.reviewers import is_handle, is_name, is_nobody
from kg.segment.stacked import PAPER

_GIVEN_BY: Final = (
    r"(?:\w+ed|written|sent|seen|review|critique|post|comment|opinion|note|grade|rating)s?\s(?:in\s)?(?:by|from)"
)
_TRADE: Final = (  # a site's own word for who writes there: "Rider:", "Renter:"
    r"(?!(?:director|writer|producer|composer|editor|actor|author|screenwriter|cinematographer|narrator|distributor"
    r"|number|order|other|winner|poster|trailer|chapter|error|color|genre|after|ever|super|inspector|sister|mother|father"
    r"|brother|doctor):)[a-z]{3,}(?:er|or|ist)"
)
_WHO: Final = (
    "member|reader|rater|viewer|visitor|voter|poster|contributor|customer|nickname|username|commenter"
    rf"|posted\s?by|fan|buyer|{_TRADE}"
)
_SAID: Final = rf"{_GIVEN_BY}|by|from|author|reviewer|critic|user|name|on|(?:guest|{_WHO})(?=:)"
# "Adult Written by Ann", "Low Tide review by Ann", "Too long. Written by Ann"
_BEFORE: Final = re.compile(rf"(?:.*\b{_GIVEN_BY}:?\s+|(?:[#№]?\d+[.:)]?\s)?(?:(?:{_SAID})\b:?\s+)+)", re.IGNORECASE)
_SYMBOL: Final = re.compile(r"[^\w\s@\"“'‘(]{1,3}\s+")  # "💬 Ann"
_AFTER: Final = re.compile(
    r"(?:\s(?:from|in)\s[A-Z][^\0]*|,\s[^\0]*"
    r"|\s(?:says|said|wrote|writes|comments|replies|gave(?:\s(?:it|this))?|gives(?:\s(?:it|this))?|rated(?:\s(?:it|this))?|rates(?:\sit)?)\b:?.*)+$"
)
_TRAILING: Final = re.compile(r"(?:\s(?:on|at)|[\s,:;—–-]+)$", re.IGNORECASE)
_LABELLED: Final = re.compile(
    rf"(?:[#№]?\d+[.:)]?\s|[\W_]{{1,9}}\s?)?(?:(?:review\s|opinion\s|comment\s)?by\b:?|{_GIVEN_BY}:?"
    rf"|(?:author|reviewer|critic|user|name|{_WHO}):)\s+(?!\d+$)\S",
    re.IGNORECASE,
)
_LABELLED_WORDS: Final = 16
_NOBODY: Final = re.compile(r"an?\s\w+", re.IGNORECASE)
_MOST_WORDS: Final = 6
SAID: Final = 4  # likeness of what is said to be a name


def name_in(cell: Cell) -> Span:
    """The name in a cell, without what says that it is one and where its bearer lives."""
    before = _BEFORE.match(cell.text) or _SYMBOL.match(cell.text)
    start = len(before[0]) if before and before.end() < len(cell.text) else 0
    after = _AFTER.search(cell.text, start + 1)
    end = after.start() if after else len(cell.text)
    if _NOBODY.fullmatch(cell.text, start, end):  # "a viewer from Leith" has no other name
        end = len(cell.text)
    words = _TRAILING.sub("", cell.text[start:end])
    return Span(cell.span.start + start, cell.span.start + start + max(len(words), 1))


def likeness(cell: Cell, line: Line) -> int:
    """How much a cell looks like an author's name: 4 where it is said to be one, 3 for a handle, 2 for a name."""
    name = line.of(name_in(cell))
    if len(name.split()) > _MOST_WORDS or is_nobody(name):
        return 0
    if cell.text[:5].casefold() == "from ":  # where somebody lives, beside the name
        return SAID - 1
    if len(name) < len(cell.text) and (
        _BEFORE.match(cell.text) or re.search(r"\b(?:says|wrote|writes|gave|rated)\b", cell.text)
    ):
        return SAID
    if is_handle(name):
        return 3
    if PAPER.search(name) or is_section_name(name):
        return 0
    return 2 if is_name(name) else int(name[:1].isupper() and len(name.split()) <= _MOST_WORDS - 2)


def is_labelled(line: Line) -> bool:
    """Whether a line says in a word of its own that a name follows ("Author: Ann Lee", "Posted by film_fan88")."""
    if line.words > _LABELLED_WORDS or not _LABELLED.match(line.text):
        return False
    known = field(line)  # "Written by Ann Lee" may be a credit
    return not (known and known.known and known.label.casefold() not in ("by", "author"))
