"""Who directed, by a name that stands beside a film's title, year or running time: page in, claims out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.particulars import CLOSE, COUNTRIES
from kg.extract.reading import film_at, group
from kg.extract.running_time import LENGTH
from kg.extract.stating import person, state
from kg.lexis import YEAR
from kg.lexis.given import is_full_name
from kg.lexis.names import NAME, is_company, names_in
from kg.model import Claim, Page, Span, Thing

_NAME: Final = rf"(?:[Dd]ir(?:ector|ected\sby)?\b[.:]?\s)?(?P<director>{NAME}(?:\s(?:and|&)\s{NAME})?)"
_BEHIND, _APART = (_NAME.replace("<director>", f"<{group}>") for group in ("behind", "apart"))
# "Low Tide (Ada Holt, 1998)", "Low Tide (1998, Ada Holt)", "Low Tide – Ada Holt, 1998"
_SIGNED_TITLE: Final = re.compile(
    rf"[\"”’*_]*(?:\s?[(\[](?:{_NAME}(?:,\s{COUNTRIES})?,?\s{YEAR}|{YEAR},\s{_BEHIND})(?=\s?[,;)\]|])"
    rf"|\s[–—-]\s{_APART},\s{YEAR}{CLOSE})"
)
# "Ada Holt, Norway 1998, 97 mins", "Ada Holt, 1998, Norway", "Ada Holt, 1998 (PG) 95 mins"
_SIGNED_LINE: Final = re.compile(
    rf"^{_NAME}(?:,\s|\s[|·•/–—-]\s)(?:{COUNTRIES},?\s{YEAR}|{YEAR},\s{COUNTRIES}"
    rf"|(?:{YEAR},?\s)?(?:\([^()\n]{{1,6}}\)\s)?{LENGTH.pattern}){CLOSE}",
    re.MULTILINE,
)


def signed(page: Page) -> Iterator[Claim]:
    """Directors of the films whose titles are signed so, and of the page's own by a line of data."""
    text = page.document.text
    for film in page.films:
        if film.title_span and (match := _SIGNED_TITLE.match(text, film.title_span.end)):
            yield from _directed(page, film.thing, match)
    for match in _SIGNED_LINE.finditer(text):
        if film_at(page, match.start()) == page.main:
            yield from _directed(page, page.main, match)


def _directed(page: Page, film: Thing, match: re.Match[str]) -> Iterator[Claim]:
    """Those of the names that matched who have a forename, so that no foreign title is one, or are named elsewhere."""
    known = {mention.text for mention in page.people}
    named = next(Span(*match.span(name)) for name in ("director", "behind", "apart") if match.groupdict().get(name))
    for name in names_in(page.document.text, named.start, named.end):
        if (is_full_name(name[0]) or name[0] in known) and not is_company(name[0]):
            yield state(page, film, "schema:director", person(name[0]), group(name), "director.particular")
