"""Page in, claims of schema:contentRating out: the mark of a ratings board in a field, a page header or prose."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases
from kg.extract.reading import fields, film_at, finds, group
from kg.extract.stating import state
from kg.extract.words import words
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Span, Thing, Value

_FIELDS: Final = frozenset(words("fields.content_rating"))
_LETTERS: Final = r"(?:NC-17|PG-13|PG|TV-(?:Y7?|G|PG|14|MA)|GP|R|G|X|M)"  # MPAA past and present, US television
_AGES: Final = r"(?:U/A|UA|U|12A?|14A|15|16|18A?|6|7|9)"  # BBFC, CBFC, FSK, Canada
_WORDS: Final = r"(?:Approved|Passed|Not\sRated|Unrated)"
_MARK: Final = re.compile(rf"(?:{_LETTERS}|{_AGES}|{_WORDS})(?![\w.,/%+-]*\d|\w)")
_STATED: Final = prefiltered(
    rf"\brated\s(?P<rated>{_LETTERS}|{_AGES}(?=\sby\b))(?![\w-])"
    rf"|\b(?:received|given|gave\s(?:it|the\sfilm)|earned|awarded|assigned|carries|carried|got|has|with|under)\s(?:an?|the)\s"
    rf"(?:MPAA\s|BBFC\s)?(?P<rating>{_LETTERS}(?=\s(?:rating|certificate))|{_AGES}(?=\scertificate|\srating\s(?:by|from)))"
    rf"|\bcertificate(?:\sof)?\s(?P<certificate>{_AGES})(?![\w-])"
)
_FORMERLY: Final = re.compile(
    r"\b(?:originally|initially|first|previously|almost|nearly)\s(?:been\s)?$|\bfilms\swere\s$"
)
_HYPHENED: Final = re.compile(rf"(?<![\w-])(?P<mark>{_LETTERS})-rated\b")


def content_rating(page: Page) -> Iterator[Claim]:
    """Marks that boards gave the page's films."""
    for value in fields(page, _FIELDS):
        if match := _MARK.match(page.document.text, value.start, value.end):
            yield _claim(page, page.main, group(match), "contentRating.field")
    for phrase in film_phrases(page):
        for match in _HYPHENED.finditer(page.document.text, phrase.span.start, phrase.span.end):
            yield _claim(page, phrase.film, group(match, "mark"), "contentRating.prose")
    for match in finds(page, _STATED):
        film = film_at(page, match.start())
        if film and not _FORMERLY.search(page.document.text, max(0, match.start() - 20), match.start()):
            yield _claim(page, film, group(match, match.lastgroup or 0), "contentRating.prose")


def _claim(page: Page, film: Thing, span: Span, rule: str) -> Claim:
    return state(page, film, "schema:contentRating", Value(page.text(span)), span, rule)
