"""docs/queries.md names every query with its parameters, every type and every format, and its own example works."""

import re
from pathlib import Path

import pytest

from kg.query import FORMATS, catalogue, run
from kg.query.types import TYPES

DOCS = Path(__file__).parents[2] / "docs" / "queries.md"
pytestmark = pytest.mark.skipif(not DOCS.exists(), reason="the documentation is not part of an installed package")


def rows_of(heading):
    section = DOCS.read_text(encoding="utf-8").split(heading)[1].split("\n#")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| ")
    ]


def test_every_query_is_listed_with_its_parameters_and_defaults():
    listed = {row[0].strip("`"): row[2] for row in rows_of("# Queries")[2:]}
    expected = {
        query.name: ", ".join(f"`{p.name}`{f' ({p.default})' if p.default else ''}" for p in query.parameters)
        for query in catalogue()
    }
    assert listed == expected


def test_every_type_is_explained():
    assert {kind for row in rows_of("## Values")[2:] for kind in row[0].split(", ")} == set(TYPES)


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_every_format_is_named(name):
    assert re.search(rf"`(--format )?{name}`", DOCS.read_text(encoding="utf-8"))


def test_the_example_is_a_query_with_its_default(store, tmp_path):
    example = re.search(r"```sparql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    file = tmp_path / "genres.rq"
    file.write_text(example[1], encoding="utf-8")
    asked = run(store, str(file), {"genre": "thriller"})
    assert [[cell.value for cell in row] for row in asked.rows] == [
        ["Harbour Lights", "Denmark; United Kingdom"],
        ["The Long Quay", "United Kingdom"],
    ]
    assert run(store, str(file), {}).results == run(store, str(file), {"genre": "Drama"}).results
