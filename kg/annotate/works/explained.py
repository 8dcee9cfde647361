"""Other films that prose of any kind explains: a sentence in; their titles, by year, kind or place in a series, out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.works.bared import NO_PERSON
from kg.lexis.letters import UPPER
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import any_of
from kg.model import Span

_IN_BRACKETS: Final = prefiltered(rf"\s\((?:[A-Z]\w+,?\s)?(?P<year>{YEAR})\)")
_WITHIN_BRACKETS: Final = prefiltered(rf"\((?P<title>{QUOTED}|{TITLE}),\s(?P<year>{YEAR})\)")  # "(The Dry Well, 1971)"
_BEFORE_BRACKET: Final = re.compile(rf"(?P<title>{QUOTED}|(?<![\w’'-]){TITLE})$")
_KIND_BEFORE: Final = re.compile(rf"{COUNTRY}\s(?:Western|Noir)s?\s(?={UPPER})")  # "American Western The Long Trail"
_DESCRIBED: Final = prefiltered(  # "the Norwegian thriller Holke", "her own 1996 Tamil film Theeram"
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:own\s|[a-z]+\s)?(?:(?:{YEAR}|{COUNTRY}|[A-Z][a-z]+-language)\s){{1,2}}"
    rf"(?:[a-z-]+\s){{0,2}}?{any_of('film_noun')}\s(?P<title>{QUOTED}|{TITLE})(?=[.,;)]|\s(?:[a-z]|\()|$)"
)
_CAME: Final = prefiltered(  # "In 1946 Lantern had released A Stolen Sister"
    rf"\b[Ii]n\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR}),?\s(?:[\w.’'-]+\s){{1,4}}?(?:had\s)?(?:released|made|directed"
    r"|filmed|shot)\s"
    rf"(?:(?:the|a)\s(?:{COUNTRY}\s)?(?:[a-z-]+\s){{1,2}})?(?P<title>{QUOTED}|{TITLE})(?=[.,;]|\s\(|\s(?:with"
    r"|starring)\s)"
)
_OF_YEAR: Final = re.compile(rf"[\"”’]?\s(?:of|from)\s(?P<year>{YEAR})")
_FILM_APPOSED: Final = prefiltered(
    rf",\san?\s(?:[\w'’-]+\s){{0,5}}?{any_of('film_noun')}\b"
    r"(?!\s(?:director|critic|actor|actress|star|maker|producer|editor|writer|buff|company|studio|series|festival"
    r"|industry)\b)"
)
_BROUGHT_UP: Final = re.compile(
    r"\b(?:of|to|in|from|see|sees|called|titled|entitled|like|for|into|on|about|finishing|making|makes?|watch(?:es"
    r"|ing)?"
    r"|screens?)\s$"
)
_FOLLOWER: Final = prefiltered(
    r"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]wo|[Ff]irst|[Ss]econd)\s(?:[\w-]+\s){0,3}?(?:sequel|prequel|follow-up|spin-off"
    r"|remake"
    r"|(?:television|TV)\sseries|(?:TV|stage|[A-Z][a-z]+)\sversion),?\s(?:(?:titled|called|entitled|named)\s)?"
    rf"(?P<title>{QUOTED}|{TITLE})"
)
_NEAR: Final = 90  # code points before a bracket or an apposition that may hold a title


def dated(text: str, start: int, end: int, own: str) -> Iterator[tuple[Span, Span]]:
    """Titles with their years: "Salt Road (1999)", "In 1999 A made Salt Road", and the page's `own` "of 1962"."""
    for match in _IN_BRACKETS.finditer(text, start, end):
        at = max(start, match.start() - _NEAR)
        if title := _BEFORE_BRACKET.search(text[at : match.start()]):
            kind = _KIND_BEFORE.match(title["title"])
            first = at + title.start("title") + (kind.end() if kind else 0)
            yield unquoted(text, Span(first, match.start())), Span(*match.span("year"))
    for pattern in (_WITHIN_BRACKETS, _CAME):
        for match in pattern.finditer(text, start, end):
            yield unquoted(text, Span(*match.span("title"))), Span(*match.span("year"))
    yield from _namesakes(text, start, end, own)


def explained(text: str, start: int, end: int) -> Iterator[Span]:
    """Titles of films that the text says to be such, which it seldom does of its own."""
    yield from _apposed(text, start, end)
    yield from (unquoted(text, Span(*match.span("title"))) for match in _FOLLOWER.finditer(text, start, end))
    for match in _DESCRIBED.finditer(text, start, end):
        if not text.startswith(", ", match.end()) or NO_PERSON.search(match["title"]):  # "the 2007 film, A, B and C"
            yield unquoted(text, Span(*match.span("title")))


def _namesakes(text: str, start: int, end: int, own: str) -> Iterator[tuple[Span, Span]]:
    """The own title "of 1962": an earlier film that has it, too."""
    at = text.find(own, start, end) if own else -1
    while at >= 0:
        if year := _OF_YEAR.match(text, at + len(own), end):
            yield Span(at, at + len(own)), Span(*year.span("year"))
        at = text.find(own, at + 1, end)


def _apposed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "The Corsair's Bride, a swashbuckler …": a film that the text explains is seldom its own."""
    for match in _FILM_APPOSED.finditer(text, start, end):
        at = max(start, match.start() - _NEAR)
        title = _BEFORE_BRACKET.search(text[at : match.start()])
        if title and _BROUGHT_UP.search(text[at : at + title.start()]):
            yield unquoted(text, Span(at + title.start("title"), match.start()))
