"""Quads in any order in; a graph out whose order, and so its every serialisation, depends on the quads alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from kg.rdf import HTTPS
from kg.vocab import PREFIXES, term

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE: Final = term("rdf:type")
UNWRITTEN: Final = {_TYPE, term("xsd:string"), term("rdf:langString")}  # syntaxes have short forms for them
_KIND: Final = re.compile(r"[/#]([a-z]\w*)/$")  # the last word of "https://example.org/kg/movie/"
_KNOWN: Final = {space: prefix for prefix, space in PREFIXES.items()} | {HTTPS: "schema"}


@dataclass(frozen=True, slots=True)
class Graph:
    """Distinct quads, sorted by graph, subject, predicate (the type first) and object."""

    quads: tuple[ox.Quad, ...]

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> "Graph":
        """The graph of these quads."""
        return cls(tuple(sorted(set(quads), key=_order)))

    @property
    def facts(self) -> "Graph":
        """The default graph alone: the merged, accepted facts."""
        return Graph(tuple(q for q in self.quads if isinstance(q.graph_name, ox.DefaultGraph)))

    @property
    def triples(self) -> Iterator[ox.Triple]:
        """Subject, predicate and object of every quad."""
        return (quad.triple for quad in self.quads)

    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace, for those that occur."""
        return prefixes(self.quads)


def prefixes(statements: Iterable[ox.Quad | ox.Triple]) -> dict[str, str]:
    """Prefix to namespace, for those that occur: the well-known ones, and one a kind of thing ("movie")."""
    return prefixes_of(namespaces(statements))


def namespaces(statements: Iterable[ox.Quad | ox.Triple]) -> set[str]:
    """The namespaces that occur."""
    return {space for said in statements for iri in _iris(said) if (space := namespace(iri))}


def prefixes_of(spaces: Iterable[str]) -> dict[str, str]:
    """Prefix to namespace, for these namespaces."""
    used = sorted(spaces)
    found = {_KNOWN[space]: space for space in used if space in _KNOWN}
    for space in used:
        if kind := _KIND.search(space):
            found.setdefault(kind[1], space)
    return found


def in_order(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Triples in the order of their lines, in that of a graph: of each subject its types first."""
    for _, about in groupby(triples, key=lambda triple: triple.subject):
        yield from sorted(about, key=lambda triple: triple.predicate != _TYPE)


def _within(said: ox.Triple | ox.Quad) -> tuple[bool, str, str]:
    return said.predicate != _TYPE, str(said.predicate), str(said.object)


def namespace(iri: str) -> str:
    """All of an IRI up to its last slash or hash."""
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), *_within(quad)


def _iris(said: ox.Quad | ox.Triple) -> Iterator[str]:
    for part in said:
        iri = part.datatype if isinstance(part, ox.Literal) else part
        if isinstance(iri, ox.NamedNode) and iri not in UNWRITTEN:
            yield iri.value
