"""Page in, claims of schema:productionCompany by studios out: "(MGM, 1941)", "a Fox musical", "made it for Toho".

A studio's name is known; what else stands there, a distributor's or a person's, is not told from it by form.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases
from kg.extract.reading import film_at, finds, group
from kg.extract.stating import state
from kg.extract.words import any_of
from kg.lexis import YEAR
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Kind, Page, Span, Status, Thing

_STUDIO: Final = rf"(?P<studio>{any_of('studio.name')})"
_NAMED: Final = prefiltered(rf"(?<![\w'’-])(?:{any_of('studio.name')})(?![\w'’-])")
_BEHIND_TITLE: Final = re.compile(
    rf"[\"”’*_]*,?\s?[(\[](?:{YEAR},?\s)?(?:\w{{2,12}}\s[–—/-]\s)?{_STUDIO}(?:[,;]?\s{YEAR})?(?=\s?[,;)\]])"
)
_LINE: Final = re.compile(
    rf"^{_STUDIO}(?:,\s|\s?[|·•–—/]\s?|\s\()(?:(?:\d{{1,2}}\s)?[A-Z]?[a-z]*\s?{YEAR}|\d{{2,3}}\s?[Mm]in)", re.MULTILINE
)
_FOR: Final = prefiltered(
    rf"(?<!been\s)(?<!was\s)(?<!were\s)\b{any_of('studio.made')}\b(?:\s(?!for\b)[\w'’“\"(),-]+){{0,6}}?,?\sfor\s{_STUDIO}"
    r"(?![\w'’-]|\s[A-Z])"
)


def studios(page: Page) -> Iterator[Claim]:
    """Studios beside a title, in what a text calls a film, at the head of its data, or with who worked for them."""
    text = page.document.text
    if not _NAMED.search(text):
        return
    for film in page.films:
        if film.title_span and (match := _BEHIND_TITLE.match(text, film.title_span.end)):
            yield _claim(page, film.thing, group(match, "studio"), "beside", Status.ASSERTED)
    for phrase in film_phrases(page):
        if match := _NAMED.search(text, phrase.span.start, phrase.span.end):
            yield _claim(page, phrase.film, group(match), "phrase", Status.ASSERTED)
    for match in _LINE.finditer(text):
        if film_at(page, match.start()) == page.main:
            yield _claim(page, page.main, group(match, "studio"), "line", Status.ASSERTED)
    for match in finds(page, _FOR):
        if at := film_at(page, match.start()):
            yield _claim(page, at, group(match, "studio"), "worked-for", None)


def _claim(page: Page, film: Thing, span: Span, rule: str, status: Status | None) -> Claim:
    company = Thing(Kind.ORGANIZATION, page.text(span))
    return state(page, film, "schema:productionCompany", company, span, f"productionCompany.{rule}", status)
