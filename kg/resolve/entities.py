"""What was decided, in; the entities of the merged graph with the name to show and the other names, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Entity, Kind
from kg.resolve.films import Film, Films
from kg.resolve.people import People, Person
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Summary
from kg.vocab import country_name

Named = tuple[str, Kind, str]
"""The IRI of a company, work, country or reviewer, its kind, and the name that a document gives it."""


def entities(films: Films, people: People, named: Iterable[Named], slugs: Slugs) -> Iterator[Entity]:
    """Films, people, characters and everything else that has a name, sorted within each kind."""
    for film in films:
        yield film_entity(film, slugs.base.join(Kind.MOVIE, slugs.films[film.first]))
    for person in people.persons:
        yield person_entity(person, slugs.base.join(Kind.PERSON, people.slugs[person.first]))
    yield from characters(slugs.parts.names, slugs)
    yield from named_entities(Counter(named))


def film_entity(film: Film, iri: str) -> Entity:
    """A film under the title that most documents give it."""
    name, titles = film.title, {title for mention in film.mentions for title in mention.titles}
    return Entity(iri, Kind.MOVIE, name or None, tuple(sorted(titles - {name})))


def person_entity(person: Person, iri: str) -> Entity:
    """A person under their fullest name."""
    name, *others = person.names
    return Entity(iri, Kind.PERSON, name, tuple(sorted(others)))


def characters(names: Mapping[tuple[str, str], str], slugs: Slugs) -> Iterator[Entity]:
    """The characters of films, of their names by film and spelling."""
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (film, spelling), name in names.items():
        spellings[film, name].add(spelling)
    for film, name in sorted(spellings):
        yield Entity(slugs.character(film, name), Kind.CHARACTER, name, tuple(sorted(spellings[film, name] - {name})))


def named_in(summary: Summary, slugs: Slugs) -> Iterator[Named]:
    """What else a document names: companies, works, countries, reviewers; "" where it gives no name."""
    for thing in summary.named:
        name = country_name(thing.key) if thing.kind is Kind.COUNTRY else "" if thing.parts else thing.key
        yield slugs.iri(summary.document, thing), thing.kind, name


def named_entities(times: Mapping[Named, int]) -> Iterator[Entity]:
    """The same under the name that most documents give them, if any does; `times` is how many do."""
    names: dict[tuple[str, Kind], dict[str, int]] = defaultdict(dict)
    for (iri, kind, name), documents in times.items():
        names[iri, kind][name] = documents
    for (iri, kind), said in sorted(names.items()):
        name, *others = sorted(said, key=lambda n: (-said[n], -len(n), n))
        yield Entity(iri, kind, name or None, tuple(sorted(others)))
