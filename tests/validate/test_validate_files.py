"""Files of every RDF format in, the same report out; and clear words for files that are none."""

import pyoxigraph as ox
import pytest
from shape_cases import WORLD

from kg.errors import InputError
from kg.model import Report
from kg.validate import validate, validate_file

WRONG = WORLD + ':film schema:duration "86 minutes" ; schema:director "Ann Lee" .'
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".n3": ox.RdfFormat.N3,
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_report(tmp_path, suffix):
    triples = list(ox.parse(WRONG, format=ox.RdfFormat.TURTLE))
    file = tmp_path / f"films{suffix}"
    file.write_bytes(ox.serialize((q.triple for q in triples), format=FORMATS[suffix]))
    report = validate_file(file)
    assert len(report.findings) == 4
    assert report == validate(triples)


def test_terms_of_schema_org_may_be_written_with_https(tmp_path):
    file = tmp_path / "films.ttl"
    file.write_text(WRONG.replace("http://schema.org/", "https://schema.org/"), encoding="utf-8")
    assert validate_file(file) == validate(ox.parse(WRONG, format=ox.RdfFormat.TURTLE))


def test_a_file_with_a_default_graph_is_judged_by_it(tmp_path):
    """Two documents disagree on the duration; the merged facts hold one, so that nothing is wrong."""
    film = WORLD + ':film schema:duration "PT1H26M" .\n'
    others = '<x:1> { :film schema:duration "PT1H24M" }\n<x:quarantine> { :film schema:duration "soon" }\n'
    assert _report(tmp_path / "build.trig", film + others) == Report()


def test_a_file_with_named_graphs_only_is_judged_by_their_union(tmp_path):
    prefixes, _, body = WORLD.partition("\n\n")
    graphs = f'{prefixes}\n<x:1> {{ {body} }}\n<x:2> {{ :film schema:duration "PT1H24M" }}\n<x:3> {{ :film schema:duration "PT1H26M" }}'
    report = _report(tmp_path / "documents.trig", graphs)
    assert [(f.path, f.constraint) for f in report.findings] == [("schema:duration", "sh:MaxCountConstraintComponent")]


def test_a_build_is_named_by_its_folder(tmp_path):
    quads = ox.parse(WRONG, format=ox.RdfFormat.TURTLE)
    (tmp_path / "graph.nq").write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS))
    assert len(validate_file(tmp_path).findings) == 4


def test_blank_nodes_have_the_same_names_in_every_report(tmp_path):
    nested = (
        WORLD
        + ':film schema:director [ a schema:Person ; schema:name "Ann Lee" ] , [ a schema:Person ; schema:name "Bob" ] .'
    )
    first, second = (_report(tmp_path / "films.ttl", nested) for _ in range(2))
    assert first == second
    assert [f.value for f in first.findings] == ["_:c14n0", "_:c14n1"]


def test_a_film_named_relatively_is_named_by_its_file(tmp_path):
    report = _report(tmp_path / "films.ttl", "PREFIX schema: <http://schema.org/> <#film> a schema:Movie .")
    assert [f.focus for f in report.findings] == [(tmp_path / "films.ttl").as_uri() + "#film"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("films.doc", "", "RDF files end in"),
        ("films", "", "RDF files end in"),
        ("empty.ttl", "", "no statement"),
        ("broken.ttl", "<x:a> <x:b> .", "not the RDF that its name says"),
        ("broken.nq", "<x:a> <x:b> <x:c> <x:d> <x:e> .", "line 1"),
        (
            "page.jsonld",
            '{"@context": "https://schema.org", "@type": "Movie", "name": "Low Tide"}',
            "nothing is fetched",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path, name, content, words):
    with pytest.raises(InputError, match=words) as error:
        _report(tmp_path / name, content)
    assert str(error.value).startswith(str(tmp_path / name))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.ttl: no such file"):
        validate_file(tmp_path / "gone.ttl")


def _report(file, content: str) -> Report:
    file.write_text(content, encoding="utf-8")
    return validate_file(file)
