"""The graph as many files: the same lines, the same bytes whoever writes them, and none left of an older build."""

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from kg.pipeline import Dask, Options, Runner, build, local
from kg.pipeline.changing import remove
from kg.pipeline.parts import plan

TEXT = "{name} is a {year} Irish drama film directed by {name} Kilbride and starring Tom {name} as Father Dunne."
NAMES = [f"{first}{last}" for first in ("Mar", "Bel", "Cor", "Dun") for last in ("low", "mont", "den", "wick")]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plan, "DOCUMENTS", 4)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name, year=1930 + number), encoding="utf-8")
    return folder


def built(texts: Path, out: str, runner: Runner) -> dict[str, bytes]:
    with closing(runner):
        build([str(texts)], Path(out), Options(model=None, runner=runner, shards=True))
    return contents(Path(out))


def contents(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_shards_hold_the_lines_of_the_graph_between_them(texts: Path) -> None:
    files = built(texts, "out", local(1))
    shards = {name: gzip.decompress(content) for name, content in files.items() if name.startswith("shards/")}
    assert list(shards) == [f"shards/part-{n:05}.nq.gz" for n in range(5)]
    lines = sorted(line for content in shards.values() for line in content.splitlines(keepends=True))
    assert b"".join(lines) == files["graph.nq"]


def test_whoever_works_writes_the_same_bytes(texts: Path) -> None:
    alone = built(texts, "alone", local(1))
    assert built(texts, "several", local(2)) == alone
    assert built(texts, "cluster", Dask(2)) == alone


def test_a_build_that_is_changed_keeps_its_shards_up_to_date(texts: Path) -> None:
    built(texts, "out", local(1))
    for name in NAMES[3:]:
        (texts / f"{name}.txt").unlink()
    cold = built(texts, "cold", local(1))
    remove(Path("out"), [f"{name}.txt" for name in NAMES[3:]], Options())
    assert contents(Path("out")) == cold
