"""Other films that a text brings up: a sentence in; their titles, years and the words about them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.annotate.works.bared import bared
from kg.annotate.works.explained import dated, explained
from kg.annotate.works.recalled import cued, formed, known_for, numbered, quoted, recalled
from kg.annotate.works.reviewed import read_reviewed
from kg.annotate.works.years import year_after, year_of
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.occurrences import occurrences
from kg.lexis.titles import title_key
from kg.model import Span

_NO_TITLE: Final = re.compile(rf"(?!{UPPER}|\d)|(?:Mr|Mrs|Ms|Dr)\.|I\b")
_SPOKEN_OF: Final = re.compile(  # what goes on about the film just named
    r"[\"”’'*_]?(?:\s?\([^()]*\))?(?:\s(?:had|has|was|is|were|stars?|starred|featured|came|did|remains|works"
    r"|[a-z]{3,}ed)\b"
    r"|,?\s(?:with|starring|featuring|by|directed|written|made|which|that|where|whose|in\swhich|another|an?|from|of"
    r"|in)\b)"
)
_IN_IT: Final = re.compile(r"(?:^|[;:]\s|,\s(?:and|but)\s)[Ii]n\s[\"“‘*_]?$")
_RELATIVE: Final = re.compile(r",\swhose\s(?:[\w-]+\s){0,3}[\"“‘*_]?$")
_CLOSES: Final = re.compile(rf"[)\]]|;|,\s{NAME}\s(?=[a-z]+s\s)|,\s(?:and|but)\s(?:it|he|she|this|here|the\sfilm)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Another film's title at its place, its year if stated, and the stretch of text that speaks of it."""

    title: Span
    year: Span | None
    scope: Span


def read_mentions(text: str, start: int, end: int, own_title: str, own_year: str | None, review: bool) -> list[Mention]:
    """The other films that a sentence names; quotes and bare capitals count in reviews, and only behind a cue."""
    own = title_key(own_title)
    titles = {bared(text, title): year for title, year in sorted(_titles(text, start, end, own_title, review).items())}
    kept = {t: y for t, y in titles.items() if _is_other(t.of(text), own, _dated_apart(text, t, end, own_year))}
    if not kept:
        return []
    own_places = [place.start for place in occurrences(text, own_title, start, end)]
    stops = [*(t.start for t in kept), *own_places]
    return [Mention(t, y, Span(t.start, _scope_end(text, t, stops, Span(start, end), review))) for t, y in kept.items()]


def _titles(text: str, start: int, end: int, own_title: str, review: bool) -> dict[Span, Span | None]:
    """Every title that the sentence may name, with its year; of those that overlap, what is sure comes first."""
    titles: dict[Span, Span | None] = dict(dated(text, start, end, own_title))
    for title in explained(text, start, end):
        titles.setdefault(title, year_of(text, title, start, end))
    for title in _reviewed(text, start, end, own_title) if review else ():
        if not any(title.overlaps(other) for other in titles):
            titles[title] = year_of(text, title, start, end)
    return titles


def _reviewed(text: str, start: int, end: int, own_title: str) -> Iterator[Span]:
    """Titles that only a review names like this."""
    for read in (quoted, numbered, cued):
        yield from read(text, start, end)
    yield from read_reviewed(text, start, end, own_title)
    for read in (recalled, known_for, formed):
        yield from read(text, start, end)


def _scope_end(text: str, title: Span, stops: list[int], within: Span, review: bool) -> int:
    """Where the text stops speaking of the film just named; in reviews that is at once, unless it goes on about it."""
    end = within.end
    stop = min((s for s in stops if s >= title.end), default=end)
    if not review:
        return stop
    if _IN_IT.search(text[within.start : title.start]):
        return stop
    if not _SPOKEN_OF.match(text, title.end, end):
        return title.end
    year = year_after(text, title, end)
    if _RELATIVE.search(text, within.start, title.start):  # "A, whose Two Tides won a prize, returns"
        return min(stop, text.find(",", title.end, end) if "," in text[title.end : end] else end)
    closes = _CLOSES.search(text, year.end + 1 if year else title.end, stop)
    return closes.start() if closes else stop


def _dated_apart(text: str, title: Span, end: int, own_year: str | None) -> bool:
    """Whether a year right behind the title tells that it is another film's, though it may be spelt alike."""
    year = year_after(text, title, end)
    return year is not None and year.of(text) != own_year


def _is_other(title: str, own: str, dated_apart: bool) -> bool:
    key = title_key(title)
    return (
        len(key) > 1
        and not key.isdigit()
        and (key != own or dated_apart)
        and not f"{key} ".startswith(f"{own} and ")
        and not _NO_TITLE.match(title)
    )
