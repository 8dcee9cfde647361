"""A build whose identity is decided among those who work: the bytes of one decided at once, and what it keeps of it."""

import random
from contextlib import closing
from pathlib import Path

import pytest
from test_pipeline_parts import Twice

from kg.pipeline import Dask, Options, Runner, add, build, local


class Others:
    """Whoever works, here."""

    def map(self, task, items, at_once=1):
        return map(task, items)

    def sees(self, path):
        return True

    def close(self):
        pass


TITLES = ("Low Tide", "Ebb", "The Ebb", "Salt Wind", "Tin & Salt")
PEOPLE = ("Per Holt", "Ada Wray", "Una Bly", "Tom Wray", "Ida M. Berg", "Ida Berg", "Jon Aesir")


def text(chance: random.Random) -> str:
    director, other, *cast = chance.sample(PEOPLE, 5)
    title, original = chance.sample(TITLES, 2)
    year = chance.choice((1931, 1971, 1972, 2004))
    tie = chance.choice(
        (
            "",
            f"It is a remake of the {year - 30} film {original}. ",
            f"It is based on the novel of the same name by {other}. ",
        )
    )
    return (
        f"{title} is a {year} {chance.choice(('Danish', 'Irish'))} drama film directed by {director}. {tie}"
        f"It stars {cast[0]} as Lev Stern, {cast[1]} as {chance.choice(('Lev', 'a waitress'))} and {cast[2].split()[-1]}."
    )


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents with much in common, in so small portions that there are several, each a desk's."""
    monkeypatch.setattr("kg.pipeline.parts.plan.DOCUMENTS", 4)
    monkeypatch.setattr("kg.pipeline.assembling.DOCUMENTS", 4)
    monkeypatch.setattr("kg.pipeline.dividing.DOCUMENTS", 4)
    monkeypatch.setattr("kg.pipeline.identifying.LARGE", 10)
    monkeypatch.setattr("kg.pipeline.basis.SMALL", 1)
    folder, chance = tmp_path / "texts", random.Random(5)
    folder.mkdir()
    for number in range(22):
        (folder / f"{number}.txt").write_text(text(chance) + "\n", encoding="utf-8")
    (folder / "0.md").write_text(text(chance) + "\n", encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """All files but the one that has their times."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "about")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("runner", [local(2), Others(), pytest.param(Dask(2), marks=pytest.mark.full)])
def test_the_bytes_are_the_same_whoever_decides(texts: Path, tmp_path: Path, runner: Runner) -> None:
    build([str(texts)], tmp_path / "alone", Options(model=None))
    with closing(runner):
        build([str(texts)], tmp_path / "desks", Options(model=None, runner=runner))
    assert content(tmp_path / "desks") == content(tmp_path / "alone")
    assert {"judgements.jsonl", "graph.nq", "parts/identity.db", "parts/part-5.db"} <= content(
        tmp_path / "desks"
    ).keys()
    assert [path.name for path in (tmp_path / "desks").iterdir() if path.name.startswith(".")] == []


def test_work_that_is_done_again_leaves_nothing_twice(texts: Path, tmp_path: Path) -> None:
    for name, runner in (("once", Others()), ("twice", Twice())):
        build([str(texts)], tmp_path / name, Options(model=None, runner=runner, shards=True))
    assert content(tmp_path / "twice") == content(tmp_path / "once")


def test_shards_need_nothing_kept(texts: Path, tmp_path: Path) -> None:
    for name, runner in (("alone", local(1)), ("desks", Others())):
        build([str(texts)], tmp_path / name, Options(model=None, runner=runner, shards=True))
    assert content(tmp_path / "desks") == content(tmp_path / "alone")


def test_documents_are_added_to_what_was_decided_at_desks(texts: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.txt"
    more.write_text("Ebb is a 1971 Danish drama film directed by Ada Wray. It stars Bly as Lev.\n", encoding="utf-8")
    for name, runner in (("alone", local(1)), ("desks", Others())):
        build([str(texts)], tmp_path / name, Options(model=None, runner=runner))
        add(tmp_path / name, [str(more)], Options(model=None))
    assert content(tmp_path / "desks") == content(tmp_path / "alone")


def test_most_documents_gone_are_decided_on_at_desks_again(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "desks"
    build([str(texts)], out, Options(model=None, runner=Others()))
    for number in range(12):
        (texts / f"{number}.txt").unlink()
    for name, runner in (("alone", local(1)), ("desks", Others())):
        build([str(texts)], tmp_path / name, Options(model=None, runner=runner))
    assert content(out) == content(tmp_path / "alone")
