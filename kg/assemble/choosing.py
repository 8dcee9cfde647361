"""The values that documents give where only one can be, in; the one to keep, the others, and what decided, out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Datatype, Fact, Value

# From the most to the least structured place, a page's own markup among the first; every rule of prose comes after.
_PLACES: Final = {"field": 0, "json-ld": 0, "microdata": 0, "rdfa": 0, "heading": 1, "item": 2, "title": 3}
_PROSE: Final = len(_PLACES)
_DATES: Final = frozenset({Datatype.DATE, Datatype.GYEAR, Datatype.GYEAR_MONTH})
_PRECISIONS: Final = (4, 7, 10)  # characters of a year, a month and a day in a date
_DURATION: Final = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")

Test = tuple[str, Callable[[Sequence[Fact]], float | str]]


@dataclass(frozen=True, slots=True)
class Contest:
    """A functional relation with several values: the fact that was chosen, the others, and the rule that decided."""

    chosen: Fact
    rejected: tuple[Fact, ...]
    rule: str


def choose(facts: Sequence[Fact], preferred: Mapping[Fact, str]) -> tuple[Fact, Contest | None]:
    """The fact to keep of those that give one relation of one subject a value; a contest when they disagree.

    What a person prefers, with the reason as the rule, goes before all tests.
    """
    if len(facts) == 1:
        return facts[0], None
    if wanted := [fact for fact in facts if fact in preferred]:
        chosen, rule = wanted[0], preferred[wanted[0]]
    elif all(_value(fact).datatype in _DATES for fact in facts):
        chosen, rule = _best_date(facts)
    else:
        chosen, rule = _best(facts, _text)
    rejected = tuple(fact for fact in facts if not _agrees(fact, chosen))
    return chosen, Contest(chosen, rejected, rule) if rejected else None


def _best_date(facts: Sequence[Fact]) -> tuple[Fact, str]:
    """Year first, then month and day among the dates of that year: a full date wins over a bare year that agrees."""
    rules = []
    for size in _PRECISIONS:
        if precise := [fact for fact in facts if len(_text(fact)) >= size]:
            best, rule = _best(precise, lambda fact, size=size: _text(fact)[:size])  # type: ignore[misc]
            facts = [fact for fact in precise if _text(fact)[:size] == _text(best)[:size]]
            rules.append(rule)
    return facts[0], next(filter(None, rules), "")


def _best(facts: Sequence[Fact], of: Callable[[Fact], str]) -> tuple[Fact, str]:
    """One of the facts with the best value of `of`, and the first test by which it beat the second best."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(of(fact), []).append(fact)
    first, *others = sorted(groups.values(), key=lambda group: [test(group) for _, test in _TESTS])
    if not others:
        return first[0], ""
    return first[0], next(name for name, test in _TESTS if test(first) != test(others[0]))


def _documents(facts: Sequence[Fact]) -> float:
    return -len({evidence.document for fact in facts for evidence in fact.evidence})


def _place(facts: Sequence[Fact]) -> float:
    places = (evidence.rule.rpartition(".")[2] for fact in facts for evidence in fact.evidence)
    return min(_PLACES.get(place, _PROSE) for place in places)


def _size(facts: Sequence[Fact]) -> float:
    """Numbers and lengths by what they measure, so that a duration and its minutes are chosen alike."""
    text = _text(facts[0])
    if match := _DURATION.fullmatch(text):
        return int(match[1] or 0) * 60 + int(match[2] or 0)
    return float(text) if _value(facts[0]).datatype in (Datatype.INTEGER, Datatype.DECIMAL) else 0


_TESTS: Final[tuple[Test, ...]] = (
    ("most documents", _documents),
    ("most structured place", _place),
    ("smallest value", _size),
    ("smallest value", lambda facts: _text(facts[0])),
)


def _agrees(fact: Fact, chosen: Fact) -> bool:
    """Whether a fact says the same as the chosen one, or the same less exactly."""
    return (_value(fact).datatype in _DATES and _text(chosen).startswith(_text(fact))) or fact is chosen


def _value(fact: Fact) -> Value:
    return fact.object if isinstance(fact.object, Value) else Value(fact.object, Datatype.ANY_URI)


def _text(fact: Fact) -> str:
    return _value(fact).text
