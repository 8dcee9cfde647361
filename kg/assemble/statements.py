"""One document's claims in; its statements out, about entities with IRIs, with those that name and type them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from kg.assemble.identity import Identity
from kg.model import Claim, Entity, Evidence, Extraction, Kind, Status, Thing, Value
from kg.vocab import class_iri, country_name

TYPE: Final = "rdf:type"
NAME: Final = "schema:name"
ALTERNATE: Final = "schema:alternateName"
INVERSES: Final = {"kg:remakeOf": "kg:remadeAs", "kg:remadeAs": "kg:remakeOf"}

# Things whose key is no name: a film's only tells it apart within the document.
_NAMELESS: Final = frozenset({Kind.MOVIE, Kind.ROLE, Kind.RELEASE, Kind.REVIEW, Kind.RATING, Kind.AGGREGATE})


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim about entities: `object` is an IRI or a value."""

    subject: str
    relation: str
    object: str | Value
    evidence: Evidence


def statements(extraction: Extraction, identity: Identity) -> list[Statement]:
    """All that a document states, whatever its status; types and names only of what it asserts something of."""
    document = extraction.document.id
    iris = {thing: identity.iri(document, thing) for thing in _things(extraction.claims)}
    said = [_statement(claim, iris, identity) for claim in extraction.claims]
    return [s for s in said if s.subject != s.object] + list(_namings(extraction.claims, iris, identity))


def inverse(statement: Statement) -> Statement | None:
    """The same said of the other film, where a relation has an inverse."""
    relation = INVERSES.get(statement.relation)
    if relation is None or isinstance(statement.object, Value):
        return None
    return Statement(statement.object, relation, statement.subject, statement.evidence)


def _things(claims: Iterable[Claim]) -> set[Thing]:
    return {t for c in claims for t in (c.subject, c.object) if isinstance(t, Thing)}


def _statement(claim: Claim, iris: dict[Thing, str], identity: Identity) -> Statement:
    subject, relation, obj = iris[claim.subject], claim.relation, claim.object
    if isinstance(obj, Thing):
        return Statement(subject, relation, iris[obj], claim.evidence)
    if relation in (NAME, ALTERNATE):
        relation, obj = _name(identity.named[subject], obj.text)
    elif relation == "schema:characterName":
        obj = Value(identity.credited(claim.evidence.document, claim.subject) or obj.text)
    return Statement(subject, relation, obj, claim.evidence)


def _name(entity: Entity, stated: str) -> tuple[str, Value]:
    """The name to show, or another name, as which a stated name counts; letter case makes no other name."""
    if entity.name and stated.casefold() == entity.name.casefold():
        return NAME, Value(entity.name)
    return (ALTERNATE, Value(stated)) if entity.name else (NAME, Value(stated))


def _namings(claims: tuple[Claim, ...], iris: dict[Thing, str], identity: Identity) -> Iterator[Statement]:
    """One statement a thing that the document asserts something of: its name or, where it has none, its type.

    A thing is named where the document is surest of it, if possible in words that hold the name; what a claim names is
    named by that, and a film that no claim names is typed only.
    """
    best: dict[Thing, Evidence] = {}
    named = set()
    for claim in claims:
        if claim.evidence.status is not Status.ASSERTED:
            continue
        if claim.relation in (NAME, ALTERNATE):
            named.add(claim.subject)
        for thing in (claim.subject, claim.object):
            if isinstance(thing, Thing):
                best[thing] = min(best.get(thing, claim.evidence), claim.evidence, key=partial(_rank, thing))
    for thing, evidence in best.items():
        if thing in named or thing.kind is Kind.CONCEPT:
            continue
        if thing.kind in _NAMELESS:
            yield Statement(iris[thing], TYPE, class_iri(thing.kind), evidence)
        else:
            stated = country_name(thing.key) if thing.kind is Kind.COUNTRY else thing.key
            yield Statement(iris[thing], *_name(identity.named[iris[thing]], stated), evidence)


def _rank(thing: Thing, evidence: Evidence) -> tuple[bool, float, int, int]:
    """The smaller, the better a piece of evidence names a thing."""
    return (
        thing.key not in evidence.quote,
        -evidence.confidence,
        evidence.span.end - evidence.span.start,
        evidence.span.start,
    )
