import os
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from triple_stores import Oxigraph, Virtuoso

from kg.cli import kg
from kg.export import Graph, exporter
from kg.rdf import RdfFile

ROOT = Path(__file__).parents[2]


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
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN", "KG_STORE_AUTH"):
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


@pytest.fixture(scope="session")
def seeds(tmp_path_factory):
    return built(ROOT / "seeds", tmp_path_factory.mktemp("seeds") / "out")


@pytest.fixture(scope="session")
def leads(tmp_path_factory):
    """5,000 films, where KG_LEADS names a folder to keep the build in: to load them everywhere takes long."""
    texts = ROOT.parent / "shared" / "bench" / "leads.jsonl"
    if "KG_LEADS" not in os.environ:
        pytest.skip("needs KG_LEADS: a folder for a build of 5,000 films")
    if not texts.is_file():
        pytest.skip("no development data beside the checkout")
    out = Path(os.environ["KG_LEADS"])
    if not (out / "graph.nq").is_file():
        some = tmp_path_factory.mktemp("texts") / "leads.jsonl"
        some.write_bytes(b"".join(texts.read_bytes().splitlines(keepends=True)[:5000]))
        built(some, out)
    return out


def built(texts, out):
    done = CliRunner().invoke(kg, ["build", str(texts), "--no-model", "--quiet", "--output", str(out)])
    assert done.exit_code == 0, done.output
    return out
