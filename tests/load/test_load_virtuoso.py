"""Graphs into Virtuoso, with its digest authentication and its one merged default graph; its rows against ours."""

import shutil
import subprocess
import time
import tomllib
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from triple_stores import free_port

from kg.query import run
from kg.query.endpoint import Endpoint
from kg.store import open_graph
from kg.store.loading import load
from kg.store.profiles import profile

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not shutil.which("virtuoso-t"), reason="Virtuoso is not installed"),
]
QUERIES = Path(__file__).parents[1] / "query"
CASES = tomllib.loads((QUERIES / "golden.toml").read_text(encoding="utf-8"))["case"]
# Answers that Virtuoso 7.2.5 gets wrong: it loses bindings of an OPTIONAL behind a UNION, and a FILTER behind a path.
ITS_OWN = {"release-dates", "remake-of"}
INI = """
[Parameters]
ServerPort = 127.0.0.1:{sql}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory):
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "virtuoso.ini").write_text(INI.format(sql=free_port(), http=http))
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url, end = f"http://127.0.0.1:{http}", time.monotonic() + 60
    try:
        while True:
            try:
                httpx.get(f"{url}/sparql").raise_for_status()
                break
            except httpx.HTTPError:
                assert time.monotonic() < end, "Virtuoso does not answer"
                time.sleep(0.2)
        yield url
    finally:
        process.kill()
        process.wait()


@pytest.fixture(autouse=True)
def dba(monkeypatch):
    monkeypatch.setenv("KG_STORE_USER", "dba")
    monkeypatch.setenv("KG_STORE_PASSWORD", "dba")


@pytest.mark.parametrize("batch", [5000, 40])
@pytest.mark.parametrize("whole", [True, False], ids=["replace", "add"])
def test_a_second_load_changes_nothing(virtuoso, out, batch, whole):
    way = replace(profile("virtuoso"), batch=batch)
    for _ in range(2):
        assert load(out, virtuoso, way, replace=whole, verify=True).verified


def test_the_rows_are_those_of_the_embedded_store(virtuoso, out, monkeypatch):
    load(out, virtuoso, profile("virtuoso"), replace=True)
    monkeypatch.delenv("KG_STORE_USER")
    there, here = Endpoint(f"{virtuoso}/sparql?default-graph-uri=urn:x-kg:merged"), open_graph(QUERIES / "films.trig")
    for case in CASES:
        params = case.get("params", {})
        if case["query"] not in ITS_OWN:
            assert run(there, case["query"], params).rows == run(here, case["query"], params).rows, case
    film = {"film": "Harbour Lights"}
    assert run(there, "remake-of", film).rows == run(here, "remake-of", film).rows
