"""Page in, claims of schema:genre out: fields and the words before "film", one capitalised label a genre."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from kg.extract.film_phrase import film_phrases
from kg.extract.reading import fields, group, parts
from kg.extract.stating import state
from kg.extract.words import words
from kg.lexis.prefilter import Prefiltered, prefiltered
from kg.model import Claim, Page, Span, Status, Thing, Value

_FIELDS: Final = frozenset(words("fields.genre"))
_TABLES: Final = ("genres", "kinds")
_LONGEST: Final = 4  # words of an unknown genre in a field


def genre(page: Page) -> Iterator[Claim]:
    """Genres of the page's films."""
    for value in fields(page, _FIELDS):
        for part in parts(page, value):
            yield from _in_field(page, part)
    for phrase in film_phrases(page):
        for span, label in _genres(page, phrase.span):
            yield _claim(page, phrase.film, label, span, "genre.phrase")


def _in_field(page: Page, part: Span) -> Iterator[Claim]:
    """A field's words are genres whether known or not ("Mumblecore")."""
    known = list(_genres(page, part))
    for span, label in known:
        yield _claim(page, page.main, label, span, "genre.field")
    if not known and len(page.text(part).split()) <= _LONGEST:
        yield _claim(page, page.main, page.text(part), part, "genre.field")


def _genres(page: Page, within: Span) -> Iterator[tuple[Span, str]]:
    for table in _TABLES:
        for match in _pattern(table).finditer(page.document.text, within.start, within.end):
            if label := _labels(table)[match[0].casefold()]:
                yield group(match), label


def _claim(page: Page, film: Thing, label: str, span: Span, rule: str) -> Claim:
    return state(page, film, "schema:genre", Value(label[0].upper() + label[1:]), span, rule, Status.ASSERTED)


@cache
def _labels(table: str) -> dict[str, str]:
    """Label of every spelling in a table of genres.toml; "" for words that hold a genre's word and are none."""
    data = tomllib.loads((Path(__file__).parent / "genres.toml").read_text(encoding="utf-8"))
    spellings = {s.casefold(): label for label, others in data[table].items() for s in (label, *others)}
    return spellings | dict.fromkeys(data["none"]["words"], "")


@cache
def _pattern(table: str) -> Prefiltered:
    longest_first = sorted(_labels(table), key=lambda s: (-len(s), s))
    genres = "|".join(map(re.escape, _labels("genres")))
    return prefiltered(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w|-(?!(?:{genres})\b)|['’]s)", re.I)
