"""Statements in, the nodes of the evidence graph out: one a statement and place, with its words."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

import pyoxigraph as ox

from kg.assemble.identity import Identity
from kg.assemble.merging import DESCRIPTION, LABELS
from kg.assemble.rdf import object_term, predicates
from kg.assemble.statements import ALTERNATE, NAME, TYPE, Statement, inverse, rank
from kg.model import Evidence, Fact, Status, Value
from kg.vocab import BaseIri, class_iri, term
from kg.vocab.iris import short_hash

_TYPE: Final = term(TYPE)
_EVIDENCE: Final = term("kg:Evidence")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_REIFIES: Final = term("rdf:reifies")
_QUOTED, _EXACT = term("prov:wasQuotedFrom"), term("oa:exact")
_CONFIDENCE, _RULE, _STATUS = term("kg:confidence"), term("kg:rule"), term("kg:status")
_STATUSES: Final = {status: term(f"kg:{status}") for status in Status}
_DECIMAL: Final = term("xsd:decimal")

Part = tuple[ox.NamedNode, ox.NamedNode | ox.Literal | ox.Triple]
"""Predicate and object of a triple about an evidence node."""


class Detail(StrEnum):
    """How much evidence a graph holds: none, the surest place of each statement, or every place.

    In compact form a statement without a status is asserted.
    """

    NONE = "none"
    COMPACT = "compact"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How evidence is written; `rdf12` names statements by triple terms instead of their subject, predicate, object."""

    detail: Detail = Detail.FULL
    rdf12: bool = False


FULL: Final = Encoding()


def evidence(said: Iterable[Statement], identity: Identity, base: BaseIri, encoding: Encoding) -> Iterator[ox.Quad]:
    """The evidence of statements and of their inverses; where two rules found the same words, the surer one counts."""
    if encoding.detail is Detail.NONE:
        return
    graph = ox.NamedNode(base.join("graph", "evidence"))
    best: dict[Hashable, Statement] = {}
    for statement in (s for both in said for s in (both, inverse(both)) if s):
        key = _key(statement, encoding.detail)
        if key not in best or _rank(statement.evidence) < _rank(best[key].evidence):
            best[key] = statement
    for statement in best.values():
        node = ox.NamedNode(_iri(statement, identity, base))
        for predicate, obj in _parts(statement, identity, base, encoding):
            yield ox.Quad(node, predicate, obj, graph)


def labelling(facts: Iterable[Fact]) -> dict[str, list[Statement]]:
    """What names, types and describes things, by the document that shows each best: one place for each is enough."""
    shown: dict[str, list[Statement]] = defaultdict(list)
    labels = [fact for fact in facts if fact.relation in LABELS]
    named = {fact.subject for fact in labels if fact.relation in (NAME, ALTERNATE)}
    for fact in labels:
        if fact.relation != TYPE or fact.subject not in named:
            name = fact.object.text if isinstance(fact.object, Value) else ""
            best = [min(fact.evidence, key=partial(rank, name))] if fact.relation != DESCRIPTION else fact.evidence
            for at in best:
                shown[at.document].append(Statement(fact.subject, fact.relation, fact.object, at))
    return shown


def _iri(statement: Statement, identity: Identity, base: BaseIri) -> str:
    at, obj = statement.evidence, statement.object
    value = f"{obj.datatype} {obj.text}" if isinstance(obj, Value) else obj
    place = (identity.document(at.document), f"{at.span.start},{at.span.end}", at.status)
    return base.join("evidence", short_hash(*place, statement.subject, statement.relation, value))


def _key(statement: Statement, detail: Detail) -> Hashable:
    """What one node is for: a statement as an author means it and, in full detail, the place."""
    at = statement.evidence
    place = (at.document, at.span) if detail is Detail.FULL else ()
    return statement.subject, statement.relation, statement.object, at.status, place


def _rank(at: Evidence) -> tuple[float, str, Evidence]:
    return -at.confidence, at.rule, at


def _parts(statement: Statement, identity: Identity, base: BaseIri, encoding: Encoding) -> Iterator[Part]:
    """What a node says: what is stated, in whose words, at which place, how it was read."""
    at = statement.evidence
    document = base.join("document", identity.document(at.document))
    yield _TYPE, _EVIDENCE
    stated = _stated(statement, identity)
    if encoding.rdf12:
        yield from ((_REIFIES, triple) for triple in stated)
    else:
        spoken = (zip((_SUBJECT, _PREDICATE, _OBJECT), triple, strict=True) for triple in stated)
        yield from dict.fromkeys(part for parts in spoken for part in parts)
    yield _QUOTED, ox.NamedNode(f"{document}#char={at.span.start},{at.span.end}")
    yield _EXACT, ox.Literal(at.quote)
    yield _CONFIDENCE, ox.Literal(decimal(at.confidence), datatype=_DECIMAL)
    yield _RULE, ox.Literal(at.rule)
    if at.status is not Status.ASSERTED or encoding.detail is Detail.FULL:
        yield _STATUS, _STATUSES[at.status]


def _stated(statement: Statement, identity: Identity) -> Iterator[ox.Triple]:
    """The statement, also under the super-terms of its relation; one that names a thing gives its type as well."""
    subject = ox.NamedNode(statement.subject)
    for predicate in predicates(statement.relation):
        yield ox.Triple(subject, predicate, object_term(statement.object))
    if statement.relation in (NAME, ALTERNATE):
        yield ox.Triple(subject, _TYPE, ox.NamedNode(class_iri(identity.named[statement.subject].kind)))


def decimal(number: float) -> str:
    """A confidence as xsd:decimal, to four places: 0.95 → "0.95", 1 → "1.0"."""
    whole, _, places = f"{number:.4f}".partition(".")
    return f"{whole}.{places.rstrip('0') or '0'}"
