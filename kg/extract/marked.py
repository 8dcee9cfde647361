"""The films of a page's structured data in, each with its data and the thing that it is on the page out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.stating import state
from kg.lexis.data import Datum, read_data, titled
from kg.lexis.titles import title_key
from kg.model import BlockKind, Claim, Kind, Page, Span, Status, Thing, Value

_DATES: Final = ("datePublished", "dateCreated")
_YEAR: Final = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One film's data, and how claims are made of them."""

    page: Page
    film: Thing
    data: Datum
    rule: str

    def states(self, subject: Thing, relation: str, object: Thing | Value, span: Span) -> Claim:
        """The claim; markup is never in doubt, whatever sentence its words look like."""
        return state(self.page, subject, relation, object, span, self.rule, Status.ASSERTED)


@dataclass(frozen=True, slots=True)
class Named:
    """A film as data name it: where its title stands and, if they tell, its year."""

    title: Span
    key: str
    year: str
    year_span: Span | None


def name_of(page: Page, data: Datum) -> Named | None:
    """How the data of a film, on top or as another film's property, name it."""
    name = data.first("name") or data
    if not name.value or (name is data and data.value == "Movie"):
        return None
    title, year_span = titled(name)
    dates = (date for key in _DATES for date in data.all(key))
    stated = next((m[0] for date in dates if (m := _YEAR.search(date.value))), "")
    year = page.text(year_span) if year_span else stated
    return Named(title, title_key(page.text(title)), year, year_span)


class Films:
    """Which film of the page, or none that its text speaks of, each name in the data means.

    A name alone means the one film of that name. Where the data hold two, the year tells which is the page's own.
    """

    def __init__(self, page: Page, named: Sequence[Named]) -> None:
        self._known = {title_key(film.title): film for film in reversed(page.films) if film.title}
        self._years: defaultdict[str, list[str]] = defaultdict(list)
        for name in named:
            self._years[name.key] += [name.year] * (bool(name.year) and name.year not in self._years[name.key])

    def thing(self, name: Named) -> Thing:
        """The film of this name."""
        years, known = self._years[name.key], self._known.get(name.key)
        if known and (len(years) < 2 or (name.year or years[0]) == (known.year or years[0])):
            return known.thing
        return Thing(Kind.MOVIE, f"{name.key} {name.year if len(years) > 1 else ''}".strip())


def marked(page: Page) -> Iterator[tuple[Marked, Named, Films]]:
    """Every film that the page has data about, in their order."""
    if not any(page.of_kind(BlockKind.DATA)):
        return
    data = [(datum, name) for datum, _ in read_data(page.document.text) if (name := name_of(page, datum))]
    films = Films(page, [name for _, name in data])
    for datum, name in data:
        yield Marked(page, films.thing(name), datum, f"markup.{datum.key}"), name, films
