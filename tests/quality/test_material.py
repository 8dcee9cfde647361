"""The material that quality is measured with is itself sound: facts stand in their texts, and there is enough of it."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.vocab import relations

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
LAYOUTS = ("encyclopedia", "synopsis", "user-reviews", "ratings", "critic")
ROLES = {"role", "roleKind"}
UNWRITTEN = {  # values that a normal form replaces: the text says "Dutch", "95 minutes", "3 May 1990"
    "schema:countryOfOrigin",
    "schema:inLanguage",
    "schema:datePublished",
    "schema:birthDate",
    "schema:duration",
    "schema:reviewRating",
}


class Fact(NamedTuple):
    relation: str
    names: tuple[str, ...]


def entries(file: str, table: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))[table])


TRAPS, REVIEWS, PASSAGES = entries("traps", "trap"), entries("reviews", "review"), entries("prose", "passage")
REMAKES = entries("remakes", "passage")
ARTICLES, PAGES = entries("articles", "article"), entries("pages", "page")
UNSEEN = [
    entry
    for file, table in (("reviews", "review"), ("pages", "page"), ("statements", "passage"))
    for entry in entries(f"unseen/{file}", table)
]
TRAINING = HERE.parents[1] / "training" / "texts"
ALL = TRAPS + REVIEWS + PASSAGES + ARTICLES + PAGES + REMAKES
GOLD = [
    line.split("\t")
    for line in (HERE.parent / "gold" / "seeds.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def written(relation: str, *values: str) -> Fact:
    """The values of a fact that have to stand in the text as they are."""
    if relation in UNWRITTEN or (relation == "schema:review" and values[0][:4].isdigit()):
        return Fact(relation, ())
    kept = values[:1] if relation in {"roleKind", "kg:distributor", "schema:isBasedOn", "schema:review"} else values
    return Fact(relation, tuple(v for v in kept if v not in {"?", "main", "original"}))


def facts(entry: dict[str, Any]) -> Iterator[Fact]:
    for relation, *values in entry.get("true", []) + entry.get("false", []):
        yield written(relation, *values)
    for subject, relation, *values in entry.get("gold", []) + entry.get("may", []):
        yield written(relation, *values)
        yield written("role", subject)


@pytest.mark.parametrize("entry", ALL + UNSEEN, ids=lambda e: e["film"]["title"])
def test_what_an_entry_states_stands_in_its_text(entry: dict[str, Any]) -> None:
    text = entry["text"].casefold()
    assert entry["film"]["title"].casefold() in text
    assert str(entry["film"].get("year", "")) in text
    for fact in facts(entry):
        assert fact.relation in ROLES | relations().keys()
        missing = [n for n in fact.names if not all(word in text for word in n.casefold().split())]
        assert not missing, fact.relation


@pytest.mark.parametrize("trap", TRAPS, ids=lambda e: e["film"]["title"])
def test_a_trap_has_something_to_catch_and_does_not_contradict_itself(trap: dict[str, Any]) -> None:
    assert trap["false"]
    assert not {tuple(f) for f in trap["false"]} & {tuple(f) for f in trap["true"]}


@pytest.mark.parametrize(
    "file, entries",
    [("reviews", REVIEWS), ("prose", PASSAGES), ("remakes", REMAKES), ("articles", ARTICLES), ("pages", PAGES)],
)
def test_what_is_called_complete_is_what_gold_states(file: str, entries: list[dict[str, Any]]) -> None:
    complete = set(tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))["complete"])
    assert complete <= {relation for e in entries for _, relation, *_ in e["gold"]}


def test_there_is_enough_to_measure_with() -> None:
    assert len(TRAPS) >= 250
    assert len({t["family"] for t in TRAPS}) >= 20
    assert sum(bool(t["true"]) for t in TRAPS) >= 0.6 * len(TRAPS)
    assert len(REVIEWS) >= 80
    assert len(ARTICLES) >= 8
    assert len(PAGES) >= 10
    assert len(PASSAGES) >= 120
    assert len(REMAKES) >= 180
    assert sum(not any(f[1] == "kg:remakeOf" for f in r["gold"]) for r in REMAKES) >= 40


def test_weights_are_fitted_on_none_of_the_texts_that_measure() -> None:
    fitted = {
        entry["text"].strip()
        for file in TRAINING.glob("*.toml")
        for rows in tomllib.loads(file.read_text(encoding="utf-8")).values()
        for entry in rows
        if isinstance(entry, dict)
    }
    assert len(fitted) > 300
    assert not fitted & {entry["text"].strip() for entry in ALL + UNSEEN}


def test_no_text_and_no_fact_is_given_twice() -> None:
    texts = Counter(e["text"] for e in ALL)
    assert [t for t, n in texts.items() if n > 1] == []
    for entry in ALL:
        stated = Counter(tuple(f) for key in ("true", "false", "gold", "may") for f in entry.get(key, []))
        assert max(stated.values(), default=1) == 1, entry["film"]


def test_the_example_pages_show_every_layout_and_several_films() -> None:
    pages = {p.stem: len(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")}
    assert pages.keys() == {row[0] for row in GOLD}
    assert all(300 <= size <= 5000 for size in pages.values())
    assert all(any(stem.endswith(layout) for stem in pages) for layout in LAYOUTS)
    assert len({re.sub(rf"-({'|'.join(LAYOUTS)})$", "", stem) for stem in pages}) >= 6


@pytest.mark.parametrize("row", GOLD, ids=lambda r: f"{r[0]}-{r[3]}-{r[4]}")
def test_an_example_page_names_whom_its_gold_names(row: list[str]) -> None:
    page, _, _, relation, value, qualifier = row
    text = (SEEDS / f"{page}.txt").read_text(encoding="utf-8")
    people = {"director", "author", "producer", "musicBy", "editor", "cinematographer", "actor", "role", "roleKind"}
    if relation in people | {"productionCompany", "distributor", "character"}:
        assert value.split()[-1] in text
    if relation == "role":
        assert qualifier in text
