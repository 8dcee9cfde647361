"""What is said of some things and what was merged of it, in; the lines of their graphs, out, none with a blank node.

A line may come more than once; whoever sorts the lines drops the second.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.assemble.evidence import FULL, Encoding, Piece, evidence, labelling
from kg.assemble.identity import Identity
from kg.assemble.merging import DESCRIPTION
from kg.assemble.rdf import Stated, line, literal, named, node, predicates, spoken, spoken_object
from kg.assemble.statements import ALTERNATE, NAME, TYPE, Said, Statement, Way
from kg.model import Fact
from kg.vocab import BaseIri, class_iri

_TYPE, _NAME, _DESCRIPTION = named(TYPE), named(NAME), named(DESCRIPTION)


def fact_lines(kept: Iterable[Fact | Stated]) -> Iterator[str]:
    """The default graph."""
    return map(line, spoken(kept))


@dataclass(frozen=True, slots=True)
class Sources:
    """What the documents' own graphs and the evidence graph say of some things.

    `said` is all that is said of them, `facts` are those merged of it, refused ones too, at least their labels.
    """

    said: Sequence[Said]
    facts: Sequence[Fact]
    identity: Identity
    base: BaseIri
    encoding: Encoding = FULL

    def documents(self) -> Iterator[str]:
        """What each document states."""

        @cache
        def graph(document: str) -> str:
            return node(self.base.join("graph", self.identity.document(document)))

        described = {fact.subject: fact for fact in self.facts if fact.relation == DESCRIPTION}
        for each in self.said:
            if each.way is not Way.TURNED and each.asserted:
                end = f" {graph(each.statement.evidence.document)} ."
                for triple in _stated(each.statement, self.identity, described):
                    yield triple + end

    def evidence(self) -> Iterator[Piece]:
        """What documents are quoted for."""
        shown = (each.statement for each in self.said if each.way is not Way.LABEL)
        labels = (statement for of in labelling(self.facts).values() for statement in of)
        return evidence((*shown, *labels), self.identity, self.base, self.encoding)


def _stated(said: Statement, identity: Identity, described: dict[str, Fact]) -> list[str]:
    """A statement's triples; one that names a thing also gives its type and the name that all graphs show it by."""
    subject, relation, obj = node(said.subject), said.relation, spoken_object(said.object)
    stated = [f"{subject} {predicate} {obj}" for predicate in predicates(relation)]
    if relation in (NAME, ALTERNATE):
        entity = identity.named[said.subject]
        stated.append(f"{subject} {_TYPE} {node(class_iri(entity.kind))}")
        if entity.name:
            stated.append(f"{subject} {_NAME} {literal(entity.name)}")
    elif relation == TYPE and said.subject in described:
        stated.append(f"{subject} {_DESCRIPTION} {spoken_object(described[said.subject].object)}")
    elif relation == TYPE and (known := identity.named.get(said.subject)) and known.name:
        stated.append(f"{subject} {_NAME} {literal(known.name)}")
    return stated
