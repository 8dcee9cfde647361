"""Whole builds into real servers: twice with the same counts, and to the end although the server is killed on the way."""

import shutil
from collections import Counter

import pyoxigraph as ox
import pytest
from triple_stores import Oxigraph, Virtuoso

from kg.errors import OutputError
from kg.rdf import RdfFile
from kg.store.loading import load
from kg.store.profiles import profile

KINDS = ("oxigraph", "virtuoso")
BUILDS = ("seeds", pytest.param("leads", marks=pytest.mark.full))


@pytest.fixture(params=KINDS)
def kind(request, monkeypatch):
    if request.param == "virtuoso":
        if not shutil.which("virtuoso-t"):
            pytest.skip("Virtuoso is not installed")
        monkeypatch.setenv("KG_STORE_USER", "dba")
        monkeypatch.setenv("KG_STORE_PASSWORD", "dba")
    return request.param


@pytest.fixture
def server(kind, tmp_path):
    folder = tmp_path / "server"
    folder.mkdir()
    store = Oxigraph(folder / "data") if kind == "oxigraph" else Virtuoso(folder)
    yield store
    store.kill()


def counts_of(out, kind):
    """Triples a graph; to Virtuoso, a year is the same as its January where both are the date of one thing."""
    merged = profile(kind).merged or ""
    quads = RdfFile.open(out).quads()
    counts = Counter(getattr(quad.graph_name, "value", merged) for quad in quads)
    if kind == "virtuoso":
        januaries = {(q.subject, q.predicate, q.graph_name, q.object.value) for q in quads if is_a(q, "gYearMonth")}
        years = [q for q in quads if is_a(q, "gYear")]
        counts -= Counter(
            getattr(q.graph_name, "value", merged)
            for q in years
            if (q.subject, q.predicate, q.graph_name, f"{q.object.value}-01") in januaries
        )
    return counts


def is_a(quad, kind):
    return isinstance(quad.object, ox.Literal) and quad.object.datatype.value.endswith(f"#{kind}")


def counts_in(server, expected):
    return server.counts() if isinstance(server, Oxigraph) else server.counts(*expected)


@pytest.mark.parametrize("build", BUILDS)
def test_a_second_load_changes_no_count(server, kind, build, request):
    out = request.getfixturevalue(build)
    expected = counts_of(out, kind)
    for verify in (False, True):
        assert load(out, server.url, profile(kind), verify=verify).triples == expected.total()
        assert counts_in(server, expected) == expected


@pytest.mark.parametrize("build", BUILDS)
def test_a_server_that_is_killed_in_mid_load_is_taken_up_again(server, kind, build, request):
    out = request.getfixturevalue(build)
    expected, done = counts_of(out, kind), []

    def kill(stage, number, total):
        done.append(number)
        if number == total // 2:
            server.kill()

    with pytest.raises(OutputError, match="goes on there"):
        load(out, server.url, profile(kind), steps=kill)
    server.start()
    loaded = load(out, server.url, profile(kind), verify=True)
    assert (loaded.resumed, loaded.verified) == (max(done), True)
    assert counts_in(server, expected) == expected
