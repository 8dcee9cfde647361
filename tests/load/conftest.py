import httpx
import pytest
from triple_stores import Oxigraph, Virtuoso

from kg.export import Graph, exporter
from kg.rdf import RdfFile


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory):
    store = Oxigraph(tmp_path_factory.mktemp("oxigraph") / "data")
    yield store
    store.kill()


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory):
    store = Virtuoso(tmp_path_factory.mktemp("virtuoso"))
    yield store
    store.kill()


@pytest.fixture
def store(oxigraph):
    """The server, with nothing in it."""
    httpx.post(f"{oxigraph.url}/update", data={"update": "DROP ALL"}).raise_for_status()
    return oxigraph


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Attempts follow each other at once; no name or password comes from the machine that tests."""
    monkeypatch.setattr("tenacity.nap.time.sleep", lambda _: None)
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def out(tmp_path, request):
    """The folder of a build with the invented films."""
    folder = tmp_path / "out"
    folder.mkdir()
    films = request.config.rootpath / "tests" / "query" / "films.trig"
    with (folder / "graph.nq").open("wb") as file:
        exporter("nquads").write(Graph.of(RdfFile.open(films).quads()), file)
    return folder
