"""The films that a text brings up, however it does: its lines in; each other title with all its places out.

Many of them are no titles at all: `weighed.py` and its weights tell them apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.films.stretches import stretches
from kg.annotate.nouns import COUNTRY
from kg.lexis.given import given_names, is_full_name
from kg.lexis.titles import YEAR, title_key
from kg.model import Span

UNTITLED: Final = "="  # stands for a film to which the text gives no title, or that of the page's own
_OWNS: Final = re.compile(r"['’]s?\s")
_NATION: Final = re.compile(COUNTRY)
_YEAR: Final = re.compile(YEAR)
_YEAR_BEHIND: Final = re.compile(
    rf"[\"”’'*_]?,?\s(?:\((?:[^()\d]{{0,40}})(?P<a>{YEAR})[^()]*\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR})"
    rf"|(?P<c>{YEAR})(?=[,.;)]))"
)
_YEAR_BEFORE: Final = re.compile(
    rf"(?P<year>{YEAR})(?:['’]s)?\s(?:[\w-]+\s){{0,4}}?[\"“‘'*_]?$|[Ii]n\s(?P<in>{YEAR})[^.;]{{0,40}}\s[\"“‘'*_]?$"
)


@dataclass(slots=True)
class Brought:
    """A film that is not the page's own, as first written, with its places in the order of the text and its year."""

    title: str
    places: list[Span]
    year: Span | None = None


def brought_up(text: str, lines: Sequence[Span], own: str, year: str | None) -> list[Brought]:
    """The stretches of these lines that may be the titles of films other than the one called `own`, each once."""
    read = [(title, _year(text, title, line)) for line in lines for title in stretches(text, line.start, line.end)]
    own_key = title_key(own)
    known = year or next((y.of(text) for t, y in read if y and title_key(t.of(text)) == own_key), None)
    found: dict[tuple[str, str], Brought] = {}
    for title, dated in read:
        key = title_key(title.of(text))
        apart = dated.of(text) if dated and key == own_key and dated.of(text) != known else ""
        if key and not _YEAR.fullmatch(key) and (key != own_key or apart):
            one = found.setdefault((key, apart), Brought(title.of(text), []))
            one.places.append(title)
            one.year = one.year or dated
    return [one for one in found.values() if not _is_name(text, one, found.values())]


def _is_name(text: str, one: Brought, found: Iterable[Brought]) -> bool:
    """Whether a candidate looks like a person, a part of one's name or a nation, and nothing marks it as a title."""
    if one.year or any(text[place.start - 1 : place.start] in '"“‘*_' for place in one.places if place.start):
        return False
    people = (o.title for o in found if is_full_name(o.title) and not _OWNS.search(o.title))
    part = " " not in one.title and any(one.title in person.split() for person in people)
    name = is_full_name(one.title) or one.title in given_names() or bool(_NATION.fullmatch(one.title))
    return part or name or len(one.title) == 1


def _year(text: str, title: Span, line: Span) -> Span | None:
    """The year that stands with a title."""
    if match := _YEAR_BEHIND.match(text, title.end, line.end):
        return Span(*match.span(next(name for name in "abc" if match[name])))
    if match := _YEAR_BEFORE.search(text[line.start : title.start]):
        start, end = match.span("year" if match["year"] else "in")
        return Span(line.start + start, line.start + end)
    return None
