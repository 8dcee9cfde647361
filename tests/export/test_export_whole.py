"""A folder is replaced whole or not at all: refused, failed, raced and killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export import whole
from kg.export.whole import replacing

OUTPUTS = ("a.txt", "b.txt")


def write(folder: Path, version: str, names: tuple[str, ...] = OUTPUTS) -> None:
    with replacing(folder, OUTPUTS, mark="a.txt") as fresh:
        for name in names:
            (fresh / name).write_text(version)


def content(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in folder.iterdir() if p.is_file()}


def beside(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.parent.iterdir())


def test_a_new_folder_appears_and_a_second_build_replaces_it(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "out", "old")
    write(tmp_path / "deep" / "out", "new")
    assert content(tmp_path / "deep" / "out") == {"a.txt": "new", "b.txt": "new"}
    assert beside(tmp_path / "deep" / "out") == ["out"]


def test_an_output_that_is_written_no_more_does_not_stay(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    write(tmp_path / "out", "new", names=("a.txt",))
    assert content(tmp_path / "out") == {"a.txt": "new"}


def test_what_a_user_keeps_in_the_folder_moves_along(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "old")
    (out / "decisions.toml").write_text("mine")
    (out / "notes").mkdir()
    (out / "notes" / "one.txt").write_text("1")
    (out / "link").symlink_to("decisions.toml")
    write(out, "new")
    assert content(out) == {"a.txt": "new", "b.txt": "new", "decisions.toml": "mine", "link": "mine"}
    assert content(out / "notes") == {"one.txt": "1"}
    assert (out / "link").is_symlink()


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "old")
    with pytest.raises(RuntimeError), replacing(out, OUTPUTS, mark="a.txt") as fresh:
        (fresh / "a.txt").write_text("new")
        raise RuntimeError
    assert content(out) == {"a.txt": "old", "b.txt": "old"}
    assert beside(out) == ["out"]


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("sun")
    with pytest.raises(OutputError, match=r"no a\.txt; name a new or an empty folder"):
        write(tmp_path, "new")
    assert content(tmp_path) == {"holiday.jpg": "sun"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="Not a directory"):
        write(tmp_path / "out", "new")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", "new")
    assert content(tmp_path / "out") == {"a.txt": "new", "b.txt": "new"}


def test_the_second_of_two_writers_is_refused(tmp_path: Path) -> None:
    with replacing(tmp_path / "out", OUTPUTS, mark="a.txt") as fresh:
        (fresh / "a.txt").write_text("first")
        with pytest.raises(OutputError, match="another process is writing there"):
            write(tmp_path / "out", "second")
    assert content(tmp_path / "out") == {"a.txt": "first"}


def test_where_folders_cannot_be_swapped_it_is_said_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "out", "old")
    monkeypatch.setattr(whole, "_EXCHANGE", 1 << 30)  # a flag that no file system knows
    with (
        pytest.raises(OutputError, match=r"cannot be swapped here.*is as it was"),
        replacing(tmp_path / "out", OUTPUTS, mark="a.txt"),
    ):
        pytest.fail("the work has begun")
    assert content(tmp_path / "out") == {"a.txt": "old", "b.txt": "old"}
    assert beside(tmp_path / "out") == ["out"]


def test_a_mount_point_is_refused() -> None:
    with pytest.raises(OutputError, match="mount point"):
        write(Path("/proc"), "new")


WRITER = """
import itertools, sys
from pathlib import Path
from kg.export.whole import replacing
for i in itertools.count():
    with replacing(Path(sys.argv[1]), ("a.txt", "b.txt"), mark="a.txt") as fresh:
        for name in ("a.txt", "b.txt"):
            (fresh / name).write_text(f"{sys.argv[2]}.{i}")
    print(i, flush=True)
"""


def kill_writers(out: Path, times: int) -> None:
    """Start writers of ever new versions and kill each at a random moment; what is there must be of one version."""
    chance = random.Random(7)
    for round in range(times):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, out, str(round)], stdout=subprocess.PIPE)
        assert writer.stdout
        writer.stdout.readline()  # it has written once, so a killed predecessor does not stand in its way
        time.sleep(chance.random() / 20)
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        versions = content(out)
        assert set(versions) == set(OUTPUTS)
        assert len(set(versions.values())) == 1


def test_a_killed_writer_leaves_one_version(tmp_path: Path) -> None:
    kill_writers(tmp_path / "out", 8)
    write(tmp_path / "out", "last")
    assert beside(tmp_path / "out") == ["out"]


@pytest.mark.full
def test_two_hundred_killed_writers_leave_one_version(tmp_path: Path) -> None:
    kill_writers(tmp_path / "out", 200)
