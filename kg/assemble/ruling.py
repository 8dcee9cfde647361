"""Facts and people's decisions in; the facts that people prefer and those that they reject, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kg.assemble.rdf import related
from kg.assemble.statements import TYPE
from kg.errors import InputError
from kg.model import Decision, Fact, Finding, Severity, Value, Verb
from kg.vocab import curie, expand, relation, relations


@dataclass(frozen=True, slots=True)
class Rulings:
    """The facts that were decided on, each with the reason."""

    preferred: Mapping[Fact, str]
    rejected: Mapping[Fact, str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The rejections as a validation reports what it refuses."""
        return tuple(
            Finding(fact.subject, expand(fact.relation), text(fact), Severity.VIOLATION, f"Rejected: {reason}")
            for fact, reason in self.rejected.items()
        )


def rule(facts: Sequence[Fact], decisions: Iterable[Decision]) -> Rulings:
    """What the decisions say of the facts; one about something that no document states is an error."""
    found = {verb: dict[Fact, str]() for verb in (Verb.PREFER, Verb.REJECT)}
    about: dict[str, list[Fact]] = defaultdict(list)
    wanted = [decision for decision in decisions if decision.verb in found]
    for fact in facts if wanted else ():
        about[fact.subject].append(fact)
    for decision in wanted:
        found[decision.verb] |= dict.fromkeys(_meant(decision, about), decision.reason)
    rulings = Rulings(found[Verb.PREFER], found[Verb.REJECT])
    _check(rulings)
    return rulings


def text(fact: Fact) -> str:
    """The object of a fact as it is written."""
    return fact.object.text if isinstance(fact.object, Value) else fact.object


def _check(rulings: Rulings) -> None:
    """One value of each functional relation may be preferred, and none that is rejected."""
    wanted: dict[tuple[str, str], Fact] = {}
    for fact in rulings.preferred:
        other = wanted.setdefault((fact.subject, fact.relation), fact)
        if other != fact or fact in rulings.rejected:
            raise InputError(f"decisions about {fact.relation} of {fact.subject} contradict each other; keep one")


def _meant(decision: Decision, about: Mapping[str, Sequence[Fact]]) -> Iterator[Fact]:
    """The facts that a decision is about, out of those about each thing."""
    name, thing = _relation(decision), decision.things[0]
    if thing not in about:
        raise _unknown(decision, f"nothing has the IRI {thing}", thing, set(about))
    said = [fact for fact in about[thing] if name in related(fact.relation)]
    meant = [fact for fact in said if decision.value in (text(fact), text(fact).rpartition("/")[2])]
    if not meant:
        raise _unknown(decision, f"no document gives {name} this value", decision.value, {text(fact) for fact in said})
    yield from meant


def _relation(decision: Decision) -> str:
    name = decision.relation if ":" in decision.relation else f"schema:{decision.relation}"
    name = curie(name)
    if name not in relations() or name == TYPE:
        raise _unknown(decision, f"no relation is called {decision.relation}", name, set(relations()))
    if decision.verb is Verb.PREFER and not relation(name).functional:
        raise InputError(f"{decision.place}: {name} may have several values; reject the wrong ones instead")
    return name


def _unknown(decision: Decision, trouble: str, given: str, known: set[str]) -> InputError:
    near = get_close_matches(given, sorted(known), n=3, cutoff=0.5) or sorted(known)[:5]
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return InputError(f"{decision.place}: {trouble}{hint}")
