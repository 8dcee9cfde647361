"""The particulars that papers and programmes set beside a film, "(Japan 1961, 110 mins)": page in, claims out.

A running time counts where it stands between marks of punctuation, alone. Countries, a year and a language that do so
count near one, or in brackets right behind a title: by themselves they may be where a plot is set, "Chile, 1973".
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.country import countries_in
from kg.extract.reading import film_at, group
from kg.extract.running_time import LENGTH, minutes, running_time
from kg.extract.stating import state
from kg.extract.words import any_of
from kg.lexis import YEAR
from kg.model import Claim, Datatype, Page, Thing, Value
from kg.vocab import language_tag
from kg.vocab.places import country_spellings

_SPELLINGS: Final = "|".join(map(re.escape, country_spellings()))
COUNTRIES: Final = rf"(?:{_SPELLINGS})(?:(?:\s?[/–-]\s?|,\s|\sand\s)(?:{_SPELLINGS}))*"
_LANGUAGE: Final = any_of("language.plain", "language.other")
_SUBTITLES: Final = r"[^.;|\n]{0,40}\b(?:sub)?titles"
_OPEN: Final = r"(?:(?<=[.;,|/·•*★☆()\[—–])\s*|(?<=:\s)|(?<=\s\s)|(?<=\s[-–]\s)|^\s*)"
CLOSE: Final = r"(?=\s*(?:[.;,|/·•*★☆)\]—–]|\s\s|\s-\s|$))"
_ALONE: Final = {
    "length": re.compile(rf"{_OPEN}{LENGTH.pattern}(?:\s(?:long|approx))?{CLOSE}", re.I | re.M),
    "origin": re.compile(rf"{_OPEN}(?P<countries>{COUNTRIES})(?:,?\s(?P<year>{YEAR}))?{CLOSE}", re.M),
    "year": re.compile(rf"{_OPEN}(?P<year>{YEAR}){CLOSE}", re.M),
    "language": re.compile(
        rf"{_OPEN}(?:[Ii]n\s)?(?P<language>{_LANGUAGE})(?:\sversion|\sdialogue)?(?:\swith\s{_SUBTITLES})?{CLOSE}", re.M
    ),
}
_BEHIND_TITLE: Final = re.compile(
    rf"[\"”’*_]*\s?[(\[](?:(?P<countries>{COUNTRIES})(?:,?\s(?P<year>{YEAR}))?|(?P<dated>{YEAR}),\s(?P<country>{COUNTRIES}))"
    rf"(?:,\s(?:in\s)?(?P<language>{_LANGUAGE}))?(?=\s?[,;)\]|])"
)
_OTHER_CUT: Final = re.compile(r"\b(?:cut|version|extended|un(?:cut|rated)|restor\w+)\b", re.I)
_HINT: Final = re.compile(r"\d[\s-]?[mh'′’]", re.I)  # a running time holds it; most texts have none
_FEATURE: Final = range(40, 400)  # minutes; what lasts for less or longer is seldom a film
_NEAR: Final = 60  # code points of a line between a running time and the other particulars
_BEFORE: Final = 30


def particulars(page: Page) -> Iterator[Claim]:
    """Running times, countries, years and languages from lines of data."""
    for film in page.films:
        if film.title_span and (found := _BEHIND_TITLE.match(page.document.text, film.title_span.end)):
            yield from _of_match(page, film.thing, found)
    lengths = list(_lengths(page)) if _HINT.search(page.document.text) else []
    if len({minutes(match) for match in lengths}) == 1:
        yield from running_time(page, page.main, group(lengths[0]), "duration.particular")
        yield from _beside(page, lengths[0])


def _lengths(page: Page) -> Iterator[re.Match[str]]:
    """The running times that stand alone and may be the page's own film's."""
    text = page.document.text
    for match in _ALONE["length"].finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        if minutes(match) in _FEATURE and film_at(page, match.start()) == page.main and not _OTHER_CUT.search(before):
            yield match


def _beside(page: Page, length: re.Match[str]) -> Iterator[Claim]:
    """What stands alone on the same line, close to a running time."""
    text = page.document.text
    start = max(text.rfind("\n", 0, length.start()) + 1, length.start() - _NEAR)
    end = min(_line_end(text, length.end()), length.end() + _NEAR)
    for kind in ("origin", "year", "language"):
        if found := next(_ALONE[kind].finditer(text, start, end), None):
            yield from _of_match(page, page.main, found)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _of_match(page: Page, film: Thing, match: re.Match[str]) -> Iterator[Claim]:
    """What a match tells by its groups."""
    told = {name: group(match, name) for name, words in match.groupdict().items() if words}
    for span in (told[name] for name in ("countries", "country") if name in told):
        yield from countries_in(page, film, span, "countryOfOrigin.particular", status=None)
    for span in (told[name] for name in ("year", "dated") if name in told):
        year = Value(page.text(span), Datatype.GYEAR)
        yield state(page, film, "schema:datePublished", year, span, "datePublished.particular")
    if "language" in told and (tag := language_tag(page.text(told["language"]))):
        yield state(page, film, "schema:inLanguage", Value(tag), told["language"], "inLanguage.particular")
