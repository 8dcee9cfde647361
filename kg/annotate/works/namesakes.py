"""Films of the page's own title but another year: all that a document says of other works in, their ties out.

A page that speaks of remakes and names its own title with another year names its film's original or its remake.
"""

import re
from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.works.collecting import Collector
from kg.annotate.works.tiesigns import speaks_of_remakes
from kg.lexis.letters import in_small
from kg.lexis.occurrences import occurrences
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import YEAR, title_key
from kg.model import Film, Span

_UNRELATED: Final = re.compile(
    r"\b(?:not\s(?:\w+\s){0,3}(?:connected|related|confused)|unrelated|no\srelation|nothing\sto\sdo)\b"
)
_NEW: Final = re.compile(r"\b(?:[Tt]his|[Nn]ew)\s(?:[\w-]+\s)?(?:version|remake)\b")  # said of the page's own film
_OF_YEAR: Final = re.compile(
    r"[\"”’'*_]?,?\s(?:came\sout\s(?:back\s)?in|(?:dates\s)?from|of|was\san?"
    r"|was\s(?:an?|the)(?:\s[\w-]+){0,4}?\s(?:of|from|in))"
    rf"\s(?P<year>{YEAR})\b"
)
_THE: Final = "The "  # which the page may leave out elsewhere
_NEAR: Final = 60  # characters before a title
_DATED: Final = prefiltered(  # "the 2006 remake", "Ana Ruiz's 2006 remake", "the remake from 2006"
    rf"(?:\b[Tt]he|['’]s)\s(?P<year>{YEAR})\s(?:[\w-]+\s){{0,2}}?remake\b(?!\sof\b)"
    rf"|\b[Tt]he\sremake\s(?:of|from)\s(?P<behind>{YEAR})(?!\s(?:film|movie|original|classic)\b)"
)


def tie_namesakes(collector: Collector) -> None:
    """ "Low Tide (1951)" on the page of a film of 1998 with that title, in a text that tells films from one another."""
    _read_dated(collector)
    if speaks_of_remakes(collector.text):
        _read_earlier(collector)
        for film in list(collector.others.films.values()):
            if relation := _relation(collector, film):
                collector.tie(relation, MAIN, film.thing, film.year_span or film.span or Span(0, 1))


def _read_earlier(collector: Collector) -> None:
    """The own title with an earlier year: "Low Tide came out in 1951", on the page of a newer film."""
    text, own = collector.text, collector.main
    if collector.original or not own.title or not (own.year or _NEW.search(text)):
        return
    for place in occurrences(in_small(text), in_small(own.title)):
        dated = _OF_YEAR.match(text, place.end)
        if dated and (own.year is None or dated["year"] < own.year):
            article = len(_THE) if text.endswith(_THE, 0, place.start) else 0
            title = Span(place.start - article, place.end)
            thing = collector.others.film(title, Span(*dated.span("year")), title, True)
            collector.tie("remakeOf", MAIN, thing, Span(place.start, dated.end()))
            return


def _read_dated(collector: Collector) -> None:
    """The remakes that a page tells by a year later than its own film's."""
    text, own = collector.text, collector.main
    for match in _DATED.finditer(text):
        year = Span(*match.span("year" if match["year"] else "behind"))
        if own.year and year.of(text) > own.year and collector.others.of_origin(year.of(text)) is None:
            thing = collector.others.film(own.title_span, year, Span(*match.span()), False)
            collector.tie("remadeAs", MAIN, thing, Span(*match.span()))


def _relation(collector: Collector, film: Film) -> str | None:
    """How a film of the own title stands to the page's own, by its year; None for one that is tied already."""
    own = collector.main
    alike = film.title and own.title and title_key(film.title) == title_key(own.title)
    if not (alike and film.year and own.year) or film.year == own.year:
        return None
    tied = any(film.thing in (tie.subject, tie.object) for tie in collector.ties.values())
    if tied or _is_unrelated(collector.text, film):
        return None
    if film.year > own.year:
        return "remadeAs"
    return None if collector.original else "remakeOf"


def _is_unrelated(text: str, film: Film) -> bool:
    """Whether the text says that the film only shares the title."""
    at = film.span.start if film.span else 0
    return bool(_UNRELATED.search(text, max(0, at - _NEAR), at))
