"""Who plays what in a review, weighed: its pairs of a name and a part in, actors with their parts out.

What rules make of single forms counts among the signs; where all of them speak against a rule's part, it goes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from kg.annotate.credits.found import Found
from kg.annotate.reviews.pairs import Pair
from kg.learned import classifier
from kg.model import Span

RULE: Final = "actor.likely-part"
PLAYS, ELSEWHERE, NOTHING = "plays", "elsewhere", "none"  # in this film, in another one, nowhere
_ENOUGH: Final = 0.7
_AS_WELL: Final = 0.5  # for a rule's part beside the best
_TOO_LITTLE: Final = 0.1  # for a rule's part where none is better
_NAMED: Final = 0.3  # for a part's name to stand before any description


class Weighed(NamedTuple):
    """A pair and how likely its part is its bearer's in the film under review."""

    pair: Pair
    chance: float


def weighed(pairs: Iterable[Pair]) -> list[Weighed]:
    """All pairs, with their chances."""
    return [Weighed(pair, classifier("parts").probabilities(pair.features)[PLAYS]) for pair in pairs]


def chances(told: Iterable[Weighed]) -> dict[str, float]:
    """How likely each person plays what is likeliest to be their part."""
    best: defaultdict[str, float] = defaultdict(float)
    for pair, chance in told:
        best[pair.person] = max(best[pair.person], chance)
    return best


def with_parts(
    found: Iterable[Found], stated: Mapping[str, Sequence[Found]], told: Sequence[Weighed]
) -> Iterator[Found]:
    """All credits with the parts that weigh enough, without those `stated` of someone that do not."""
    cast = _cast(told)
    holders = {f: person for person, made in stated.items() for f in made}
    for f in found:
        person = holders.get(f, "")
        least = _AS_WELL if person in cast else _TOO_LITTLE
        yield replace(f, role=_kept(f.role, [w for w in told if w.pair.person == person], least)) if f.role else f
    for person, pair in cast.items():
        if not any(f.role and f.role.overlaps(pair.part.span) for f in stated.get(person, ())):
            name, part = pair.name, pair.part.span
            whole = Span(min(name.start, part.start), max(name.end, part.end))
            yield Found("actor", name, whole, RULE, part)


def _kept(role: Span, told: Iterable[Weighed], least: float) -> Span | None:
    """A rule's part where it weighs enough, with the name that stands beside it ("her dad, John Holt").

    Of a part that no pair has nothing is known, and so it stays.
    """
    same = [w for w in told if w.pair.part.span.overlaps(role)]
    if same and max(w.chance for w in same) < least:
        return None
    named = [w for w in same if w.pair.part.opener.endswith(",") and w.chance >= _NAMED]
    return max(named, key=lambda w: w.chance).pair.part.span if named else role


def _cast(told: Sequence[Weighed]) -> dict[str, Pair]:
    """The likeliest part of each person, each given to one; whoever is a part plays none."""
    cast: dict[str, Pair] = {}
    taken: set[Span | str] = set()
    for pair, chance in sorted(_named_first(told), key=lambda w: (-w.chance, w.pair.name, w.pair.part.span)):
        if chance >= _ENOUGH and not taken & {pair.person, pair.part.span}:
            cast[pair.person] = pair
            taken |= {pair.person, pair.part.span, pair.part.name}
    return cast


def _named_first(told: Sequence[Weighed]) -> Iterator[Weighed]:
    """All pairs, without the descriptions of parts whose names are told."""
    named = chances(w for w in told if w.pair.part.name[:1].isupper())
    return (w for w in told if w.pair.part.name[:1].isupper() or named.get(w.pair.person, 0) < _NAMED)
