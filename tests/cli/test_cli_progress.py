"""Progress: a bar on a terminal, at most a plain line a second elsewhere, nothing when it is not wanted."""

import itertools
import sys

import pytest

from kg.cli import progress as module
from kg.cli.progress import Progress, progress


def work(steps: Progress) -> None:
    for stage in ("reading", "writing"):
        for done in range(5):
            steps(stage, done + 1, 5)


def test_elsewhere_it_is_a_line_a_second(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = itertools.count(step=0.3)
    monkeypatch.setattr(module.time, "monotonic", lambda: next(ticks))
    with progress(quiet=False) as steps:
        work(steps)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == ["reading 4/5", "writing 3/5"]


def test_on_a_terminal_it_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(quiet=False) as steps:
        work(steps)
    drawn = capsys.readouterr().err
    assert "reading" in drawn
    assert "\r" in drawn
    assert "writing" in drawn


def test_quiet_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=True) as steps:
        work(steps)
    assert capsys.readouterr() == ("", "")
