"""One graph through every exporter and back, in Oxigraph, rdflib and PyLD: the same triples each time."""

import io
import json
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from kg.errors import OutputError, UsageError
from kg.export import EXPORTERS, Exporter, Graph, exporter
from kg.export.jsonld import context
from kg.rdf import with_schema
from kg.vocab import DEFAULT_BASE, PREFIXES, term

# rdflib's own parsers use what rdflib deprecates
RDF = [format for format in EXPORTERS if format.is_rdf]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

TITLE = 'Ça ira, "Ülo"\n\\ and \u2028 日本 🎬'


def iri(slug: str) -> ox.NamedNode:
    return ox.NamedNode(DEFAULT_BASE + slug)


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=term(f"xsd:{datatype}"))


@pytest.fixture
def graph() -> Graph:
    film, document = iri("movie/ca-ira-1999"), iri("graph/a")
    facts = [
        (film, term("rdf:type"), term("schema:Movie")),
        (film, term("schema:name"), ox.Literal(TITLE)),
        (film, term("schema:name"), ox.Literal("Ça ira", language="fr")),
        (film, term("schema:datePublished"), typed("1999-02-03", "date")),
        (film, term("kg:runtimeMinutes"), typed("86", "integer")),
        (film, term("schema:isBasedOn"), iri("movie/9--x-")),
        (film, term("kg:remakeOf"), iri("movie/9--x-")),
        (iri("movie/9--x-"), term("rdf:type"), term("schema:Movie")),
        (iri("rating/1"), term("schema:ratingValue"), typed("46.87", "decimal")),
        (iri("document/a#char=3,9"), ox.NamedNode("http://www.w3.org/ns/oa#exact"), ox.Literal("")),
        (iri("movie/9--x-"), ox.NamedNode("urn:example:note"), ox.Literal("@id")),
    ]
    return Graph.of([ox.Quad(*f) for f in facts] + [ox.Quad(*f, document) for f in facts[:4]])


def written(format: Exporter, graph: Graph) -> bytes:
    out = io.BytesIO()
    format.write(graph, out)
    return out.getvalue()


def expected(format: Exporter, graph: Graph) -> set[ox.Quad]:
    return set(graph.quads) if format.whole else set(graph.facts.quads)


def by_oxigraph(content: bytes, format: Exporter) -> set[ox.Quad]:
    return set(ox.parse(content, format=ox.RdfFormat.from_media_type(format.media_type)))


def by_rdflib(content: bytes, format: Exporter) -> set[ox.Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(io.BytesIO(content), format=format.media_type)
    return set(ox.parse(dataset.serialize(format="nquads", encoding="utf-8"), format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("reader", [by_oxigraph, by_rdflib])
@pytest.mark.parametrize("format", RDF, ids=lambda e: e.name)
def test_a_format_gives_back_the_same_triples(
    format: Exporter, reader: Callable[[bytes, Exporter], set[ox.Quad]], graph: Graph
) -> None:
    assert reader(written(format, graph), format) == expected(format, graph)


@pytest.mark.parametrize("format", EXPORTERS, ids=lambda e: e.name)
def test_the_order_of_the_quads_does_not_change_a_byte(format: Exporter, graph: Graph) -> None:
    again = Graph.of([*reversed(graph.quads), *graph.quads])
    assert written(format, again) == written(format, graph)


def test_pyld_reads_the_json_ld_without_fetching_anything(graph: Graph) -> None:
    document = json.loads(written(exporter("jsonld"), graph))

    def refuse(url: str, options: object) -> None:
        raise AssertionError(f"fetched {url}")

    quads = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    assert set(ox.parse(quads, format=ox.RdfFormat.N_QUADS)) == expected(exporter("jsonld"), graph)


def test_the_context_holds_the_prefixes_of_the_vocabulary() -> None:
    words = {name: space for name, space in context().items() if not name.startswith("@")}
    assert words == PREFIXES
    assert context()["@vocab"] == PREFIXES["schema"]


def test_json_ld_is_compact_and_explicit(graph: Graph) -> None:
    nodes = json.loads(written(exporter("jsonld"), graph))["@graph"]
    film = next(n for n in nodes if n["@id"] == DEFAULT_BASE + "movie/ca-ira-1999")
    assert film["@type"] == "Movie"
    assert film["kg:remakeOf"] == {"@id": DEFAULT_BASE + "movie/9--x-"}
    assert film["kg:runtimeMinutes"] == {"@type": "xsd:integer", "@value": "86"}
    assert {"@language": "fr", "@value": "Ça ira"} in film["name"]
    assert all(set(n) > {"@id"} for n in nodes)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_survives_every_format(text: str) -> None:
    graph = Graph.of([ox.Quad(iri("movie/x"), term("schema:name"), ox.Literal(text))])
    for format in RDF:
        if format.name == "rdfxml" and _no_xml(text):
            with pytest.raises(OutputError, match="XML has no character"):
                written(format, graph)
            continue
        assert by_oxigraph(written(format, graph), format) == set(graph.quads)


def _no_xml(text: str) -> bool:
    return any((ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" for c in text)


def test_turtle_is_written_with_prefixes_and_the_type_first(graph: Graph) -> None:
    turtle = written(exporter("turtle"), graph).decode()
    assert "movie:ca-ira-1999 a schema:Movie ;" in turtle
    assert "@prefix rating: <https://example.org/kg/rating/> ." in turtle
    assert not any(f"@prefix {unused}:" in turtle for unused in ("skos", "rdf", "graph"))
    assert turtle.count(" .\n\n") == len({q.subject for q in graph.facts.quads})


def test_the_archive_is_sorted_as_bytes_are(graph: Graph) -> None:
    lines = written(exporter("nquads"), graph).splitlines(keepends=True)
    assert lines == sorted(lines)
    assert len(lines) == len(graph.quads)


def test_https_rewrites_terms_and_nothing_else(graph: Graph) -> None:
    secure = Graph.of(with_schema(graph.quads, "https"))
    text = written(exporter("nquads"), secure)
    assert b"<https://schema.org/name>" in text
    assert b"http://schema.org/" not in text
    assert Graph.of(with_schema(secure.quads, "http")) == graph
    assert json.loads(written(exporter("jsonld"), secure))["@context"]["@vocab"] == "https://schema.org/"
    assert "@prefix schema: <https://schema.org/> ." in written(exporter("turtle"), secure).decode()


@pytest.mark.parametrize(
    "odd",
    [
        ox.Quad(ox.NamedNode("kg:name"), term("schema:name"), ox.Literal("x")),
        ox.Quad(iri("movie/x"), term("schema:name"), ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL)),
        ox.Quad(iri("e/x"), term("schema:about"), ox.Triple(iri("a/x"), term("schema:name"), ox.Literal("x"))),
    ],
    ids=["scheme like a prefix", "directed text", "triple term"],
)
def test_what_json_ld_cannot_hold_is_refused(odd: ox.Quad) -> None:
    with pytest.raises(OutputError, match="N-Quads"):
        written(exporter("jsonld"), Graph.of([odd]))


def test_a_wrong_format_gets_a_suggestion() -> None:
    assert exporter(".nq") is exporter("nquads")
    with pytest.raises(UsageError, match="did you mean turtle"):
        exporter("tutle")
