"""Page in, claims of schema:countryOfOrigin out: fields, demonyms before "film", the partners of a co-production."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases
from kg.extract.reading import fields, film_at, finds, group, parts
from kg.extract.stating import state
from kg.extract.words import any_of, words
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Kind, Page, Span, Status, Thing
from kg.vocab.places import country_code, country_spellings

_FIELDS: Final = frozenset(words("fields.country"))
_COMBINING: Final = {  # first parts of compounds: "Franco-Italian"
    "Anglo": "gb", "Austro": "at", "Belgo": "be", "Dano": "dk", "Franco": "fr", "Graeco": "gr", "Greco": "gr",
    "Hiberno": "ie", "Hispano": "es", "Indo": "in", "Italo": "it", "Luso": "pt", "Russo": "ru", "Sino": "cn",
}  # fmt: skip
_SPELLINGS: Final = "|".join(map(re.escape, country_spellings()))
_COUNTRY: Final = rf"(?:the\s)?(?:{_SPELLINGS})(?!\w)"
_DEMONYM: Final = prefiltered(
    rf"(?<!\w)(?<!\w[-–])(?P<first>(?:{'|'.join(_COMBINING)})(?=[-–])|(?:{_SPELLINGS})(?!\w))"
    rf"(?P<rest>(?:(?:\s?[-–/]\s?|,?\sand\s|,\s)(?:{_SPELLINGS})(?![\w]))*)"
    rf"(?!-(?!made|produced|financed)|\s{any_of('country.not_behind')}\b)"
)
_ONE: Final = re.compile(rf"(?:{_SPELLINGS})(?!\w)")
_REACH: Final = 80  # characters before "co-production" in which its partners stand
_CO_PRODUCTION: Final = prefiltered(r"\bco-?produc(?:tion\b|ed\sby\s)")
_PARTNERS_BEHIND: Final = re.compile(
    rf"(?:\s(?:of|between|among|by|involving|from)\s)?(?P<countries>{_COUNTRY}(?:(?:,|,?\sand|\swith)\s{_COUNTRY})*)(?!\s[A-Z])"
)
_PARTNERS_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?P<countries>(?:{_SPELLINGS})(?:\s?[-–/]\s?(?:{_SPELLINGS}))+)\s(?:international\s)?$"
)


def country(page: Page) -> Iterator[Claim]:
    """Countries that the page's films come from."""
    for value in fields(page, _FIELDS):
        for part in parts(page, value):
            yield from countries_in(page, page.main, part, "countryOfOrigin.field")
    for known in page.films:
        if known.country:
            yield from countries_in(page, known.thing, known.country, "countryOfOrigin.film")
    for phrase in film_phrases(page):
        for match in _DEMONYM.finditer(page.document.text, phrase.span.start, phrase.span.end):
            if code := _COMBINING.get(match["first"]):
                yield _claim(page, phrase.film, code, group(match, "first"), "countryOfOrigin.phrase")
            yield from countries_in(page, phrase.film, group(match), "countryOfOrigin.phrase")
    for match in finds(page, _CO_PRODUCTION):
        behind = _PARTNERS_BEHIND.match(page.document.text, match.end())
        before = _PARTNERS_BEFORE.search(page.document.text, max(0, match.start() - _REACH), match.start())
        if partners := behind or before:
            span = group(partners, "countries")
            if film := film_at(page, span.start):
                yield from countries_in(page, film, span, "countryOfOrigin.partners")


def countries_in(
    page: Page, film: Thing, span: Span, rule: str, status: Status | None = Status.ASSERTED
) -> Iterator[Claim]:
    """A claim for each country that these words name, by its name or its people's; None takes the words' own status."""
    for match in _ONE.finditer(page.document.text, span.start, span.end):
        if code := country_code(match[0]):
            yield _claim(page, film, code, group(match), rule, status)


def _claim(page: Page, film: Thing, code: str, span: Span, rule: str, status: Status | None = Status.ASSERTED) -> Claim:
    return state(page, film, "schema:countryOfOrigin", Thing(Kind.COUNTRY, code), span, rule, status)
