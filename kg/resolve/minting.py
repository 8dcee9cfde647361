"""Slugs that tell things apart: each thing offers ever fuller slugs, and gets the first that no other thing wants."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final, TypeVar

from kg.resolve.films import Film, Films
from kg.resolve.names import core, is_short, person_key
from kg.vocab import slug
from kg.vocab.iris import PART, short_hash

Key = TypeVar("Key")
_DOCUMENTS: Final = 1 << 14  # whose slugs are kept at hand; those of one are asked for one after another
_GRAPHS: Final = ("curation", "evidence", "provenance", "quarantine")  # names of graphs that are no document's


def distinct(offers: Mapping[Key, Sequence[str]]) -> dict[Key, str]:
    """A slug for each key, no two alike and whatever the order: all who want one slug move on to their next offer."""
    level = dict.fromkeys(offers, 0)
    while True:
        wanted = {key: offers[key][level[key]] for key in offers}
        times = Counter(wanted.values())
        clashing = [key for key, name in wanted.items() if times[name] > 1 and level[key] + 1 < len(offers[key])]
        if not clashing:
            return wanted
        for key in clashing:
            level[key] += 1


def apart(plain: Mapping[Key, str], offers: Callable[[Key], Iterable[str]]) -> dict[Key, str]:
    """A slug for each key: the plain one or, where several want it, the first of their offers that is theirs alone.

    Only those who want one slug have to look further: no other begins with it and "--".
    """
    wanting: dict[str, list[Key]] = defaultdict(list)
    for key, name in plain.items():
        wanting[name].append(key)
    made: dict[Key, str] = {}
    for name, several in wanting.items():
        made |= distinct({key: list(offers(key)) for key in several}) if several[1:] else {several[0]: name}
    return made


def document_slugs(plain: Mapping[str, str]) -> dict[str, str]:
    """Slug of each document by its id: its `plain_document` or, where two are alike, each with a hash of its id."""
    wanted = Counter((*plain.values(), *_GRAPHS))
    fuller = {id: f"{name}-{short_hash(id)}" for id, name in plain.items() if wanted[name] > 1}
    meant = {*fuller.values()}
    some = {id: name for id, name in plain.items() if id in fuller or name in meant}
    offers = {id: [name, fuller.get(id) or f"{name}-{short_hash(id)}"] for id, name in some.items()}
    made = distinct(offers | {f"\0{name}": [name] for name in _GRAPHS})
    return {id: made.get(id, name) for id, name in plain.items()}


@lru_cache(_DOCUMENTS)
def plain_document(id: str) -> str:
    """Slug of a document's id without its file extension."""
    path = PurePosixPath(id)
    return slug(str(path.with_suffix("")) if path.suffix[1:].isalpha() else id)


@dataclass(slots=True)
class FilmSlugs:
    """Slug of each film by its `id()`, and the plain one: what it would be called if no other wanted to be."""

    made: dict[int, str] = field(default_factory=dict)
    plain: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, films: Films) -> "FilmSlugs":
        """Title and year, with the director on a clash; "untitled--…" without a title."""
        slugs = cls.titled(films)
        offers = untitled(films, slugs)
        plain = {film: some[0] for film, some in offers.items()}
        return cls(slugs.made | apart(plain, offers.__getitem__), slugs.plain | plain)

    @classmethod
    def titled(cls, films: Films) -> "FilmSlugs":
        """The same of the films that have a title."""
        known = {id(film): film for film in films if film.titles}
        plain = {key: slug(f"{film.title} {film.year or ''}") for key, film in known.items()}
        return cls(apart(plain, lambda key: _titled(plain[key], known[key])), plain)


def untitled(films: Films, titled: FilmSlugs) -> dict[int, list[str]]:
    """What the films without a title might be called, by `id()`."""
    return {id(film): list(_untitled(film, films, titled.made)) for film in films if not film.titles}


def _titled(plain: str, film: Film) -> Iterator[str]:
    yield plain
    if director := _director(film):
        yield plain + PART + director
    yield plain + PART + short_hash(*film.first)


def _untitled(film: Film, films: Films, made: Mapping[int, str]) -> Iterator[str]:
    """What is known of an untitled film: its director and year, else the film that it is the original or remake of."""
    known = slug(f"{_director(film)} {film.year or ''}") if film.directors or film.year else ""
    ties = [
        f"{part}-{made[id(other)]}"
        for part, others in (("original-of", films.remakes(film)), ("remake-of", films.originals(film)))
        for other in others
        if id(other) in made
    ]
    if known:
        yield PART.join(["untitled", known])
    if ties:
        yield PART.join(filter(None, ["untitled", known, min(ties)]))
    yield PART.join(filter(None, ["untitled", known, short_hash(*film.first)]))


def _director(film: Film) -> str:
    """Slug of the director that most documents name, in the fullest form; "" when none is known."""
    names = Counter(name for mention in film.mentions for name in mention.directors)
    full = [name for name in names if not is_short(person_key(name))] or list(names)
    best = min(full, key=lambda name: (-names[name], -len(core(person_key(name))), name), default="")
    return slug(best) if best else ""
