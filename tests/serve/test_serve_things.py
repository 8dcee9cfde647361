"""Things by their IRI: 303 to a document in the syntax that suits the client, and a page that no data can break."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export import Graph
from kg.serve.html import Links, thing_page
from kg.vocab import term

FILM = "/movie/salt-and-iron-2009"
IRI = ox.NamedNode(f"https://example.org/kg{FILM}")
SYNTAXES = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/n-triples", "nt"),
        ("text/turtle;q=0.3, application/*;q=0.7", "jsonld"),
    ],
)
def test_a_thing_leads_to_the_document_that_suits_the_client(web, accept, suffix):
    answer = web.get(FILM, headers={"accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, f"salt-and-iron-2009.{suffix}")
    assert "accept" in answer.headers["vary"].lower()
    followed = web.get(FILM, headers={"accept": accept}, follow_redirects=True)
    assert (followed.status_code, followed.url.path) == (200, f"{FILM}.{suffix}")


def test_a_client_that_wants_none_of_them_is_told(web):
    assert web.get(FILM, headers={"accept": "video/mp4"}).status_code == 406


@pytest.mark.parametrize("suffix", SYNTAXES)
def test_every_syntax_says_the_same(web, suffix):
    triples = {q.triple for q in ox.parse(web.get(f"{FILM}.{suffix}").content, format=SYNTAXES[suffix])}
    assert triples == {q.triple for q in ox.parse(web.get(f"{FILM}.nt").content, format=ox.RdfFormat.N_TRIPLES)}
    assert ox.Triple(IRI, term("schema:name"), ox.Literal("Salt & Iron")) in triples


def test_a_film_is_told_with_its_parts_and_the_names_of_what_it_links_to(web):
    text = web.get(f"{FILM}.nt").text
    assert '"Woman on the Bridge"' in text  # of a role
    assert '"Una O\'Hara"' in text  # of the director
    assert "Slow to warm" in text  # of a review
    assert "untitled--pavel-dvorsky-1999> <https://w3id.org/film-kg#remadeAs>" in text  # what others say


def test_what_only_a_named_graph_tells_has_a_document_too(web):
    assert web.get("/graph/evidence.nt").text.count("film-kg#Evidence") > 3


def test_the_page_of_a_film(web):
    page = web.get(f"{FILM}.html").text
    assert "<h1>Salt &amp; Iron (2009)</h1>" in page
    assert '<a href="../person/una-o-hara">Una O&#x27;Hara</a>' in page
    assert "evidence?thing=https%3A%2F%2Fexample.org%2Fkg%2Fmovie%2Fsalt-and-iron-2009&amp;format=html" in page
    assert web.get(f"{FILM}.html").headers["etag"]


@pytest.mark.parametrize("path", ["/movie/nothing.ttl", "/movie/nothing.html", f"{FILM}.exe", "/a/b/c"])
def test_what_is_not_there_is_404(web, path):
    assert web.get(path).status_code == 404


def test_no_data_breaks_a_page():
    evil = ox.NamedNode("javascript:alert(1)")
    graph = Graph.of(
        [
            ox.Quad(IRI, term("schema:name"), ox.Literal("<script>alert(1)</script>")),
            ox.Quad(IRI, term("schema:sameAs"), evil),
            ox.Quad(IRI, term("schema:about"), ox.NamedNode("https://example.org/kg/a'b")),
        ]
    )
    page = thing_page(IRI.value, graph, Links("https://example.org/kg/", "../"))
    assert "<script" not in page and 'href="javascript' not in page
    assert 'href="../a&#x27;b"' in page


def test_the_stores_are_those_of_the_graph_alone(films_out: Path, web):
    assert [p.name for p in (films_out / "store").iterdir()] == [web.get("/health").json()["graph"]]
    assert not list(films_out.parent.glob(".out.store.*"))
