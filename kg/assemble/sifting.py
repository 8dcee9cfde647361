"""Facts and what validation found in, facts kept and facts refused out; what rests on a refused fact goes with it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

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


class Facts(Protocol):
    """The merged facts, in memory or on disk."""

    def of(self, thing: str) -> Iterable[Fact]:
        """The facts about a thing, in their order."""

    def to(self, thing: str) -> Iterable[Fact]:
        """The facts that point to a thing, in their order."""


class Held:
    """Facts in memory."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._of: dict[str, list[Fact]] = defaultdict(list)
        self._to: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._of[fact.subject].append(fact)
            if isinstance(fact.object, str):
                self._to[fact.object].append(fact)

    def of(self, thing: str) -> Iterable[Fact]:
        """See `Facts.of`."""
        return self._of.get(thing, ())

    def to(self, thing: str) -> Iterable[Fact]:
        """See `Facts.to`."""
        return self._to.get(thing, ())


def refuse(facts: Facts, findings: Iterable[Finding], gone: Collection[Fact] = ()) -> dict[Fact, Refused]:
    """The facts that fall by the violations among the findings, beside those that are `gone` already.

    Facts that are kept may break a shape for want of these.
    """
    about = _About(facts, gone)
    new = {
        fact: Refused(fact, finding.message, finding.shape)
        for finding in sorted(findings)
        if finding.severity is Severity.VIOLATION
        for fact in about.blamed(finding)
    }
    refused: dict[Fact, Refused] = {}
    while new:
        refused |= new
        about.gone |= new.keys()
        fallen = {
            fact: f"It rests on what was refused: {r.reason}" for r in new.values() for fact in about.leaning(r.fact)
        }
        new = {fact: Refused(fact, reason) for fact, reason in fallen.items()}
    return refused


Check = Callable[[Collection[Fact], Collection[str] | None], Iterable[Finding]]
"""What a validation finds when some facts are gone: of all things, or of some that may have changed."""


def conforming(
    facts: Facts, check: Check, rejections: Iterable[Finding] = ()
) -> tuple[dict[Fact, Refused], tuple[Finding, ...]]:
    """Facts and their validation in; those that are refused, and all findings, out.

    What people reject goes first. As long as something was refused, what it touched is checked again: it may break a
    shape for want of what went.
    """
    refused = refuse(facts, rejections)
    found: dict[Finding, None] = {}
    touched: set[str] | None = None
    while True:
        findings = tuple(check(refused, touched))
        found |= dict.fromkeys(findings)
        new = refuse(facts, findings, refused)
        if not new:
            return refused, tuple(sorted(found))
        refused |= new
        things = {fact.subject for fact in new}
        touched = things | {fact.subject for thing in things for fact in facts.to(thing)}


def blamed(facts: Facts, findings: Iterable[Finding]) -> Iterator[list[Fact]]:
    """For each finding the facts that it is about, in order; none where nothing is stated about its focus."""
    about = _About(facts)
    return (sorted(about.blamed(finding), key=order) for finding in findings)


class _About:
    """The facts that are not refused yet, by what they are about and by what they point to."""

    def __init__(self, facts: Facts, gone: Iterable[Fact] = ()) -> None:
        self._facts = facts
        self.gone = set(gone)

    def of(self, thing: str) -> list[Fact]:
        """What is left about a thing."""
        return [fact for fact in self._facts.of(thing) if fact not in self.gone]

    def to(self, thing: str) -> list[Fact]:
        """What is left that points to a thing."""
        return [fact for fact in self._facts.to(thing) if fact not in self.gone]

    def blamed(self, finding: Finding) -> list[Fact]:
        """The facts that a finding is about: those with its value, else all of its property, else the whole thing."""
        path = curie(finding.path)
        at = [fact for fact in self.of(finding.focus) if path in related(fact.relation)]
        exact = [fact for fact in at if _lexical(fact) == finding.value]
        return exact or at or self.whole(finding.focus)

    def whole(self, thing: str) -> list[Fact]:
        """All facts about a thing or pointing to it."""
        return [*self.of(thing), *self.to(thing)]

    def leaning(self, fact: Fact) -> Iterator[Fact]:
        """The facts that a refused fact takes with it."""
        if isinstance(fact.object, Value):
            return
        turned = INVERSES.get(fact.relation)
        yield from (f for f in self.of(fact.object) if f.relation == turned and f.object == fact.subject)
        if fact.relation == _ACTOR:
            if self._is(fact.subject, _ROLES):
                yield from self.whole(fact.subject)
            for role in [f.object for f in self.of(fact.subject) if f.relation == _ACTOR]:
                if any(f.relation == _ACTOR and f.object == fact.object for f in self.of(str(role))):
                    yield from self.whole(str(role))
        if not self.to(fact.object):
            yield from self._left_alone(fact.object)

    def _left_alone(self, thing: str) -> Iterator[Fact]:
        """What is left of a thing that nothing points to any more, if by itself it says nothing."""
        left = self.of(thing)
        if self._is(thing, _LEANING) or all(fact.relation in LABELS for fact in left):
            yield from left

    def _is(self, thing: str, classes: frozenset[str]) -> bool:
        return any(fact.relation == TYPE and fact.object in classes for fact in self.of(thing))


def _lexical(fact: Fact) -> str:
    return fact.object.text if isinstance(fact.object, Value) else fact.object
