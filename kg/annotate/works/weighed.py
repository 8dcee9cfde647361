"""All that a text shows of how another film stands to its own: a text and the films that it brings up in, features out.

The films are weighed with `kg/learned/ties.json`; `training/ties.py` fits the weights on texts with gold.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from kg.annotate.works.brought import UNTITLED, Brought, brought_up
from kg.annotate.works.tiesigns import signs_of_place, signs_of_text
from kg.annotate.works.untitled import signs_of_untitled, untitled
from kg.lexis.letters import in_small
from kg.lexis.occurrences import occurrences
from kg.lexis.titles import title_key
from kg.model import Film, Span

_PLACES: Final = 6  # of one film, beyond which more of them say nothing new
_MANY: Final = 4
_ARTICLES: Final = ("the", "a", "an")


class Weighed(NamedTuple):
    """A film that a text brings up, and what is shown of it."""

    film: Brought
    features: frozenset[str]


def weighed(text: str, lines: Sequence[Span], main: Film, known: Collection[str]) -> Iterator[Weighed]:
    """Every other film that these lines may bring up; `known` are the title keys of films that rules found in them."""
    own = main.title or ""
    films = brought_up(text, lines, own, main.year)
    named = [*occurrences(in_small(text), in_small(own))]
    shared = signs_of_text(text)
    for film in [*films, *filter(None, [untitled(text, own, main.year)])]:
        shown = {*_standing(text, film, films), *shared, f"dates={dates(text, film, main.year)}"}
        shown |= {f"{sign}&dates={dates(text, film, main.year)}" for sign in shared if sign.startswith("text=")}
        for place in film.places[:_PLACES]:
            shown.update(signs_of_place(text, place, named, lines))
        if film.title == UNTITLED:
            shown.update(signs_of_untitled(text, film, main.year))
            shown = {f"{UNTITLED}:{sign}" for sign in shown}
        else:
            rank = f"rank={_rank(film, films)}"
            shown |= {f"{sign}&{rank}" for sign in shared if sign.startswith("text=")}
            shown.update((rank, f"known={title_key(film.title) in known}", *_shape(film, films, own)))
        yield Weighed(film, frozenset(shown))


def dates(text: str, film: Brought, own: str | None) -> str:
    """How the year of another film stands to that of the page's own."""
    if film.year is None or own is None:
        return "some" if film.year else "none"
    theirs = film.year.of(text)
    return "same" if theirs == own else "earlier" if theirs < own else "later"


def _standing(text: str, film: Brought, films: Sequence[Brought]) -> Iterator[str]:
    """How often and where in the text a film is brought up."""
    yield f"count={min(len(film.places), _MANY)}"
    yield f"where={_MANY * film.places[0].start // (len(text) + 1)}"
    yield f"films={bool(films)}"


def _rank(film: Brought, films: Sequence[Brought]) -> int:
    """Zero for the film that is brought up most often, one for the next."""
    return min(len({len(f.places) for f in films if len(f.places) > len(film.places)}), 2)


def _shape(film: Brought, films: Sequence[Brought], own: str) -> Iterator[str]:
    """What a title looks like, and how it lies within longer candidates and around shorter ones."""
    others = [q for f in films if f is not film for q in f.places]
    inside = [any(p in q and p != q for q in others) for p in film.places]
    around = any(q in p and p != q for p in film.places for q in others)
    yield f"words={min(len(film.title.split()), _MANY)}"
    yield f"article={film.title.split()[0].casefold() in _ARTICLES}"
    yield f"nested={any(inside)} {not all(inside)} {around}"
    yield f"alike={_alike(title_key(film.title).split(), title_key(own).split())}"


def _alike(theirs: Sequence[str], ours: Sequence[str]) -> str:
    if theirs == ours:
        return "same"
    if set(theirs) <= set(ours) or set(ours) <= set(theirs):
        return "within"
    return "shares" if any(len(word) >= _MANY for word in set(theirs) & set(ours)) else "no"
