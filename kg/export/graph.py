"""Quads in any order in; a graph out whose order, and so its every serialisation, depends on the quads alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import pyoxigraph as ox

from kg.vocab import PREFIXES, term

Scheme = Literal["http", "https"]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE: Final = term("rdf:type")
_UNWRITTEN: Final = {_TYPE, term("xsd:string"), term("rdf:langString")}  # syntaxes have short forms for them
_SCHEMA: Final = re.compile(r"https?://schema\.org/")
_NAMESPACE: Final = re.compile(r".*[/#]")
_KIND: Final = re.compile(r"[/#]([a-z]\w*)/$")  # the last word of "https://example.org/kg/movie/"
_KNOWN: Final = {space: prefix for prefix, space in PREFIXES.items()} | {"https://schema.org/": "schema"}


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


def with_schema(quads: Iterable[ox.Quad], scheme: Scheme) -> Iterator[ox.Quad]:
    """The same quads with every schema.org IRI under http: or https:."""
    for q in quads:
        subject, predicate, object = (_rewritten(part, scheme) for part in q.triple)
        yield ox.Quad(subject, predicate, object, q.graph_name)  # type: ignore[arg-type]


def _rewritten(part: Term, scheme: Scheme) -> Term:
    if isinstance(part, ox.NamedNode) and _SCHEMA.match(part.value):
        return ox.NamedNode(_SCHEMA.sub(f"{scheme}://schema.org/", part.value, count=1))
    return part


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), quad.predicate != _TYPE, str(quad.predicate), str(quad.object)


def _iris(quad: ox.Quad) -> Iterator[str]:
    for part in quad:
        iri = part.datatype if isinstance(part, ox.Literal) else part
        if isinstance(iri, ox.NamedNode) and iri not in _UNWRITTEN:
            yield iri.value
