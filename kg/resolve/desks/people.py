"""The mentions of a name, with their films, in; the people who bear it, brought back to the documents, out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from kg.model import Kind
from kg.resolve.context import Cast, Context, FilmIndex
from kg.resolve.desks.casts import Casting, Itself
from kg.resolve.desks.documents import slugs_of
from kg.resolve.desks.names import Around, Bearing, Family, Moved
from kg.resolve.desks.office import Office
from kg.resolve.entities import person_entity
from kg.resolve.people import bearers_of
from kg.resolve.recording import called_row, entity_row, person_rows, said_rows
from kg.resolve.summary import Ref
from kg.resolve.surnames import FullNames


class Person(Struct, array_like=True):
    """Who a person of a document is, sent to where the document is."""

    ref: Ref
    slug: str
    name: str


class _Acquainted(Context):
    """The films of some people, of whose casts only the names are known."""

    def __init__(self, casts: Mapping[str, Casting]) -> None:
        years = {film: each.year for film, each in casts.items()}
        super().__init__((), FilmIndex(Itself(), years, {film: each.title for film, each in casts.items()}))
        self._names = {film: each.people for film, each in casts.items()}

    def _cast(self, film: str) -> Cast:
        return Cast({name: set() for name in self._names.get(film, ())})


def decide_people(office: Office, desk: int) -> int:
    """Decide the names of a desk; how many people bear them."""
    root = Moved.laid(office)

    def at(key: str) -> int:
        return office.desk_of(root.get(key, key))

    others = {office.desk_of(key) for key in root if at(key) == desk} - {desk}

    def read(kind: type[Any]) -> Iterator[Any]:
        return (each for number in (desk, *sorted(others)) for each in office.read(number, kind))

    letters = sorted((each for each in read(Bearing) if at(each.key) == desk), key=lambda each: each.mention.ref)
    mentions = [letter.mention for letter in letters]
    names = FullNames(
        {letter.mention.ref: letter.key for letter in letters},
        {letter.mention.ref: letter.lent for letter in letters if letter.lent},
    )
    count: Counter[str] = Counter()
    for family in read(Family):
        count[family.surname] += family.names
    names.families = count
    context = _Acquainted({each.film: each for each in read(Around)})
    people = bearers_of(names, mentions, context)
    portion = {letter.mention.ref: letter.portion for letter in letters}
    found = (
        (portion[m.ref], Person(m.ref, people.slugs[m.ref], p.names[0])) for p in people.persons for m in p.mentions
    )
    office.send(desk, found, Person)
    office.put(desk, "people", "called", (called_row(*ref, key, people.slugs[ref]) for ref, key in people.keys.items()))
    office.put(desk, "people", "persons", person_rows(people))
    iris = ((person, office.base.join(Kind.PERSON, people.slugs[person.first])) for person in people.persons)
    office.put(desk, "people", "entities", (entity_row(person_entity(person, iri)) for person, iri in iris))
    office.put(desk, "people", "said", said_rows(Kind.PERSON, people.said, slugs_of(office, {}, people.slugs)))
    return len(people.persons)
