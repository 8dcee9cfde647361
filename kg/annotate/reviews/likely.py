"""Whom a review credits without saying so in so many words: places in, likely directors, writers and actors out.

What single sentences state is read elsewhere. Here all the places where someone is named are weighed together, as a
reader does: "Greer's backstage comedy", "a screen couple for the ages", "kudos to". docs/training.md has the weights'
origin and worth.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.reviews.places import Place
from kg.annotate.surroundings import surroundings
from kg.learned import classifier
from kg.lexis.given import is_full_name

_ENOUGH: Final = {"director": 0.5, "screenwriter": 0.6, "actor": 0.6}
_MOST_TOLD: Final = 4  # places, beyond which more of them say nothing new
_LATE: Final = 3  # sentences into the review


def features(places: Sequence[Place], stated: Iterable[str]) -> set[str]:
    """What all the places of one person show; `stated` are the relations that the review states of them outright."""
    first = min(place.sentence for place in places)
    shown = {
        f"places={min(len(places), _MOST_TOLD)}",
        f"first={min(first, _LATE)}",
        f"given={is_full_name(places[0].person)}",
        f"here={any(p.here for p in places)}",
        *(f"stated={relation}" for relation in stated),
    }
    for place in places:
        where = "" if place.here else "elsewhere:"
        shown.update(where + feature for feature in surroundings(place.before, place.behind))
    return shown


def by_person(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    """The places of each person, people in the order in which they are first named."""
    told: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        told[place.person].append(place)
    return told


def likely(places: Iterable[Place], stated: Mapping[str, set[str]]) -> Iterator[Found]:
    """The credits that weigh enough of people of whom nothing is `stated`, and of one director where none is stated."""
    directed = any("director" in relations for relations in stated.values())
    for person, named in by_person(places).items():
        here = [place for place in named if place.here]
        if not here or stated.get(person):
            continue
        chances = classifier("people").probabilities(features(named, ()))
        for relation, enough in _ENOUGH.items():
            if chances[relation] >= enough and not (relation == "director" and directed):
                yield Found(relation, here[0].name, here[0].cue, f"{relation}.likely")
