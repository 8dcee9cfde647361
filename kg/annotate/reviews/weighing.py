"""Whom a review credits without saying so in so many words: people in, its likeliest director and actors out.

What single sentences state is read elsewhere. Here every place where someone is named counts for or against them, as
it does for a reader: "Greer's backstage comedy", "a screen couple for the ages", "kudos to".
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from kg.annotate.credits.found import Found
from kg.annotate.reviews.places import Place
from kg.lexis.given import is_full_name
from kg.lexis.words import alternation

_ENOUGH_TO_DIRECT: Final = 3
_LEAD: Final = 2  # by which the likeliest must outweigh the next
_ACTS: Final = 3  # what it costs a director to be an actor
_ENOUGH_TO_ACT: Final = 2
_SIGN: Final = 1  # that at least one place must give
_Signs: TypeAlias = list[tuple[int, re.Pattern[str]]]


def weighed(places: Sequence[Place], credited: Mapping[str, set[str]]) -> Iterator[Found]:
    """Credits of those whom a text names at `places`; `credited` has what it states of whom already."""
    made = {person for person, relations in credited.items() if relations}
    directed = any("director" in relations for relations in credited.values())
    if not directed and (director := _director(places, credited)):
        made.add(director.person)
        yield Found("director", director.name, director.cue, "director.weighed")
    for person, weights in _votes([p for p in places if p.person not in made], "actor").items():
        best = _best(weights)
        total = sum(w for w, _ in weights) + (1 if is_full_name(person) else -1)
        if total >= _ENOUGH_TO_ACT and max(w for w, _ in weights) >= _SIGN:
            yield Found("actor", best.name, best.cue, "actor.weighed")


def _director(places: Sequence[Place], credited: Mapping[str, set[str]]) -> Place | None:
    """Where the person is named who by all signs made the film, if one stands out."""
    votes = _votes(places, "director")
    totals = {p: sum(w for w, _ in votes[p]) - (_ACTS if "actor" in credited.get(p, ()) else 0) for p in votes}
    ranked = sorted(votes, key=lambda p: (-totals[p], _best(votes[p]).name.start))
    if not ranked or totals[ranked[0]] < _ENOUGH_TO_DIRECT or max(w for w, _ in votes[ranked[0]]) < _SIGN:
        return None
    if len(ranked) > 1 and totals[ranked[0]] - totals[ranked[1]] < _LEAD:
        return None
    return _best(votes[ranked[0]])


def _votes(places: Sequence[Place], credit: str) -> dict[str, list[tuple[int, Place]]]:
    """What every place weighs for a credit, a person."""
    votes: defaultdict[str, list[tuple[int, Place]]] = defaultdict(list)
    for place in places:
        weight = _heaviest(_signs(credit, "before"), place.before) + _heaviest(_signs(credit, "behind"), place.behind)
        votes[place.person].append((weight, place))
    return votes


def _best(weights: Sequence[tuple[int, Place]]) -> Place:
    """The place with the heaviest sign, the first of several."""
    return max(weights, key=lambda v: (v[0], -v[1].name.start))[1]


def _heaviest(signs: _Signs, words: str) -> int:
    """The heaviest sign for in these words, less what speaks most against."""
    held = [weight for weight, sign in signs if sign.search(words)]
    return max((w for w in held if w > 0), default=0) + min((w for w in held if w < 0), default=0)


@cache
def _signs(credit: str, side: str) -> _Signs:
    """The signs of one side with their weights: those before a name end at it, those behind it begin there."""
    said = tomllib.loads((Path(__file__).parent / "weighing.toml").read_text(encoding="utf-8"))[credit][side]
    form = r"^{}" if side == "behind" else r"{}(?:\s|(?<=[(\"“‘—–*_◌]))$"
    return [(int(weight), re.compile(form.replace("{}", alternation(words)))) for weight, words in said.items()]
