"""The commands on a small graph: answers on standard output, remarks and errors in one line on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.export import EXPORTERS, Exporter

BASE = "https://example.org/kg/"
GRAPH = f"""
<{BASE}movie/pale-harbour-1951> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Movie> .
<{BASE}movie/pale-harbour-1951> <http://schema.org/name> "Pale Harbour" .
<{BASE}movie/pale-harbour-1951> <http://schema.org/name> "Pale Harbour" <{BASE}graph/a> .
"""


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "kg-out"
    folder.mkdir()
    (folder / "graph.nq").write_text(GRAPH)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kg, arguments)


def failed(result: Result, code: int) -> str:
    """The one line that a failing command prints on standard error."""
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_help_loads_no_room() -> None:
    heavy = ("pyoxigraph", "spacy", "rdflib", "babel", "rich", "tqdm", "kg.vocab", "kg.model")
    code = f"import sys; from kg.cli import kg; kg(['--help'], standalone_mode=False); sys.exit(bool({{*{heavy}}} & {{*sys.modules}}))"
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0


def test_python_m_kg_is_kg() -> None:
    found = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True)
    assert found.stdout.startswith("kg, version ")


@pytest.mark.parametrize("format", [e for e in EXPORTERS if e.is_rdf], ids=lambda e: e.name)
def test_export_writes_every_format(format: Exporter, out: Path) -> None:
    printed, written = run("export", format.name), run("export", format.name, str(out), "-o", "file")
    assert (printed.exit_code, written.exit_code) == (0, 0)
    assert Path("file").read_bytes() == printed.stdout_bytes
    found = list(ox.parse(printed.stdout_bytes, format=ox.RdfFormat.from_media_type(format.media_type)))
    assert len(found) == (3 if format.whole else 2)


def test_convert_goes_by_the_suffixes() -> None:
    assert run("convert", "kg-out/graph.nq", "g.jsonld").exit_code == 0
    assert run("convert", "g.jsonld", "g.ttl", "--schema", "https").exit_code == 0
    assert run("convert", "g.ttl", "again.nt").exit_code == 0
    assert "@prefix schema: <https://schema.org/>" in Path("g.ttl").read_text()
    assert sorted(Path("again.nt").read_text().splitlines()) == sorted(
        line.replace("http://schema", "https://schema") for line in GRAPH.splitlines() if line and "graph/a" not in line
    )


def test_a_failed_export_leaves_the_old_file() -> None:
    Path("g.jsonld").write_text("old")
    Path("odd.nt").write_text("<kg:a> <http://schema.org/name> 'x' .")
    failed(run("convert", "odd.nt", "g.jsonld"), 1)
    assert Path("g.jsonld").read_text() == "old"
    assert {p.name for p in Path().iterdir()} == {"g.jsonld", "odd.nt", "kg-out"}


def test_a_folder_that_does_not_exist_is_named() -> None:
    assert "nowhere/x.nq" in failed(run("export", "nquads", "-o", "nowhere/x.nq"), 1)


def test_a_wrong_format_gets_a_suggestion() -> None:
    assert "did you mean turtle?" in failed(run("export", "turtel"), 2)
    assert "did you mean markdown?" in failed(run("query", "remake-of", "--format", "markdwon"), 2)


def test_a_wrong_query_or_option_gets_a_suggestion() -> None:
    assert "did you mean remake-of?" in failed(run("query", "remakeof"), 2)
    result = run("query", "remake-of", "--flim", "Pale Harbour")
    assert result.exit_code == 2
    assert "--film" in result.stderr


@pytest.mark.parametrize("command", ["query remake-of --in", "show x --in", "validate", "export turtle", "convert"])
def test_a_graph_that_is_not_there_is_named(command: str) -> None:
    target = ["out.nq"] if command == "convert" else []
    assert "gone.nq" in failed(run(*command.split(), "gone.nq", *target), 1)


@pytest.mark.parametrize("command", ["query remake-of --in", "show x --in", "validate", "export turtle", "convert"])
def test_a_file_that_is_no_rdf_is_named(command: str) -> None:
    Path("broken.ttl").write_text("what is this")
    target = ["out.nq"] if command == "convert" else []
    assert "broken.ttl" in failed(run(*command.split(), "broken.ttl", *target), 1)


def test_queries_are_listed_a_line_each() -> None:
    lines = run("query", "--list").stdout.splitlines()
    assert any(line.startswith("remake-of  ") for line in lines)
    assert len(lines) == len(list((Path(__file__).parents[2] / "queries").glob("*.rq")))


def test_the_parameters_of_a_query_are_its_options() -> None:
    result = run("query", "filmography", "--help")
    assert result.exit_code == 0
    assert "--person" in result.stdout


def test_a_query_of_ones_own_is_a_file() -> None:
    Path("mine.rq").write_text("SELECT ?name WHERE { ?film <http://schema.org/name> ?name }")
    result = run("query", "mine.rq", "--format", "csv")
    assert (result.exit_code, result.stdout.split()) == (0, ["name", "Pale", "Harbour"])
    assert run("query", "mine.rq", "--format", "json", "--in", "kg-out/graph.nq").exit_code == 0


def test_an_empty_answer_is_remarked_on_and_no_error() -> None:
    result = run("query", "remake-of", "--film", "Pale Harbor")
    assert result.exit_code == 0
    assert "did you mean Pale Harbour?" in result.stderr
    assert run("query", "remake-of").stderr == "no rows\n"


def test_show_prints_a_card_without_colours_where_there_is_no_terminal() -> None:
    result = run("show", "Pale Harbour")
    assert result.exit_code == 0
    assert "Pale Harbour" in result.stdout
    assert "\x1b" not in result.stdout


def test_validate_exits_with_one_when_a_shape_is_violated(out: Path) -> None:
    good = run("validate", str(out))
    assert good.exit_code == 0, good.output
    (out / "graph.nq").write_text(GRAPH + f'<{BASE}movie/pale-harbour-1951> <http://schema.org/duration> "an age" .\n')
    bad = run("validate", str(out), "--json")
    assert bad.exit_code == 1
    found = json.loads(bad.stdout)
    assert not found["conforms"]
    assert [f["value"] for f in found["findings"] if f["severity"] == "Violation"] == ["an age"]
