"""`kg review`: open questions asked once, and the answers in a file that a build can replay."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.resolve import read_decisions
from kg.vocab import BaseIri

BASE = "https://films.test/"
TYPE, NAME = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://schema.org/name>"
PAIRS = (("david-moor", "davie-moor"), ("ann-sorel", "anne-sorel"))


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build with two questions about people of one film and one about an address elsewhere."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "kg-out"
    folder.mkdir()
    film = f"<{BASE}movie/low-pier-1999>"
    lines = [f"{film} {TYPE} <http://schema.org/Movie> .", f'{film} {NAME} "Low Pier" .']
    same = "<https://w3id.org/film-kg#possiblySameAs>"
    for pair in PAIRS:
        for person in pair:
            iri = f"<{BASE}person/{person}>"
            lines += [f"{film} <http://schema.org/actor> {iri} .", f'{iri} {NAME} "{person.title()}" .']
        lines.append(f"<{BASE}person/{pair[0]}> {same} <{BASE}person/{pair[1]}> <{BASE}graph/curation> .")
    lines.append(f"{film} {same} <https://elsewhere.test/4711> <{BASE}graph/curation> .")
    (folder / "graph.nq").write_text("\n".join(lines) + "\n")
    (folder / "report.json").write_text(json.dumps({"base": BASE}))
    judgement = {"left": f"{BASE}person/ann-sorel", "right": f"{BASE}person/anne-sorel", "verdict": "open"}
    (folder / "judgements.jsonl").write_text(json.dumps(judgement | {"reason": "like names, no text tells"}) + "\n")
    return folder


def review(typed: str, *options: str) -> Result:
    return CliRunner().invoke(kg, ["review", *options], input=typed)


def test_answers_are_written_as_decisions_that_a_build_can_read() -> None:
    result = review('s\nAda "Q" Quist\nOne spelling, misprinted.\nd\nBrothers.\n')
    assert result.exit_code == 0
    assert "1 of 2: are these one?" in result.stdout
    assert "Ann-Sorel (Low Pier)" in result.stdout
    assert "like names, no text tells" in result.stdout
    assert "elsewhere.test" not in result.stdout
    read = read_decisions(Path("decisions.toml"), BaseIri(BASE))
    assert [(d.verb, d.things, d.who, d.when, d.why) for d in read.entries] == [
        ("same", (f"{BASE}person/ann-sorel", f"{BASE}person/anne-sorel"), *said)
        for said in [('Ada "Q" Quist', date.today().isoformat(), "One spelling, misprinted.")]
    ] + [
        ("different", (f"{BASE}person/david-moor", f"{BASE}person/davie-moor"), *said)
        for said in [('Ada "Q" Quist', date.today().isoformat(), "Brothers.")]
    ]


def test_what_is_answered_is_not_asked_again_and_other_entries_stay() -> None:
    file = Path("mine.toml")
    file.write_text(
        '# Mine.\n[[rename]]\nthing = "person/x"\nname = "X"\nwho = "Ada"\nwhen = 2024-05-02\nwhy = "So."\n'
    )
    first = review("k\nd\nBrothers.\n", "--decisions", "mine.toml", "--who", "Ada")
    assert "1 written to mine.toml" in first.stdout
    second = review("q\n", "--decisions", "mine.toml")
    assert "1 of 1" in second.stdout
    assert "David-Moor" not in second.stdout
    text = file.read_text()
    assert text.startswith("# Mine.\n")
    assert list(tomllib.loads(text)) == ["rename", "different"]


def test_quitting_writes_nothing_and_what_was_answered_before_an_end_of_input_is_kept() -> None:
    assert review("q\n").exit_code == 0
    assert not Path("decisions.toml").exists()
    assert review("s\nAda\nOne.\n").exit_code == 1
    assert len(tomllib.loads(Path("decisions.toml").read_text())["same"]) == 1


def test_a_build_without_questions_and_a_folder_without_a_build(out: Path) -> None:
    (out / "graph.nq").write_text("")
    assert review("").stdout == "No question is open.\n"
    (out / "report.json").unlink()
    result = review("")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "name the folder of a build" in result.stderr
