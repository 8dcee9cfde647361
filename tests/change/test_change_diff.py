"""`kg diff`: what an edit of the texts changes in facts and in evidence, in lines and in data."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.change import as_data, as_text, compare
from kg.cli import kg
from kg.pipeline import Options, build

FACTS = "= Mørketid (1971 film) =\n\nMørketid\n- Director: Jón Æsir\n- Runtime: 88 minutes\n"
PROSE = "Mørketid is a 1971 Danish drama film directed by Jón Æsir. It stars Åge Hald.\n"


def made(folder: Path, **texts: str) -> Path:
    (folder / "texts").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(folder / "texts")], folder / "out", Options(model=None))
    return folder / "out"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("before"), facts=FACTS, prose=PROSE)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another runtime, another actor, and one sentence moved."""
    prose = "\n\n" + PROSE.replace("Åge Hald", "Inga Lüth")
    return made(tmp_path_factory.mktemp("after"), facts=FACTS.replace("88", "91"), prose=prose)


def test_a_graph_differs_in_nothing_from_itself(before: Path) -> None:
    assert as_text(compare(before, before)) == (
        "Facts: 0 gained, 0 lost, 0 changed\nEvidence: 0 gained, 0 lost, 0 changed\n"
    )


def test_another_value_of_a_single_relation_is_a_change(before: Path, after: Path) -> None:
    facts = compare(before, after).facts
    values = {
        (old.predicate.value.rpartition("#")[2], old.object.value, new.object.value) for old, new in facts.changed
    }
    assert ("runtimeMinutes", "88", "91") in values
    assert {t.object.value for t in facts.gained if t.predicate.value.endswith("/actor")} == {
        "https://example.org/kg/person/inga-luth"
    }
    assert {t.object.value for t in facts.lost if t.predicate.value.endswith("/actor")} == {
        "https://example.org/kg/person/age-hald"
    }


def test_words_that_moved_are_changed_evidence(before: Path, after: Path) -> None:
    evidence = compare(before, after).evidence
    moved = {old.quote: new.start - old.start for old, new in evidence.changed}
    assert moved["directed by Jón Æsir"] == 2
    assert {"Runtime: 88 minutes", "88 minutes"} & {words.quote for words in evidence.lost}
    assert not {words.quote for words in evidence.gained} & set(moved)


def test_the_other_way_round_is_the_mirror(before: Path, after: Path) -> None:
    there, back = compare(before, after), compare(after, before)
    for one, other in ((there.facts, back.facts), (there.evidence, back.evidence)):
        assert (set(one.gained), set(one.lost)) == (set(other.lost), set(other.gained))
        assert {(new, old) for old, new in one.changed} == set(other.changed)


def test_facts_and_differences_give_the_other_graph(before: Path, after: Path) -> None:
    old, new = ({t.triple for t in ox.parse(path=str(out / "graph.ttl"))} for out in (before, after))
    facts = compare(before, after).facts
    lost = set(facts.lost) | {change[0] for change in facts.changed}
    gained = set(facts.gained) | {change[1] for change in facts.changed}
    assert lost <= old
    assert not gained & old
    assert (old - lost) | gained == new


def test_the_order_of_a_file_does_not_matter(before: Path, after: Path, tmp_path: Path) -> None:
    shuffled = tmp_path / "graph.nq"
    shuffled.write_text("".join(reversed((after / "graph.nq").read_text().splitlines(keepends=True))))
    assert as_text(compare(before, shuffled)) == as_text(compare(before, after))


def test_lines_name_things_as_turtle_does(before: Path, after: Path) -> None:
    lines = as_text(compare(before, after)).splitlines()
    assert "  + movie:morketid-1971 schema:actor person:inga-luth" in lines
    place = lines.index('  ~ movie:morketid-1971 kg:runtimeMinutes "88"')
    assert lines[place + 1] == '    → movie:morketid-1971 kg:runtimeMinutes "91"'


def test_data_holds_terms_and_places(before: Path, after: Path) -> None:
    data = as_data(compare(before, after))
    (change,) = (c for c in data["facts"]["changed"] if c["before"]["object"]["value"] == "88")
    assert change["after"]["object"] == {
        "type": "literal",
        "value": "91",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    places = [c for c in data["evidence"]["changed"] if c["before"]["quote"] == "directed by Jón Æsir"]
    assert {(c["before"]["document"], c["before"]["start"], c["after"]["start"]) for c in places} == {
        ("prose.txt", PROSE.index("directed"), PROSE.index("directed") + 2)
    }


def test_the_command_prints_both_forms_and_names_what_is_missing(before: Path, after: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(kg, ["diff", str(before), str(after)]).output == as_text(compare(before, after))
    assert json.loads(run(kg, ["diff", str(before), str(after), "--json"]).output) == as_data(compare(before, after))
    missing = run(kg, ["diff", str(before), str(tmp_path / "nowhere")])
    assert missing.exit_code == 1
    assert "nowhere: no such file or folder" in missing.output
