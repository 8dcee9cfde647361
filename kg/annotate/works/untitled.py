"""Films that a text brings up without a title of their own: a text in; their places, as those of one film, out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.works.brought import UNTITLED, Brought
from kg.lexis.letters import in_small
from kg.lexis.occurrences import occurrences
from kg.lexis.titles import YEAR
from kg.model import Span

_FILM: Final = (
    r"(?:film|movie|version|one|original|picture|silent|classic|talkie|feature|remake|effort|outing|adaptation)"
)
_APART: Final = (
    rf"(?:{YEAR}|{COUNTRY}|[A-Z][a-z]+-language|original|old|older|earlier|first|silent|Hollywood|previous|other|new"
    r"|second)"
)
_PLACES: Final = re.compile(  # "the 1962 one", "Ruiz's silent version", "than the original", "remade", "back in 1962"
    rf"\b(?:[Tt]he|[Ii]ts|[Aa]n?|that|[A-Z][\w-]+['’]s)\s(?:{_APART}\s){{1,3}}(?:[a-z-]+\s){{0,2}}?{_FILM}\b"
    r"|\b(?:[Tt]he|[Ii]ts|than|to)\soriginal\b"
    r"(?!\s(?:screenplay|score|script|title|novel|book|play|music|song|story|soundtrack|cast|series|motion))"
    rf"|\b(?:[Rr]e-?mak(?:e|es|ing)|[Rr]emade|REMAKE)\b|\b(?:in|of|from|back\sin|since)\s{YEAR}\b"
)
_YEAR: Final = re.compile(YEAR)
_YEAR_BEFORE: Final = re.compile(rf"{YEAR}\s(?:version\sof\s|film\s|original\s)?[\"“*_]?$", re.IGNORECASE)
_YEAR_BEHIND: Final = re.compile(rf"[\"”’'*_]?\s(?:of|from|\()\s?{YEAR}", re.IGNORECASE)
_NEAR: Final = 30  # code points
_COUNTRY: Final = re.compile(COUNTRY)
_MANY: Final = 3


def untitled(text: str, own: str, year: str | None) -> Brought | None:
    """What a text says of films that have no title or the `own` one, and not the own `year`; None for nothing."""
    places = [place for place in _places(text, own) if set(_years(text, place)) != {year}]
    if not places:
        return None
    dates = (Span(*m.span()) for place in places for m in _YEAR.finditer(text, place.start, place.end))
    return Brought(UNTITLED, places, next((date for date in dates if date.of(text) != year), None))


def _places(text: str, own: str) -> list[Span]:
    found = (Span(*m.span()) for m in _PLACES.finditer(text))
    return sorted({*found, *_dated(text, own)})


def _dated(text: str, own: str) -> Iterator[Span]:
    """Where the own title stands with a year: "the 1962 Low Tide", "Low Tide (1962)"."""
    for title in occurrences(in_small(text), in_small(own), joints=""):
        before = _YEAR_BEFORE.search(text, max(0, title.start - _NEAR), title.start)
        behind = _YEAR_BEHIND.match(text, title.end)
        if before and not text.startswith("_", title.end):
            yield Span(before.start(), title.end)
        elif behind and not text.endswith("_", 0, title.start):
            yield Span(title.start, behind.end())


def signs_of_untitled(text: str, film: Brought, year: str | None) -> Iterator[str]:
    """Features: in which words these films are brought up, how often, and how their years stand to the own one."""
    kinds = [_YEAR.sub("1900", _COUNTRY.sub("Danish", place.of(text))).casefold() for place in film.places]
    yield from (f"place={kind}" for kind in kinds)
    yield f"originals={min(sum('original' in kind for kind in kinds), _MANY)}"
    dates = [date for place in film.places for date in _years(text, place) if date != year]
    yield f"years={len(set(dates))}"
    yield f"dated={min(len(dates), _MANY)}"
    if year:
        yield f"before={any(date < year for date in dates)} after={any(date > year for date in dates)}"


def _years(text: str, place: Span) -> list[str]:
    return _YEAR.findall(text, place.start, place.end)
