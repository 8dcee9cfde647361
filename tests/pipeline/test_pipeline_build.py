"""A build from texts to its folder: what is in it, what is reported, and what leaves no trace in its bytes."""

import gc
import json
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OutputError, UsageError
from kg.export import OUTPUTS, PARTS, SHARDS
from kg.model import Document, Evidence, Fact, Finding, Severity, Span, Value
from kg.pipeline import Options, build
from kg.pipeline.parts.plan import _KNOWN
from kg.pipeline.report import located
from kg.pipeline.runners import Processes
from kg.vocab import BaseIri, term

FILM = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."
OTHER = "The Tin Orchard is a 1964 British comedy film directed by Nora Kilbride. It stars Ivy Marlowe."
RULES = Options(model=None)


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("texts")
    folder.mkdir()
    (folder / "harbour.txt").write_text(FILM)
    (folder / "orchard.txt").write_text(OTHER)
    return folder


def content(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def report(out: Path) -> dict[str, object]:
    return dict(json.loads((out / "report.json").read_text()))


def test_a_build_holds_its_files_and_the_facts(texts: Path) -> None:
    summary = build([str(texts)], Path("out"), RULES)
    assert set(content(Path("out"))) == set(OUTPUTS) - {SHARDS, PARTS}
    quads = set(ox.parse(path="out/graph.nq"))
    kilbride = ox.NamedNode("https://example.org/kg/person/nora-kilbride")
    directed = {q.subject.value for q in quads if (q.predicate, q.object) == (term("schema:director"), kilbride)}
    assert len(directed) == 2
    assert (summary.documents, summary.films, summary.skipped) == (2, 2, ())
    facts = {q.triple for q in quads if isinstance(q.graph_name, ox.DefaultGraph)}
    assert {t.triple for t in ox.parse(path="out/graph.ttl")} == facts
    assert {t.triple for t in ox.parse(path="out/graph.jsonld")} == facts


def test_the_bytes_depend_on_neither_order_nor_workers_nor_name(texts: Path) -> None:
    build([str(texts)], Path("out"), RULES)
    files = [str(texts / "orchard.txt"), str(texts / "harbour.txt")]
    build(files, Path("other"), Options(model=None, runner=Processes(2)))
    assert content(Path("other")) == content(Path("out"))


def test_what_is_skipped_is_reported_with_the_reason(texts: Path) -> None:
    (texts / "empty.txt").touch()
    (texts / "soup.txt").write_text("Soak the beans overnight, then boil them slowly with an onion.")
    summary = build([str(texts)], Path("out"), RULES)
    assert [(s.path, s.reason.partition(":")[0]) for s in summary.skipped] == [
        ("texts/empty.txt", "empty"),
        ("texts/soup.txt", "no film is described in it"),
    ]
    assert report(Path("out"))["skipped"] == [{"path": s.path, "reason": s.reason} for s in summary.skipped]
    assert summary.documents == 2


def test_the_base_begins_every_iri(texts: Path) -> None:
    build([str(texts)], Path("out"), Options(BaseIri("https://films.test/id/"), None))
    assert report(Path("out"))["base"] == "https://films.test/id/"
    assert b"example.org" not in (Path("out") / "graph.nq").read_bytes()
    assert b"@prefix movie: <https://films.test/id/movie/> ." in (Path("out") / "graph.ttl").read_bytes()


def test_statements_of_little_confidence_are_left_out(texts: Path) -> None:
    everything = build([str(texts)], Path("out"), RULES)
    nothing = build([str(texts)], Path("out"), Options(model=None, min_confidence=1.0))
    assert everything.statements > nothing.statements


def test_a_wrong_path_leaves_the_old_build(texts: Path) -> None:
    build([str(texts)], Path("out"), RULES)
    before = content(Path("out"))
    with pytest.raises(UsageError, match="nowhere"):
        build(["nowhere"], Path("out"), RULES)
    assert content(Path("out")) == before


def test_a_folder_without_a_build_is_not_overwritten(texts: Path) -> None:
    with pytest.raises(OutputError, match=r"no report\.json"):
        build([str(texts)], texts, RULES)
    assert set(content(texts)) == {"harbour.txt", "orchard.txt"}


@pytest.mark.parametrize("path", ["texts", "nowhere"])
def test_a_build_leaves_nothing_behind_in_memory(texts: Path, path: str) -> None:
    usual, frozen = gc.get_threshold(), gc.get_freeze_count()
    with suppress(UsageError):
        build([path], Path("out"), RULES)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (usual, frozen)
    assert not _KNOWN


def test_every_step_is_told(texts: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build([str(texts)], Path("out"), RULES, lambda *step: told.append(step))
    assert [(stage, done) for stage, done, _ in told if stage == "studying"] == [("studying", 1), ("studying", 2)]
    assert list(dict.fromkeys(stage for stage, *_ in told)) == [
        "reading",
        "studying",
        "resolving",
        "sharing out",
        "merging",
        "validating",
        "writing",
        "joining",
    ]


def test_a_finding_is_given_the_sentence_behind_it() -> None:
    text = "A quiet film.\nIt opened in March. It runs for 9,000 minutes, and no one left. So they say."
    document = Document("d.txt", text)
    span = Span(text.index("9,000"), text.index(", and"))
    evidence = Evidence.quoting(document, span, "duration.prose", 0.9)
    fact = Fact("x:film", "kg:runtimeMinutes", Value("9000"), (evidence,))
    finding = Finding("x:film", "kg:runtimeMinutes", "9000", Severity.VIOLATION, "too long")
    elsewhere = Finding("x:other", "kg:runtimeMinutes", "9000", Severity.VIOLATION, "too long")
    found = located([(finding, [fact]), (elsewhere, [])], {document.id: document.text}.__getitem__)
    assert [f.source for f in found] == [
        f"d.txt#char={span.start},{span.end}: It runs for 9,000 minutes, and no one left.",
        "",
    ]
