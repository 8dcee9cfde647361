"""Slugs that tell things apart: each thing offers ever fuller slugs, and gets the first that no other thing wants."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, TypeVar

from kg.resolve.films import Film, Films
from kg.resolve.names import core, is_short, person_key
from kg.vocab import slug
from kg.vocab.iris import PART, short_hash

Key = TypeVar("Key")
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


def document_slugs(documents: Iterable[str]) -> dict[str, str]:
    """Slug of each document's id without its file extension; where two are alike, each with a hash of its id."""
    offers = {id: [name := slug(_stem(id)), f"{name}-{short_hash(id)}"] for id in documents}
    made = distinct(offers | {f"\0{name}": [name] for name in _GRAPHS})
    return {id: made[id] for id in offers}


def _stem(document: str) -> str:
    path = PurePosixPath(document)
    return str(path.with_suffix("")) if path.suffix[1:].isalpha() else document


def film_slugs(films: Films) -> dict[int, str]:
    """Slug of each film by its `id()`: title and year, with the director on a clash; "untitled--…" without a title."""
    made = _titled_slugs(films)
    untitled = {id(film): list(_untitled(film, films, made)) for film in films if not film.titles}
    return made | distinct(untitled)


def _titled_slugs(films: Films) -> dict[int, str]:
    """Only those who want one slug have to look further: no other begins with it and "--"."""
    wanting: dict[str, list[Film]] = defaultdict(list)
    for film in films:
        if film.titles:
            wanting[slug(f"{film.title} {film.year or ''}")].append(film)
    made: dict[int, str] = {}
    for plain, several in wanting.items():
        clash = {id(film): list(_titled(plain, film)) for film in several} if several[1:] else {}
        made |= distinct(clash) if clash else {id(several[0]): plain}
    return made


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
