"""Who made another film or plays in it: people named near the films that a review brings up in, likely credits out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.annotate.credits.found import Found
from kg.annotate.elsewhere.films import Brought
from kg.annotate.elsewhere.pairs import Pair
from kg.learned import classifier
from kg.model import Span

NOTHING: Final = "none"
RELATIONS: Final = ("director", "screenwriter", "actor")
FILM: Final = 0.5  # how likely a film must be one for its credits to count
KEPT: Final = 0.25  # the same of one that rules find
_ENOUGH: Final = 0.65  # how likely a credit must be
_STATED: Final = 0.3  # how likely a credit must be that a rule states

Names = tuple[str, str]  # of a film, as its key, and of a person


class Stated(NamedTuple):
    """A credit of the film whose title stands at this place; `names` are of that film and the person."""

    names: Names
    title: Span
    found: Found


def likely(pairs: Mapping[Names, Pair], films: Sequence[Brought], stated: Iterable[Stated]) -> Iterator[Stated]:
    """The credits of these films that are likely enough, in the words of rules where they state them."""
    believed = {film.key for film in films if film.chance >= FILM}
    kept = believed | {film.key for film in films if film.known and film.chance >= KEPT}
    chances = {names: classifier("elsewhere").probabilities(p.features) for names, p in pairs.items()}
    told = set()
    for one in stated:
        relation = one.found.relation
        if one.names[0] in kept and chances.get(one.names, {}).get(relation, 1.0) >= _STATED:
            told.add((one.names, relation))
            yield one
    for names, pair in pairs.items():
        for relation in RELATIONS if names[0] in believed else ():
            if chances[names][relation] >= _ENOUGH and (names, relation) not in told:
                yield Stated(names, pair.film.span, _found(relation, pair))


def _found(relation: str, pair: Pair) -> Found:
    film, person = pair.film.span, pair.person.span
    cue = Span(min(film.start, person.start), max(film.end, person.end))
    return Found(relation, person, cue, f"{relation}.mention-likely", of=film)
