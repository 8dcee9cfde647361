"""What was decided, in; the entities of the merged graph with the name to show and the other names, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Entity, Kind
from kg.resolve.films import Film, Films
from kg.resolve.people import People
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Summary
from kg.vocab import country_name


def entities(summaries: Iterable[Summary], films: Films, people: People, slugs: Slugs) -> Iterator[Entity]:
    """Films, people, characters and everything else that has a name, sorted within each kind."""
    for film in films:
        yield _film(film, slugs)
    for person in people.persons:
        iri = slugs.base.join(Kind.PERSON, people.slugs[person.first])
        yield Entity(iri, Kind.PERSON, person.names[0], tuple(sorted(person.names[1:])))
    yield from _characters(slugs)
    yield from _named(summaries, slugs)


def _film(film: Film, slugs: Slugs) -> Entity:
    titles = {title for mention in film.mentions for title in mention.titles}
    iri = slugs.base.join(Kind.MOVIE, slugs.films[film.first])
    return Entity(iri, Kind.MOVIE, film.title or None, tuple(sorted(titles - {film.title})))


def _characters(slugs: Slugs) -> Iterator[Entity]:
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (film, spelling), name in slugs.parts.names.items():
        spellings[film, name].add(spelling)
    for film, name in sorted(spellings):
        yield Entity(slugs.character(film, name), Kind.CHARACTER, name, tuple(sorted(spellings[film, name] - {name})))


def _named(summaries: Iterable[Summary], slugs: Slugs) -> Iterator[Entity]:
    """Companies, works, countries, reviewers: under the name that most documents give them, if any does."""
    names: dict[tuple[str, Kind], Counter[str]] = defaultdict(Counter)
    for summary in summaries:
        for thing in summary.named:
            name = country_name(thing.key) if thing.kind is Kind.COUNTRY else "" if thing.parts else thing.key
            names[slugs.iri(summary.document, thing), thing.kind][name] += 1
    for (iri, kind), said in sorted(names.items()):
        name, *others = sorted(said, key=lambda n: (-said[n], -len(n), n))
        yield Entity(iri, kind, name, tuple(sorted(others)))
