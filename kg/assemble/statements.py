"""One document's claims in; its statements out, about entities with IRIs, with those that name and type them."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kg.assemble.identity import Identity
from kg.model import Claim, Entity, Evidence, Extraction, Kind, Status, Thing, Value
from kg.vocab import class_iri, country_name

TYPE: Final = "rdf:type"
NAME: Final = "schema:name"
ALTERNATE: Final = "schema:alternateName"
SAME_AS: Final = "schema:sameAs"  # its values are IRIs, of things that no document speaks of
INVERSES: Final = {"kg:remakeOf": "kg:remadeAs", "kg:remadeAs": "kg:remakeOf"}

# Things whose key is no name: a film's only tells it apart within the document.
_UNTITLED: Final = frozenset({Kind.WORK, Kind.BOOK})  # nameless where they have parts: the film made from them
_NAMELESS: Final = frozenset({Kind.MOVIE, Kind.ROLE, Kind.RELEASE, Kind.REVIEW, Kind.RATING, Kind.AGGREGATE})


Rank = tuple[bool, float, int, str, int]


class Statement(Struct, frozen=True, array_like=True):
    """A claim about entities: `object` is an IRI or a value."""

    subject: str
    relation: str
    object: str | Value
    evidence: Evidence


class Told(Struct, frozen=True):
    """What a document says: `stated` comes from its claims, `labels` type and name the things that no claim names."""

    stated: tuple[Statement, ...]
    labels: tuple[Statement, ...]


class Way(IntEnum):
    """How a statement came to be: from a claim, as the inverse of one, or as the label of a thing."""

    STATED = 0
    TURNED = 1
    LABEL = 2


class Said(Struct, frozen=True, array_like=True):
    """A statement of one document, and how it came to be."""

    statement: Statement
    way: Way = Way.STATED

    @property
    def asserted(self) -> bool:
        """Whether it may become a fact."""
        return self.statement.evidence.status is Status.ASSERTED


def said_by(extraction: Extraction, identity: Identity) -> Iterator[Said]:
    """All that a document states, inverses and labels too."""
    all_told = told(extraction, identity)
    for statement in all_told.stated:
        yield Said(statement)
        if turned := inverse(statement):
            yield Said(turned, Way.TURNED)
    for statement in all_told.labels:
        yield Said(statement, Way.LABEL)


def told(extraction: Extraction, identity: Identity) -> Told:
    """All that a document states, whatever its status; types and names only of what it asserts something of."""
    document, claims = extraction.document.id, extraction.claims
    iris = {thing: identity.iri(document, thing) for thing in _things(claims)}
    best = _best_evidence(claims)
    stated = [_statement(claim, iris, identity, claim.subject in best) for claim in claims]
    named = {claim.subject for claim in claims if claim.relation in (NAME, ALTERNATE)}
    labels = (_label(thing, iris[thing], best[thing], identity) for thing in best if thing not in named)
    return Told(tuple(s for s in stated if s.subject != s.object), tuple(filter(None, labels)))


def inverse(statement: Statement) -> Statement | None:
    """The same said of the other film, where a relation has an inverse."""
    relation = INVERSES.get(statement.relation)
    if relation is None or isinstance(statement.object, Value):
        return None
    return Statement(statement.object, relation, statement.subject, statement.evidence)


def _things(claims: Iterable[Claim]) -> set[Thing]:
    return {t for c in claims for t in (c.subject, c.object) if isinstance(t, Thing)}


def _statement(claim: Claim, iris: dict[Thing, str], identity: Identity, real: bool) -> Statement:
    """The statement of a claim. Words that name a `real` thing do so even where they wish or doubt something of it."""
    subject, relation, obj, evidence = iris[claim.subject], claim.relation, claim.object, claim.evidence
    if isinstance(obj, Thing):
        return Statement(subject, relation, iris[obj], evidence)
    if relation in (NAME, ALTERNATE):
        relation, obj = _name(identity.named[subject], obj.text)
        evidence = replace(evidence, status=Status.ASSERTED) if real else evidence
    elif relation == "schema:characterName":
        obj = Value(identity.credited(evidence.document, claim.subject) or obj.text)
    elif relation == SAME_AS:
        return Statement(subject, relation, obj.text, evidence)
    return Statement(subject, relation, obj, evidence)


def _name(entity: Entity, stated: str) -> tuple[str, Value]:
    """The name to show, or another name, as which a stated name counts; letter case makes no other name."""
    if entity.name and stated.casefold() == entity.name.casefold():
        return NAME, Value(entity.name)
    return (ALTERNATE, Value(stated)) if entity.name else (NAME, Value(stated))


def _best_evidence(claims: Iterable[Claim]) -> dict[Thing, Evidence]:
    """For each thing that something is asserted of the words that show it best, with its name in them if possible."""
    best: dict[Thing, tuple[Rank, Evidence]] = {}
    for claim in claims:
        evidence = claim.evidence
        if evidence.status is Status.ASSERTED:
            for thing in (claim.subject, claim.object):
                if isinstance(thing, Thing):
                    found, known = rank(thing.key, evidence), best.get(thing)
                    if known is None or found < known[0]:
                        best[thing] = found, evidence
    return {thing: evidence for thing, (_, evidence) in best.items()}


def _label(thing: Thing, iri: str, evidence: Evidence, identity: Identity) -> Statement | None:
    """The statement that names a thing by its key or, where the key is no name, types it; None for a concept."""
    if thing.kind is Kind.CONCEPT:
        return None
    if thing.kind in _NAMELESS or (thing.kind in _UNTITLED and thing.parts):
        return Statement(iri, TYPE, class_iri(thing.kind), evidence)
    stated = country_name(thing.key) if thing.kind is Kind.COUNTRY else thing.key
    return Statement(iri, *_name(identity.named[iri], stated), evidence)


def rank(name: str, evidence: Evidence) -> Rank:
    """The smaller, the better a piece of evidence shows the thing of this name."""
    size = evidence.span.end - evidence.span.start
    return name not in evidence.quote, -evidence.confidence, size, evidence.document, evidence.span.start
