"""Page in, claims of schema:name and schema:alternateName out: each film's title, and the others it goes by."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import speaks_of_film
from kg.extract.reading import film_at, sentences
from kg.extract.stating import state, titled
from kg.extract.words import any_of
from kg.lexis import TITLE
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED
from kg.model import Claim, Page, Span, Status, Thing, Value
from kg.vocab.places import country_spellings

_WHERE: Final = (
    r"(?:(?:in|on|for|to|outside)\s(?:the\s)?(?:[\w.-]+\s){1,3}?"
    r"|(?:internationally|overseas|abroad|theatrically|simply)\s)?"
)
_UNDER: Final = r"under\s(?:the|its|an?)\s(?:(?!working\b)[\w-]+\s){0,3}?(?:title|name)s?(?:\sof)?\s"
_TAIL: Final = rf"(?:(?:\s(?!{any_of('title.not_behind')}\b)['’]?\w[\w’'-]*){{1,6}}(?=[,.;)]))?"
_NEW_NAME: Final = rf"(?P<title>{QUOTED}|{TITLE}{_TAIL})"
_CUE: Final = prefiltered(
    rf"(?:\b{any_of('title.goes_by')}\s{_WHERE}(?:{_UNDER}|as\s)|\b(?:a\.?k\.?a\.?|alias)[:,]?\s"
    rf"|\bre-?titled\s(?:to\s)?|\balso\stitled\s|\bor\s(?=[^,.;]{{1,60}},?\s(?:is|was)\san?\s)){_NEW_NAME}"
)
_AND: Final = re.compile(rf"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s){_NEW_NAME}")
_BETWEEN: Final = re.compile(r"\sor\s|\sand\s(?=(?:The|A)\s)")
_ADVERB: Final = re.compile(rf"(?:\b{any_of('title.adverb')}\s)+$")
_COPULA: Final = re.compile(r"\s(?:is|was|has\sbeen|had\sbeen)$")
_IN_BRACKETS: Final = re.compile(
    r"[\"”’]?\s?\((?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:\stitle)?:|(?:[\w-]+\s)?(?:original|native)\stitle:?)\s"
    r"(?P<title>[^\s,;()][^,;()]{0,80})"
)
_COUNTRIES: Final = "|".join(map(re.escape, country_spellings()))
_PLACE: Final = re.compile(
    rf"\s(?:in|outside|on|for)\s(?:the\s)?(?:{_COUNTRIES}|U\.[SK]|North\sAmerica|Europe|Asia)\b.*$"
)
_MARKS: Final = "\"“”'‘’*_ "


def title(page: Page) -> Iterator[Claim]:
    """Names of the films that the page speaks of."""
    for film in page.films:
        if film.title and film.title_span:
            named = titled(page, film)
            yield state(page, film.thing, "schema:name", named, film.title_span, "name.title", Status.ASSERTED)
            yield from _in_brackets(page, film.thing, film.title)
    for sentence in sentences(page):
        for cue in _CUE.finditer(page.document.text, sentence.start, sentence.end):
            if film_renamed := _renamed(page, sentence, cue.start()):
                yield from _alternates(page, film_renamed, cue, sentence.end)


def _in_brackets(page: Page, film: Thing, name: str) -> Iterator[Claim]:
    """The title in the film's own language: "The Wave (Norwegian: Bølgen)"."""
    text = page.document.text
    at = text.find(name)
    while at >= 0:
        if bracket := _IN_BRACKETS.match(text, at + len(name)):
            yield from _claim(page, film, bracket["title"], bracket.start("title"), "alternateName.brackets")
        at = text.find(name, at + len(name))


def _renamed(page: Page, sentence: Span, start: int) -> Thing | None:
    """The film that the words before a cue name: its title right there, or "the film is"."""
    before = _ADVERB.sub("", page.document.text[sentence.start : start]).rstrip(" ,(–—-")
    bare = re.sub(r"\s\(\d{4}\)$", "", before).rstrip('"”’*_')
    for film in page.films:
        if film.title and bare.endswith(film.title):
            return film.thing
    copula = _COPULA.search(before)
    return film_at(page, start) if copula and speaks_of_film(page, before[: copula.start()]) else None


def _alternates(page: Page, film: Thing, cue: re.Match[str], end: int) -> Iterator[Claim]:
    """The names of a list: "also known as A, B and C"."""
    more: re.Match[str] | None = cue
    while more:
        start = more.start("title")
        for name in _BETWEEN.split(_PLACE.sub("", more["title"])):
            start = page.document.text.index(name, start)
            yield from _claim(page, film, name, start, "alternateName.prose")
        more = _AND.match(page.document.text, more.end(), end)


def _claim(page: Page, film: Thing, words: str, start: int, rule: str) -> Iterator[Claim]:
    name = words.strip(_MARKS)
    start += words.find(name)
    if name and name not in {f.title for f in page.films if f.thing == film}:
        yield state(page, film, "schema:alternateName", Value(name), Span(start, start + len(name)), rule)
