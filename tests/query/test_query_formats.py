"""Every format shows every row; tables are for people, the others lose nothing."""

import csv
import io
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.query import FORMATS, Rows, Screen, render, run


@pytest.fixture(scope="module")
def reviews(store):
    return run(store, "reviews", {"film": "Salt & Iron"})


def test_csv_holds_plain_values_of_every_column(reviews):
    header, *lines = csv.reader(io.StringIO(render(reviews, "csv")))
    assert tuple(header) == reviews.columns
    assert [line[7] for line in lines][2] == 'Too long, a "study" | of rust.'
    assert lines[0][-1] == "https://example.org/kg/review/press--1"


def test_json_is_that_of_sparql_with_types(reviews):
    found = json.loads(render(reviews, "json"))
    assert found["head"]["vars"] == list(reviews.columns)
    assert found["results"]["bindings"][0]["rating"] == {
        "type": "literal",
        "value": "8",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }


def test_tsv_holds_rdf_terms(reviews):
    header, first, *_ = render(reviews, "tsv").splitlines()
    assert header.split("\t") == [f"?{column}" for column in reviews.columns]
    assert first.split("\t")[-1] == "<https://example.org/kg/review/press--1>"


def test_markdown_escapes_what_would_end_a_cell(reviews):
    lines = render(reviews, "markdown").splitlines()
    assert lines[0].startswith("| film | year | reviewer |")
    assert lines[1].startswith("| --- | ---: | --- |")
    assert 'a "study" \\| of rust.' in lines[4]


def test_a_plain_table_has_a_line_a_row_and_no_iris_or_colours(reviews):
    text = render(reviews)
    assert len(text.splitlines()) == 1 + len(reviews)
    assert "https://" not in text
    assert "\x1b" not in text
    assert "Slow to warm, then white hot." in text


def test_a_column_that_is_empty_in_every_row_is_left_out_of_tables(store):
    text = render(run(store, "remake-of", {"film": "Salt & Iron"}))
    assert text.splitlines()[0].split() == ["film", "year", "original", "original", "year", "original", "directors"]


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_a_terminal_is_never_overrun(reviews, width):
    text = render(reviews, "table", Screen(width, colour=False))
    assert max(len(line) for line in text.splitlines()) <= width
    assert "Nettle" in text


def test_a_terminal_too_narrow_for_the_columns_gets_a_block_a_row(reviews):
    lines = render(reviews, "table", Screen(60, colour=False)).splitlines()
    assert [line.split()[-1] for line in lines if line.startswith("reviewer")] == ["Nettle", "Nettle"]


def test_colours_only_where_wanted(reviews):
    assert "\x1b[1m" in render(reviews, "table", Screen(200))
    assert "\x1b" not in render(reviews, "table", Screen(200, colour=False))


def test_what_a_document_says_cannot_steer_the_terminal():
    said = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x\\u001b[31m\\n[bold]y"}}]}}'
    assert render(Rows(said)).splitlines()[1] == "x [31m [bold]y"


def test_long_cells_are_shortened_in_tables_only():
    said = json.dumps(
        {"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "word " * 99}}]}}
    )
    rows = Rows(said.encode())
    assert render(rows).splitlines()[1].endswith("word…")
    assert "…" not in render(rows, "markdown")


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_no_rows_and_yes_or_no_have_every_form(store, name):
    assert render(run(store, "crew", {"film": "Undertow"}), name).endswith("\n")
    assert "true" in render(Rows(b'{"head":{},"boolean":true}'), name)


def test_an_unknown_format_gets_a_suggestion(reviews):
    with pytest.raises(UsageError, match="did you mean csv"):
        render(reviews, "cvs")


def test_an_answer_for_programs_loads_no_library_for_people():
    script = """
        import sys
        from kg.query import render, run
        from kg.store import open_graph
        store = open_graph(sys.argv[1])
        render(run(store, "remake-of", {"film": "kajen"}), "csv")
        print(sorted({"rich", "rdflib", "spacy", "pyshacl", "SPARQLWrapper"} & sys.modules.keys()))
    """
    films = str(Path(__file__).parent / "films.trig")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), films], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
