"""Graphs into a real Oxigraph server: once, twice, in their place, after a cut, by other stores' routes, behind locks."""

from dataclasses import replace

import httpx
import pytest
from click.testing import CliRunner
from triple_stores import Oxigraph, door

from kg.cli import kg
from kg.errors import InputError, OutputError, UsageError
from kg.rdf import RdfFile
from kg.store.loading import load
from kg.store.profiles import profile, profiles

OXIGRAPH = profile("oxigraph")
SMALL = replace(OXIGRAPH, batch=40)
NO_GSP = replace(OXIGRAPH, graphs=None, batch=40)
FILM = "<https://example.org/kg/movie/stale> <http://schema.org/name> 'Stale'"


def counts_of(out):
    found = {}
    for quad in RdfFile.open(out).quads():
        name = getattr(quad.graph_name, "value", "")
        found[name] = found.get(name, 0) + 1
    return found


def update(store, text):
    httpx.post(f"{store.url}/update", data={"update": text}).raise_for_status()


@pytest.mark.parametrize("way", [OXIGRAPH, SMALL, NO_GSP], ids=["one request a graph", "batches", "INSERT DATA"])
@pytest.mark.parametrize("whole", [False, True], ids=["add", "replace"])
def test_a_second_load_changes_no_count(store, out, way, whole):
    for _ in range(2):
        done = load(out, store.url, way, replace=whole, verify=True)
        assert (done.triples, done.resumed, done.verified) == (sum(counts_of(out).values()), 0, True)
        assert store.counts() == counts_of(out)


@pytest.mark.parametrize("way", [SMALL, NO_GSP], ids=["protocol", "INSERT DATA"])
def test_replacing_leaves_nothing_of_the_old_graphs_and_all_of_the_others(store, out, way):
    update(
        store,
        f"INSERT DATA {{ {FILM} . GRAPH <https://example.org/kg/graph/evidence> {{ {FILM} }} GRAPH <urn:other> {{ {FILM} }} }}",
    )
    load(out, store.url, way, replace=True, verify=True)
    assert store.counts() == {**counts_of(out), "urn:other": 1}


def test_adding_leaves_what_was_there(store, out):
    update(store, f"INSERT DATA {{ {FILM} }}")
    load(out, store.url, SMALL, verify=True)
    assert store.counts()[""] == counts_of(out)[""] + 1


@pytest.mark.parametrize("whole", [False, True], ids=["add", "replace"])
@pytest.mark.parametrize("after", [0, 1, 7, 12])
def test_a_load_that_is_cut_short_goes_on_where_it_was(store, out, after, whole):
    """The store is gone after so many requests, whichever it was that was under way."""
    sent = []

    def cut(request):
        sent.append(request.path)
        if len(sent) > after:
            raise ConnectionResetError

    routes = {"/store": ("/store", {}), "/update": ("/update", {})}
    with door(store, routes, cut) as server:
        with pytest.raises(OutputError, match="goes on there"):
            load(out, server.url, SMALL, replace=whole)
        assert len(list(out.glob(".load-*.json"))) == bool(after)
        server.answer = lambda request: None
        done = load(out, server.url, SMALL, replace=whole, verify=True)
    assert done.resumed == after
    assert store.counts() == counts_of(out)
    assert not list(out.glob(".load-*"))


def test_a_store_that_is_killed_in_mid_load_is_taken_up_again(tmp_path, out):
    store = Oxigraph(tmp_path / "data")

    def kill(stage, done, total):
        if done == 5:
            store.kill()

    try:
        with pytest.raises(OutputError):
            load(out, store.url, SMALL, replace=True, steps=kill)
        store.start()
        done = load(out, store.url, SMALL, replace=True, verify=True)
        assert done.resumed == 5
        assert store.counts() == counts_of(out)
    finally:
        store.kill()


def test_another_graph_begins_anew(store, out):
    with pytest.raises(RuntimeError):
        load(out, store.url, SMALL, steps=_stop_at_three)
    graph = out / "graph.nq"
    graph.write_bytes(graph.read_bytes() + FILM.replace("'", '"').encode() + b" .\n")
    assert load(out, store.url, SMALL, verify=True).resumed == 0


def _stop_at_three(stage, done, total):
    if done == 3:
        raise RuntimeError


def test_verifying_finds_what_is_missing_and_what_is_too_much(store, out):
    def damage(stage, done, total):
        if stage == "loading" and done == total:
            update(
                store,
                "DELETE WHERE { GRAPH <https://example.org/kg/graph/evidence> { ?s <http://www.w3.org/ns/oa#exact> ?o } }",
            )

    with pytest.raises(OutputError, match=r"graph/evidence>: \d+ triples where \d+ were loaded"):
        load(out, store.url, OXIGRAPH, verify=True, steps=damage)
    load(out, store.url, OXIGRAPH, replace=True)

    def add(stage, done, total):
        if stage == "loading" and done == total:
            update(store, f"INSERT DATA {{ {FILM} }}")

    with pytest.raises(OutputError, match="default graph"):
        load(out, store.url, OXIGRAPH, replace=True, verify=True, steps=add)


@pytest.mark.parametrize("kind", [name for name in profiles() if name != "sparql"])
def test_every_kind_of_store_is_spoken_to_by_its_own_routes(store, out, kind):
    told = profile(kind)
    routes = {f"/films{told.query}": ("/query", {}), f"/films{told.update}": ("/update", {})}
    if told.graphs is not None:
        routes[f"/films{told.graphs}"] = ("/store", {told.graph: "graph"})
    with door(store, routes) as other:
        if told.query == told.update:  # one address for both, told apart by what is sent
            other.routes = {**routes, f"/films{told.query}": ("/query", {})}
            other.answer = lambda request: _by_content(other, request)
        load(out, f"{other.url}/films", replace(told, batch=40), replace=True)
    expected = counts_of(out)
    if told.merged:
        expected[told.merged] = expected.pop("")
    assert store.counts() == expected


def _by_content(server, request):
    kind = request.headers.get("content-type", "")
    path = urlpath(request.path)
    if kind == "application/sparql-update":
        server.routes[path] = ("/update", {})
    elif kind == "application/n-triples":
        server.routes[path] = ("/store", {})
    else:
        server.routes[path] = ("/query", {})


def urlpath(path):
    return path.partition("?")[0]


def test_a_busy_store_is_asked_again(store, out):
    moods = [503, 429, 500]

    def busy(request):
        return (moods.pop(), {"retry-after": "1"}, b"busy") if moods else None

    with door(store, {"/store": ("/store", {})}, busy) as server:
        load(out, server.url, OXIGRAPH)
        assert len(server.seen) == 3 + len(counts_of(out))
    assert store.counts() == counts_of(out)


def test_a_store_that_stays_busy_ends_the_load(store, out):
    with door(store, {}, lambda request: (503, {}, b"for ever")) as server:
        with pytest.raises(OutputError, match="503 Service Unavailable: for ever"):
            load(out, server.url, OXIGRAPH)
        assert len(server.seen) == 7


def test_a_refusal_is_not_tried_again_and_says_what_to_do(store, out):
    with door(store, {}, lambda request: (401, {}, b"")) as server:
        with pytest.raises(OutputError, match="set KG_STORE_USER and KG_STORE_PASSWORD"):
            load(out, server.url, OXIGRAPH)
        assert len(server.seen) == 1


def test_a_dry_run_sends_nothing(out):
    done = load(out, "http://127.0.0.1:1", SMALL, dry_run=True)
    assert done.requests > done.graphs == len(counts_of(out))


@pytest.mark.parametrize("url", ["ftp://x/y", "localhost:7878", "http://ann:secret@127.0.0.1:1/"])
def test_an_address_that_is_none_or_tells_a_password_is_refused(out, url):
    with pytest.raises(UsageError) as caught:
        load(out, url, OXIGRAPH)
    assert "secret" not in str(caught.value)


def test_blank_nodes_are_refused(tmp_path):
    file = tmp_path / "x.ttl"
    file.write_text("[] a <urn:x> .")
    with pytest.raises(InputError, match="blank nodes"):
        load(file, "http://127.0.0.1:1", OXIGRAPH)


def test_the_command_says_what_it_did(store, out):
    total = sum(counts_of(out).values())
    run = CliRunner().invoke(
        kg, ["load", str(out), "--to", store.url, "--store", "oxigraph", "--replace", "--verify", "-q"]
    )
    assert (run.exit_code, run.stdout) == (
        0,
        f"{store.url}: {total:,} triples in {len(counts_of(out))} graphs, verified\n",
    )
    wrong = CliRunner().invoke(kg, ["load", str(out), "--to", store.url, "--store", "oxygraph"])
    assert wrong.exit_code == 2 and "did you mean oxigraph or" in wrong.stderr
