"""Page in, claims of schema:publication out: when a film came out where, and through whom in that country."""

from collections.abc import Iterator
from typing import Final

from kg.extract.dates import date_value
from kg.extract.reading import fields, parts
from kg.extract.release_dates import Opening, openings
from kg.extract.stating import state
from kg.extract.words import words
from kg.lexis import clean_name, listed
from kg.model import Claim, Kind, Page, Span, Thing
from kg.vocab import country_code

_DISTRIBUTORS: Final = frozenset(words("fields.distributor"))


def release(page: Page) -> Iterator[Claim]:
    """Releases of the page's films: a day or a distributor, tied to a country or a festival."""
    for opening in openings(page):
        yield from _at_festival(page, opening) if opening.festival else _in_countries(page, opening)
    for value in fields(page, _DISTRIBUTORS):
        for part in parts(page, value):
            yield from _territory(page, part)


def _in_countries(page: Page, opening: Opening) -> Iterator[Claim]:
    names = list(_companies(page, opening))
    if opening.date or names:
        for code in opening.countries:
            event = _event(opening.film, code)
            yield from _placed(page, opening.film, event, code, opening.span, f"release.{opening.rule}")
            yield from _dated(page, event, opening)
            for name in names:
                distributor = Thing(Kind.ORGANIZATION, name)
                yield state(page, event, "schema:publishedBy", distributor, opening.span, f"release.{opening.rule}")


def _at_festival(page: Page, opening: Opening) -> Iterator[Claim]:
    if opening.date:
        event = Thing(Kind.RELEASE, opening.festival, (opening.film,))
        yield state(page, opening.film, "schema:publication", event, opening.span, "release.festival")
        yield from _dated(page, event, opening)


def _territory(page: Page, part: Span) -> Iterator[Claim]:
    """A distributor with its country in brackets: "Kino Lorber (United States)"."""
    name, _, rest = page.text(part).partition("(")
    span = Span(part.start, part.start + len(name.rstrip())) if name.strip() else part
    for code in filter(None, map(country_code, rest.rstrip(")").replace("/", ",").split(","))):
        event = _event(page.main, code)
        yield from _placed(page, page.main, event, code, part, "release.field")
        distributor = Thing(Kind.ORGANIZATION, clean_name(page.text(span)))
        yield state(page, event, "schema:publishedBy", distributor, span, "release.field")


def _event(film: Thing, code: str) -> Thing:
    return Thing(Kind.RELEASE, "", (film, Thing(Kind.COUNTRY, code)))


def _placed(page: Page, film: Thing, event: Thing, code: str, span: Span, rule: str) -> Iterator[Claim]:
    yield state(page, film, "schema:publication", event, span, rule)
    yield state(page, event, "schema:location", Thing(Kind.COUNTRY, code), span, rule)


def _dated(page: Page, event: Thing, opening: Opening) -> Iterator[Claim]:
    if opening.date and (value := date_value(page.text(opening.date))):
        yield state(page, event, "schema:startDate", value, opening.date, f"release.{opening.rule}")


def _companies(page: Page, opening: Opening) -> Iterator[str]:
    if opening.company:
        for item in listed(page.document.text, opening.company.start, opening.company.end):
            yield clean_name(page.text(item.name))
