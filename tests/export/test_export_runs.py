"""Sorted runs of lines: merged in the order of their bytes, each line once."""

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.export import PARTING, Runs, quads_in_halves, write_half, write_merged, write_run
from kg.export.runs import halves, write_stretches

LINES = st.lists(st.text('abé<>\U0001f3ac "', min_size=1), max_size=30)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_runs_are_merged_as_if_all_had_been_sorted_at_once(tmp_path_factory, runs: list[list[str]]):
    folder = tmp_path_factory.mktemp("runs")
    paths = [folder / str(number) for number in range(len(runs))]
    for lines, path in zip(runs, paths, strict=True):
        write_run(lines, path)
    wanted = sorted({f"{line}\n".encode() for lines in runs for line in lines})
    assert _merged(paths) == b"".join(wanted)
    out = io.BytesIO()
    for half in halves(paths):
        write_stretches(half, out)
    assert out.getvalue() == b"".join(wanted)


def test_a_half_that_does_not_fill_its_place_is_told(tmp_path: Path):
    write_run(["<a> .", "<b> .", "<c> .", "<d> ."], tmp_path / "one")
    for line, fills in (("<a->", [True, True]), ("<a> .", [False, True]), ("<d> .", [True, False])):
        write_run([line], tmp_path / "two")
        lower, upper = quads_in_halves(tmp_path, [tmp_path / "one", tmp_path / "two"])
        assert lower.end == upper.start
        assert [write_half(tmp_path, upper), write_half(tmp_path, lower)] == fills[::-1]


def test_lines_about_one_node_stay_together(tmp_path: Path):
    write_run(["<b> x .", PARTING.decode().join(["<a> p .", "<a> q ."])], tmp_path / "one")
    write_run(["<a-> z ."], tmp_path / "two")
    assert _merged([tmp_path / "one", tmp_path / "two"]) == b"<a-> z .\n<a> p .\n<a> q .\n<b> x .\n"


def test_many_lines_are_put_down_on_the_way(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("kg.export.runs._MANY", 2)
    with Runs(tmp_path, "some") as runs:
        for line in "edcba":
            runs.add([line])
    assert len(runs.paths) == 3
    assert _merged(runs.paths) == b"a\nb\nc\nd\ne\n"


def _merged(paths: list[Path]) -> bytes:
    out = io.BytesIO()
    write_merged(paths, out)
    return out.getvalue()
