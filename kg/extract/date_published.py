"""Page in, claims of schema:datePublished out: the full date of the first release, and the year where one is stated."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.dates import date_value
from kg.extract.film_phrase import FilmPhrase, film_phrases
from kg.extract.reading import fields, group
from kg.extract.release_dates import openings
from kg.extract.stating import state
from kg.extract.words import words
from kg.lexis import YEAR
from kg.model import BlockKind, Claim, Datatype, Page, Span, Status, Thing, Value

_FIELDS: Final = frozenset(words("fields.year"))
_YEAR: Final = re.compile(YEAR)
_BEHIND: Final = re.compile(rf"\s(?:of|from|made in|released in|from the year)\s({YEAR})(?!\w|-)")
_IN_BRACKETS: Final = re.compile(rf"[\"”’']?\s?[(\[]({YEAR})(?:\s[^()\[\]]*\bfilm)?[)\]]")


def date_published(page: Page) -> Iterator[Claim]:
    """When each film of the page came out."""
    years = list(_years(page))
    yield from years
    known = {c.object.text for c in years if c.subject == page.main and isinstance(c.object, Value)}
    if first := _first_release(page, known):
        yield first


def _years(page: Page) -> Iterator[Claim]:
    seen: set[tuple[Thing, Span]] = set()
    for film, span, rule in _stated_years(page):
        if (film, span) not in seen:
            seen.add((film, span))
            yield state(
                page, film, "schema:datePublished", Value(page.text(span), Datatype.GYEAR), span, rule, Status.ASSERTED
            )


def _stated_years(page: Page) -> Iterator[tuple[Thing, Span, str]]:
    text = page.document.text
    value = next(fields(page, _FIELDS), None)
    if value and (match := _YEAR.search(text, value.start, value.end)):
        yield page.main, group(match), "datePublished.field"
    for heading in page.of_kind(BlockKind.HEADING):
        if heading.label == "title" and (match := _IN_BRACKETS.search(text, heading.span.start, heading.span.end)):
            yield page.main, group(match, 1), "datePublished.heading"
    if match := _IN_BRACKETS.match(text, _end_of_opening_title(page)):
        yield page.main, group(match, 1), "datePublished.title"
    for phrase in film_phrases(page):
        if span := _year_of(text, phrase):
            yield phrase.film, span, "datePublished.phrase"
    dates = [opening.date for opening in openings(page) if opening.date and opening.film == page.main]
    for film in page.films:
        if film.year_span and not any(film.year_span in date for date in dates):
            yield film.thing, film.year_span, "datePublished.title"


def _end_of_opening_title(page: Page) -> int:
    """Where the title ends with which the first paragraph opens; the end of the text when it opens otherwise."""
    text, title = page.document.text, page.films[0].title or "\n"
    start = next((b.span.start for b in page.of_kind(BlockKind.PROSE)), len(text))
    start += text.startswith(('"', "“", "'"), start)
    return start + len(title) if text.startswith(title, start) else len(text)


def _year_of(text: str, phrase: FilmPhrase) -> Span | None:
    """Year in or right behind the words for a film: "a 1996 drama", "a drama of 1996"."""
    if inside := _YEAR.search(text, phrase.span.start, phrase.span.end):
        return group(inside)
    behind = _BEHIND.match(text, phrase.span.end)
    return group(behind, 1) if behind else None


def _first_release(page: Page, years: set[str]) -> Claim | None:
    """The earliest full date, in a stated year where there is one: a festival showing before it belongs to the year."""
    dated = [
        (opening, value)
        for opening in openings(page)
        if opening.film == page.main and opening.date and (value := date_value(page.text(opening.date)))
        if not years or value.text[:4] in years
    ]
    if not dated:
        return None
    full = [d for d in dated if d[1].datatype is Datatype.DATE]
    opening, value = min(full or dated, key=lambda d: d[1].text)
    return state(page, page.main, "schema:datePublished", value, opening.span, f"datePublished.release-{opening.rule}")
