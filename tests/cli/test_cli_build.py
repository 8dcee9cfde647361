"""`kg build` as it is called: what it prints where, and its exit codes."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg

TEXT = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."


@pytest.fixture(autouse=True)
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("texts")
    folder.mkdir()
    (folder / "harbour.txt").write_text(TEXT)
    return folder


def build(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(kg, ["build", "--no-model", *arguments], input=given)


def test_the_summary_is_a_line_on_standard_output() -> None:
    result = build("texts")
    assert result.exit_code == 0
    assert re.fullmatch(r"kg-out: 1 film, 2 people and \d+ facts from 1 document in \d+\.\d s\n", result.stdout)
    assert (Path("kg-out") / "graph.nq").stat().st_size


def test_what_is_skipped_is_named_and_only_strict_minds(texts: Path) -> None:
    (texts / "empty.txt").touch()
    result, strict = build("texts"), build("texts", "--strict")
    assert (result.exit_code, strict.exit_code) == (0, 1)
    assert "skipped texts/empty.txt: empty" in result.stderr
    assert "from 1 document (1 skipped)" in result.stdout
    assert build("texts/harbour.txt", "--strict").exit_code == 0


def test_quiet_still_names_what_is_skipped(texts: Path) -> None:
    (texts / "empty.txt").touch()
    result = build("texts", "--quiet")
    assert result.stdout == ""
    assert result.stderr.splitlines() == ["skipped texts/empty.txt: empty: there is no text in it"]


def test_many_skipped_documents_are_counted(texts: Path) -> None:
    for n in range(23):
        (texts / f"{n:02}.txt").touch()
    lines = build("texts", "--quiet").stderr.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "skipped 3 more, see kg-out/report.json"


def test_json_is_the_summary(texts: Path) -> None:
    (texts / "empty.txt").touch()
    found = json.loads(build("texts", "--json").stdout)
    assert (found["documents"], found["films"]) == (1, 1)
    assert found["skipped"] == [{"path": "texts/empty.txt", "reason": "empty: there is no text in it"}]
    assert found["seconds"] >= 0


def test_standard_input_is_a_document() -> None:
    assert "from 1 document" in build("-", "-o", "piped", given=TEXT).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "PATH"),
        (("nowhere",), "nowhere: no such file or folder"),
        (("texts", "--base", "films"), "'--base'"),
        (("texts", "--workers", "0"), "'--workers'"),
        (("texts", "--min-confidence", "2"), "'--min-confidence'"),
        (("texts", "--outptu", "x"), "--output"),
    ],
)
def test_wrong_arguments_are_named(arguments: tuple[str, ...], said: str) -> None:
    result = build(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not Path("kg-out").exists()


def test_a_folder_of_other_files_is_refused(texts: Path) -> None:
    result = build("texts", "-o", "texts")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "name a new or an empty folder" in result.stderr
    assert [path.name for path in texts.iterdir()] == ["harbour.txt"]


def test_a_model_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(kg, ["build", "texts", "--model", "no_such_model"])
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr
    assert not Path("kg-out").exists()
