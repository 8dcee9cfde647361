"""Nested JSON-LD: the same triples as the graph by PyLD and RDFC-1.0, safe in a script element, judged by extruct."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from judges import judge, needs_node
from pyld import jsonld
from web_films import BASE, film, films_graph, hostile_graph

from kg.cli import kg
from kg.export import Graph
from kg.export.frames import FRAMES, OPINIONS, Framing, framed, script_safe
from kg.export.jsonld import context
from kg.vocab import term

NUMBER = {term("xsd:integer"), term("xsd:decimal"), term("xsd:double")}


def bundled(url: str, options: object) -> dict[str, object]:
    """schema.org's context, from the bundle: nothing is fetched."""
    assert url == "https://schema.org"
    words = {"@vocab": context()["@vocab"], "schema": context()["schema"], "id": "@id", "type": "@type"}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": words}}


def read_back(text: str) -> set[ox.Triple]:
    quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads", "documentLoader": bundled})
    return {q.triple for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}


def canonical(triples: set[ox.Triple]) -> str:
    """N-Quads by RDFC-1.0, where numbers are their values and all other literals their texts, as in pages."""
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, _plain(t.object)) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(map(str, dataset)))


def _plain(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(node, ox.Literal) or node.language:
        return node
    if node.datatype in NUMBER:
        return ox.Literal(f"{Decimal(node.value).normalize():f}")
    return ox.Literal(node.value)


@pytest.mark.parametrize("graph", [films_graph(), hostile_graph()], ids=["films", "hostile"])
@pytest.mark.parametrize("kind", FRAMES)
def test_a_document_states_the_triples_of_the_graph(graph: Graph, kind: str) -> None:
    framing = Framing(graph)
    for thing in framing.things(kind):
        stated = read_back(script_safe(framing.document(thing)))
        assert canonical(stated) == canonical(framing.triples(thing))
        assert stated


def test_a_film_tells_all_of_its_own_and_of_its_parts_and_the_names_of_others() -> None:
    triples = Framing(films_graph()).triples(film("low-tide-2001"))
    everything = {q.triple for q in films_graph().facts.quads}
    own = {t for t in everything if any(p in t.subject.value for p in ("/movie/low-tide-2001", "--nell", "/rating/"))}
    assert triples <= everything
    assert own <= triples
    assert ox.Triple(ox.NamedNode(BASE + "person/ann-lee"), term("schema:name"), ox.Literal("Ann Lee")) in triples
    assert (
        ox.Triple(ox.NamedNode(BASE + "person/ann-lee"), term("schema:jobTitle"), ox.Literal("director")) not in triples
    )


def test_every_node_has_an_id_and_numbers_are_numbers() -> None:
    document = Framing(films_graph()).document(film("low-tide-2001"))

    def nodes(value: object) -> list[dict[str, object]]:
        if isinstance(value, list):
            return [n for v in value for n in nodes(v)]
        return [value, *(n for v in value.values() for n in nodes(v))] if isinstance(value, dict) else []

    assert all("@id" in n for n in nodes({k: v for k, v in document.items() if k != "@context"}))
    assert document["kg:runtimeMinutes"] == 92
    assert document["aggregateRating"]["ratingValue"] == 46.87  # type: ignore[index]
    assert document["review"]["author"]["name"] == "Jo Reed"  # type: ignore[index]
    assert "@graph" not in document


def test_opinions_of_others_can_be_left_out() -> None:
    text = script_safe(Framing(films_graph()).document(film("low-tide-2001"), without=OPINIONS))
    assert "ating" not in text.replace("contentRating", "")
    assert "Jo Reed" not in text


def test_films_that_point_at_each_other_end_somewhere() -> None:
    document = Framing(films_graph()).document(film("low-tide-2001"))
    assert document["kg:remakeOf"]["@id"] == BASE + "movie/ebb-1951"  # type: ignore[index]
    assert "kg:remadeAs" not in document["kg:remakeOf"]  # type: ignore[operator]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_leaves_its_script_element(text: str) -> None:
    page = script_safe({"name": text, "description": "</script><!-- & \u2028\u2029"})
    assert not set(page) & set("<>&\u2028\u2029")
    assert page.isascii()
    assert json.loads(page)["name"] == text


def test_numbers_that_json_would_round_stay_texts() -> None:
    exact = "12345678901234567890"
    quads = [
        ox.Quad(film("x"), term("rdf:type"), term("schema:Movie")),
        ox.Quad(film("x"), term("kg:runtimeMinutes"), ox.Literal(exact, datatype=term("xsd:integer"))),
        ox.Quad(film("x"), term("schema:ratingValue"), ox.Literal("NaN", datatype=term("xsd:decimal"))),
    ]
    document = Framing(Graph.of(quads)).document(film("x"))
    assert document["kg:runtimeMinutes"] == exact
    assert document["ratingValue"] == "NaN"


def test_export_writes_a_document_a_line() -> None:
    out = io.BytesIO()
    framed(films_graph(), "movie", out)
    lines = out.getvalue().decode().splitlines()
    assert [json.loads(line.rstrip(","))["@id"] for line in lines[1:-1]] == [
        d["@id"] for d in json.loads(out.getvalue())
    ]


def test_the_command_frames_and_suggests(tmp_path: Path) -> None:
    graph = tmp_path / "films.nq"
    graph.write_text("".join(f"{q} .\n" for q in films_graph().quads))
    run = CliRunner()
    done = run.invoke(kg, ["export", "jsonld", str(graph), "--frame", "person"])
    assert {d["name"] for d in json.loads(done.output)} >= {"Ann Lee", "Mia Holt"}
    wrong = run.invoke(kg, ["export", "jsonld", str(graph), "--frame", "film"])
    assert wrong.exit_code == 2
    assert run.invoke(kg, ["export", "turtle", str(graph), "--frame", "movie"]).exit_code == 2


@needs_node
@pytest.mark.parametrize("graph", [films_graph(), hostile_graph()], ids=["films", "hostile"])
def test_jsonld_js_reads_the_same_as_pyld(graph: Graph) -> None:
    framing = Framing(graph)
    things = [thing for kind in FRAMES for thing in framing.things(kind)]
    documents = [json.loads(script_safe(framing.document(thing))) for thing in things]
    given = json.dumps({"documents": documents, "context": bundled("https://schema.org", None)["document"]})
    for thing, quads in zip(things, judge("to-rdf.mjs", given=given), strict=True):
        stated = {q.triple for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}
        assert canonical(stated) == canonical(framing.triples(thing))
