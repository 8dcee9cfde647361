"""A graph in; one nested JSON-LD document a thing out, as web pages carry it and search engines read it.

Every node has its @id. What belongs to a thing alone (roles, releases, reviews, ratings) is told in full inside it,
what it is linked with by name. Numbers are plain JSON numbers and dates plain strings, as schema.org's own examples
have them; the lossless file with datatypes is that of `kg.export.jsonld`.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export.graph import Graph, Term
from kg.rdf import HTTP, with_schema
from kg.vocab import PREFIXES, term

FRAMES: Final = {
    "movie": term("schema:Movie"),
    "person": term("schema:Person"),
    "organization": term("schema:Organization"),
    "country": term("schema:Country"),
    "character": term("kg:FictionalCharacter"),
    "review": term("schema:Review"),
    "book": term("schema:Book"),
    "work": term("schema:CreativeWork"),
}
CONTEXT: Final = ("https://schema.org", {"kg": PREFIXES["kg"]})
# Marks that other sites gave: search engines forbid to mark them up as one's own.
OPINIONS: Final = frozenset({term("schema:aggregateRating"), term("schema:review")})

_PARTS: Final = frozenset(
    term(f"schema:{name}") for name in ("PerformanceRole", "PublicationEvent", "Review", "Rating", "AggregateRating")
)
_LABELS: Final = frozenset(
    term(name) for name in ("rdf:type", "schema:name", "schema:datePublished", "schema:disambiguatingDescription")
)
_DEEP: Final = 3  # film, review, rating: what lies deeper is named only, or roles in a chain of remakes would tell all
_TYPE: Final = term("rdf:type")
_NUMBERS: Final = frozenset(term(f"xsd:{name}") for name in ("integer", "decimal"))
_EXACT: Final = re.compile(r"[+-]?(?=[\d.]{1,15}$)\d*\.?\d+", re.ASCII)  # 15 digits fit into a double
_WORD: Final = re.compile(r"(?!(type|id)$)[A-Za-z]\w*", re.ASCII)
# In a script element "<" could end it, in an attribute "&" would be read, and older JavaScript breaks lines at U+2028.
_UNSAFE: Final = str.maketrans({c: f"\\u{ord(c):04X}" for c in "<>&\u2028\u2029"})


class Framing:
    """The merged facts of a graph, ready to be told thing by thing."""

    def __init__(self, graph: Graph) -> None:
        self._about: dict[Term, list[ox.Triple]] = {}
        for quad in with_schema(graph.facts.quads, "http"):
            self._about.setdefault(quad.subject, []).append(quad.triple)

    def things(self, kind: str) -> list[ox.NamedNode]:
        """Everything of a kind ("movie"), in the order of the graph; UsageError for a kind that is none."""
        if kind not in FRAMES:
            raise UsageError.unknown("frame", kind, FRAMES)
        return [s for s in self._about if isinstance(s, ox.NamedNode) and self._is(s, {FRAMES[kind]})]

    def document(self, thing: Term, without: Collection[ox.NamedNode] = ()) -> dict[str, object]:
        """The nested document about a thing, with its context; `without` names properties to leave out."""
        return {"@context": list(CONTEXT)} | self._node(thing, frozenset(without), (thing,))

    def triples(self, thing: Term, without: Collection[ox.NamedNode] = ()) -> set[ox.Triple]:
        """The triples of the graph that the document states."""
        return set(self._told(thing, frozenset(without), (thing,)))

    def _told(self, node: Term, without: frozenset[ox.NamedNode], above: tuple[Term, ...]) -> Iterator[ox.Triple]:
        for triple in self._statements(node, without, above):
            yield triple
            if triple.predicate != _TYPE and triple.object in self._about:
                yield from self._told(triple.object, without, (*above, triple.object))

    def _node(self, node: Term, without: frozenset[ox.NamedNode], above: tuple[Term, ...]) -> dict[str, object]:
        found: dict[str, list[object]] = {}
        for triple in self._statements(node, without, above):
            if triple.predicate == _TYPE:
                found.setdefault("@type", []).append(_word(triple.object))
            elif isinstance(triple.object, ox.Literal):
                found.setdefault(_word(triple.predicate), []).append(_value(triple.object))
            else:
                nested = self._node(triple.object, without, (*above, triple.object))
                found.setdefault(_word(triple.predicate), []).append(nested)
        return {"@id": _id(node)} | {name: v[0] if len(v) == 1 else v for name, v in found.items()}

    def _statements(self, node: Term, without: frozenset[ox.NamedNode], above: tuple[Term, ...]) -> list[ox.Triple]:
        """What is told of a node where it stands: everything at the top and of a part, else what it is called."""
        triples = self._about.get(node, [])
        whole = len(above) <= _DEEP and node not in above[:-1] and all(self._is(n, _PARTS) for n in above[1:])
        return [t for t in triples if t.predicate not in without and (whole or t.predicate in _LABELS)]

    def _is(self, node: Term, classes: Collection[ox.NamedNode]) -> bool:
        return any(t.predicate == _TYPE and t.object in classes for t in self._about.get(node, ()))


def framed(graph: Graph, kind: str, out: IO[bytes]) -> None:
    """Every thing of a kind as a nested document: one JSON array, a document a line."""
    framing = Framing(graph)
    out.write(b"[")
    for i, thing in enumerate(framing.things(kind)):
        out.write(f"{',' if i else ''}\n{script_safe(framing.document(thing))}".encode())
    out.write(b"\n]\n")


def script_safe(document: Mapping[str, object]) -> str:
    """The document as JSON that stands unharmed, and does no harm, in a script element; pure ASCII."""
    return json.dumps(document).translate(_UNSAFE)


def _word(name: Term) -> str:
    """A property or class: bare where it is schema.org's, with prefix where it is ours, else the whole IRI."""
    iri = _id(name)
    for space, prefix in ((HTTP, ""), (PREFIXES["kg"], "kg:")):
        local = iri.removeprefix(space)
        if local != iri and _WORD.fullmatch(local):
            return prefix + local
    return iri


def _id(node: Term) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _value(literal: ox.Literal) -> object:
    if literal.language:
        return {"@language": literal.language, "@value": literal.value}
    return _number(literal.value) if literal.datatype in _NUMBERS else literal.value


def _number(text: str) -> object:
    """The number that the text writes; the text where it writes none, or one that a reader of JSON would round."""
    if not _EXACT.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)
