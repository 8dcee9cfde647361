"""Which other films a review brings up: its sentences in; what may be a title, and how likely it is one, out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.annotate.elsewhere.signs import shape, signs_at
from kg.annotate.elsewhere.spotting import spotted
from kg.annotate.prose import BLOT
from kg.learned import classifier
from kg.lexis.titles import title_key
from kg.model import Span

OTHER: Final = "other"
_GONE: Final = f"{BLOT} "  # what is left where the own title or somebody's surname stands
_MANY: Final = 3
_PLACES: Final = 6  # of one title, beyond which more of them say nothing new
_LEAST: Final = 0.15  # chance from which a stretch is worth a look


class Candidate(NamedTuple):
    """What may be another film's title, with all its places, what they show, and whether rules take it for one."""

    key: str
    places: Sequence[Span]
    features: frozenset[str]
    known: bool


class Brought(NamedTuple):
    """A film that is brought up, with how likely it is one at all."""

    key: str
    places: Sequence[Span]
    chance: float
    known: bool


def candidates(
    text: str, blotted: str, sentences: Sequence[Span], own: str, known: Collection[str], people: Collection[str]
) -> Iterator[Candidate]:
    """The candidates of these sentences; `known` are the keys of films that rules find, `people` the forms of names.

    `blotted` is the text with marks for people and for the title of its `own` film.
    """
    places: defaultdict[str, list[tuple[Span, Span]]] = defaultdict(list)
    for sentence in sentences:
        for span in spotted(text, sentence.start, sentence.end):
            if blotted[span.start : span.end].strip(_GONE):
                places[title_key(span.of(text))].append((span, sentence))
    mine = title_key(own)
    for key, found in places.items():
        if key and key != mine:
            shown = {
                f"count={min(len(found), _MANY)}",
                f"known={key in known}",
                f"own={_beside(key, mine)}",
                f"part alone={_has_part(key, len(found), places)}",
                *shape(found[0][0].of(text), people),
            }
            for span, sentence in found[:_PLACES]:
                shown.update(signs_at(text, blotted, span, sentence))
            yield Candidate(key, [span for span, _ in found], frozenset(shown), key in known)


def _beside(key: str, own: str) -> str:
    if f" {key} " in f" {own} ":
        return "in"
    return "around" if own and f" {own} " in f" {key} " else "apart"


def _has_part(key: str, count: int, places: Mapping[str, Sequence[object]]) -> bool:
    """Whether a part of a title stands in the text more often than all of it."""
    words = key.split()
    cuts = ((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words))
    return any(len(places.get(" ".join(words[i:j]), ())) > count for i, j in cuts)


def chances(found: Iterable[Candidate]) -> dict[str, float]:
    """How likely each of these candidates is another film, by their keys."""
    return {one.key: classifier("others").probabilities(one.features)[OTHER] for one in found}


def brought_up(found: Iterable[Candidate], likely: Mapping[str, float]) -> list[Brought]:
    """The candidates that may be films, the likeliest first, each with the places that no likelier one has."""
    worthy = [one for one in found if one.known or likely[one.key] >= _LEAST]
    taken: list[Span] = []
    made = []
    for one in sorted(worthy, key=lambda one: (-likely[one.key], one.places[0])):
        places = [place for place in one.places if not any(place.overlaps(other) for other in taken)]
        taken += places
        if places:
            made.append(Brought(one.key, places, likely[one.key], one.known))
    return made
