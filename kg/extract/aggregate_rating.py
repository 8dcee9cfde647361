"""Page in, claims of schema:aggregateRating out: what raters or critics think on average, and how many they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.reading import film_at, group, sentences
from kg.extract.stating import state
from kg.lexis.prefilter import prefiltered
from kg.model import BlockKind, Claim, Datatype, Kind, Page, Thing, Value

_NUMBER: Final = r"\d{1,3}(?:\.\d+)?"
_COUNT: Final = prefiltered(
    r"(?<![\w.,])(?P<count>\d{1,3}(?:,\d{3})+|\d+)\s(?:(?:total|user|critics?['’]?s?|collected|published|audience|verified|film)\s){0,2}"
    r"(?:(?P<ratings>ratings?|votes?|users?|voters?)|reviews?|reviewers?|critics?)\b",
    re.I,
)
_SCALE: Final = r"(?:\s?(?P<percent>%|percent\b)|\s?(?:/|out\sof)\s?(?P<top>\d{1,3})\b)"
_IN_BLOCK: Final = re.compile(
    rf"(?:(?P<aspect>[A-Za-z][A-Za-z ]*[A-Za-z])[:\s]\s?)?(?<![\w.,])(?P<value>{_NUMBER})(?![\d,]){_SCALE}?", re.I
)
_IN_PROSE: Final = re.compile(
    r"\b(?P<aspect>approval\srating|(?:weighted\s)?(?:average|mean)\s(?:rating|score)|Metascore|Tomatometer(?:\s(?:score|rating))?|score|rating)"
    rf"\sof\s(?P<value>{_NUMBER}){_SCALE}",
    re.I,
)
_POSITIVE: Final = re.compile(
    rf"(?<![\w.])(?P<value>{_NUMBER})(?P<percent>%)\sof\s(?=[^.;]{{0,60}}\b(?P<aspect>positive)\b)"
)
_HUNDRED: Final = Value("100", Datatype.INTEGER)
_ZERO: Final = Value("0", Datatype.INTEGER)


@dataclass(frozen=True, slots=True)
class _Average:
    """One average with the place that gives it and the place that counts what it sums up."""

    film: Thing
    figure: re.Match[str]
    count: re.Match[str]
    rule: str


def aggregate_rating(page: Page) -> Iterator[Claim]:
    """Averages over the ratings or reviews of the page's films."""
    averages = (*_in_blocks(page), *_in_prose(page))
    for number, average in enumerate(averages, 1):
        yield from _claims(page, Thing(Kind.AGGREGATE, str(number)), average)


def _in_blocks(page: Page) -> Iterator[_Average]:
    for block in page.of_kind(BlockKind.RATING):
        if block.label == "aggregate":
            count = _COUNT.search(page.document.text, block.span.start, block.span.end)
            for figure in _IN_BLOCK.finditer(page.document.text, block.span.start, block.span.end):
                if count and not group(figure, "value").overlaps(group(count)):
                    yield _Average(page.main, figure, count, "aggregateRating.block")
                    break


def _in_prose(page: Page) -> Iterator[_Average]:
    text = page.document.text
    for sentence in sentences(page):
        count = _COUNT.search(text, sentence.start, sentence.end)
        film = film_at(page, sentence.start)
        if count and film:
            for pattern in (_IN_PROSE, _POSITIVE):
                for figure in pattern.finditer(text, sentence.start, sentence.end):
                    yield _Average(film, figure, count, "aggregateRating.prose")


def _claims(page: Page, this: Thing, average: _Average) -> Iterator[Claim]:
    figure, count, rule = average.figure, average.count, average.rule
    value = group(figure, "value")
    yield state(page, average.film, "schema:aggregateRating", this, group(figure), rule)
    yield state(page, this, "schema:itemReviewed", average.film, group(figure), rule)
    yield state(page, this, "schema:ratingValue", _figure(figure["value"]), value, rule)
    yield from _scale(page, this, figure, rule)
    if figure["aspect"]:
        yield state(page, this, "schema:reviewAspect", Value(_aspect(figure["aspect"])), group(figure, "aspect"), rule)
    relation = "schema:ratingCount" if count["ratings"] else "schema:reviewCount"
    total = Value(count["count"].replace(",", ""), Datatype.INTEGER)
    yield state(page, this, relation, total, group(count), rule)


def _scale(page: Page, this: Thing, figure: re.Match[str], rule: str) -> Iterator[Claim]:
    groups = figure.groupdict()
    if groups["percent"]:
        yield state(page, this, "schema:bestRating", _HUNDRED, group(figure, "percent"), rule)
        yield state(page, this, "schema:worstRating", _ZERO, group(figure, "percent"), "rating.inferred-scale")
    elif groups.get("top"):
        yield state(page, this, "schema:bestRating", _figure(groups["top"]), group(figure, "top"), rule)


def _figure(words: str) -> Value:
    return Value(words, Datatype.DECIMAL if "." in words else Datatype.INTEGER)


def _aspect(words: str) -> str:
    return re.sub(r"\bavg\b", "average", words.casefold())
