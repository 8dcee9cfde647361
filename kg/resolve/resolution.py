"""What identity came to: the IRI of everything that any document speaks of, its names, and the judgements behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from kg.model import Decision, Entity, Extraction, Judgement, Kind, Thing
from kg.resolve.parts import Parts
from kg.resolve.summary import Ref, Summary
from kg.resolve.works import Work
from kg.vocab import BaseIri, expand, slug
from kg.vocab.iris import PART


@dataclass(frozen=True, slots=True)
class Slugs:
    """The slugs that were decided on: of documents, films, people and works as mentioned, and the films' characters."""

    documents: Mapping[str, str]
    films: Mapping[Ref, str]
    people: Mapping[Ref, str]
    works: Mapping[Work, str]
    parts: Parts
    base: BaseIri

    def of(self, document: str, thing: Thing) -> str:
        """Slug of a thing that a document speaks of."""
        return _SLUGS[thing.kind](self, document, thing)

    def iri(self, document: str, thing: Thing) -> str:
        """IRI of a thing that a document speaks of; a concept's is the ontology's own."""
        if thing.kind is Kind.CONCEPT:
            return expand(f"kg:{thing.key}")
        kind = Kind.RATING if thing.kind is Kind.AGGREGATE else thing.kind
        return self.base.join(kind, self.of(document, thing))

    def character(self, film: str, name: str) -> str:
        """IRI that a character of a film (slug) has, or would have, under a name."""
        return self.base.join(Kind.CHARACTER, film, slug(name))


def _film(slugs: Slugs, document: str, thing: Thing) -> str:
    return slugs.films[document, thing.key]


def _person(slugs: Slugs, document: str, thing: Thing) -> str:
    return slugs.people[document, thing.key]


def _named(slugs: Slugs, document: str, thing: Thing) -> str:
    """A thing by its name; a work without a title, by the film that was made from it."""
    if thing.parts:
        return _joined(_film(slugs, document, thing.parts[0]), slug(thing.key))
    return slugs.works.get((document, thing)) or slug(thing.key)


def _character(slugs: Slugs, document: str, thing: Thing) -> str:
    film = _film(slugs, document, thing.parts[0])
    return _joined(film, slug(slugs.parts.names[film, thing.key]))


def _role(slugs: Slugs, document: str, thing: Thing) -> str:
    film, player = _film(slugs, document, thing.parts[0]), _person(slugs, document, thing.parts[1])
    credited = slugs.parts.credited(film, player, thing.key)
    return _joined(film, player, slug(credited) if credited else "")


def _release(slugs: Slugs, document: str, thing: Thing) -> str:
    """A release in a country, or one without, at a festival that is its key."""
    film, *country = thing.parts
    return _joined(
        _film(slugs, document, film), *(slug(place) for place in (*(c.key for c in country), thing.key) if place)
    )


def _of_document(slugs: Slugs, document: str, thing: Thing) -> str:
    return _joined(slugs.documents[document], slug(thing.key))


def _aggregate(slugs: Slugs, document: str, thing: Thing) -> str:
    return _joined(slugs.documents[document], "aggregate", "" if thing.key == "1" else slug(thing.key))


def _joined(*slugs: str) -> str:
    return PART.join(filter(None, slugs))


_SLUGS: Final[Mapping[Kind, Callable[[Slugs, str, Thing], str]]] = {
    Kind.MOVIE: _film,
    Kind.PERSON: _person,
    Kind.ORGANIZATION: _named,
    Kind.COUNTRY: _named,
    Kind.WORK: _named,
    Kind.BOOK: _named,
    Kind.CHARACTER: _character,
    Kind.ROLE: _role,
    Kind.RELEASE: _release,
    Kind.REVIEW: _of_document,
    Kind.RATING: _of_document,
    Kind.REVIEWER: _of_document,
    Kind.AGGREGATE: _aggregate,
}


@dataclass(frozen=True)
class Resolution:
    """Everything's IRI, the entities that have a name or are films, by IRI, and why things were joined, parted or left
    open.

    `judge` gives the reasons, which nobody waits for to go on. `decisions` are those of people, with the IRIs that
    things have now; `added` states what their file adds of its own. `main` has the key of the film that a document is
    about, by its id.
    """

    slugs: Slugs
    named: Mapping[str, Entity]
    judge: Callable[[], Iterable[Judgement]] = tuple
    decisions: tuple[Decision, ...] = ()
    added: tuple[Extraction, ...] = ()
    main: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Why things were joined, parted or left open, in order; worked out when it is first asked for."""
        return tuple(self.judge())

    @property
    def plain(self) -> "Resolution":
        """The same without reasons, to be sent elsewhere."""
        return replace(self, judge=tuple)

    def portion(self, _: int) -> "Resolution":
        """What is called how in some of the documents: all that is known."""
        return self

    def part(self, _: int) -> "Resolution":
        """What is called how in a part of the graph: all that is known."""
        return self

    def iri(self, document_id: str, thing: Thing) -> str:
        """IRI of a thing that a document speaks of."""
        return self.slugs.iri(document_id, thing)

    def document(self, document_id: str) -> str:
        """Slug of a document, the last level of its IRI and of its graph's."""
        return self.slugs.documents[document_id]

    def about(self, document_id: str) -> str | None:
        """The key of the film that a document is about."""
        return self.main.get(document_id)

    def credited(self, document_id: str, role: Thing) -> str:
        """The character of a role as most documents credit it; "" when none is named."""
        film, player = (self.slugs.of(document_id, part) for part in role.parts)
        return self.slugs.parts.credited(film, player, role.key)

    def told(self, summary: Summary) -> tuple[object, ...]:
        """All that it tells of the things of one document: as long as it tells the same, the document states the same.

        These are the slugs and the names that `iri`, `document`, `credited` and `named` are asked for.
        """
        slugs, document = self.slugs, summary.document
        films = {mention.key: slugs.films[mention.ref] for mention in summary.films}
        people = {mention.name: slugs.people[mention.ref] for mention in summary.people}
        things = [slugs.iri(document, thing) for thing in summary.named]
        iris = [
            *(slugs.base.join(Kind.MOVIE, slug) for slug in films.values()),
            *(slugs.base.join(Kind.PERSON, slug) for slug in people.values()),
            *things,
        ]
        characters = [
            slugs.parts.credited(films[part.film], people.get(part.player, ""), part.character)
            for part in summary.parts
        ]
        return slugs.documents[document], iris, [self.named[iri].name for iri in iris], characters

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities."""
        return tuple(self.named.values())

    def count(self, kind: Kind) -> int:
        """How many entities there are of a kind."""
        start = self.slugs.base.join(kind, "")
        return sum(iri.startswith(start) for iri in self.named)
