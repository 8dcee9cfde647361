import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.facts import Flag, GoldDocument, GoldFact, Statement
from kg.evaluate.gold import read_gold


def written(folder: Path, name: str, *rows: object) -> Path:
    path = folder / name
    path.write_text("".join(r if isinstance(r, str) else json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def test_own_format(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "gold.jsonl",
        {
            "id": "low-tide",
            "text": "Low Tide stars Bo Vance as Mo.",
            "title": "Low Tide",
            "facts": [
                {"relation": "role", "object": "Bo Vance", "qualifiers": {"schema:characterName": "Mo"}},
                {"relation": "kg:remakeOf", "object": "Ebb", "qualifiers": {"schema:director": "Ann Lee"}},
                {"subject": "Ebb", "relation": "year", "object": "1951", "flag": "optional"},
                {"relation": "schema:director", "object": "Bo Vance", "flag": "false"},
            ],
        },
    )
    assert list(read_gold(path)) == [
        GoldDocument(
            "low-tide",
            (
                GoldFact(Statement("", "role", "Bo Vance", "Mo")),
                GoldFact(Statement("", "kg:remakeOf", "Ebb"), qualifiers={"schema:director": "Ann Lee"}),
                GoldFact(Statement("Ebb", "year", "1951"), Flag.OPTIONAL),
                GoldFact(Statement("", "schema:director", "Bo Vance"), Flag.FALSE),
            ),
            frozenset({"role", "kg:remakeOf", "year"}),
            "Low Tide stars Bo Vance as Mo.",
            "Low Tide",
        )
    ]


def test_own_format_may_say_of_which_relations_it_has_all(tmp_path: Path) -> None:
    path = written(tmp_path, "gold.jsonl", {"id": "a", "facts": [], "complete": ["schema:editor"]})
    assert next(read_gold(path)).complete == {"schema:editor"}
    assert not next(read_gold(path)).others


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"id": "a", "facts": [{"relation": "schema:cameraman", "object": "Ann Lee"}]}, "schema:cameraman"),
        ({"id": "a", "facts": [{"relation": "role", "object": "Ann Lee"}]}, "schema:characterName"),
        ({"id": "a", "facts": [{"relation": "year", "object": "1951", "flag": "perhaps"}]}, "perhaps"),
        ("not json\n", "not a JSON object"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: object, said: str) -> None:
    path = written(tmp_path, "gold.jsonl", {"id": "good", "facts": []}, line)
    with pytest.raises(InputError, match=f"gold.jsonl, line 2: .*{said}"):
        list(read_gold(path))


def test_leads_count_only_relations_that_a_database_knows(tmp_path: Path) -> None:
    row = {
        "id": "wp1",
        "fold": 2,
        "title": "Low Tide",
        "text": "…",
        "gold": {
            "director": ["Ann Lee"],
            "dateCreated": ["1951"],
            "roles": [["Bo Vance", "Mo"]],
            "remakeOf": [["Ebb", 1930]],
        },
        "also": {"actor": ["Cy Park"]},
    }
    (document,) = read_gold(written(tmp_path, "leads.jsonl", row))
    assert document.group == "2"
    assert document.facts == (
        GoldFact(Statement("", "schema:director", "Ann Lee")),
        GoldFact(Statement("", "year", "1951")),
        GoldFact(Statement("", "kg:remakeOf", "Ebb")),
        GoldFact(Statement("", "role", "Bo Vance", "Mo")),
        GoldFact(Statement("", "schema:actor", "Cy Park"), Flag.OPTIONAL),
    )
    assert document.complete == {"schema:director", "year", "kg:remakeOf", "role", "schema:actor"}
    assert "schema:actor" in document.incomplete and "schema:director" not in document.incomplete


def test_seeds_table(tmp_path: Path) -> None:
    table = "\n".join(
        "\t".join(row)
        for row in [
            ("# document", "film title", "film year", "relation", "value", "qualifier"),
            ("a", "Ebb", "1951", "role", "Bo Vance", "Mo"),
            ("a", "Ebb", "1951", "remakeOf", "?", "director=Ann Lee;year=1930"),
            ("a", "Ebb", "1951", "datePublished", "1951-03-02", ""),
            ("a", "Ebb", "1951", "review", "quill", "rating=6/10"),
            ("a", "Low Tide", "", "mentionedIn", "quill", ""),
            ("a", "(person)", "Ann Lee", "jobTitle", "director", "optional"),
        ]
    )
    (document,) = read_gold(written(tmp_path, "seeds.tsv", table + "\n"))
    facts = {f.statement: f for f in document.facts}
    assert facts[Statement("Ebb", "role", "Bo Vance", "Mo")].flag is Flag.STATED
    remake = facts[Statement("Ebb", "kg:remakeOf", "")]
    assert remake.qualifiers == {"schema:director": "Ann Lee", "schema:datePublished": "1930"}
    review = facts[Statement("Ebb", "schema:review", "quill")]
    assert review.qualifiers == {"schema:ratingValue": "6", "schema:bestRating": "10"}
    assert facts[Statement("", "schema:mentions", "Low Tide")].flag is Flag.STATED
    assert facts[Statement("Ann Lee", "schema:jobTitle", "director")].flag is Flag.OPTIONAL
    assert facts[Statement("Ebb", "year", "1951")].flag is Flag.OPTIONAL
    assert "role" in document.complete and "year" not in document.complete


def test_quality_file(tmp_path: Path) -> None:
    toml = """
        [[trap]]
        family = "comparison"
        film = { title = "Low Tide", year = 1951 }
        text = "Low Tide has the chill of an Ann Lee film, and Bo Vance is Mo, as Cy Park was in Ebb."
        true = [["role", "Bo Vance", "Mo"], ["schema:actor", "Cy Park", "Ebb"], ["schema:birthDate", "1920", "Cy Park"]]
        false = [["schema:director", "Ann Lee"], ["roleKind", "Cy Park", "Cameo", "original"], ["year", "1920"]]
    """
    (document,) = read_gold(written(tmp_path, "traps.toml", toml))
    assert (document.id, document.group) == ("trap-1", "comparison")
    assert document.facts == (
        GoldFact(Statement("", "schema:name", "Low Tide")),
        GoldFact(Statement("", "role", "Bo Vance", "Mo")),
        GoldFact(Statement("Ebb", "schema:actor", "Cy Park")),
        GoldFact(Statement("Cy Park", "schema:birthDate", "1920")),
        GoldFact(Statement("", "schema:director", "Ann Lee"), Flag.FALSE),
        GoldFact(Statement("(original)", "credit kind", "Cy Park", "Cameo"), Flag.FALSE),
        GoldFact(Statement("", "year", "1920"), Flag.FALSE),
        GoldFact(Statement("", "schema:actor", "Bo Vance")),
    )
    assert "schema:director" in document.complete
    assert not {"year", "schema:name"} & document.complete


def test_quality_file_of_passages(tmp_path: Path) -> None:
    toml = """
        complete = ["roleKind", "schema:award", "schema:datePublished"]

        [[passage]]
        focus = "remake"
        text = "…"
        gold = [
          ["main", "kg:remakeOf", "Ebb", "1930"],
          ["original", "roleKind", "Bo Vance", "Cameo"],
          ["main", "schema:datePublished", "1951-03-02", "France"],
          ["main", "schema:reviewRating", "6", "10"],
        ]
        may = [["?", "schema:author", "Di Moss"]]
    """
    (document,) = read_gold(written(tmp_path, "prose.toml", toml))
    assert document.group == "remake"
    assert document.complete == {"credit kind", "schema:award"}
    assert document.facts == (
        GoldFact(Statement("", "kg:remakeOf", "Ebb"), qualifiers={"schema:datePublished": "1930"}),
        GoldFact(Statement("(original)", "credit kind", "Bo Vance", "Cameo")),
        GoldFact(Statement("", "schema:publication", "France"), qualifiers={"schema:startDate": "1951-03-02"}),
        GoldFact(Statement("", "schema:review", ""), qualifiers={"schema:ratingValue": "6", "schema:bestRating": "10"}),
        GoldFact(Statement("?", "schema:author", "Di Moss"), Flag.OPTIONAL),
        GoldFact(Statement("Ebb", "kg:remadeAs", ""), Flag.OPTIONAL),
        GoldFact(Statement("", "schema:mentions", "Ebb"), Flag.OPTIONAL),
        GoldFact(Statement("(original)", "schema:actor", "Bo Vance")),
    )


def test_a_quality_file_with_an_unknown_relation_names_the_table(tmp_path: Path) -> None:
    path = written(tmp_path, "traps.toml", '[[trap]]\ntext = "…"\nfalse = [["schema:cameraman", "Ann Lee"]]\n')
    with pytest.raises(InputError, match=r"traps.toml, \[\[trap\]\] number 1: .*cameraman"):
        list(read_gold(path))


def test_files_that_are_no_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no known format of gold"):
        read_gold(written(tmp_path, "notes.txt", "hello"))
    with pytest.raises(InputError, match="no such file"):
        read_gold(tmp_path / "gone.jsonl")


def test_the_documented_example_is_gold(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    (document,) = read_gold(written(tmp_path, "gold.jsonl", json.loads(example)))
    assert [f.flag.value for f in document.facts] == ["", "", "", "optional", "false"]
    assert document.facts[2].statement == Statement("Ebb", "schema:director", "Ann Lee")
