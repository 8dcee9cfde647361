"""Page in, claims of its own structured data out: JSON-LD, microdata and RDFa, each under a rule of its own."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from kg.extract.marked import Films, Marked, Named, marked, name_of
from kg.extract.markup_reviews import averages, reviews
from kg.extract.markup_values import date, values
from kg.extract.stating import part, person
from kg.lexis import clean_name
from kg.lexis.data import Datum
from kg.model import Claim, Datatype, Kind, Page, Span, Thing, Value
from kg.vocab import country_code

_ACTORS: Final = ("actor", "actors")
_COMPANY: Final = "Organization"
_CREDIT: Final = "kg:creditKind"
_BOOKS: Final = ("Book", "Play", "ShortStory")


def markup(page: Page) -> Iterator[Claim]:
    """All that the data say of each film."""
    for number, (film, name, films) in enumerate(marked(page), 1):
        yield from _told(film, name)
        yield from _cast(film)
        yield from _releases(film)
        yield from _works(film, films)
        yield from reviews(film, number)
        yield from averages(film, number)


def _told(film: Marked, name: Named) -> Iterator[Claim]:
    """What data say of a film that is named on top as of one that another is tied to."""
    yield film.states(film.film, "schema:name", Value(film.page.text(name.title)), name.title)
    if name.year_span:
        year = Value(film.page.text(name.year_span), Datatype.GYEAR)
        yield film.states(film.film, "schema:datePublished", year, name.year_span)
    yield from _people(film)
    yield from values(film)


def _people(film: Marked) -> Iterator[Claim]:
    for datum in film.data.within:
        table = "companies" if _type(datum) == _COMPANY or datum.key not in _relations("people") else "people"
        relation = _relations(table).get(datum.key)
        if relation and datum.span and (name := clean_name(datum.value)):
            kind = Kind.PERSON if table == "people" else Kind.ORGANIZATION
            yield film.states(film.film, relation, Thing(kind, name), datum.span)


def _cast(film: Marked) -> Iterator[Claim]:
    for datum in film.data.all(*_ACTORS):
        name = clean_name(datum.value)
        if not name or not datum.span or _type(datum) == _COMPANY:
            continue
        role, kind = datum.first("characterName", "kg:character"), datum.first(_CREDIT)
        span = Span(datum.span.start, role.span.end) if role and role.span else datum.span
        credit = kind.value if kind else ""
        yield from part(film.page, film.film, name, role.value if role else "", span, film.rule, credit)


def _releases(film: Marked) -> Iterator[Claim]:
    """When it came out in a country."""
    for datum in film.data.all("publication", "releasedEvent"):
        place, start = datum.first("location"), datum.first("startDate")
        code = country_code(place.value) if place else None
        if code and place and place.span:
            country = Thing(Kind.COUNTRY, code)
            event = Thing(Kind.RELEASE, "", (film.film, country))
            yield film.states(film.film, "schema:publication", event, place.span)
            yield film.states(event, "schema:location", country, place.span)
            if start and start.span and (value := date(start.value)):
                yield film.states(event, "schema:startDate", value, start.span)


def _works(film: Marked, films: Films) -> Iterator[Claim]:
    """Other films that it is tied to, and the books and plays that it is based on."""
    for datum in film.data.within:
        name = name_of(film.page, datum) if datum.value else None
        tie = _relations("ties").get(datum.key) or ("schema:isBasedOn" if datum.key == "isBasedOn" else None)
        if not (name and tie and datum.span):
            continue
        if datum.key != "isBasedOn" or _type(datum) == "Movie":
            other = films.thing(name)
            yield from _told(replace(film, film=other, data=datum), name) if other != film.film else ()
        else:
            other = Thing(Kind.BOOK if _type(datum) in _BOOKS else Kind.WORK, film.page.text(name.title))
            yield from _written(film, other, datum, name)
        if other != film.film:
            yield film.states(film.film, tie, other, datum.span)


def _written(film: Marked, work: Thing, datum: Datum, name: Named) -> Iterator[Claim]:
    yield film.states(work, "schema:name", Value(work.key), name.title)
    for author in datum.all("author"):
        if author.span and author.value:
            yield film.states(work, "schema:author", person(clean_name(author.value)), author.span)


def _type(datum: Datum) -> str:
    stated = datum.first("type")
    return stated.value if stated else ""


@cache
def _relations(table: str) -> dict[str, str]:
    """A table of markup.toml."""
    return dict(tomllib.loads((Path(__file__).parent / "markup.toml").read_text(encoding="utf-8"))[table])
