"""Statements of one document in, the nodes of the evidence graph out: one a statement and place, with its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
_QUOTED, _EXACT = term("prov:wasQuotedFrom"), term("oa:exact")
_CONFIDENCE, _RULE, _STATUS = term("kg:confidence"), term("kg:rule"), term("kg:status")
_STATUSES: Final = {status: term(f"kg:{status}") for status in Status}
_DECIMAL: Final = term("xsd:decimal")

Part = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]
"""Predicate and object of a triple about an evidence node."""


def evidence(said: Iterable[Statement], identity: Identity, base: BaseIri) -> Iterator[ox.Quad]:
    """The evidence of statements and of their inverses; where two rules found the same words, the surer one counts."""
    graph = ox.NamedNode(base.join("graph", "evidence"))
    best: dict[str, Statement] = {}
    for statement in (s for both in said for s in (both, inverse(both)) if s):
        iri = _iri(statement, identity, base)
        if iri not in best or _rank(statement.evidence) < _rank(best[iri].evidence):
            best[iri] = statement
    for iri, statement in best.items():
        node = ox.NamedNode(iri)
        for predicate, obj in _parts(statement, identity, base):
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


def _rank(at: Evidence) -> tuple[float, str]:
    return -at.confidence, at.rule


def _parts(statement: Statement, identity: Identity, base: BaseIri) -> Iterator[Part]:
    """What the node says. It speaks of the super-terms of its relation too, and one that names a thing of its type."""
    at = statement.evidence
    document = base.join("document", identity.document(at.document))
    yield _TYPE, _EVIDENCE
    yield _SUBJECT, ox.NamedNode(statement.subject)
    yield _OBJECT, object_term(statement.object)
    for predicate in predicates(statement.relation):
        yield _PREDICATE, predicate
    if statement.relation in (NAME, ALTERNATE):
        yield _PREDICATE, _TYPE
        yield _OBJECT, ox.NamedNode(class_iri(identity.named[statement.subject].kind))
    yield _QUOTED, ox.NamedNode(f"{document}#char={at.span.start},{at.span.end}")
    yield _EXACT, ox.Literal(at.quote)
    yield _CONFIDENCE, ox.Literal(decimal(at.confidence), datatype=_DECIMAL)
    yield _RULE, ox.Literal(at.rule)
    yield _STATUS, _STATUSES[at.status]


def decimal(number: float) -> str:
    """A confidence as xsd:decimal, to four places: 0.95 → "0.95", 1 → "1.0"."""
    whole, _, places = f"{number:.4f}".partition(".")
    return f"{whole}.{places.rstrip('0') or '0'}"
