"""The canned queries at an endpoint give the rows of the embedded store, Oxigraph's server and `rdflib` alike."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from triple_stores import door

from kg.cli import kg
from kg.errors import InputError
from kg.query import run
from kg.query.endpoint import Endpoint
from kg.store import open_graph
from kg.store.loading import load
from kg.store.profiles import profile

CASES = tomllib.loads((Path(__file__).parents[1] / "query" / "golden.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def loaded(oxigraph, tmp_path_factory):
    films = Path(__file__).parents[1] / "query" / "films.trig"
    file = tmp_path_factory.mktemp("films") / "films.trig"
    file.write_bytes(films.read_bytes())
    load(file, oxigraph.url, profile("oxigraph"), replace=True)
    return oxigraph


@pytest.fixture(scope="module")
def embedded():
    return open_graph(Path(__file__).parents[1] / "query" / "films.trig")


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['query']}-{'-'.join(c.get('params', {})) or 'any'}")
def test_the_rows_are_those_of_the_embedded_store(loaded, embedded, case):
    params = case.get("params", {})
    ours, theirs = run(embedded, case["query"], params), run(Endpoint(f"{loaded.url}/query"), case["query"], params)
    assert (theirs.columns, theirs.rows) == (ours.columns, ours.rows)


def test_a_title_with_its_year_is_understood_there_too(loaded, embedded):
    asked = {"film": "Harbour Lights (1984)"}
    there = run(Endpoint(f"{loaded.url}/query"), "crew", asked)
    assert there.rows == run(embedded, "crew", asked).rows and len(there) > 0


def test_the_command_asks_the_endpoint(loaded):
    asked = ["query", "remake-of", "--endpoint", f"{loaded.url}/query", "--format", "csv"]
    found = CliRunner().invoke(kg, asked)
    assert found.exit_code == 0
    assert "Salt & Iron,2009,1999 film by Pavel Dvorsky" in found.stdout


def test_an_endpoint_that_is_not_there_is_named():
    failed = CliRunner().invoke(kg, ["query", "remake-of", "--endpoint", "http://127.0.0.1:1/query"])
    assert failed.exit_code == 1
    assert failed.stderr.startswith("Error: http://127.0.0.1:1/query: ")


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"results": {"bindings": [{"a": 1}]}}'])
def test_an_answer_that_is_none_is_explained(oxigraph, answer):
    told = {"content-type": "application/json"}
    with door(oxigraph, {}, lambda _: (200, told, answer)) as server, pytest.raises(InputError, match="not SPARQL"):
        Endpoint(f"{server.url}/query").query("ASK {}")


def test_typed_literals_in_the_old_way_are_understood(oxigraph):
    answer = b'{"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "7"}}]}}'
    with door(oxigraph, {}, lambda _: (200, {"content-type": "application/json"}, answer)) as server:
        (row,) = Endpoint(f"{server.url}/query").query("SELECT ?n {}")
        assert row["n"].datatype.value.endswith("#integer")
