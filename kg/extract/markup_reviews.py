"""A film's structured data in, claims of its reviews and of its average rating out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.marked import Marked
from kg.extract.markup_values import date
from kg.lexis import clean_name
from kg.lexis.data import Datum
from kg.model import BlockKind, Claim, Datatype, Kind, Page, Thing, Value

_FIGURE: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_COUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SCALE: Final = ("ratingValue", "bestRating", "worstRating")
_COUNTS: Final = ("ratingCount", "reviewCount")


def reviews(film: Marked, number: int) -> Iterator[Claim]:
    """Claims of each review; where page and data hold one each, it is the same, else the author's name may tell."""
    found = list(film.data.all("review", "reviews"))
    for count, datum in enumerate(found, 1):
        key = _key(film, datum, alone=len(found) == 1) or f"data-{number}-{count}"
        this, rating = Thing(Kind.REVIEW, key), Thing(Kind.RATING, key)
        if datum.span and datum.within:
            yield film.states(film.film, "schema:review", this, datum.span)
            yield film.states(this, "schema:itemReviewed", film.film, datum.span)
            yield from _written(film, this, datum)
            yield from _rated(film, this, rating, datum)


def averages(film: Marked, number: int) -> Iterator[Claim]:
    """Claims of the average rating, if it says how many it sums up."""
    for datum in film.data.all("aggregateRating"):
        counts = [(key, count) for key in _COUNTS for count in datum.all(key) if _COUNT.fullmatch(count.value)]
        this = Thing(Kind.AGGREGATE, "1" if _is_shown(film, datum) else f"data-{number}")
        if datum.span and counts and _is_figure(datum.first("ratingValue")):
            yield film.states(film.film, "schema:aggregateRating", this, datum.span)
            yield film.states(this, "schema:itemReviewed", film.film, datum.span)
            yield from _scale(film, this, datum)
            for key, count in counts:
                value = Value(count.value.replace(",", ""), Datatype.INTEGER)
                yield film.states(this, f"schema:{key}", value, count.words)


def _is_shown(film: Marked, datum: Datum) -> bool:
    """Whether an average is the only one that the page shows, and in the same figures."""
    page = film.page
    shown = [block for block in page.of_kind(BlockKind.RATING) if block.label == "aggregate"]
    figures = [figure.value for key in ("ratingValue", *_COUNTS) for figure in datum.all(key)]
    return film.film == page.main and len(shown) == 1 and all(f in page.text(shown[0].span) for f in figures)


def _key(film: Marked, datum: Datum, *, alone: bool) -> str:
    """The number of the review on the page that the data mean, "" for none."""
    if film.film != film.page.main:
        return ""
    entries = _entries(film.page)
    if alone and len(entries) == 1:
        return next(iter(entries))
    author = datum.first("author")
    same = [number for number, name in entries.items() if author and name == author.value.casefold()]
    return same[0] if len(same) == 1 else ""


def _entries(page: Page) -> dict[str, str]:
    """The reviews that the page shows: number and author, in lower case, "" where none is named."""
    entries = {str(block.entry): "" for block in page.blocks if block.entry is not None}
    for block in page.blocks:
        if block.entry is not None and block.label == "author":
            entries[str(block.entry)] = page.text(block.body).casefold()
    return entries


def _written(film: Marked, this: Thing, datum: Datum) -> Iterator[Claim]:
    if (author := datum.first("author")) and author.span and author.value:
        yield film.states(this, "schema:author", Thing(Kind.REVIEWER, clean_name(author.value)), author.span)
    if (dated := datum.first("datePublished")) and dated.span and (value := date(dated.value)):
        yield film.states(this, "schema:datePublished", value, dated.span)
    if (body := datum.first("reviewBody")) and body.value and this.key.startswith("data-"):
        yield film.states(this, "schema:reviewBody", Value(body.value), body.words)


def _rated(film: Marked, this: Thing, rating: Thing, datum: Datum) -> Iterator[Claim]:
    if (rated := datum.first("reviewRating")) and rated.span and _is_figure(rated.first("ratingValue")):
        yield film.states(this, "schema:reviewRating", rating, rated.span)
        yield from _scale(film, rating, rated)


def _scale(film: Marked, rating: Thing, datum: Datum) -> Iterator[Claim]:
    for key in _SCALE:
        if (figure := datum.first(key)) and _is_figure(figure):
            text = figure.value.replace(",", ".")
            value = Value(text, Datatype.DECIMAL if "." in text else Datatype.INTEGER)
            yield film.states(rating, f"schema:{key}", value, figure.words)


def _is_figure(datum: Datum | None) -> bool:
    return bool(datum and _FIGURE.fullmatch(datum.value))
