"""Statements in, those that are worth telling out, and what the things in them are called."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from kg.query.reader import Reader, Term
from kg.vocab import curie
from kg.vocab.terms import relations

_PLAIN: Final = frozenset({"rdf:type", "schema:name", "schema:characterName"})
_ROLE: Final = "schema:PerformanceRole"


def called(reader: Reader, thing: Term) -> str:
    """What a thing is called; a part in a film and a release, which have no names, by what they are."""
    if reader.is_a(thing, _ROLE):
        actors = ", ".join(map(reader.label, reader.objects(thing, "schema:actor")))
        names = " / ".join(reader.texts(thing, "schema:characterName"))
        return f"{actors} as {names}" if names else f"{actors}’s part"
    if reader.is_a(thing, "schema:PublicationEvent"):
        places = " and ".join(map(reader.label, reader.objects(thing, "schema:location")))
        return f"release in {places}" if places else "release"
    return reader.label(thing)


def telling(reader: Reader, triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """What the same words state, without what goes without saying: names, classes, and the same more broadly."""
    every = {(t.subject, curie(t.predicate.value), t.object): t for t in triples}
    broader = {(s, wide, o) for s, relation, o in every for wide in _supers(relation)}
    told = [t for key, t in every.items() if key not in broader and not _is_plain(reader, t.subject, key[1])]
    return told or list(every.values())[:1]


def _is_plain(reader: Reader, subject: Term, relation: str) -> bool:
    """Whether a relation tells nothing new: a part's actor is in what the part is called."""
    return relation in _PLAIN or (relation == "schema:actor" and reader.is_a(subject, _ROLE))


def _supers(name: str) -> tuple[str, ...]:
    """The broader relations that go with one; none of what the ontology does not define."""
    return relations()[name].supers if name in relations() else ()
