"""Contests, open questions and refused facts in; the graphs that a curator works from, out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kg.assemble.choosing import Contest
from kg.assemble.identity import Identified
from kg.assemble.rdf import Spoken, line, literal, named, node, predicates, spoken, spoken_object
from kg.assemble.sifting import Refused
from kg.model import Decision, Fact, Judgement, Verdict
from kg.vocab import BaseIri
from kg.vocab.iris import short_hash

_TYPE: Final = named("rdf:type")
_SUBJECT, _PREDICATE, _OBJECT = named("rdf:subject"), named("rdf:predicate"), named("rdf:object")


def curation(
    contests: Iterable[Contest], identity: Identified, present: Callable[[str], bool], base: BaseIri
) -> Iterator[str]:
    """The contested values, the pairs of things of which it is open whether they are one, and what people decided.

    `present` tells whether a fact is stated of a thing.
    """
    graph = node(base.join("graph", "curation"))
    said = (
        *(triple for contest in contests for triple in _contest(contest, base)),
        *(triple for judgement in identity.judgements for triple in _open(judgement, present, base)),
        *(triple for decision in identity.decisions for triple in _decision(decision, identity, base)),
    )
    return (line(triple, graph) for triple in said)


def _open(judgement: Judgement, present: Callable[[str], bool], base: BaseIri) -> Iterator[Spoken]:
    """An open question; what has no facts is elsewhere, and the thing of this graph comes first."""
    if judgement.verdict is Verdict.OPEN:
        sides = {side: present(side) for side in (judgement.left, judgement.right)}
        if all(here or not side.startswith(base.base) for side, here in sides.items()):
            left, right = sorted(sides, key=lambda side: (not sides[side], side))
            for predicate in predicates("kg:possiblySameAs"):
                yield node(left), predicate, node(right)


def _decision(decision: Decision, identity: Identified, base: BaseIri) -> Iterator[Spoken]:
    """An entry of the file of decisions, with the place it was written at."""
    at = decision.evidence
    place = f"{identity.document(at.document)}#char={at.span.start},{at.span.end}"
    about = node(base.join("decision", short_hash(decision.verb, *decision.things, decision.relation, at.quote)))
    yield about, _TYPE, named("kg:Decision")
    yield about, named("kg:verdict"), literal(decision.verb)
    for thing in sorted(set(decision.things)):
        yield about, named("kg:decidedOf"), node(thing)
    for said, text in (("relation", decision.relation), ("value", decision.value)):
        if text:
            yield about, named(f"kg:decided{said.capitalize()}"), literal(text)
    for name, text in (("decidedBy", decision.who), ("decidedOn", decision.when), ("reason", decision.why)):
        yield about, named(f"kg:{name}"), literal(text)
    yield about, named("prov:wasQuotedFrom"), node(base.join("document", place))


def _contest(contest: Contest, base: BaseIri) -> Iterator[Spoken]:
    chosen = contest.chosen
    about = node(base.join("contest", short_hash(chosen.subject, chosen.relation)))
    yield about, _TYPE, named("kg:Contest")
    yield about, _SUBJECT, node(chosen.subject)
    yield about, _PREDICATE, named(chosen.relation)
    yield about, named("kg:chosen"), spoken_object(chosen.object)
    for rejected in contest.rejected:
        yield about, named("kg:rejected"), spoken_object(rejected.object)
    yield about, named("kg:rule"), literal(contest.rule)


def quarantine(refused: Iterable[Refused], kept: Callable[[str], Iterable[Fact]], base: BaseIri) -> Iterator[str]:
    """The refused triples that no kept fact states, and beside each a node with the reasons and the shapes.

    `kept` gives the facts about a thing that were not refused.
    """
    graph = node(base.join("graph", "quarantine"))
    why: dict[Spoken, dict[tuple[str, str], None]] = defaultdict(dict)
    for each in refused:
        accepted = set(spoken(kept(each.fact.subject)))
        for triple in spoken([each.fact]):
            if triple not in accepted:
                why[triple][named("kg:reason"), literal(each.reason)] = None
                if each.shape and not each.shape.startswith("_:"):
                    why[triple][named("kg:refusedBy"), node(each.shape)] = None
    for triple, reasons in why.items():
        yield line(triple, graph)
        about = node(base.join("refusal", short_hash(*triple)))
        yield line((about, _TYPE, named("kg:Refusal")), graph)
        for predicate, obj in [*zip((_SUBJECT, _PREDICATE, _OBJECT), triple, strict=True), *reasons]:
            yield line((about, predicate, obj), graph)
