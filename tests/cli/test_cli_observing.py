"""Where the time of a build went: a table for people, a log for machines."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.cli.observing import Stopwatch

FILM = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."
STAGES = ["starting", "reading", "studying", "resolving", "sharing out", "merging", "validating", "writing", "joining"]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/film.txt").write_text(FILM + "\n", encoding="utf-8")
    (tmp_path / "texts/empty.txt").write_text("\n", encoding="utf-8")
    return tmp_path / "texts"


def test_a_profile_names_every_stage_and_adds_up(texts: Path) -> None:
    result = CliRunner().invoke(kg, ["build", str(texts), "--fast", "--profile", "-q"])
    assert result.exit_code == 0
    rows = re.findall(r"^ +([\d.]+) s +([\d.]+)%  (.+)$", result.stderr, re.MULTILINE)
    assert [name for *_, name in rows[:-1]] == STAGES
    assert re.fullmatch(r"in all, [\d,]+ MiB at the most", rows[-1][2])
    assert sum(float(share) for _, share, _ in rows[:-1]) == pytest.approx(100, abs=1)


def test_a_log_is_json_line_by_line_with_all_counts(texts: Path) -> None:
    result = CliRunner().invoke(kg, ["build", str(texts), "--fast", "--log-json", "-q"])
    events = [json.loads(line) for line in result.stderr.splitlines()]
    assert [event["stage"] for event in events if event["event"] == "stage"] == STAGES
    assert [event["path"] for event in events if event["event"] == "skipped"] == [str(texts / "empty.txt")]
    built = events[-1]
    assert (built["event"], built["documents"], built["skipped"], built["quarantined"]) == ("built", 1, 1, 0)
    assert built["claims"] > 5
    assert built["facts"] > built["claims"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", event["time"]) for event in events)


def test_a_stage_that_comes_again_is_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 1.0, 3.0, 6.0, 10.0])
    monkeypatch.setattr("kg.cli.observing.time.monotonic", lambda: next(now))
    told: list[tuple[str, int, int]] = []
    watch = Stopwatch(lambda *step: told.append(step))
    for stage in ("merging", "writing", "merging"):
        watch(stage, 1, 2)
    watch.stop()
    assert watch.seconds == {"starting": 1.0, "merging": 2.0 + 4.0, "writing": 3.0}
    assert told == [("merging", 1, 2), ("writing", 1, 2), ("merging", 1, 2)]
