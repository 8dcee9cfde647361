"""Summaries of documents at random, with so few titles, names and years that most have much in common."""

import random

from kg.model import Kind, Thing
from kg.resolve import Summary
from kg.resolve.summary import FilmMention, Part, PersonMention

TITLES = (
    "Pale Harbour",
    "The Pale Harbour",
    "Tin & Salt",
    "Tin and Salt",
    "Ebb",
    "Ebb 1931",
    "The Orchard",
    "Low Tide",
)
YEARS = (1870, 1931, 1931, 1932, 1951, 1952, 2004, None)
PEOPLE = (
    "Nora Kilbride", "N. Kilbride", "Nora M. Kilbride", "Kilbride", "Nora", "Tom Ashe", "Tom Ashe Jr.", "Ashe", "Ivy Marlowe",
    "Ivy Marlow", "Jón Æsir", "Jon Aesir", "Marlowe", "Dora", "Dora Ashe", "Sergei Ivanov", "Sergey Ivanov", "Per Holt",
)  # fmt: skip
PARTS = ("Lev", "Young Lev", "Lev Stern", "a waitress", "the waitress", "Mrs. Stern", "")
RELATIONS = ("schema:director", "schema:actor", "kg:screenwriter", "schema:musicBy")
WORKS = (Thing(Kind.BOOK, "Salt"), Thing(Kind.BOOK, "The Orchard"), Thing(Kind.WORK, "Salt"))
OTHERS = (
    Thing(Kind.ORGANIZATION, "Harbour Films"), Thing(Kind.ORGANIZATION, "harbour films"), Thing(Kind.COUNTRY, "ie"),
    Thing(Kind.REVIEWER, "1"), Thing(Kind.WORK, "novel", (Thing(Kind.MOVIE, "main"),)),
)  # fmt: skip
IDS = ("a.txt", "a.md", "b.txt", "b c", "b-c", "curation", *(f"d{n}" for n in range(24)))
ENDINGS = ("", "berg", "ova", "ley", "sund", "wick", "mar", "ton")


def summary(chance: random.Random, id: str, spread: int = 1) -> Summary:
    """A document of that id; the larger `spread` is, up to eight, the less it has in common with others."""
    keys = ["main", "original", "other"][: chance.randint(1, 3)]
    people = sorted({name + chance.choice(ENDINGS[:spread]) for name in chance.sample(PEOPLE, chance.randint(0, 5))})
    credits = {name: _credits(chance, keys) for name in people}
    films = tuple(_film(chance, id, key, keys, credits, chance.choice(ENDINGS[:spread])) for key in sorted(keys))
    parts = {_part(chance, keys, people) for _ in range(chance.randint(0, 4))}
    authors = {(chance.choice(WORKS), chance.choice(people)) for _ in range(chance.randint(0, 1)) if people}
    named = {*(work for work, _ in authors), *chance.sample(OTHERS, chance.randint(0, 3))}
    return Summary(
        id,
        films,
        tuple(_person(chance, id, name, credits[name]) for name in people),
        tuple(sorted(parts)),
        tuple(sorted(named)),
        tuple(sorted(authors)),
    )


def _credits(chance: random.Random, keys: list[str]) -> tuple[tuple[str, str], ...]:
    some = {(chance.choice(keys), chance.choice(RELATIONS)) for _ in range(chance.randint(0, 3))}
    return tuple(sorted(some)) or chance.choice([(), (("main", ""),)])


def _film(chance: random.Random, id: str, key: str, keys: list[str], credits: dict, end: str) -> FilmMention:
    ties = tuple(k for k in sorted(keys) if k != key) if "original" in keys else ()
    titles = chance.sample(TITLES, chance.choice([1, 1, 2])) if key == "main" or chance.random() < 0.6 else ()
    return FilmMention(
        (id, key),
        key == "main",
        tuple(title + end for title in titles),
        chance.choice(YEARS),
        tuple(name for name, said in credits.items() if (key, "schema:director") in said),
        tuple(name for name, said in credits.items() if (key, "schema:actor") in said),
        ("original",) if key == "main" and ties else (),
        ("main",) if key == "original" else (),
        ties,
    )


def _person(chance: random.Random, id: str, name: str, credits: tuple) -> PersonMention:
    born = (chance.choice((1890, 1891, 1950)),) if chance.random() < 0.2 else ()
    return PersonMention((id, name), credits, born, ("author",) if chance.random() < 0.1 else ())


def _part(chance: random.Random, keys: list[str], people: list[str]) -> Part:
    return Part(chance.choice(keys), chance.choice(["", *people]), chance.choice(PARTS))
