"""What is decided anew after a change is what is decided of all documents at once, and so is what is kept of it."""

import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from corpora import IDS, summary

from kg.model import Verdict
from kg.resolve import Memory, Resolution, Summary, decide, decide_again, remember
from kg.resolve.summary import FilmMention, PersonMention
from kg.vocab import BaseIri

BASE = BaseIri("https://x.test/")


def rows(file: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))) for table in tables}


def changed(
    chance: random.Random, there: dict[str, Summary], many: int, spread: int
) -> tuple[list[str], list[Summary]]:
    """Some documents that go, and some that come or take the place of one."""
    gone = chance.sample(sorted(there), chance.randint(0, min(many, len(there))))
    ids = chance.sample(IDS, chance.randint(0 if gone else 1, many))
    come = [summary(chance, id, spread) for id in ids]
    for id in gone:
        del there[id]
    there |= {each.document: each for each in come}
    return gone, come


def told(resolution: Resolution, documents: Mapping[str, Summary]) -> dict[str, object]:
    return {id: resolution.told(each) for id, each in documents.items()}


def follow(folder: Path, seed: int, documents: int, spread: int) -> None:
    """Change some documents a few times; what is kept is each time compared with what is made anew."""
    chance = random.Random(seed)
    there = {id: summary(chance, id, spread) for id in chance.sample(IDS, documents)}
    remember(decide(there.values(), BASE), folder / "kept")
    for number in range(4):
        before = told(decide(there.values(), BASE).resolution, there)
        gone, come = changed(chance, there, 2, spread)
        again, affected = decide_again(Memory(folder / "kept"), gone, come, BASE)
        anew = decide(there.values(), BASE)
        remember(anew, folder / f"anew-{number}")
        assert rows(folder / "kept") == rows(folder / f"anew-{number}")
        assert again.judgements == anew.resolution.judgements
        assert dict(again.named) == dict(anew.resolution.named)
        after = told(again, there)
        assert after == told(anew.resolution, there)
        assert {id for id in there if before.get(id) != after[id]} <= {summary.document for summary in affected}


@pytest.mark.parametrize("spread", [1, 2, 8])
@pytest.mark.parametrize("seed", range(8))
def test_what_is_decided_again_is_what_is_decided_at_once(tmp_path: Path, seed: int, spread: int) -> None:
    follow(tmp_path, seed, 8 * spread // (1 + spread // 4), spread)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(300))
def test_so_it_is_in_hundreds_of_corpora(tmp_path: Path, seed: int) -> None:
    follow(tmp_path, seed, seed % 23 + 2, seed % 8 + 1)


ACTOR, COMPOSER = "schema:actor", "schema:musicBy"


def film(id: str, key: str, year: int, title: str | None = None, by: str = "", **ties: tuple[str, ...]) -> FilmMention:
    titles, directors = ((title,) if title else ()), ((by,) if by else ())
    others = tuple(key for keys in ties.values() for key in keys)
    return FilmMention((id, key), key == "main", titles, year, directors, others=others, **ties)


def document(*films: FilmMention, **people: tuple[tuple[str, str], ...]) -> Summary:
    """A document of these films; `people` are named with "_" for " "."""
    id = films[0].document
    mentions = (PersonMention((id, name.replace("_", " ")), credits) for name, credits in people.items())
    return Summary(id, films, tuple(sorted(mentions, key=lambda mention: mention.ref)), (), (), ())


def one_more(folder: Path, there: list[Summary], new: Summary) -> Resolution:
    """What a document more comes to; without it, all is as it was."""
    remember(decide(there, BASE), folder / "kept")
    remember(anew := decide([*there, new], BASE), folder / "anew")
    before = rows(folder / "kept")
    decide_again(Memory(folder / "kept"), (), [new], BASE)
    assert rows(folder / "kept") == rows(folder / "anew") != before
    decide_again(Memory(folder / "kept"), [new.document], (), BASE)
    assert rows(folder / "kept") == before
    return anew.resolution


def test_an_untitled_film_is_found_by_its_director(tmp_path: Path) -> None:
    remake = film("a", "main", 2004, "Ebb", "Ivy Marlowe", originals=("original",))
    original = film("a", "original", 1951, None, "Per Holt", remakes=("main",))
    again = one_more(tmp_path, [document(remake, original)], document(film("b", "main", 1951, "Low Tide", "Per Holt")))
    assert again.slugs.films["a", "original"] == "low-tide-1951"


def test_an_untitled_film_is_none_of_two_by_its_director(tmp_path: Path) -> None:
    remake = film("a", "main", 2004, "Ebb", "Ivy Marlowe", originals=("original",))
    original = film("a", "original", 1951, None, "Per Holt", remakes=("main",))
    there = [document(remake, original), document(film("b", "main", 1951, "Low Tide", "Per Holt"))]
    again = one_more(tmp_path, there, document(film("c", "main", 1951, "High Tide", "Per Holt")))
    assert again.slugs.films["a", "original"] == "untitled--per-holt-1951"


def test_a_question_follows_the_name_of_either_side(tmp_path: Path) -> None:
    there = [
        document(film("a", "main", 1951, "Ebb"), Ivy_Marlow=(("main", ACTOR),)),
        document(film("b", "main", 1951, "Ebb"), Ivy_Marlowe=(("main", ACTOR),)),
    ]
    again = one_more(tmp_path, there, document(film("c", "main", 1870, "Salt"), Ivy_Marlowe=(("main", ACTOR),)))
    asked = [j for j in again.judgements if j.verdict is Verdict.OPEN]
    assert [(j.left, j.right) for j in asked] == [
        (f"{BASE.base}person/ivy-marlow", f"{BASE.base}person/ivy-marlowe--ebb")
    ]


def test_two_names_that_have_a_short_one_in_common_are_told_apart(tmp_path: Path) -> None:
    both = document(
        film("a", "main", 1951, "Ebb"),
        film("a", "other", 1960, "Tide"),
        Nora_Kilbride=(("main", ACTOR), ("other", ACTOR)),
        Kilbride=(("main", COMPOSER),),
    )
    fuller = document(film("b", "main", 1960, "Tide"), Nora_M_Kilbride=(("main", ACTOR),))
    again = one_more(tmp_path, [both, fuller], document(film("c", "main", 1990, "Salt"), Kilbride=(("main", ACTOR),)))
    assert again.slugs.people["a", "Kilbride"] == "kilbride--ebb"
    assert again.slugs.people["c", "Kilbride"] == "kilbride--salt"


def test_a_surname_is_a_name_as_long_as_no_more_people_have_it_than_films(tmp_path: Path) -> None:
    there = [document(film(id, "main", 1990 + n, f"Salt {id}"), Dora=(("main", ACTOR),)) for n, id in enumerate("abc")]
    there += [
        document(film(id, "main", 1990 + n, f"Tide {id}"), **{f"{first}_Dora": (("main", ACTOR),)})
        for n, (id, first) in enumerate((("d", "Ada"), ("e", "Per")))
    ]
    again = one_more(tmp_path, there, document(film("f", "main", 1951, "Ebb"), Tom_Dora=(("main", ACTOR),)))
    assert len({again.slugs.people[id, "Dora"] for id in "abc"}) == 3
