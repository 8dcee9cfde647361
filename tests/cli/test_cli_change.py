"""`kg add` and `kg remove` as they are called: what they print where, what they refuse, and that they forget nothing."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg

TEXTS = {
    "harbour.txt": "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe.",
    "orchard.txt": "The Tin Orchard is a 1964 British comedy film directed by Nora Kilbride. It stars Ivy Marlowe.",
}
MORE = "Low Water is a 1960 Irish drama film directed by Tom Ashe."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kg, arguments)


@pytest.fixture(autouse=True)
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("texts")
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    assert run("build", "texts", "--no-model").exit_code == 0
    return folder


def content(out: str = "kg-out") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(out).iterdir()}


def test_an_added_document_is_told_and_one_that_is_there_is_not_read_again(texts: Path) -> None:
    (texts / "low.txt").write_text(MORE)
    result = run("add", "kg-out", "texts")
    assert result.exit_code == 0
    assert re.fullmatch(
        r"kg-out: 1 document added\nkg-out: 3 films, 3 people and \d+ facts from 3 documents in \d+\.\d s\n",
        result.stdout,
    )
    assert [line for line in result.stderr.splitlines() if "unchanged" in line] == [
        "unchanged harbour.txt: kg-out has it as it is",
        "unchanged orchard.txt: kg-out has it as it is",
    ]


def test_an_edited_document_takes_the_place_of_the_old(texts: Path) -> None:
    (texts / "harbour.txt").write_text(TEXTS["harbour.txt"].replace("1951", "1953"))
    assert run("add", "kg-out", "texts/harbour.txt").stdout.startswith("kg-out: 1 document replaced\n")
    assert b"pale-harbour-1953" in content()["graph.nq"]
    assert b"pale-harbour-1951" not in content()["graph.nq"]


def test_nothing_new_writes_nothing(texts: Path) -> None:
    before = Path("kg-out").stat().st_ino
    assert run("add", "kg-out", "texts").stdout == "kg-out: nothing to do\n"
    assert Path("kg-out").stat().st_ino == before


def test_what_goes_takes_only_what_nobody_else_states(texts: Path) -> None:
    (texts / "again.txt").write_text("Pale Harbour is a 1951 film directed by Nora Kilbride. It runs for 88 minutes.")
    run("add", "kg-out", "texts/again.txt")
    assert run("remove", "kg-out", "harbour.txt").stdout.startswith("kg-out: 1 document removed\n")
    cards = run("show", "Pale Harbour").stdout
    assert "Nora Kilbride" in cards
    assert "Tom Ashe" not in cards


def test_what_is_skipped_is_named_and_can_be_removed(texts: Path) -> None:
    (texts / "soup.txt").write_text("Soak the beans overnight, then boil them slowly with an onion.")
    (texts / "empty.txt").touch()
    before = content()
    result = run("add", "kg-out", "texts/soup.txt", "texts/empty.txt")
    assert "skipped texts/empty.txt: empty" in result.stderr
    assert "skipped texts/soup.txt: no film is described in it" in result.stderr
    assert result.stdout.startswith("kg-out: no document changed\n")
    assert len(json.loads(content()["report.json"])["skipped"]) == 2
    assert run("remove", "kg-out", "soup.txt", "texts/empty.txt").exit_code == 0
    assert content() == before


def test_json_says_what_changed(texts: Path) -> None:
    (texts / "low.txt").write_text(MORE)
    found = json.loads(run("add", "kg-out", "texts", "--json", "-q").stdout)
    assert (found["added"], found["replaced"], found["removed"]) == (["low.txt"], [], [])
    assert found["unchanged"] == ["harbour.txt", "orchard.txt"]
    assert found["summary"]["documents"] == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("remove", "kg-out", "texts/harbour.txt"),
            2,
            "no document of the build is called 'texts/harbour.txt'; did you mean harbour.txt?",
        ),
        (("remove", "kg-out", "habrour.txt"), 2, "did you mean harbour.txt"),
        (("remove", "kg-out", "xyz"), 2, "it has 2, see texts.jsonl"),
        (("add", "kg-out", "nowhere"), 2, "nowhere: no such file or folder"),
        (("add", "kg-out"), 2, "name documents to add, or --decisions or --links"),
        (
            ("add", "texts", "texts"),
            1,
            "texts: is no build that could be changed: it has no report.json; make one with kg build",
        ),
        (("remove", "none", "harbour.txt"), 1, "none: is no build that could be changed"),
    ],
)
def test_what_cannot_be_done_is_refused(arguments: tuple[str, ...], code: int, said: str) -> None:
    before = content()
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert content() == before
    assert not Path("none").exists()


def test_a_build_by_other_rules_is_not_mixed(texts: Path) -> None:
    claims = Path("kg-out/claims.jsonl")
    header, rest = claims.read_text().split("\n", 1)
    claims.write_text(json.dumps({**json.loads(header), "rules": "older"}) + "\n" + rest)
    (texts / "low.txt").write_text(MORE)
    result = run("add", "kg-out", "texts")
    assert result.exit_code == 1
    assert "build it again from its sources, or from kg-out/texts.jsonl" in result.stderr
    assert run("build", "texts", "--no-model").exit_code == 0
    assert b'"older"' not in content()["claims.jsonl"]


def test_the_options_of_the_build_are_remembered(texts: Path) -> None:
    Path("d.toml").write_text(
        '[[rename]]\nthing = "person/nora-kilbride"\nname = "Nora Kilbride-Ashe"\n'
        'who = "Ada Quist"\nwhen = "2024-05-02"\nwhy = "She says so."\n'
    )
    Path("l.csv").write_text("name,year,iri\nPale Harbour,1951,https://films.test/17\n")
    options = ("--no-model", "--base", "https://films.test/kg/", "--min-confidence", "0.5", "--evidence", "compact")
    options += ("--rdf12", "--decisions", "d.toml", "--links", "l.csv")
    assert run("build", "texts/harbour.txt", "-o", "one", *options).exit_code == 0
    assert run("add", "one", "texts/orchard.txt").exit_code == 0
    assert run("build", "texts", "-o", "both", *options).exit_code == 0
    assert content("one") == content("both")


def test_decisions_can_be_put_to_work_without_the_texts(texts: Path) -> None:
    Path("d.toml").write_text(
        '[[rename]]\nthing = "person/nora-kilbride"\nname = "Nora Kilbride-Ashe"\n'
        'who = "Ada Quist"\nwhen = "2024-05-02"\nwhy = "She says so."\n'
    )
    assert run("build", "texts", "-o", "both", "--no-model", "--decisions", "d.toml").exit_code == 0
    assert run("add", "kg-out", "--decisions", "d.toml").stdout.startswith("kg-out: no document changed\n")
    assert content() == content("both")


def test_a_decision_about_what_goes_has_to_go_first(texts: Path) -> None:
    entry = (
        '[[rename]]\nthing = "person/ivy-marlowe"\nname = "Ivy M."\nwho = "A. Q."\nwhen = "2024-05-02"\nwhy = "So."\n'
    )
    Path("d.toml").write_text(entry)
    Path("none.toml").write_text("")
    assert run("add", "kg-out", "--decisions", "d.toml").exit_code == 0
    before = content()
    result = run("remove", "kg-out", "orchard.txt")
    assert result.exit_code == 1
    assert "d.toml of kg-out, line 1: nothing has the IRI https://example.org/kg/person/ivy-marlowe" in result.stderr
    assert content() == before
    assert run("remove", "kg-out", "orchard.txt", "--decisions", "none.toml").exit_code == 0
    assert run("build", "texts/harbour.txt", "-o", "anew", "--no-model", "--decisions", "none.toml").exit_code == 0
    assert content() == content("anew")
