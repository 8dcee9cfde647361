"""Tables, property graphs and QuickStatements hold what the graph says; all formats give the same bytes each time."""

import csv
import gzip
import hashlib
import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import polars
import pyoxigraph as ox
import pytest
import zstandard
from click.testing import CliRunner

from kg.cli import kg
from kg.errors import OutputError, UsageError
from kg.export import EXPORTERS, Graph, exporter, exporter_for, network
from kg.export.tables import TABLES
from kg.rdf import RdfFile
from kg.vocab import term

FILMS = Path(__file__).parents[1] / "query" / "films.trig"
BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.of(RdfFile.open(FILMS).quads())


def written(name: str, graph: Graph) -> bytes:
    out = io.BytesIO()
    exporter(name).write(graph, out)
    return out.getvalue()


def rows(table: str, graph: Graph) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(f"{table}-csv", graph).decode(), newline="")))


def test_a_film_is_a_row(graph):
    found = rows("films", graph)
    assert len(found) == 7
    (film,) = (f for f in found if f["title"] == "Salt & Iron")
    assert (film["year"], film["published"], film["runtime_minutes"]) == ("2009", "2009-11-06", "101")
    assert (film["directors"], film["languages"], film["other_titles"]) == ("Una O'Hara", "cs; en", "Salt and Iron")
    (untitled,) = (f for f in found if not f["title"])
    assert untitled["iri"] == f"{BASE}movie/untitled--pavel-dvorsky-1999"


def test_a_credit_is_a_row(graph):
    crew = {(c["credit"], c["name"]) for c in rows("credits", graph) if c["film"] == "Salt & Iron"}
    assert {("director", "Una O'Hara"), ("story", "Pavel Dvorsky"), ("distributor", "Tidewater")} <= crew
    assert len(crew) == 9


def test_a_part_is_a_row_and_so_is_an_actor_without_one(graph):
    cast = {
        (r["actor"], r["character"], r["credit"], r["originally_played_by"])
        for r in rows("roles", graph)
        if r["film"] == "Salt & Iron"
    }
    assert cast == {
        ("Zoë Brandt", "Anka", "", "Mirka Lund"),
        ("Mirka Lund", "Woman on the Bridge", "Cameo; Uncredited", ""),
        ("Una O'Hara", "", "", ""),
        ("John Reed", "", "", ""),
    }


def test_a_review_is_a_row(graph):
    (review,) = (r for r in rows("reviews", graph) if r["review_iri"].endswith("press--2"))
    assert (review["rating"], review["best"], review["percentile"]) == ("55.0", "100.0", "31.0")
    assert review["words"] == 'Too long, a "study" | of rust.'


def test_a_piece_of_evidence_is_a_row(graph):
    (evidence,) = (e for e in rows("evidence", graph) if e["evidence_iri"] == f"{BASE}evidence/1")
    assert evidence["words"] == "Runtime: 101 minutes"
    assert (evidence["document"], evidence["start"], evidence["end"]) == (f"{BASE}document/iron", "40", "60")
    assert (evidence["value"], evidence["confidence"], evidence["status"]) == ("101", "0.99", "Asserted")


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_parquet_holds_the_same_with_types(table, graph):
    frame = polars.read_parquet(io.BytesIO(written(f"{table.name}-parquet", graph)))
    assert frame.columns == list(table.columns)
    assert frame.rows() == table.of(graph) and frame.height > 0
    types = {int: polars.Int64, float: polars.Float64, str: polars.String}
    assert [types[t] for t in table.columns.values()] == frame.dtypes


def test_the_property_graph_has_every_thing_and_link(graph):
    made = network(graph)
    film, original = f"{BASE}movie/harbour-lights-1984", f"{BASE}movie/harbour-lights-1958"
    assert made.nodes[film]["label"] == "Harbour Lights" and made.nodes[film]["kind"] == "Movie"
    assert made.nodes[film]["genre"] == "Drama; Thriller"
    assert set(made.get_edge_data(film, original)) == {"remakeOf", "isBasedOn"}
    links = {t for t in graph.facts.triples if isinstance(t.object, ox.NamedNode) and t.predicate != term("rdf:type")}
    assert made.number_of_edges() == len(links)


def test_graphml_is_that_graph(graph):
    import networkx

    made, read = network(graph), networkx.parse_graphml(written("graphml", graph).decode())
    assert dict(read.nodes(data=True)).keys() >= set(made.nodes)
    assert sorted((a, b, d["relation"]) for a, b, d in read.edges(data=True)) == sorted(
        (a, b, k) for a, b, k in made.edges(keys=True)
    )
    assert ET.fromstring(written("graphml", graph)).tag.endswith("graphml")


def test_graphml_refuses_what_xml_cannot_hold():
    odd = Graph.of([ox.Quad(ox.NamedNode(f"{BASE}movie/x"), term("schema:name"), ox.Literal("a\x01b"))])
    for name in ("graphml", "rdfxml"):
        with pytest.raises(OutputError, match="N-"):
            written(name, odd)


def test_rdf_xml_refuses_a_predicate_that_is_no_element():
    odd = Graph.of([ox.Quad(ox.NamedNode(f"{BASE}movie/x"), ox.NamedNode("urn:x:1"), ox.Literal("a"))])
    with pytest.raises(OutputError, match="as an element"):
        written("rdfxml", odd)


def test_cypher_escapes_what_could_end_a_string():
    text = 'Say "x"\\\n}) DETACH DELETE n //'
    odd = Graph.of([ox.Quad(ox.NamedNode(f"{BASE}movie/x"), term("schema:name"), ox.Literal(text))])
    (line,) = written("cypher", odd).decode().splitlines()
    assert 'n.`name` = "Say \\"x\\"\\\\\\n}) DETACH DELETE n //"' in line


def test_cypher_has_a_line_a_thing_and_a_line_a_link(graph):
    made = network(graph)
    lines = written("cypher", graph).decode().splitlines()
    assert sum("MERGE (n:Thing" in line for line in lines) == len({s.subject for s in graph.facts.triples})
    assert sum("]->(b)" in line for line in lines) == made.number_of_edges()


def test_neo4j_gets_every_thing_and_link_as_tables(graph):
    made = network(graph)
    head, *nodes = csv.reader(io.StringIO(written("neo4j-nodes", graph).decode(), newline=""))
    assert (head[0], head[-1]) == ("iri:ID", ":LABEL") and "label" in head
    told = {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in nodes}
    assert len(told) == len(nodes) and told.keys() == set(made.nodes)
    film = told[f"{BASE}movie/harbour-lights-1984"]
    assert (film["label"], film["genre"], film[":LABEL"]) == ("Harbour Lights", "Drama; Thriller", "Thing;Movie")
    head, *links = csv.reader(io.StringIO(written("neo4j-links", graph).decode(), newline=""))
    assert head == [":START_ID", ":END_ID", ":TYPE"]
    assert sorted(map(tuple, links)) == sorted(made.edges(keys=True))


def test_quickstatements_name_their_sources_and_only_what_wikidata_has_items_for():
    film, person, other, land = (ox.NamedNode(BASE + s) for s in ("movie/x", "person/a", "person/b", "country/no"))
    evidence, document = ox.NamedNode(f"{BASE}evidence/1"), ox.NamedNode(f"{BASE}document/d#char=3,9")
    date = ox.Literal("2001-02-03", datatype=term("xsd:date"))
    beside = ox.NamedNode(f"{BASE}graph/evidence")
    facts = [
        (film, term("rdf:type"), term("schema:Movie")),
        (film, term("schema:name"), ox.Literal('The "X"')),
        (film, term("schema:datePublished"), date),
        (film, term("schema:director"), person),
        (film, term("schema:director"), other),
        (film, term("schema:countryOfOrigin"), land),
        (person, term("schema:sameAs"), ox.NamedNode("http://www.wikidata.org/entity/Q7")),
        (land, term("schema:sameAs"), ox.NamedNode("https://www.wikidata.org/wiki/Q20")),
    ]
    told = [
        (evidence, term("rdf:type"), term("kg:Evidence")),
        (evidence, term("rdf:subject"), film),
        (evidence, term("rdf:predicate"), term("schema:datePublished")),
        (evidence, term("rdf:object"), date),
        (evidence, term("prov:wasQuotedFrom"), document),
        (evidence, term("oa:exact"), ox.Literal("came\tout")),
    ]
    graph = Graph.of([*(ox.Quad(*f) for f in facts), *(ox.Quad(*t, beside) for t in told)])
    assert written("quickstatements", graph).decode().splitlines() == [
        "CREATE",
        "LAST\tLen\t\"The 'X'\"",
        "LAST\tP31\tQ11424",
        f'LAST\tP577\t+2001-02-03T00:00:00Z/11\tS854\t"{BASE}document/d"\tS1683\ten:"came out"',
        "LAST\tP57\tQ7",
        "LAST\tP495\tQ20",
    ]
    page = ox.Quad(ox.NamedNode(f"{BASE}document/d"), term("schema:url"), ox.Literal("https://films.example/x"), beside)
    assert '\tS854\t"https://films.example/x"\t' in written("quickstatements", Graph.of([*graph.quads, page])).decode()
    known = Graph.of(
        [*graph.quads, ox.Quad(film, term("schema:sameAs"), ox.NamedNode("https://www.wikidata.org/wiki/Q9"))]
    )
    assert {line.split(b"\t")[0] for line in written("quickstatements", known).splitlines()} == {b"Q9"}


@pytest.mark.parametrize(
    "packing", [(".gz", gzip.decompress), (".zst", lambda b: zstandard.decompress(b))], ids=lambda p: p[0]
)
def test_every_format_can_be_compressed(packing, graph):
    suffix, unpacked = packing
    assert unpacked(written(f"nquads{suffix}", graph)) == written("nquads", graph)
    assert written(f".ttl{suffix}", graph) == written(f"turtle{suffix}", graph)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a/b.ttl", "turtle"),
        ("x.nq.gz", "nquads.gz"),
        ("x.films.csv", "films-csv"),
        ("x.expanded.jsonld.zst", "jsonld-expanded.zst"),
        ("my.expanded.films.jsonld", "jsonld"),
    ],
)
def test_the_name_of_a_file_says_its_format(file, name):
    assert exporter_for(file).name == name


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("kind", ["nq", "trig", "expanded.jsonld"])
def test_a_compressed_file_is_converted_back(tmp_path, packing, kind):
    plain, small, again = (str(tmp_path / name) for name in ("a.nq", f"b.{kind}{packing}", "c.nq"))
    for source, target in ((FILMS, plain), (plain, small), (small, again)):
        done = CliRunner().invoke(kg, ["convert", str(source), target])
        assert done.exit_code == 0, done.output
    assert Path(again).read_bytes() == Path(plain).read_bytes()
    assert Path(small).stat().st_size < Path(plain).stat().st_size / 3


def test_zstd_of_several_frames_that_do_not_say_how_long_they_are_is_read(tmp_path):
    lines = [b"<urn:a> <urn:b> <urn:c> .\n", b"<urn:a> <urn:b> <urn:d> .\n"]
    frames = [zstandard.ZstdCompressor(write_content_size=False).compress(line) for line in lines]
    (tmp_path / "x.nt.zst").write_bytes(b"".join(frames))
    assert len(RdfFile.open(tmp_path / "x.nt.zst").quads()) == 2


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("damage", [lambda b: b[:-9], lambda b: b"no" + b], ids=["cut", "none"])
def test_a_damaged_file_is_named(tmp_path, packing, damage):
    file = tmp_path / f"x.nq{packing}"
    CliRunner().invoke(kg, ["convert", str(FILMS), str(file)])
    file.write_bytes(damage(file.read_bytes()))
    failed = CliRunner().invoke(kg, ["convert", str(file), str(tmp_path / "y.nq")])
    assert failed.exit_code == 1
    assert failed.stderr.startswith(f"Error: {file}: cannot be read: ") and failed.stderr.count("\n") == 1


def test_a_file_with_another_name_is_refused():
    with pytest.raises(UsageError, match=r"no format is called '\.docx'"):
        exporter_for("films.docx")


def test_the_command_compresses_by_the_name_of_the_file(tmp_path):
    target = tmp_path / "graph.nq.gz"
    assert CliRunner().invoke(kg, ["export", "nquads", str(FILMS), "-o", str(target)]).exit_code == 0
    assert gzip.decompress(target.read_bytes()).startswith(b"<https://example.org/kg/")
    assert CliRunner().invoke(kg, ["convert", str(target), str(tmp_path / "x.roles.parquet")]).exit_code == 0
    assert polars.read_parquet(tmp_path / "x.roles.parquet").height > 0


HASHES = """
import hashlib, io, sys
from kg.export import EXPORTERS, Graph
from kg.rdf import RdfFile
graph = Graph.of(RdfFile.open(sys.argv[1]).quads())
for format in EXPORTERS:
    out = io.BytesIO()
    format.write(graph, out)
    print(format.name, hashlib.sha256(out.getvalue()).hexdigest())
"""


def test_no_byte_hangs_on_chance(graph):
    """Other hash seeds, another order of the quads, and another process give the same bytes in every format."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", HASHES, FILMS],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    again = Graph.of(reversed(graph.quads))
    ours = "".join(f"{e.name} {hashlib.sha256(written(e.name, again)).hexdigest()}\n" for e in EXPORTERS)
    assert runs == [ours, ours]
