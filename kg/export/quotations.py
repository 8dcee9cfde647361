"""Quads of an evidence graph in, quotations out: which statements, in whose words, at what place of which document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from kg.vocab import term

_TYPE: Final = term("rdf:type")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_REIFIES: Final = term("rdf:reifies")
_IDENTIFIER: Final = term("schema:identifier")
_EVIDENCE: Final = term("kg:Evidence")
_QUOTED, _EXACT = term("prov:wasQuotedFrom"), term("oa:exact")
_RULE, _CONFIDENCE, _STATUS = term("kg:rule"), term("kg:confidence"), term("kg:status")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Parts = dict[ox.NamedNode, list[Term]]


@dataclass(frozen=True)
class Quotation:
    """One node of the evidence graph; `start` and `end` count code points of the text of `document` (an IRI)."""

    statements: tuple[ox.Triple, ...]
    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: str
    status: str

    @cached_property
    def order(self) -> tuple[str, int, int, str, list[str]]:
        """Sorts quotations by their place."""
        return self.document, self.start, self.end, self.rule, [str(s) for s in self.statements]


def quotations(quads: Iterable[ox.Quad]) -> list[Quotation]:
    """The quotations among the quads, by document and place, in either encoding of statements (RDF 1.1 and 1.2)."""
    nodes: dict[object, _Parts] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[quad.subject][quad.predicate].append(quad.object)
    found = (_quotation(parts) for parts in nodes.values() if _EVIDENCE in parts[_TYPE])
    return sorted(found, key=lambda quotation: quotation.order)


def document_names(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Ids of the documents among the quads by their IRI."""
    return {
        quad.subject.value: quad.object.value
        for quad in sorted((q for q in quads if q.predicate == _IDENTIFIER), key=str)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
    }


def _quotation(parts: _Parts) -> Quotation:
    document, _, place = _text(parts, _QUOTED).partition("#char=")
    start, _, end = place.partition(",")
    return Quotation(
        statements=tuple(sorted(_statements(parts), key=str)),
        document=document,
        start=int(start or 0),
        end=int(end or 0),
        quote=_text(parts, _EXACT),
        rule=_text(parts, _RULE),
        confidence=_text(parts, _CONFIDENCE),
        status=_text(parts, _STATUS).rpartition("#")[2] or "Asserted",
    )


def _statements(parts: _Parts) -> Iterator[ox.Triple]:
    """What a node reifies. Words that name a thing also say its class: the one value is a text, the other an IRI."""
    yield from (triple for triple in parts[_REIFIES] if isinstance(triple, ox.Triple))
    both = len(parts[_OBJECT]) > 1
    for subject in parts[_SUBJECT]:
        for predicate in parts[_PREDICATE]:
            for obj in parts[_OBJECT]:
                if not both or (predicate == _TYPE) == isinstance(obj, ox.NamedNode):
                    yield ox.Triple(subject, predicate, obj)  # type: ignore[arg-type]


def _text(parts: _Parts, name: ox.NamedNode) -> str:
    return "".join(sorted(getattr(part, "value", "") for part in parts[name])[:1])
