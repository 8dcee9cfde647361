"""Two builds in; facts and quotations gained, lost and changed out, each sorted, whatever the order of the quads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pyoxigraph as ox

from kg.export.quotations import Quotation, document_names, quotations
from kg.rdf import RdfFile, with_schema
from kg.vocab import curie, relations

T = TypeVar("T")
Word = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Changes(Generic[T]):
    """What came, what went, and what stands there in another form (before, after)."""

    gained: tuple[T, ...]
    lost: tuple[T, ...]
    changed: tuple[tuple[T, T], ...]

    def __len__(self) -> int:
        return len(self.gained) + len(self.lost) + len(self.changed)


@dataclass(frozen=True, slots=True)
class Words:
    """One statement as one document makes it, with its words. They change by place, rule, confidence."""

    statement: ox.Triple
    document: str
    quote: str
    status: str
    start: int
    end: int
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A changed fact is another value of a relation that has one; changed evidence the same words elsewhere."""

    facts: Changes[ox.Triple]
    evidence: Changes[Words]


def compare(before: str | Path, after: str | Path) -> Comparison:
    """The folders of two builds, or two RDF files; InputError where there is none."""
    (old_facts, old_words), (new_facts, new_words) = _read(before), _read(after)
    return Comparison(_facts(old_facts, new_facts), _evidence(old_words, new_words))


def _read(path: str | Path) -> tuple[set[ox.Triple], list[Words]]:
    quads = list(with_schema(RdfFile.open(path).quads(), "http"))
    names = document_names(quads)
    facts = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    return facts, [words for quotation in quotations(quads) for words in _words(quotation, names)]


def _words(quotation: Quotation, names: Mapping[str, str]) -> Iterable[Words]:
    document = names.get(quotation.document, quotation.document)
    for statement in quotation.statements:
        yield Words(
            statement,
            document,
            quotation.quote,
            quotation.status,
            quotation.start,
            quotation.end,
            quotation.rule,
            quotation.confidence,
        )


def _facts(before: set[ox.Triple], after: set[ox.Triple]) -> Changes[ox.Triple]:
    """Where a relation has one value, one lost and one gained are a change."""
    functional = {name for name, relation in relations().items() if relation.functional}
    lost = {(t.subject, t.predicate): t for t in before - after if curie(t.predicate.value) in functional}
    gained = {(t.subject, t.predicate): t for t in after - before if curie(t.predicate.value) in functional}
    changed = {(lost[key], gained[key]) for key in lost.keys() & gained.keys()}
    return Changes(
        gained=tuple(sorted(after - before - {new for _, new in changed}, key=str)),
        lost=tuple(sorted(before - after - {old for old, _ in changed}, key=str)),
        changed=tuple(sorted(changed, key=str)),
    )


def _evidence(before: Iterable[Words], after: Iterable[Words]) -> Changes[Words]:
    """The same words of one document for one statement are a change where they stand, or were read, otherwise."""
    gained: list[Words] = []
    lost: list[Words] = []
    changed: list[tuple[Words, Words]] = []
    for old, new in _by_words(before, after).values():
        both = min(len(old), len(new))
        changed += zip(old[:both], new[:both], strict=True)
        lost += old[both:]
        gained += new[both:]
    return Changes(tuple(sorted(gained, key=_order)), tuple(sorted(lost, key=_order)), tuple(sorted(changed, key=str)))


def _by_words(before: Iterable[Words], after: Iterable[Words]) -> dict[Word, tuple[list[Words], list[Words]]]:
    """Those that are not equal in both, in the order of the text, by what makes them the same words."""
    one, other = set(before), set(after)
    groups: dict[Word, tuple[list[Words], list[Words]]] = defaultdict(lambda: ([], []))
    for side, words in enumerate((one - other, other - one)):
        for word in sorted(words, key=_order):
            groups[str(word.statement), word.document, word.quote, word.status][side].append(word)
    return groups


def _order(words: Words) -> tuple[str, int, int, str]:
    return words.document, words.start, words.end, str(words)
