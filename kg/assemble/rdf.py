"""Facts and values in, terms and lines of N-Quads out; the super-terms of a relation are written out too.

Lines are made of text, without an object a term: there are some two hundred of them a document.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

import pyoxigraph as ox
from msgspec import Struct

from kg.assemble.statements import TYPE
from kg.model import Datatype, Fact, Value
from kg.vocab import expand, relation

Spoken = tuple[str, str, str]
"""Subject, predicate and object as N-Triples write them."""


class Stated(Struct, frozen=True, array_like=True):
    """What a fact states, without its evidence; there is one fact of it."""

    subject: str
    relation: str
    object: str | Value


def stated(fact: Fact) -> Stated:
    """A fact without its evidence."""
    return Stated(fact.subject, fact.relation, fact.object)


# What pyoxigraph does not write as it stands: see the canonical form of N-Triples.
_ESCAPED: Final = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')


@lru_cache(maxsize=1 << 16)
def node(iri: str) -> str:
    """An IRI as N-Quads write it; ValueError where it is none."""
    return str(ox.NamedNode(iri))


@cache
def named(name: str) -> str:
    """The term with this CURIE."""
    return node(expand(name))


def literal(text: str, datatype: str = "") -> str:
    """A literal; `datatype` is a term, "" for plain text."""
    quoted = str(ox.Literal(text)) if _ESCAPED.search(text) else f'"{text}"'
    return f"{quoted}^^{datatype}" if datatype else quoted


def spoken_object(value: str | Value) -> str:
    """An IRI or a value."""
    if isinstance(value, str):
        return node(value)
    return literal(value.text, _datatype(value.datatype))


@cache
def _datatype(name: Datatype) -> str:
    return "" if name is Datatype.STRING else named(f"xsd:{name}")


@cache
def predicates(name: str) -> tuple[str, ...]:
    """A relation and its super-terms."""
    return tuple(named(n) for n in related(name))


@cache
def related(name: str) -> tuple[str, ...]:
    """CURIEs of a relation and its super-terms."""
    return (name,) if name == TYPE else (name, *relation(name).supers)


def spoken(facts: Iterable[Fact | Stated]) -> Iterator[Spoken]:
    """The triples of facts; one that two facts state comes twice."""
    for fact in facts:
        subject, obj = node(fact.subject), spoken_object(fact.object)
        for predicate in predicates(fact.relation):
            yield subject, predicate, obj


def line(triple: Spoken, graph: str = "") -> str:
    """A line of N-Quads, without the line end; `graph` is a term, "" for the default graph."""
    subject, predicate, obj = triple
    return f"{subject} {predicate} {obj} {graph} ." if graph else f"{subject} {predicate} {obj} ."
