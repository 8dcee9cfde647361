import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.errors import InputError, UsageError
from kg.evaluate import evaluate
from kg.evaluate.running import in_groups

GOLD = [
    {
        "id": "low-tide.txt",
        "group": "1",
        "text": "Low Tide is a 1951 Norwegian drama film directed by Ann Lee.",
        "facts": [{"relation": "schema:director", "object": "Ann Lee"}, {"relation": "year", "object": "1952"}],
    },
    {
        "id": "ebb.txt",
        "group": "2",
        "text": "Ebb is a 1930 film directed by Cy Park.",
        "facts": [{"relation": "schema:director", "object": "Cy Park"}],
    },
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in GOLD), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(kg, ["evaluate", *map(str, arguments)])


def test_the_texts_of_gold_are_extracted_from_and_scored(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(gold, "--no-model", "--errors", 5, "--html", page)
    assert result.exit_code == 0
    assert "gold.jsonl: 2 documents" in result.output
    assert "  year  1952  [low-tide.txt]" in result.output
    assert "<svg" in page.read_text(encoding="utf-8")


def test_json_and_groups(gold: Path) -> None:
    result = run(gold, "--no-model", "--json", "--group", "2")
    data = json.loads(result.output)
    assert data["documents"] == 1
    assert data["relations"]["schema:director"]["found"] == 1


def test_files_are_read_for_gold_without_texts(gold: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.jsonl"
    bare.write_text("".join(json.dumps({**row, "text": None}) + "\n" for row in GOLD), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    for row in GOLD:
        (tmp_path / "texts" / str(row["id"])).write_text(str(row["text"]), encoding="utf-8")
    evaluation = evaluate(bare, [str(tmp_path / "texts")])
    assert evaluation.tallies["schema:director"].found == 2
    with pytest.raises(InputError, match="holds no texts"):
        evaluate(bare)


def test_a_build_gives_what_extraction_gives(gold: Path, tmp_path: Path) -> None:
    documents = tmp_path / "documents.jsonl"
    documents.write_text("".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in GOLD), encoding="utf-8")
    out = tmp_path / "out"
    assert CliRunner().invoke(kg, ["build", str(documents), "-o", str(out), "--no-model", "-q"]).exit_code == 0
    built, extracted = evaluate(gold, build=out), evaluate(gold)
    assert built.tallies == extracted.tallies
    assert built.rules == extracted.rules


def test_triples_are_written_for_sentences_of_text2kgbench(tmp_path: Path) -> None:
    path = tmp_path / "test.jsonl"
    path.write_text(json.dumps({"id": "s1", "sent": "Low Tide was directed by Ann Lee."}) + "\n", encoding="utf-8")
    triples = tmp_path / "triples.jsonl"
    assert run(path, "--no-model", "--triples", triples).exit_code == 0
    (row,) = map(json.loads, triples.read_text(encoding="utf-8").splitlines())
    assert {"sub": "Low Tide", "rel": "director", "obj": "Ann Lee"} in row["triples"]


def test_what_cannot_be_asked(gold: Path) -> None:
    assert run(gold, "texts", "--pred", "out").exit_code == 2
    with pytest.raises(UsageError, match="group '7'"):
        evaluate(gold, groups="7")


@pytest.mark.parametrize(
    ("group", "wanted", "within"),
    [("2", "0-3", True), ("4", "0-3", False), ("3", "3", True), ("a-b", "a-b", True), ("b", "a-c", False)],
)
def test_groups_are_names_or_ranges_of_numbers(group: str, wanted: str, within: bool) -> None:
    assert in_groups(group, wanted) is within
