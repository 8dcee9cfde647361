"""A film's structured data in, claims of its plain values out: dates, length, genres, countries, languages, mark."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from kg.extract.dates import DATE, date_value
from kg.extract.marked import Marked
from kg.lexis.data import Datum
from kg.model import Claim, Datatype, Kind, Span, Thing, Value
from kg.vocab import country_code, language_tag

_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T\S*)?")
_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_WORDS: Final = re.compile(DATE)
_LENGTH: Final = re.compile(
    r"P(?:0+Y)?(?:0+M)?(?:0+D)?T(?=\d)(?:(?P<hours>\d{1,2})H)?(?:(?P<minutes>\d{1,4})M)?(?:\d+(?:\.\d+)?S)?"
    r"|(?:(?P<h>\d{1,2})\s?h(?:ours?|r)?\s?)?(?P<min>\d{1,4})\s?m(?:in(?:ute)?s?)?\.?"
)
_LIMIT: Final = 1500  # minutes; the longest films run for less
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][A-Za-z]+)*")
_LISTED: Final = re.compile(r"[^\s,;/|](?:[^,;/|]*[^\s,;/|])?")
_LONGEST: Final = 40  # characters of a genre or a board's mark


def values(film: Marked) -> Iterator[Claim]:
    """Claims of every value that is one by its form; what is none, the text still holds."""
    for key, read in _READ.items():
        for datum in film.data.all(key):
            if datum.value and datum.span:
                yield from read(film, datum)
    if not film.data.first("datePublished"):
        for datum in film.data.all("dateCreated"):
            yield from _dated(film, datum)


def date(words: str) -> Value | None:
    """The value of a date in ISO 8601 or in English words."""
    if _MONTH.fullmatch(words):
        return Value(words, Datatype.GYEAR_MONTH)
    day = _DAY.fullmatch(words)
    found = day[1] if day else (m[0] if (m := _WORDS.search(words)) else None)
    return date_value(found) if found else None


def _dated(film: Marked, datum: Datum) -> Iterator[Claim]:
    if datum.span and (value := date(datum.value)):
        yield film.states(film.film, "schema:datePublished", value, datum.span)


def _length(film: Marked, datum: Datum) -> Iterator[Claim]:
    match = _LENGTH.fullmatch(datum.value)
    minutes = int(match["hours"] or match["h"] or 0) * 60 + int(match["minutes"] or match["min"] or 0) if match else 0
    if datum.span and 0 < minutes <= _LIMIT:
        hours, rest = divmod(minutes, 60)
        iso = "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
        yield film.states(film.film, "schema:duration", Value(iso), datum.span)
        yield film.states(film.film, "kg:runtimeMinutes", Value(str(minutes), Datatype.INTEGER), datum.span)


def _genres(film: Marked, datum: Datum) -> Iterator[Claim]:
    for match in _LISTED.finditer(datum.value):
        if len(match[0]) <= _LONGEST:
            span = Span(datum.words.start + match.start(), datum.words.start + match.end())
            yield film.states(film.film, "schema:genre", Value(match[0][0].upper() + match[0][1:]), span)


def _countries(film: Marked, datum: Datum) -> Iterator[Claim]:
    for match in _LISTED.finditer(datum.value):
        if datum.span and (code := country_code(match[0])):
            yield film.states(film.film, "schema:countryOfOrigin", Thing(Kind.COUNTRY, code), datum.span)


def _languages(film: Marked, datum: Datum) -> Iterator[Claim]:
    tag = datum.value if _TAG.fullmatch(datum.value) else language_tag(datum.value)
    if datum.span and tag:
        yield film.states(film.film, "schema:inLanguage", Value(tag), datum.span)


def _text(relation: str) -> Callable[[Marked, Datum], Iterator[Claim]]:
    """Reader of a short text that is taken as it stands."""

    def read(film: Marked, datum: Datum) -> Iterator[Claim]:
        if datum.span and len(datum.value) <= _LONGEST:
            yield film.states(film.film, relation, Value(datum.value), datum.span)

    return read


_READ: Final[dict[str, Callable[[Marked, Datum], Iterator[Claim]]]] = {
    "datePublished": _dated,
    "duration": _length,
    "genre": _genres,
    "countryOfOrigin": _countries,
    "inLanguage": _languages,
    "contentRating": _text("schema:contentRating"),
    "alternateName": _text("schema:alternateName"),
}
