"""Facts and what validation found in, facts kept and facts refused out; what rests on a refused fact goes with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.assemble.merging import LABELS, order
from kg.assemble.rdf import related
from kg.assemble.statements import INVERSES, TYPE
from kg.model import Fact, Finding, Kind, Severity, Value
from kg.vocab import class_iri, curie

_ACTOR: Final = "schema:actor"
_ROLES: Final = frozenset({class_iri(Kind.ROLE)})
# Things that say nothing once nothing points to them.
_LEANING: Final = frozenset(class_iri(kind) for kind in (Kind.ROLE, Kind.RELEASE, Kind.RATING, Kind.AGGREGATE))


@dataclass(frozen=True, slots=True)
class Refused:
    """A fact that stays out, why and how to mend it, and the shape that refused it ("" where it fell with another)."""

    fact: Fact
    reason: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The facts of the default graph, and those of the quarantine."""

    kept: tuple[Fact, ...]
    refused: tuple[Refused, ...]


def sift(facts: Sequence[Fact], findings: Iterable[Finding]) -> Sifted:
    """Split facts by the violations among the findings; facts that are kept may break a shape for want of those."""
    about = _About(facts)
    new = {
        fact: Refused(fact, finding.message, finding.shape)
        for finding in sorted(findings)
        if finding.severity is Severity.VIOLATION
        for fact in about.blamed(finding)
    }
    refused: dict[Fact, Refused] = {}
    while new:
        refused |= new
        about.drop(new)
        fallen = {
            fact: f"It rests on what was refused: {r.reason}" for r in new.values() for fact in about.leaning(r.fact)
        }
        new = {fact: Refused(fact, reason) for fact, reason in fallen.items()}
    kept = tuple(fact for fact in facts if fact not in refused)
    return Sifted(kept, tuple(refused[fact] for fact in sorted(refused, key=order)))


def conforming(
    facts: Sequence[Fact], check: Callable[[Sequence[Fact]], Iterable[Finding]], rejections: Iterable[Finding] = ()
) -> tuple[Sifted, tuple[Finding, ...]]:
    """Facts and their validation in; the facts that conform, those refused, and all findings, out.

    What people reject goes first. What is left is checked again as long as something was refused: it may break a shape
    for want of what went.
    """
    first = sift(facts, rejections)
    kept, refused, found = first.kept, [*first.refused], dict[Finding, None]()
    while True:
        findings = tuple(check(kept))
        sifted = sift(kept, findings)
        found |= dict.fromkeys(findings)
        kept, refused = sifted.kept, [*refused, *sifted.refused]
        if not sifted.refused:
            return Sifted(kept, tuple(sorted(refused, key=lambda r: order(r.fact)))), tuple(sorted(found))


def blamed(facts: Iterable[Fact], findings: Iterable[Finding]) -> list[list[Fact]]:
    """For each finding the facts that it is about, in order; none where nothing is stated about its focus."""
    about = _About(facts)
    return [sorted(about.blamed(finding), key=order) for finding in findings]


class _About:
    """The facts that are not refused yet, by what they are about and by what they point to."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.of: dict[str, dict[Fact, None]] = defaultdict(dict)
        self.to: dict[str, dict[Fact, None]] = defaultdict(dict)
        for fact in facts:
            self.of[fact.subject][fact] = None
            if isinstance(fact.object, str):
                self.to[fact.object][fact] = None

    def drop(self, facts: Iterable[Fact]) -> None:
        """Count these as refused."""
        for fact in facts:
            self.of[fact.subject].pop(fact, None)
            if isinstance(fact.object, str):
                self.to[fact.object].pop(fact, None)

    def blamed(self, finding: Finding) -> list[Fact]:
        """The facts that a finding is about: those with its value, else all of its property, else the whole thing."""
        path = curie(finding.path)
        at = [fact for fact in self.of.get(finding.focus, ()) if path in related(fact.relation)]
        exact = [fact for fact in at if _lexical(fact) == finding.value]
        return exact or at or self.whole(finding.focus)

    def whole(self, thing: str) -> list[Fact]:
        """All facts about a thing or pointing to it."""
        return [*self.of.get(thing, ()), *self.to.get(thing, ())]

    def leaning(self, fact: Fact) -> Iterator[Fact]:
        """The facts that a refused fact takes with it."""
        if isinstance(fact.object, Value):
            return
        turned = INVERSES.get(fact.relation)
        yield from (f for f in self.of.get(fact.object, ()) if f.relation == turned and f.object == fact.subject)
        if fact.relation == _ACTOR:
            if self._is(fact.subject, _ROLES):
                yield from self.whole(fact.subject)
            for role in [f.object for f in self.of.get(fact.subject, ()) if f.relation == _ACTOR]:
                if any(f.relation == _ACTOR and f.object == fact.object for f in self.of.get(str(role), ())):
                    yield from self.whole(str(role))
        if not self.to.get(fact.object):
            yield from self._left_alone(fact.object)

    def _left_alone(self, thing: str) -> Iterator[Fact]:
        """What is left of a thing that nothing points to any more, if by itself it says nothing."""
        left = self.of.get(thing, {})
        if self._is(thing, _LEANING) or all(fact.relation in LABELS for fact in left):
            yield from left

    def _is(self, thing: str, classes: frozenset[str]) -> bool:
        return any(fact.relation == TYPE and fact.object in classes for fact in self.of.get(thing, ()))


def _lexical(fact: Fact) -> str:
    return fact.object.text if isinstance(fact.object, Value) else fact.object
