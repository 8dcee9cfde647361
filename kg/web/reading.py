"""A store and a thing in; what its page shows out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg.query.film import FACTS, INVERSES
from kg.query.reader import Reader, Term
from kg.query.screen import spaced
from kg.vocab import curie
from kg.web.places import Places
from kg.web.quotes import Quote, Quotes
from kg.web.telling import called, telling
from kg.web.views import Cell, Credit, Line, Opinion, Part

MOST: Final = 250  # films on the page of a country or a studio; the search finds the others
STORY: Final = dict(FACTS)["schema:description"]
# What people, organizations and countries are to a film.
CREDITS: Final = {
    "schema:director": "Director",
    "kg:screenwriter": "Writer",
    "kg:storyBy": "Story",
    "schema:producer": "Producer",
    "kg:cinematographer": "Camera",
    "schema:editor": "Editing",
    "schema:musicBy": "Music",
    "schema:actor": "Actor",
    "schema:productionCompany": "Studio",
    "kg:distributor": "Distributor",
    "schema:countryOfOrigin": "Country of origin",
    "schema:character": "Appears in",
    "schema:about": "Subject",
    "kg:originallyPlayedBy": "Played it first",
}
_OF_PEOPLE: Final = (
    ("schema:alternateName", "Also called"),
    ("schema:birthDate", "Born"),
    ("schema:deathDate", "Died"),
    ("schema:nationality", "Nationality"),
    ("schema:jobTitle", "Known as"),
)


class Reading:
    """Reads things for their pages, with links and quotes."""

    def __init__(self, store: ox.Store, places: Places, quotes: Quotes) -> None:
        self._store = store
        self._places = places
        self._quotes = quotes

    def reader(self, thing: ox.NamedNode) -> Reader:
        """The merged facts around a thing."""
        return Reader(self._store, thing)

    def facts(self, reader: Reader, film: ox.NamedNode) -> list[Line]:
        """The facts of a film, with what sources disagree on."""
        lines = [self._line(reader, film, relation, label) for relation, label in FACTS]
        return [line for line in (*lines, self._releases(reader, film)) if line.cells or line.lost]

    def cast(self, reader: Reader, film: ox.NamedNode) -> list[Part]:
        """A line for each role, and one for each actor without one."""
        credited = reader.objects(film, "schema:actor")
        roles = [r for r in credited if reader.is_a(r, "schema:PerformanceRole")]
        with_role = {actor for role in roles for actor in reader.objects(role, "schema:actor")}
        parts = [self._part(reader, film, role) for role in roles]
        others = (a for a in credited if a not in roles and a not in with_role)
        parts += [Part(self._cell(reader, film, "schema:actor", actor), Cell(""), "", ()) for actor in others]
        return sorted(parts, key=lambda part: (not part.elsewhere, not part.character.text, part.actor.text))

    def opinions(self, reader: Reader, film: ox.NamedNode) -> list[Opinion]:
        """Averages, then reviews, each with author, date and mark."""
        averages = reader.objects(film, "schema:aggregateRating")
        reviews = [r for r in reader.objects(film, "schema:review") if reader.is_a(r, "schema:Review")]
        return [
            *(Opinion(_average(reader, a), "", self._behind(film, "schema:aggregateRating", a)) for a in averages),
            *(self._review(reader, film, r) for r in reviews),
        ]

    def person(self, reader: Reader, thing: ox.NamedNode) -> list[Line]:
        """What is told of a person, or of anything else that is no film."""
        lines = (self._line(reader, thing, relation, label) for relation, label in _OF_PEOPLE)
        return [line for line in lines if line.cells or line.lost]

    def credits(self, reader: Reader, thing: ox.NamedNode) -> list[Credit]:
        """The films that name a thing, the newest first, and what it was in each."""
        parts: dict[Term, list[Cell]] = defaultdict(list)
        for film, cell in self._parts_of(reader, thing):
            parts[film].append(cell)
        found = [
            Credit(self.link(reader, film), _year(reader, film), _distinct(cells)) for film, cells in parts.items()
        ]
        return sorted(found, key=lambda c: (c.year, c.film.text), reverse=True)

    def link(self, reader: Reader, thing: Term) -> Cell:
        """A thing by its name, with its page."""
        return Cell(called(reader, thing), self._href(thing))

    def statement(self, reader: Reader, triple: ox.Triple) -> tuple[Cell, str, Cell]:
        """A statement in words: of what, which relation, which value."""
        relation = curie(triple.predicate.value)
        subject = triple.subject if isinstance(triple.subject, ox.NamedNode) else triple.predicate
        return (
            self.link(reader, subject),
            spaced(relation.partition(":")[2]).lower(),
            self.link(reader, triple.object)
            if isinstance(triple.object, ox.NamedNode)
            else Cell(reader.words(triple.object, relation)),
        )

    def statements(self, reader: Reader, triples: Iterable[ox.Triple]) -> list[tuple[Cell, str, Cell]]:
        """What the same words state, as far as it is worth telling."""
        return [self.statement(reader, triple) for triple in telling(reader, triples)]

    def _parts_of(self, reader: Reader, thing: ox.NamedNode) -> Iterator[tuple[Term, Cell]]:
        for relation, label in CREDITS.items():
            for subject in reader.subjects(relation, thing):
                if reader.is_a(subject, "schema:Movie"):
                    yield subject, Cell(label, "", self._behind(subject, relation, thing))
                elif relation in ("schema:actor", "kg:originallyPlayedBy"):
                    yield from self._role(reader, subject, label)
        for role in reader.subjects("kg:character", thing):
            for film in reader.subjects("schema:actor", role):
                for actor in reader.objects(role, "schema:actor"):
                    yield film, Cell(f"played by {reader.label(actor)}", self._href(actor))
        for review in reader.subjects("schema:author", thing):
            for film in reader.objects(review, "schema:itemReviewed"):
                yield film, Cell("Reviewer", "", self._behind(film, "schema:review", review))

    def _role(self, reader: Reader, role: Term, label: str) -> Iterator[tuple[Term, Cell]]:
        for film in reader.subjects("schema:actor", role):
            names = " / ".join(reader.texts(role, "schema:characterName"))
            href = next((h for c in reader.objects(role, "kg:character") if (h := self._href(c))), "")
            text = f"as {names}" if label == "Actor" else f"{label}: {names}"
            yield film, Cell(text if names else label, href, self._behind(film, "schema:actor", role))

    def _line(self, reader: Reader, thing: ox.NamedNode, relation: str, label: str) -> Line:
        values = reader.objects(thing, relation)
        originals = reader.objects(thing, "kg:remakeOf") if relation == "schema:isBasedOn" else []
        cells = [self._cell(reader, thing, relation, value) for value in values if value not in originals]
        if inverse := INVERSES.get(relation):
            others = [s for s in reader.subjects(inverse, thing) if s not in values]
            cells += [Cell(reader.label(s), self._href(s), self._behind(s, inverse, thing)) for s in others]
        contest = reader.contest(relation)
        lost = tuple(self._cell(reader, thing, relation, value) for value in contest.rejected)
        return Line(label, tuple(cells), lost, contest.rule)

    def _cell(self, reader: Reader, thing: Term, relation: str, value: Term) -> Cell:
        return Cell(reader.words(value, relation), self._href(value), self._behind(thing, relation, value))

    def _releases(self, reader: Reader, film: ox.NamedNode) -> Line:
        cells = []
        for release in reader.objects(film, "schema:publication"):
            told = [
                reader.words(v, relation)
                for relation in ("schema:location", "schema:startDate", "schema:publishedBy")
                for v in reader.objects(release, relation)
            ]
            cells.append(Cell(", ".join(told), "", self._behind(film, "schema:publication", release)))
        return Line("Releases", tuple(sorted(cells, key=lambda cell: cell.text)))

    def _part(self, reader: Reader, film: ox.NamedNode, role: Term) -> Part:
        actors = reader.objects(role, "schema:actor")
        characters = reader.objects(role, "kg:character")
        quotes = self._behind(film, "schema:actor", role)
        kinds = ", ".join(spaced(reader.label(kind)).lower() for kind in reader.objects(role, "kg:creditKind"))
        names = " / ".join(reader.texts(role, "schema:characterName"))
        return Part(
            Cell(", ".join(map(reader.label, actors)), next(map(self._href, actors), "")),
            Cell(names, next(map(self._href, characters), ""), quotes),
            kinds,
            tuple(self._elsewhere(reader, role)),
        )

    def _elsewhere(self, reader: Reader, role: Term) -> Iterator[Cell]:
        """Who has this part in the original or in a remake."""
        found: set[Term] = set()
        for other in (*reader.objects(role, "kg:counterpartRole"), *reader.subjects("kg:counterpartRole", role)):
            actors = reader.objects(other, "schema:actor")
            films = ", ".join(reader.label(f) for f in reader.subjects("schema:actor", other))
            names = " / ".join(reader.texts(other, "schema:characterName"))
            for actor in (a for a in actors if a not in found):
                as_whom = f" as {names}" if names else ""
                yield Cell(f"{reader.label(actor)}{as_whom}{f', {films}' if films else ''}", self._href(actor))
            found.update(actors)
        for first in reader.objects(role, "kg:originallyPlayedBy"):
            if first not in found:
                yield Cell(f"{reader.label(first)}, the original", self._href(first))

    def _review(self, reader: Reader, film: ox.NamedNode, review: Term) -> Opinion:
        authors = ", ".join(map(reader.label, reader.objects(review, "schema:author"))) or "unsigned"
        dates = [reader.words(d, "schema:datePublished") for d in reader.objects(review, "schema:datePublished")]
        marks = [_mark(reader, m) for m in reader.objects(review, "schema:reviewRating")]
        return Opinion(
            " · ".join(filter(None, (authors, *dates, *marks))),
            " ".join(reader.texts(review, "schema:reviewBody")),
            self._behind(film, "schema:review", review),
        )

    def _behind(self, subject: Term, relation: str, value: Term) -> tuple[Quote, ...]:
        return self._quotes.behind(subject, relation, value)

    def _href(self, thing: Term) -> str:
        place = self._places.of(thing)
        return f"{place}.html" if place else ""


def _distinct(cells: list[Cell]) -> tuple[Cell, ...]:
    """Each once; that somebody was an actor goes without saying where the character is known."""
    known = any(cell.text.startswith("as ") for cell in cells)
    return tuple(dict.fromkeys(cell for cell in cells if not (known and cell.text == CREDITS["schema:actor"])))


def _year(reader: Reader, film: Term) -> str:
    return next((d[:4] for d in reader.texts(film, "schema:datePublished")), "")


def _average(reader: Reader, rating: Term) -> str:
    aspects = reader.texts(rating, "schema:reviewAspect")
    counts = [f"{n} ratings" for n in reader.texts(rating, "schema:ratingCount")]
    counts += [f"{n} reviews" for n in reader.texts(rating, "schema:reviewCount")]
    return " · ".join(filter(None, (f"Average {_mark(reader, rating)}", *aspects, *counts)))


def _mark(reader: Reader, rating: Term) -> str:
    value = ", ".join(reader.texts(rating, "schema:ratingValue"))
    best = ", ".join(reader.texts(rating, "schema:bestRating"))
    return f"{value}/{best}" if value and best else value
