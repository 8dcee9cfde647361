"""Contests, open questions and refused facts in; the graphs that a curator works from, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg.assemble.choosing import Contest
from kg.assemble.identity import Identity
from kg.assemble.rdf import into, object_term, predicates, triples
from kg.assemble.sifting import Sifted
from kg.model import Decision, Fact, Verdict
from kg.vocab import BaseIri, term
from kg.vocab.iris import short_hash

_TYPE: Final = term("rdf:type")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")


def curation(
    contests: Iterable[Contest], identity: Identity, facts: Iterable[Fact], base: BaseIri
) -> Iterator[ox.Quad]:
    """The contested values, the pairs of things of which it is open whether they are one, and what people decided."""
    graph = ox.NamedNode(base.join("graph", "curation"))
    for contest in contests:
        yield from into(graph, _contest(contest, base))
    present = {fact.subject for fact in facts}
    for judgement in identity.judgements:
        sides = (judgement.left, judgement.right)
        if judgement.verdict is Verdict.OPEN and all(s in present or not s.startswith(base.base) for s in sides):
            # What has no facts is elsewhere; the thing of this graph comes first.
            left, right = (ox.NamedNode(side) for side in sorted(sides, key=lambda s: (s not in present, s)))
            for predicate in predicates("kg:possiblySameAs"):
                yield ox.Quad(left, predicate, right, graph)

    for decision in identity.decisions:
        yield from into(graph, _decision(decision, identity, base))


def _decision(decision: Decision, identity: Identity, base: BaseIri) -> Iterator[ox.Triple]:
    """An entry of the file of decisions, with the place it was written at."""
    at = decision.evidence
    place = f"{identity.document(at.document)}#char={at.span.start},{at.span.end}"
    node = ox.NamedNode(base.join("decision", short_hash(decision.verb, *decision.things, decision.relation, at.quote)))
    yield ox.Triple(node, _TYPE, term("kg:Decision"))
    yield ox.Triple(node, term("kg:verdict"), ox.Literal(decision.verb))
    for thing in sorted(set(decision.things)):
        yield ox.Triple(node, term("kg:decidedOf"), ox.NamedNode(thing))
    for said, text in (("relation", decision.relation), ("value", decision.value)):
        if text:
            yield ox.Triple(node, term(f"kg:decided{said.capitalize()}"), ox.Literal(text))
    for name, text in (("decidedBy", decision.who), ("decidedOn", decision.when), ("reason", decision.why)):
        yield ox.Triple(node, term(f"kg:{name}"), ox.Literal(text))
    yield ox.Triple(node, term("prov:wasQuotedFrom"), ox.NamedNode(base.join("document", place)))


def _contest(contest: Contest, base: BaseIri) -> Iterator[ox.Triple]:
    chosen = contest.chosen
    node = ox.NamedNode(base.join("contest", short_hash(chosen.subject, chosen.relation)))
    yield ox.Triple(node, _TYPE, term("kg:Contest"))
    yield ox.Triple(node, _SUBJECT, ox.NamedNode(chosen.subject))
    yield ox.Triple(node, _PREDICATE, term(chosen.relation))
    yield ox.Triple(node, term("kg:chosen"), object_term(chosen.object))
    for rejected in contest.rejected:
        yield ox.Triple(node, term("kg:rejected"), object_term(rejected.object))
    yield ox.Triple(node, term("kg:rule"), ox.Literal(contest.rule))


def quarantine(sifted: Sifted, base: BaseIri) -> Iterator[ox.Quad]:
    """The refused triples that no kept fact states, and beside each a node with the reasons and the shapes."""
    graph = ox.NamedNode(base.join("graph", "quarantine"))
    accepted = set(triples(sifted.kept)) if sifted.refused else set()
    why: dict[ox.Triple, dict[tuple[ox.NamedNode, ox.NamedNode | ox.Literal], None]] = defaultdict(dict)
    for refused in sifted.refused:
        for triple in triples([refused.fact]):
            if triple not in accepted:
                why[triple][term("kg:reason"), ox.Literal(refused.reason)] = None
                if refused.shape and not refused.shape.startswith("_:"):
                    why[triple][term("kg:refusedBy"), ox.NamedNode(refused.shape)] = None
    for triple, reasons in why.items():
        yield from into(graph, [triple])
        node = ox.NamedNode(base.join("refusal", short_hash(*map(str, triple))))
        yield ox.Quad(node, _TYPE, term("kg:Refusal"), graph)
        for predicate, obj in [*zip((_SUBJECT, _PREDICATE, _OBJECT), triple, strict=True), *reasons]:
            yield ox.Quad(node, predicate, obj, graph)
