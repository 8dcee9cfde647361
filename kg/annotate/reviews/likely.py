"""Whom a review credits without saying so in so many words: places in, likely directors, writers and actors out.

What single sentences state is read elsewhere. Here all the places where someone is named are weighed together, as a
reader does: "Greer's backstage comedy", "a screen couple for the ages", "kudos to". docs/training.md has the weights'
origin and worth.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.annotate.credits.found import Found
from kg.annotate.reviews.places import Place
from kg.annotate.surroundings import surroundings
from kg.learned import classifier
from kg.lexis.given import is_full_name

_ENOUGH: Final = 0.6  # somewhat more likely than not
_DOUBT: Final = 0.2  # below which a rule's word does not stand either
JUDGED: Final = ("director", "actor", "screenwriter")  # whoever does several of these was learnt as the first
NOBODY: Final = "none"
_MOST_TOLD: Final = 4  # places, beyond which more of them say nothing new
_LATE: Final = 3  # sentences into the review


def features(places: Sequence[Place], stated: Iterable[str]) -> set[str]:
    """What all the places of one person show; `stated` are the rules by which it states something of them."""
    first = min(place.sentence for place in places)
    shown = {
        f"places={min(len(places), _MOST_TOLD)}",
        f"first={min(first, _LATE)}",
        f"given={is_full_name(places[0].person)}",
        f"here={any(p.here for p in places)}",
        *(f"rule={rule}" for rule in stated),
        *(f"stated={relation_of(rule)}" for rule in stated),
    }
    for place in places:
        where = "" if place.here else "elsewhere:"
        shown.update(where + feature for feature in surroundings(place.before, place.behind))
    return shown


def relation_of(rule: str) -> str:
    """The relation that a rule states."""
    return rule.partition(".")[0]


def by_person(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    """The places of each person, people in the order in which they are first named."""
    told: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        told[place.person].append(place)
    return told


class Judgement(NamedTuple):
    """Someone whom a review names: how likely each relation to its film is, and the places that say so."""

    chances: Mapping[str, float]
    places: Sequence[Place]
    stated: Collection[str]  # the rules by which the review says something of them

    def doubts(self, relation: str) -> bool:
        """Whether the person most likely has no part in the film, whatever a single rule takes the words for."""
        if relation not in JUDGED or sum(relation_of(rule) == relation for rule in self.stated) > 1:
            return False
        as_told = sum(self.chances[one] for one in JUDGED[: JUDGED.index(relation) + 1])
        return as_told < _DOUBT and self.chances[NOBODY] > _ENOUGH


def judged(places: Iterable[Place], stated: Mapping[str, Collection[str]]) -> dict[str, Judgement]:
    """A judgement of each person at these places; `stated` are the rules by which the review says something of whom."""
    people = classifier("people")
    made = {}
    for person, named in by_person(places).items():
        rules = stated.get(person, ())
        made[person] = Judgement(people.probabilities(features(named, rules)), named, rules)
    return made


def likely(judgements: Mapping[str, Judgement], stated: Mapping[str, set[str]]) -> Iterator[Found]:
    """The credits that no rule states and that are likely enough; no director where a rule has one."""
    made = {relation_of(rule) for rules in stated.values() for rule in rules}
    for chances, places, rules in judgements.values():
        known = {relation_of(rule) for rule in rules}
        here = next((place for place in places if place.here), None)
        for relation in JUDGED:
            stands = relation in (made if relation == "director" else known)
            if here and chances[relation] >= _ENOUGH and not stands:
                yield Found(relation, here.name, here.cue, f"{relation}.likely")
