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

_TYPE, _EVIDENCE = named(TYPE), named("kg:Evidence")
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

    That is predicate and object each, sorted.
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
    graph = node(base.join("graph", "evidence"))
    best: dict[Hashable, Statement] = {}
    for statement in said:
        key = _key(statement, encoding.detail)
        if key not in best or _rank(statement.evidence) < _rank(best[key].evidence):
            best[key] = statement
    for statement in best.values():
        about, parts = _term(statement, identity, base), _parts(statement, identity, base, encoding)
        yield Piece(statement.evidence.document, statement.subject, about, sorted(parts), graph)


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


def _term(statement: Statement, identity: Identity, base: BaseIri) -> str:
    """The node's own name, which only hexadecimal digits tell from others."""
    at, obj = statement.evidence, statement.object
    value = f"{obj.datatype} {obj.text}" if isinstance(obj, Value) else obj
    place = (identity.document(at.document), f"{at.span.start},{at.span.end}", at.status)
    return f"<{base.base}evidence/{short_hash(*place, statement.subject, statement.relation, value)}>"


def _key(statement: Statement, detail: Detail) -> Hashable:
    """What one node is for: a statement as an author means it and, in full detail, the place."""
    at = statement.evidence
    place = (at.document, at.span) if detail is Detail.FULL else ()
    return statement.subject, statement.relation, statement.object, at.status, place


def _rank(at: Evidence) -> tuple[float, str, Evidence]:
    return -at.confidence, at.rule, at


def _parts(statement: Statement, identity: Identity, base: BaseIri, encoding: Encoding) -> list[str]:
    """What a node says: what is stated, in whose words, at which place, how it was read; predicate and object each."""
    at = statement.evidence
    document = node(base.join("document", identity.document(at.document)))
    return [
        *(_reified(statement, identity) if encoding.rdf12 else _stated(statement, identity)),
        f"{_QUOTED} {document[:-1]}#char={at.span.start},{at.span.end}>",
        f"{_EXACT} {literal(at.quote)}",
        *_read(at.rule, at.confidence, at.status, encoding.detail),
    ]


@cache
def _read(rule: str, confidence: float, status: Status, detail: Detail) -> tuple[str, ...]:
    """How something was read; a few hundred ways for millions of nodes."""
    said = (
        f"{_TYPE} {_EVIDENCE}",
        f"{_CONFIDENCE} {literal(decimal(confidence), _DECIMAL)}",
        f"{_RULE} {literal(rule)}",
    )
    shown = status is not Status.ASSERTED or detail is Detail.FULL
    return (*said, f"{_STATUS} {_STATUSES[status]}") if shown else said


def _stated(statement: Statement, identity: Identity) -> Iterator[str]:
    """The statement, also under the super-terms of its relation; one that names a thing gives its type as well."""
    yield f"{_SUBJECT} {node(statement.subject)}"
    yield from _predicates(statement.relation)
    yield f"{_OBJECT} {spoken_object(statement.object)}"
    if kind := _kind(statement, identity):
        yield f"{_OBJECT} {kind}"


@cache
def _predicates(relation: str) -> tuple[str, ...]:
    named_too = (_TYPE,) if relation in (NAME, ALTERNATE) else ()
    return tuple(f"{_PREDICATE} {predicate}" for predicate in dict.fromkeys((*predicates(relation), *named_too)))


def _reified(statement: Statement, identity: Identity) -> Iterator[str]:
    """The same as triple terms."""
    subject, obj = node(statement.subject), spoken_object(statement.object)
    for predicate in predicates(statement.relation):
        yield f"{_REIFIES} <<( {subject} {predicate} {obj} )>>"
    if kind := _kind(statement, identity):
        yield f"{_REIFIES} <<( {subject} {_TYPE} {kind} )>>"


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
