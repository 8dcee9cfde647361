"""The year that a text gives a title: a title's place in, the year's place out."""

import re
from typing import Final

from kg.lexis.titles import YEAR
from kg.model import Span

_YEAR_AFTER: Final = re.compile(
    rf"[\"”’']?,?\s(?:\((?P<a>{YEAR})\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR})"
    rf"|which\s[^.;,]{{3,60}}?\sin\s(?P<c>{YEAR}))"
)
_YEAR_BEFORE: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?\s(?:(?!to\b)[a-z]+\s){{0,4}}[\"“‘']?$")
_NEAR: Final = 34  # code points before a title that may hold its year


def year_of(text: str, title: Span, start: int, end: int) -> Span | None:
    """The year right behind a title, or not far before it."""
    if after := year_after(text, title, end):
        return after
    at = max(start, title.start - _NEAR)
    match = _YEAR_BEFORE.search(text[at : title.start])
    return Span(at + match.start("year"), at + match.end("year")) if match else None


def year_after(text: str, title: Span, end: int) -> Span | None:
    """The year right behind a title."""
    match = _YEAR_AFTER.match(text, title.end, end)
    return Span(*match.span(next(name for name in "abc" if match[name]))) if match else None
