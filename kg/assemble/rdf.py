"""Facts and values in, pyoxigraph terms, triples and quads out; the super-terms of a relation are written out too."""

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from kg.assemble.statements import TYPE
from kg.model import Datatype, Fact, Value
from kg.vocab import relation, term


@cache
def predicates(name: str) -> tuple[ox.NamedNode, ...]:
    """A relation and its super-terms."""
    return tuple(term(n) for n in related(name))


@cache
def related(name: str) -> tuple[str, ...]:
    """CURIEs of a relation and its super-terms."""
    return (name,) if name == TYPE else (name, *relation(name).supers)


def object_term(value: str | Value) -> ox.NamedNode | ox.Literal:
    """An IRI or a value as a term."""
    if isinstance(value, str):
        return ox.NamedNode(value)
    if value.datatype is Datatype.STRING:
        return ox.Literal(value.text)
    return ox.Literal(value.text, datatype=_datatype(value.datatype))


@cache
def _datatype(name: Datatype) -> ox.NamedNode:
    return term(f"xsd:{name}")


def triples(facts: Iterable[Fact]) -> Iterator[ox.Triple]:
    """The triples of facts, each once."""
    seen = set()
    for fact in facts:
        subject, obj = ox.NamedNode(fact.subject), object_term(fact.object)
        for predicate in predicates(fact.relation):
            triple = ox.Triple(subject, predicate, obj)
            if triple not in seen:
                seen.add(triple)
                yield triple


def into(graph: ox.NamedNode, stated: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    """The triples as quads of a graph."""
    return (ox.Quad(t.subject, t.predicate, t.object, graph) for t in stated)
