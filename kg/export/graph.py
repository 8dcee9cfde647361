"""Quads in any order in; a graph out whose order, and so its every serialisation, depends on the quads alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.rdf import HTTPS
from kg.vocab import PREFIXES, term

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE: Final = term("rdf:type")
_UNWRITTEN: Final = {_TYPE, term("xsd:string"), term("rdf:langString")}  # syntaxes have short forms for them
_NAMESPACE: Final = re.compile(r".*[/#]")
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
        """Prefix to namespace, for those that occur: the well-known ones, and one a kind of thing ("movie")."""
        used = sorted({m[0] for q in self.quads for iri in _iris(q) if (m := _NAMESPACE.match(iri))})
        prefixes = {_KNOWN[space]: space for space in used if space in _KNOWN}
        for space in used:
            if kind := _KIND.search(space):
                prefixes.setdefault(kind[1], space)
        return prefixes


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), quad.predicate != _TYPE, str(quad.predicate), str(quad.object)


def _iris(quad: ox.Quad) -> Iterator[str]:
    for part in quad:
        iri = part.datatype if isinstance(part, ox.Literal) else part
        if isinstance(iri, ox.NamedNode) and iri not in _UNWRITTEN:
            yield iri.value
