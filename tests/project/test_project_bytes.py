"""The same texts give the same bytes in every file: other order, hash seed, locale, number of processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export import OUTPUTS, PARTS

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").glob("*.txt"))


def built(out: Path, paths: list[str], *options: str, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "kg", "build", *paths, "--output", str(out), "--quiet", "--shards", *options]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True)
    assert {path.name for path in out.iterdir()} == set(OUTPUTS) - {PARTS}
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("bytes") / "out", PAGES, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")


def test_other_order_hash_seed_and_locale(reference: dict[str, bytes], tmp_path: Path) -> None:
    assert built(tmp_path / "out", PAGES[::-1], PYTHONHASHSEED="1", LC_ALL="C") == reference


def test_several_processes_and_another_locale(reference: dict[str, bytes], tmp_path: Path) -> None:
    options = {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}
    assert built(tmp_path / "out", PAGES, "--workers", "2", **options) == reference
