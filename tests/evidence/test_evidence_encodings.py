"""How much evidence a build keeps and in which form: every form proves every fact, and what it costs is bounded."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from proving import misquoted, quoted, unproven

from kg.assemble import Detail, Encoding
from kg.change import compare
from kg.cli import kg
from kg.export import EXPORTERS, Graph
from kg.export.quotations import Quotation
from kg.pipeline import Options, build
from kg.query import run
from kg.query.statements import statements
from kg.rdf import RdfFile
from kg.store import open_graph
from kg.validate import validate_file
from kg.vocab import term

SEEDS = Path(__file__).parents[2] / "seeds"
ENCODINGS = [Encoding(detail, rdf12) for detail in (Detail.COMPACT, Detail.FULL) for rdf12 in (False, True)]
BOUND = 8  # triples of evidence a fact in compact form
PAGES = {
    "glass.txt": "= Glass Harbour (1988 film) =\n\nGlass Harbour\n- Director: Lois Kern\n- Writer: Ada Lunde\n\n"
    "Glass Harbour is a 1988 American drama film directed by Lois Kern. It stars Paul Voss as Captain Reed.\n",
    "glass-again.txt": "= Glass Harbour (1988 film) =\n\nGlass Harbour\n- Writer: Ada Lunde\n- Country: Malta\n",
}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[Encoding, Path]:
    pages = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (pages / name).write_text(text)
    made = {encoding: tmp_path_factory.mktemp("encoding") / "out" for encoding in [*ENCODINGS, Encoding(Detail.NONE)]}
    for encoding, out in made.items():
        build([str(pages)], out, Options(model=None, evidence=encoding))
    return made


def evidence(out: Path) -> list[ox.Quad]:
    return [q for q in RdfFile.open(out).quads() if str(q.graph_name).endswith("graph/evidence>")]


def facts(out: Path) -> set[ox.Triple]:
    return {q.triple for q in RdfFile.open(out).quads() if isinstance(q.graph_name, ox.DefaultGraph)}


@pytest.mark.parametrize("encoding", ENCODINGS, ids=str)
def test_every_form_proves_every_fact(builds: dict[Encoding, Path], encoding: Encoding) -> None:
    assert unproven(builds[encoding]) == []
    assert misquoted(builds[encoding]) == []


def test_the_facts_hang_on_no_form(builds: dict[Encoding, Path]) -> None:
    assert len({frozenset(facts(out)) for out in builds.values()}) == 1
    assert evidence(builds[Encoding(Detail.NONE)]) == []


def test_compact_evidence_costs_no_more_than_its_bound(tmp_path: Path) -> None:
    build([str(SEEDS)], tmp_path / "out", Options(model=None, evidence=Encoding(Detail.COMPACT)))
    assert len(evidence(tmp_path / "out")) / len(facts(tmp_path / "out")) <= BOUND


def test_less_detail_and_triple_terms_cost_less(builds: dict[Encoding, Path]) -> None:
    costs = {encoding: len(evidence(out)) for encoding, out in builds.items()}
    assert costs[Encoding(Detail.COMPACT)] < costs[Encoding(Detail.FULL)]
    assert costs[Encoding(Detail.FULL, True)] < costs[Encoding(Detail.FULL)]
    assert costs[Encoding(Detail.COMPACT, True)] < min(
        costs[Encoding(Detail.COMPACT)], costs[Encoding(Detail.FULL, True)]
    )


def test_compact_evidence_is_one_place_a_statement_and_the_surest(builds: dict[Encoding, Path]) -> None:
    def places(encoding: Encoding) -> dict[tuple[str, str], list[Quotation]]:
        found: dict[tuple[str, str], list[Quotation]] = {}
        for quotation, _ in quoted(builds[encoding]):
            found.setdefault((str(quotation.statements), quotation.status), []).append(quotation)
        return found

    compact, full = places(Encoding(Detail.COMPACT)), places(Encoding(Detail.FULL))
    assert {key: len(found) for key, found in compact.items()} == dict.fromkeys(full, 1)
    for key, (kept,) in compact.items():
        assert kept in full[key]
        assert float(kept.confidence) == max(float(q.confidence) for q in full[key])


@pytest.mark.parametrize("detail", [Detail.COMPACT, Detail.FULL])
def test_triple_terms_say_the_same(builds: dict[Encoding, Path], detail: Detail) -> None:
    found = compare(builds[Encoding(detail)], builds[Encoding(detail, True)])
    assert (len(found.facts), len(found.evidence)) == (0, 0)
    predicates = {q.predicate for q in evidence(builds[Encoding(detail, True)])}
    assert term("rdf:reifies") in predicates
    assert not predicates & {term("rdf:subject"), term("rdf:predicate"), term("rdf:object")}


def test_sparql_finds_the_words_of_a_triple_term(builds: dict[Encoding, Path]) -> None:
    rows = open_graph(builds[Encoding(Detail.FULL, True)]).query(
        """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX kg: <https://w3id.org/film-kg#>
        SELECT ?words { GRAPH ?g { ?e rdf:reifies <<( ?film kg:screenwriter ?person )>> ; oa:exact ?words } }"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["words"].value for row in rows] == ["Writer: Ada Lunde"] * 2


@pytest.mark.parametrize("encoding", ENCODINGS, ids=str)
def test_explain_shows_words_in_every_form(builds: dict[Encoding, Path], encoding: Encoding) -> None:
    (found,) = statements(open_graph(builds[encoding]), "Glass Harbour", "screenwriter")
    assert (found.standing, found.relations) == ("a fact", ("kg:screenwriter", "schema:author"))
    told = [(place.quote, place.status) for place in found.places]
    assert told == [("Writer: Ada Lunde", "Asserted")] * (2 if encoding.detail is Detail.FULL else 1)


def test_the_query_for_evidence_reads_compact_too(builds: dict[Encoding, Path]) -> None:
    asked = {"thing": "Glass Harbour", "relation": "screenwriter"}
    rows = run(open_graph(builds[Encoding(Detail.COMPACT)]), "evidence-for", asked)
    status = rows.columns.index("status")
    assert [getattr(row[status], "value", "") for row in rows.rows] == ["Asserted"]


@pytest.mark.parametrize("encoding", ENCODINGS, ids=str)
def test_every_form_is_written_read_and_valid(builds: dict[Encoding, Path], encoding: Encoding, tmp_path: Path) -> None:
    quads = RdfFile.open(builds[encoding]).quads()
    for exporter in (e for e in EXPORTERS if e.name in ("nquads", "trig")):
        file = tmp_path / f"graph{exporter.suffix}"
        with file.open("wb") as out:
            exporter.write(Graph.of(quads), out)
        assert set(RdfFile.open(file).quads()) == set(quads)
    assert validate_file(builds[encoding]).conforms


def test_the_command_knows_the_forms(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Cold Quay is a 1962 British drama film directed by Edna Marsh.")
    common = ["build", str(tmp_path / "text.txt"), "--no-model", "--quiet", "--output"]
    for name, options in {"none": ["--evidence", "none"], "terms": ["--evidence", "compact", "--rdf12"]}.items():
        assert CliRunner().invoke(kg, [*common, str(tmp_path / name), *options]).exit_code == 0
    assert evidence(tmp_path / "none") == []
    assert unproven(tmp_path / "terms") == []
    assert any(q.predicate == term("rdf:reifies") for q in evidence(tmp_path / "terms"))
    told = CliRunner().invoke(kg, ["explain", "Cold Quay", "--in", str(tmp_path / "none")])
    assert told.exit_code == 2
    assert "--evidence none" in told.output
