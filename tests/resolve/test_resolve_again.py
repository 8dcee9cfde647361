"""What is decided anew after a change is what is decided of all documents at once, and so is what is kept of it."""

import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from corpora import IDS, summary

from kg.resolve import Memory, Summary, decide, decide_again, remember
from kg.vocab import BaseIri

BASE = BaseIri("https://x.test/")


def rows(file: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))) for table in tables}


def changed(chance: random.Random, there: dict[str, Summary], many: int) -> tuple[list[str], list[Summary]]:
    """Some documents that go, and some that come or take the place of one."""
    gone = chance.sample(sorted(there), chance.randint(0, min(many, len(there))))
    ids = chance.sample(IDS, chance.randint(0 if gone else 1, many))
    come = [summary(chance, id) for id in ids]
    for id in gone:
        del there[id]
    there |= {each.document: each for each in come}
    return gone, come


def told(resolution, documents: Mapping[str, Summary]) -> list[object]:
    return [resolution.told(each) for each in documents.values()]


def follow(folder: Path, seed: int, documents: int, changes: int, many: int) -> None:
    chance = random.Random(seed)
    there = {id: summary(chance, id) for id in chance.sample(IDS, documents)}
    remember(decide(there.values(), BASE), folder / "kept")
    for number in range(changes):
        before = {id: decide(there.values(), BASE).resolution.told(each) for id, each in there.items()}
        gone, come = changed(chance, there, many)
        again, affected = decide_again(Memory(folder / "kept"), gone, come, BASE)
        anew = decide(there.values(), BASE)
        remember(anew, folder / f"anew-{number}")
        assert rows(folder / "kept") == rows(folder / f"anew-{number}")
        assert again.judgements == anew.resolution.judgements
        assert dict(again.named) == dict(anew.resolution.named)
        assert told(again, there) == told(anew.resolution, there)
        others = {id: each for id, each in there.items() if id not in {s.document for s in affected}}
        assert {id: before[id] for id in others} == {id: again.told(each) for id, each in others.items()}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_decided_again_is_what_is_decided_at_once(tmp_path: Path, seed: int) -> None:
    follow(tmp_path, seed, documents=8, changes=4, many=2)
