"""What is decided anew after a change is what is decided of all documents at once, and so is what is kept of it."""

import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from corpora import IDS, summary

from kg.resolve import Memory, Resolution, Summary, decide, decide_again, remember
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
@pytest.mark.parametrize("seed", range(20))
def test_what_is_decided_again_is_what_is_decided_at_once(tmp_path: Path, seed: int, spread: int) -> None:
    follow(tmp_path, seed, 8 * spread // (1 + spread // 4), spread)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(1_000))
def test_so_it_is_in_a_thousand_corpora(tmp_path: Path, seed: int) -> None:
    follow(tmp_path, seed, seed % 23 + 2, seed % 8 + 1)
