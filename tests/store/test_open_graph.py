"""A build's folder or any RDF file becomes a store; what cannot is explained with its path."""

import gzip

import pyoxigraph as ox
import pytest

from kg.errors import InputError
from kg.store import open_graph

FILM = ox.NamedNode("https://example.org/kg/movie/undertow")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
MOVIE = ox.NamedNode("http://schema.org/Movie")
QUADS = [ox.Quad(FILM, TYPE, MOVIE), ox.Quad(FILM, ox.NamedNode("http://schema.org/name"), ox.Literal("Undertow"))]
FORMATS = {"nq": "N_QUADS", "trig": "TRIG", "ttl": "TURTLE", "nt": "N_TRIPLES", "rdf": "RDF_XML", "jsonld": "JSON_LD"}


def written(path, suffix, quads=QUADS):
    syntax = getattr(ox.RdfFormat, FORMATS[suffix])
    parts = quads if syntax.supports_datasets else [ox.Triple(q.subject, q.predicate, q.object) for q in quads]
    path.write_bytes(ox.serialize(parts, format=syntax))
    return path


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_default_graph(tmp_path, suffix):
    assert set(open_graph(written(tmp_path / f"films.{suffix}", suffix))) == set(QUADS)


def test_a_compressed_file(tmp_path):
    plain = written(tmp_path / "films.nq", "nq")
    packed = tmp_path / "films.nq.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert set(open_graph(packed)) == set(QUADS)


def test_a_builds_folder_with_its_named_graphs(tmp_path):
    stated = ox.Quad(FILM, TYPE, MOVIE, ox.NamedNode("https://example.org/kg/graph/page"))
    written(tmp_path / "graph.nq", "nq", [*QUADS, stated])
    assert set(open_graph(tmp_path)) == {*QUADS, stated}
    assert set(open_graph(str(tmp_path))) == {*QUADS, stated}


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (
            "ttl",
            "PREFIX s: <https://schema.org/> <https://example.org/kg/movie/undertow> a s:Movie ; s:name 'Undertow' .",
        ),
        (
            "jsonld",
            '{"@context": {"@vocab": "https:\\/\\/schema.org\\/"}, "@type": "Movie", "name": "Undertow",'
            ' "@id": "https://example.org/kg/movie/undertow"}',
        ),
    ],
)
def test_terms_of_https_schema_org_are_taken_in_their_http_form(tmp_path, suffix, text):
    file = tmp_path / f"films.{suffix}"
    file.write_text(text)
    assert set(open_graph(file)) == set(QUADS)


def test_literals_and_other_hosts_keep_https(tmp_path):
    file = tmp_path / "films.nt"
    file.write_text('<https://example.org/a> <https://schema.org/about> "https://schema.org/Movie" .\n')
    (quad,) = open_graph(file)
    assert quad.predicate.value == "http://schema.org/about"
    assert (quad.subject.value, quad.object.value) == ("https://example.org/a", "https://schema.org/Movie")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.nq", None, "no such file or folder"),
        ("films.docx", b"", "RDF files end in"),
        ("films", b"", "RDF files end in"),
        ("films.ttl", b"<a> <b> .", "not the RDF that its name says"),
        ("films.nq.gz", b"not gzip", "cannot be read"),
        ("films.jsonld", b'{"@context": "https://schema.org", "@type": "Movie"}', "nothing is fetched"),
        ("films.jsonld", b"{", "not the RDF that its name says"),
    ],
)
def test_what_cannot_be_opened_is_explained_with_its_path(tmp_path, name, content, message):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        open_graph(file)
    assert str(caught.value).startswith(str(file))
    assert message in str(caught.value)


def test_a_folder_without_a_graph_is_explained(tmp_path):
    with pytest.raises(InputError, match=r"holds no graph\.nq; make one with `kg build"):
        open_graph(tmp_path)
