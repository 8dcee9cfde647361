"""A graph in; its merged facts by thing and relation, and the evidence, out, for exporters that need no triples."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from kg.export.graph import Graph, Term
from kg.vocab import curie, term

_TYPE: Final = term("rdf:type")
_NAMES: Final = ("schema:name", "schema:disambiguatingDescription", "schema:identifier")


class Index:
    """Everything comes in the graph's own order; relations and classes are named by CURIE."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def things(self, kind: str) -> list[ox.NamedNode]:
        """The things of a class."""
        return self._kinds.get(term(kind), [])

    def described(self) -> Iterator[tuple[ox.NamedNode, dict[str, list[Term]]]]:
        """Every thing with what is said of it."""
        for thing, said in self._facts.items():
            if isinstance(thing, ox.NamedNode):
                yield thing, said

    def objects(self, thing: Term, relation: str) -> list[Term]:
        """What is said of a thing in one relation."""
        return self._facts.get(thing, {}).get(relation, [])

    def texts(self, thing: Term, relation: str) -> list[str]:
        """The same as text: of things their names."""
        return [
            self.name(o) if isinstance(o, ox.NamedNode) else getattr(o, "value", str(o))
            for o in self.objects(thing, relation)
        ]

    def text(self, thing: Term, relation: str) -> str | None:
        """The first of them."""
        return next(iter(self.texts(thing, relation)), None)

    def name(self, thing: Term) -> str:
        """What a thing is called, or else the end of its IRI."""
        for relation in _NAMES:
            for name in self.objects(thing, relation):
                return _text(name)
        return _text(thing).rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def year(self, film: Term) -> int | None:
        """The year of its first date."""
        date = self.text(film, "schema:datePublished") or ""
        return int(date[:4]) if date[:4].isdigit() else None

    def evidence(self) -> Iterator[tuple[ox.NamedNode, dict[str, list[Term]]]]:
        """Every piece of evidence with what is said of it, from the graphs beside the merged facts."""
        for thing, told in self._beside.items():
            if isinstance(thing, ox.NamedNode) and term("kg:Evidence") in told.get("rdf:type", ()):
                yield thing, told

    def address(self, document: ox.NamedNode) -> str:
        """Where a document can be read: the URL of its page, or else its IRI."""
        return next((_text(url) for url in self._beside.get(document, {}).get("schema:url", ())), document.value)

    @cached_property
    def _facts(self) -> dict[Term, dict[str, list[Term]]]:
        found: dict[Term, dict[str, list[Term]]] = {}
        for triple in self._graph.facts.triples:
            found.setdefault(triple.subject, {}).setdefault(curie(triple.predicate.value), []).append(triple.object)
        return found

    @cached_property
    def _beside(self) -> dict[Term, dict[str, list[Term]]]:
        found: dict[Term, dict[str, list[Term]]] = {}
        for quad in self._graph.quads:
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                found.setdefault(quad.subject, {}).setdefault(curie(quad.predicate.value), []).append(quad.object)
        return found

    @cached_property
    def _kinds(self) -> dict[Term, list[ox.NamedNode]]:
        found: dict[Term, list[ox.NamedNode]] = defaultdict(list)
        for triple in self._graph.facts.triples:
            if triple.predicate == _TYPE and isinstance(triple.subject, ox.NamedNode):
                found[triple.object].append(triple.subject)
        return found


def _text(node: Term) -> str:
    return str(getattr(node, "value", node))
