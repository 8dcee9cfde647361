"""What many desks came to in; the answers of a Resolution out, of which no more is read than is asked for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from msgspec import Struct

from kg.model import Decision, Entity, Extraction, Judgement, Kind, Thing, Verdict
from kg.resolve.desks.documents import DocumentSlugs, slugs_of
from kg.resolve.desks.films import films_of
from kg.resolve.desks.office import Office
from kg.resolve.desks.people import Person
from kg.resolve.desks.things import Named, slugs_at
from kg.resolve.entities import characters
from kg.resolve.recording import REMAKE, put_down
from kg.resolve.resolution import Resolution
from kg.resolve.summary import Ref, Summary

_ENDS: Final = itemgetter(8, 9)


class Label(Struct, array_like=True, frozen=True):
    """What a thing is called, sent to a part in which something is said of it or of what it is told apart by."""

    iri: str
    kind: Kind
    name: str | None


@dataclass(frozen=True, slots=True)
class Divided:
    """What identity came to, on disk; `firsts` is the first document of each desk, `counts` how many there are.

    The graph is taken to have as many parts as there are desks.
    """

    office: Office
    firsts: Sequence[str]
    counts: Mapping[Kind, int]
    decisions: tuple[Decision, ...] = ()
    added: tuple[Extraction, ...] = ()

    @property
    def plain(self) -> "Divided":
        """What can be sent elsewhere: this."""
        return self

    def portion(self, number: int) -> Resolution:
        """What everything is called that the documents of a desk speak of."""
        return _portion(self.office, number)

    def part(self, number: int) -> Resolution:
        """The same of all that is said in a part, when it has been handed on."""
        return _part(self.office, number)

    def hand_on(self, portion: int, things: Sequence[Iterable[str]]) -> None:
        """Tell each part what those of some things are called that have a name; `things` are the IRIs for each."""
        named = self.portion(portion).named
        known = ((part, named[iri]) for part, some in enumerate(things) for iri in some if iri in named)
        labels = ((part, Label(each.iri, each.kind, each.name)) for part, each in known)
        self.office.send(portion, labels, Label)

    def summaries(self, number: int) -> list[Summary]:
        """What identity was decided on, of the documents of a desk."""
        return self.office.laid(number, Summary)

    def iri(self, document_id: str, thing: Thing) -> str:
        """IRI of a thing that a document speaks of."""
        if thing.kind is Kind.MOVIE:
            return self.office.base.join(
                Kind.MOVIE, _films(self.office, self._desk(document_id))[document_id, thing.key]
            )
        return self.portion(self._desk(document_id)).iri(document_id, thing)

    def document(self, document_id: str) -> str:
        """Slug of a document."""
        return _documents(self.office)[document_id]

    def about(self, document_id: str) -> str | None:
        """The key of the film that a document is about."""
        return _about(self.office, self._desk(document_id)).get(document_id)

    @property
    def judgements(self) -> Iterator[Judgement]:
        """Why things are one, two, or an open question, in order."""
        for (left, right), rows in groupby(self.office.rows("said"), key=_ENDS):
            reasons: dict[tuple[bool, str], str] = {}
            for kind, *_, verdict, reason, _, _ in rows if left != right else ():
                reasons.setdefault((kind == REMAKE, str(verdict)), str(reason))
            if (False, Verdict.DIFFERENT) in reasons:
                reasons.pop((False, Verdict.OPEN), None)
            for verdict, reason in sorted({(verdict, reason) for (_, verdict), reason in reasons.items()}):
                yield Judgement(left, right, Verdict(verdict), reason)

    def count(self, kind: Kind) -> int:
        """How many entities there are of a kind."""
        return self.counts[kind]

    def remember(self, file: Path) -> None:
        """Keep what was decided of all documents."""
        put_down(self.office.rows, file)

    def _desk(self, document_id: str) -> int:
        return bisect_right(self.firsts, document_id) - 1


@lru_cache(1)
def _portion(office: Office, number: int) -> Resolution:
    slugs = slugs_at(office, number)
    films = films_of(office, number).titles.items()
    people = {each.slug: each.name for each in office.read(number, Person)}
    known: list[tuple[Kind, str, str]] = [(Kind.MOVIE, *film) for film in films]
    known += [(Kind.PERSON, *person) for person in people.items()]
    named = {(iri := office.base.join(kind, made)): Entity(iri, kind, name or None) for kind, made, name in known}
    named |= {each.iri: each for each in characters(slugs.parts.names, slugs)}
    named |= {each.entity.iri: each.entity for each in office.read(number, Named)}
    return Resolution(slugs, named)


@lru_cache(1)
def _part(office: Office, number: int) -> Resolution:
    labels = {each.iri: each for each in office.read(number, Label)}
    named = {iri: Entity(iri, each.kind, each.name) for iri, each in labels.items()}
    return Resolution(slugs_of(office, {}, {}), named)


@lru_cache(1)
def _films(office: Office, desk: int) -> Mapping[Ref, str]:
    return films_of(office, desk).slugs


@lru_cache(1)
def _about(office: Office, desk: int) -> Mapping[str, str]:
    return {s.document: mention.key for s in office.laid(desk, Summary) for mention in s.films if mention.about}


@lru_cache(1)
def _documents(office: Office) -> DocumentSlugs:
    return DocumentSlugs.laid(office)
