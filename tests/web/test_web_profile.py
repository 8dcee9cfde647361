"""The profile of Google's page on films: each demand met and missed, with posters from a table."""

import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from click.testing import CliRunner
from rdflib import Graph as RdfGraph
from rdflib import Literal, Namespace, URIRef
from web_films import BASE, films_graph

from kg import assets
from kg.cli import kg
from kg.export import Graph
from kg.export.frames import Framing
from kg.validate import PySHACL, validate
from kg.vocab import term
from kg.web.material import material

GOOGLE = "https://w3id.org/film-kg/shapes/google-movie#"
TIDE = f"{BASE}movie/low-tide-2001"
POSTER = "https://posters.example/low-tide.jpg"


def store_of(graph: Graph) -> ox.Store:
    store = ox.Store()
    store.extend(graph.quads)
    return store


def changed(subject: str, relation: str, value: ox.Literal | None) -> Graph:
    """The films with one value put in the place of another, or taken away."""
    node, predicate = ox.NamedNode(BASE + subject), term(relation)
    kept = [q for q in films_graph().quads if (q.subject, q.predicate) != (node, predicate)]
    return Graph.of([*kept, *([ox.Quad(node, predicate, value)] if value else [])])


def found(graph: Graph) -> set[tuple[str, str]]:
    report = validate(material(store_of(graph)).triples, PySHACL("google-movie"))
    return {(f.focus.removeprefix(BASE), f.shape.removeprefix(GOOGLE)) for f in report.findings}


BEFORE = found(films_graph())


def test_a_film_of_texts_lacks_only_its_poster() -> None:
    assert {shape for focus, shape in BEFORE if focus == "movie/low-tide-2001"} == {"image"}
    assert {focus for focus, _ in BEFORE} == {"movie/low-tide-2001", "movie/ebb-1951"}


@pytest.mark.parametrize(
    ("subject", "relation", "value", "shape"),
    [
        ("movie/low-tide-2001", "schema:name", None, "name"),
        ("movie/low-tide-2001", "schema:datePublished", None, "dateCreated"),
        ("movie/low-tide-2001", "schema:director", None, "director"),
        ("movie/low-tide-2001", "schema:review", None, "review"),
        ("movie/low-tide-2001", "schema:aggregateRating", None, "aggregateRating"),
        ("review/pages-tide--1", "schema:author", None, "Review-author"),
        ("reviewer/jo-reed", "schema:name", ox.Literal("R" * 100), "Review-author-length"),
        ("review/pages-tide--1", "schema:reviewRating", None, "Review-ratingValue"),
        ("rating/pages-tide--1", "schema:ratingValue", ox.Literal(0), "Review-scale"),
        ("rating/pages-tide--aggregate", "schema:ratingCount", None, "AggregateRating-count"),
        ("rating/pages-tide--aggregate", "schema:ratingValue", None, "AggregateRating-ratingValue"),
        ("rating/pages-tide--aggregate", "schema:bestRating", None, "AggregateRating"),
    ],
)
def test_what_is_missing_is_found(subject: str, relation: str, value: ox.Literal | None, shape: str) -> None:
    assert {s for _, s in found(changed(subject, relation, value)) - BEFORE} == {shape}


@pytest.mark.parametrize(
    ("subject", "relation", "value"),
    [
        ("reviewer/jo-reed", "schema:name", ox.Literal("R" * 99)),
        ("rating/pages-tide--1", "schema:bestRating", None),  # 4.5 lies within 1 to 5
    ],
)
def test_what_google_takes_is_taken(subject: str, relation: str, value: ox.Literal | None) -> None:
    assert found(changed(subject, relation, value)) == BEFORE


def test_the_profile_is_valid_shacl_and_every_shape_says_how_to_mend() -> None:
    profile = RdfGraph().parse(assets.folder("shapes") / "profiles/google-movie.ttl")
    conforms, _, text = pyshacl.validate(RdfGraph(), shacl_graph=profile, meta_shacl=True)
    assert conforms, text
    sh = Namespace("http://www.w3.org/ns/shacl#")
    for shape in profile.objects(None, sh.property):
        if isinstance(shape, URIRef):
            assert len(str(profile.value(shape, sh.message, default=Literal("")))) > 60


@pytest.fixture
def films(tmp_path: Path) -> Path:
    file = tmp_path / "films.nq"
    file.write_text("".join(f"{q} .\n" for q in films_graph().quads))
    return file


def test_the_command_names_the_source_and_posters_mend_it(films: Path, tmp_path: Path) -> None:
    posters = tmp_path / "posters.csv"
    posters.write_text(f"film,image\nLow Tide (2001),{POSTER}\n{BASE}movie/ebb-1951,https://posters.example/ebb.png\n")
    run = CliRunner()
    command = ["validate", str(films), "--profile", "google-movie"]
    before = run.invoke(kg, command)
    assert before.exit_code == 1
    assert "--image" in before.output
    assert "source: pages/other.txt, pages/tide.txt" in before.output
    after = run.invoke(kg, [*command, "--image", str(posters)])
    assert after.exit_code == 0, after.output
    assert "image" not in after.output
    assert POSTER in run.invoke(kg, ["snippet", "Low Tide", "--in", str(films), "--image", str(posters)]).output


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("film,image\nLow Tyde,https://posters.example/x.jpg\n", "row 2: .*Low Tide"),
        ("film,image\nEbb,javascript:alert(1)\n", "row 2: needs a film and the http address"),
        ("title;poster\nEbb;x\n", "row 2: needs"),
        ("film,image\nEbb,https://posters.example/a b\n", "row 2: "),
    ],
)
def test_a_wrong_row_is_named(films: Path, tmp_path: Path, rows: str, message: str) -> None:
    posters = tmp_path / "posters.csv"
    posters.write_text(rows)
    done = CliRunner().invoke(kg, ["snippet", "Ebb", "--in", str(films), "--image", str(posters)])
    assert done.exit_code == 1
    assert re.search(message, done.output)


def test_a_wrong_profile_gets_a_suggestion_and_posters_need_one(films: Path) -> None:
    run = CliRunner()
    wrong = run.invoke(kg, ["validate", str(films), "--profile", "google-movies"])
    assert (wrong.exit_code, "did you mean google-movie?" in wrong.output) == (2, True)
    assert run.invoke(kg, ["validate", str(films), "--image", "x.csv"]).exit_code == 2


def test_pages_give_the_date_twice_as_google_reads_it() -> None:
    document = Framing(material(store_of(films_graph()))).document(ox.NamedNode(TIDE))
    assert document["dateCreated"] == document["datePublished"] == "2001-03-12"
