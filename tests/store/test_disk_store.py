"""The store on disk: made once a graph, made anew when stale, never taken from under a reader, and no different to ask."""

import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import InputError, OutputError
from kg.export import Graph, exporter
from kg.query import catalogue, run
from kg.rdf import RdfFile
from kg.store import disk, lease, open_graph, open_store, publish, retire

FILMS = Path(__file__).parents[1] / "query" / "films.trig"
MORE = '<urn:film> <http://schema.org/name> "Low Tide" .\n'


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    write(folder)
    return folder


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr("kg.store.opening.LARGE", 0)


def write(out, more=""):
    """As a build does: another file takes the place of the old one."""
    with (out / "fresh").open("wb") as file:
        exporter("nquads").write(Graph.of(RdfFile.open(FILMS).quads()), file)
        file.write(more.encode())
    (out / "fresh").replace(out / "graph.nq")


def stores(out):
    return sorted(path.name for path in (out / "store").iterdir())


def test_every_query_gives_the_rows_of_the_store_in_memory(out, large):
    on_disk, in_memory = open_graph(out), open_graph(out / "graph.nq")
    assert len(stores(out)) == 1
    for query in catalogue():
        assert run(on_disk, query.name, {}).results == run(in_memory, query.name, {}).results


def test_a_small_build_is_held_in_memory(out):
    assert len(open_graph(out)) == len(RdfFile.open(out).quads())
    assert not (out / "store").exists()


def test_it_cannot_be_written_to(out, large):
    with pytest.raises(RuntimeError, match="read-write"):
        open_graph(out).add(ox.Quad(*[ox.NamedNode("urn:x")] * 3))


def test_a_store_that_is_there_is_found_without_reading_the_graph(out, monkeypatch):
    place = publish(out)
    monkeypatch.setattr(disk, "_digest", lambda _: pytest.fail("the graph was read"))
    assert publish(out) == place


def test_the_same_graph_in_another_file_has_the_same_store(out, monkeypatch):
    place = publish(out)
    monkeypatch.setattr(disk, "_build", lambda *_: pytest.fail("the store was built again"))
    write(out)
    os.utime(out / "graph.nq", (0, 0))
    assert publish(out) == place


def test_a_stale_store_is_replaced(out, large):
    before = publish(out)
    write(out, MORE)
    assert len(open_graph(out)) == len(RdfFile.open(FILMS).quads()) + 1
    assert before.name not in stores(out) and len(stores(out)) == 1


def test_a_store_that_is_read_is_not_removed(out):
    before = publish(out)
    with lease(before):
        write(out, MORE)
        after = publish(out)
        assert stores(out) == sorted([before.name, after.name])
        assert len(ox.Store.read_only(str(before))) == len(RdfFile.open(FILMS).quads())
    retire(out, after)
    assert stores(out) == [after.name]


def test_a_reader_keeps_its_store_while_it_lives(out):
    before = publish(out)
    held = open_store(before)
    write(out, MORE)
    publish(out)
    assert before.name in stores(out) and len(held) == len(RdfFile.open(FILMS).quads())
    disk._HELD.pop(before).close()


def test_a_folder_that_cannot_be_written_is_read_into_memory(out, large, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "_build", full)
    with pytest.raises(OutputError, match="store: cannot be written: No space left"):
        publish(out)
    assert len(open_graph(out)) == len(RdfFile.open(out).quads())


def test_terms_of_https_schema_org_are_taken_in_their_http_form(out):
    (out / "graph.nq").write_text('<urn:a> <https://schema.org/name> "https://schema.org/" .\n')
    (quad,) = open_store(publish(out))
    assert (quad.predicate.value, quad.object.value) == ("http://schema.org/name", "https://schema.org/")


@pytest.mark.parametrize("text", ["<urn:a> <urn:b> .\n", "https://schema.org/ <urn:b> .\n"])
def test_a_graph_that_is_none_leaves_nothing_behind(out, text):
    (out / "graph.nq").write_text(text)
    with pytest.raises(InputError, match=r"graph\.nq: not the RDF"):
        publish(out)
    assert sorted(path.name for path in out.parent.rglob("*")) == ["graph.nq", "out"]


def test_an_empty_graph_has_an_empty_store(out):
    (out / "graph.nq").write_bytes(b"")
    assert len(open_store(publish(out))) == 0
