"""`kg.open` as docs/api.md shows it, and what it does with odd values and without optional packages."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

import kg
from kg.errors import ConfigurationError, InputError, UsageError
from kg.export import Graph, exporter
from kg.rdf import RdfFile

ROOT = Path(__file__).parents[2]
FILMS = ROOT / "tests" / "query" / "films.trig"


@pytest.fixture(scope="module")
def films():
    return kg.open(FILMS)


# rdflib's own parsers use what rdflib deprecates
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_documented_examples_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("OUT").mkdir()
    with Path("OUT/graph.nq").open("wb") as file:
        exporter("nquads").write(Graph.of(RdfFile.open(FILMS).quads()), file)
    failed, tried = doctest.testfile(str(ROOT / "docs/api.md"), module_relative=False)
    assert (failed, tried) == (0, 18)


def test_a_film_without_a_title_has_its_description_for_a_name(films):
    (untitled,) = (f for f in films.films if "untitled" in f.iri)
    assert (untitled.name, untitled.year) == ("1999 film by Pavel Dvorsky", 1999)
    (undated,) = (f for f in films.films if f.iri.endswith("/undertow"))
    assert undated.year is None


def test_values_are_those_of_python(films):
    (row,) = films.sparql('SELECT (1 AS ?a) (1.5 AS ?b) (true AS ?c) ("x"@en AS ?d) (<urn:x> AS ?e) ?f {}')
    assert row == {"a": 1, "b": 1.5, "c": True, "d": "x", "e": "urn:x", "f": None}
    assert [type(value) for value in row.values()] == [int, float, bool, str, str, type(None)]


def test_parameters_need_not_be_text(films):
    assert len(films.query("co-stars", minimum=2)) == 2
    assert len(films.query("remake-of", film=None)) == len(films.query("remake-of"))


@pytest.mark.parametrize("query", ["films-by", "release-dates", "evidence-for", "reviews"])
def test_frames_have_every_row_and_column(films, query):
    answer = films.query(query)
    polars, pandas = answer.polars(), answer.pandas()
    assert polars.shape == pandas.shape == (len(answer), len(answer.columns))
    assert polars.columns == list(pandas.columns) == list(answer.columns)
    assert polars.rows() == [tuple(row.values()) for row in answer]


def test_what_is_wrong_is_explained(films, tmp_path):
    with pytest.raises(UsageError, match="did you mean remake-of"):
        films.query("remake")
    with pytest.raises(InputError, match="no such file or folder"):
        kg.open(tmp_path / "gone")


@pytest.mark.parametrize("name", ["polars", "pandas"])
def test_a_frame_without_its_package_is_explained(films, name, monkeypatch):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigurationError, match=r"pip install 'kg\[frames\]'"):
        getattr(films.query("crew"), name)()


def test_rdflib_without_its_package_is_explained(films, monkeypatch):
    monkeypatch.setitem(sys.modules, "oxrdflib", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'kg\[rdflib\]'"):
        films.rdflib()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_the_store_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.store.opening.LARGE", 0)
    with (tmp_path / "graph.nq").open("wb") as file:
        exporter("nquads").write(Graph.of(RdfFile.open(FILMS).quads()), file)
    graph = kg.open(tmp_path)
    dataset = graph.rdflib()
    assert (tmp_path / "store").is_dir()
    assert len(list(dataset.quads())) == len(RdfFile.open(FILMS).quads())
    with pytest.raises(RuntimeError, match="read-write"):
        dataset.add((rdflib.URIRef("urn:a"), rdflib.RDF.type, rdflib.URIRef("urn:b")))


def test_importing_the_package_loads_no_room():
    code = "import sys, kg; sys.exit(any(name.startswith(('kg.', 'pyoxigraph')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
