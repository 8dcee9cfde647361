"""Statements in, the nodes of the evidence graph out: one a statement and place, with its words."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Final, NamedTuple

from kg.assemble.identity import Identity
from kg.assemble.merging import DESCRIPTION, LABELS
from kg.assemble.rdf import literal, named, node, predicates, spoken_object
from kg.assemble.statements import ALTERNATE, NAME, TYPE, Statement, rank
from kg.model import Evidence, Fact, Status, Value
from kg.vocab import BaseIri, class_iri
from kg.vocab.iris import short_hash

_TYPE: Final = named(TYPE)
_EVIDENCE: Final = f"{_TYPE} {named('kg:Evidence')}"
_SUBJECT, _PREDICATE, _OBJECT = named("rdf:subject"), named("rdf:predicate"), named("rdf:object")
_REIFIES: Final = named("rdf:reifies")
_QUOTED, _EXACT = named("prov:wasQuotedFrom"), named("oa:exact")
_CONFIDENCE, _RULE, _STATUS = named("kg:confidence"), named("kg:rule"), named("kg:status")
_STATUSES: Final = {status: named(f"kg:{status}") for status in Status}
_DECIMAL: Final = named("xsd:decimal")


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


class Piece(NamedTuple):
    """A piece of evidence: the document that it is from, the thing that it is about, and what its node (a term) says.

    That is predicate and object each, in the order of their bytes.
    """

    document: str
    about: str
    node: str
    said: list[str]
    graph: str

    def lines(self, parting: str) -> str:
        """Its lines in their order, with this between two of them."""
        return f"{self.node} {f' {self.graph} .{parting}{self.node} '.join(self.said)} {self.graph} ."


def evidence(said: Iterable[Statement], identity: Identity, base: BaseIri, encoding: Encoding) -> Iterator[Piece]:
    """The evidence of statements.

    Where two rules found the same words, the surer one counts.
    """
    if encoding.detail is Detail.NONE:
        return
    best: dict[Hashable, Statement] = {}
    for statement in said:
        key = _key(statement, encoding.detail)
        known = best.setdefault(key, statement)
        if known is not statement and _rank(statement.evidence) < _rank(known.evidence):
            best[key] = statement
    graph = node(base.join("graph", "evidence"))
    for statement in best.values():
        yield _piece(statement, graph, identity, base, encoding)


def labelling(facts: Iterable[Fact]) -> dict[str, list[Statement]]:
    """What names, types and describes things, by the document that shows each best: one place for each is enough."""
    shown: dict[str, list[Statement]] = defaultdict(list)
    labels = [fact for fact in facts if fact.relation in LABELS]
    named = {fact.subject for fact in labels if fact.relation in (NAME, ALTERNATE)}
    for fact in labels:
        if fact.relation != TYPE or fact.subject not in named:
            name = fact.object.text if isinstance(fact.object, Value) else ""
            choice = len(fact.evidence) > 1 and fact.relation != DESCRIPTION
            best = [min(fact.evidence, key=partial(rank, name))] if choice else fact.evidence
            for at in best:
                shown[at.document].append(Statement(fact.subject, fact.relation, fact.object, at))
    return shown


def _key(statement: Statement, detail: Detail) -> Hashable:
    """What one node is for: a statement as an author means it and, in full detail, the place."""
    at = statement.evidence
    place = (at.document, at.span) if detail is Detail.FULL else ()
    return statement.subject, statement.relation, statement.object, at.status, place


def _rank(at: Evidence) -> tuple[float, str, Evidence]:
    return -at.confidence, at.rule, at


def _piece(statement: Statement, graph: str, identity: Identity, base: BaseIri, encoding: Encoding) -> Piece:
    """What is stated, in whose words, at which place, how it was read; only hexadecimal digits tell nodes apart."""
    subject, relation, obj, at = statement.subject, statement.relation, statement.object, statement.evidence
    document, place = identity.document(at.document), f"{at.span.start},{at.span.end}"
    value = f"{obj.datatype} {obj.text}" if isinstance(obj, Value) else obj
    name = short_hash(document, place, at.status, subject, relation, value)
    said = [
        *(_reified(statement, identity) if encoding.rdf12 else _stated(statement, identity)),
        _EVIDENCE,
        f"{_EXACT} {literal(at.quote)}",
        f"{_QUOTED} <{base.join('document', document)}#char={place}>",
        *_read(at.rule, at.confidence, at.status, encoding.detail),
    ]
    return Piece(at.document, subject, f"<{base.base}evidence/{name}>", said, graph)


@cache
def _read(rule: str, confidence: float, status: Status, detail: Detail) -> tuple[str, ...]:
    """How something was read; a few hundred ways for millions of nodes."""
    said = f"{_CONFIDENCE} {literal(decimal(confidence), _DECIMAL)}", f"{_RULE} {literal(rule)}"
    shown = status is not Status.ASSERTED or detail is Detail.FULL
    return (*said, f"{_STATUS} {_STATUSES[status]}") if shown else said


def _stated(statement: Statement, identity: Identity) -> list[str]:
    """The statement, also under the super-terms of its relation; one that names a thing gives its type as well."""
    obj, kind = f"{_OBJECT} {spoken_object(statement.object)}", _kind(statement, identity)
    objects = sorted((obj, f"{_OBJECT} {kind}")) if kind else (obj,)
    return [*objects, *_predicates(statement.relation), f"{_SUBJECT} {node(statement.subject)}"]


@cache
def _predicates(relation: str) -> tuple[str, ...]:
    named_too = (_TYPE,) if relation in (NAME, ALTERNATE) else ()
    return tuple(sorted(f"{_PREDICATE} {predicate}" for predicate in {*predicates(relation), *named_too}))


def _reified(statement: Statement, identity: Identity) -> list[str]:
    """The same as triple terms."""
    subject, obj = node(statement.subject), spoken_object(statement.object)
    said = [f"{subject} {predicate} {obj}" for predicate in predicates(statement.relation)]
    if kind := _kind(statement, identity):
        said.append(f"{subject} {_TYPE} {kind}")
    return sorted(f"{_REIFIES} <<( {triple} )>>" for triple in said)


def _kind(statement: Statement, identity: Identity) -> str:
    """The class of what a statement names; "" where it names nothing."""
    if statement.relation in (NAME, ALTERNATE):
        return node(class_iri(identity.named[statement.subject].kind))
    return ""


@cache
def decimal(number: float) -> str:
    """A confidence as xsd:decimal, to four places: 0.95 → "0.95", 1 → "1.0"."""
    whole, _, places = f"{number:.4f}".partition(".")
    return f"{whole}.{places.rstrip('0') or '0'}"
