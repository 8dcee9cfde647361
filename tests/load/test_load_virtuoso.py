"""Graphs into Virtuoso, with its digest authentication and its one merged default graph; its rows against ours."""

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kg.query import run
from kg.query.endpoint import Endpoint
from kg.store import open_graph
from kg.store.loading import load
from kg.store.profiles import profile

pytestmark = pytest.mark.skipif(not shutil.which("virtuoso-t"), reason="Virtuoso is not installed")
QUERIES = Path(__file__).parents[1] / "query"
CASES = tomllib.loads((QUERIES / "golden.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(autouse=True)
def dba(monkeypatch):
    monkeypatch.setenv("KG_STORE_USER", "dba")
    monkeypatch.setenv("KG_STORE_PASSWORD", "dba")


@pytest.mark.parametrize("batch", [5000, 40])
@pytest.mark.parametrize("whole", [True, False], ids=["replace", "add"])
def test_a_second_load_changes_nothing(virtuoso, out, batch, whole):
    way = replace(profile("virtuoso"), batch=batch)
    for _ in range(2):
        assert load(out, virtuoso.url, way, replace=whole, verify=True).verified


def test_the_rows_are_those_of_the_embedded_store(virtuoso, out, monkeypatch):
    load(out, virtuoso.url, profile("virtuoso"), replace=True)
    monkeypatch.delenv("KG_STORE_USER")
    there, here = (
        Endpoint(f"{virtuoso.url}/sparql?default-graph-uri=urn:x-kg:merged"),
        open_graph(QUERIES / "films.trig"),
    )
    for case in CASES:
        params = case.get("params", {})
        assert run(there, case["query"], params).rows == run(here, case["query"], params).rows, case
