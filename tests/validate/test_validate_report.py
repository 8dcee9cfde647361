"""What `validate` promises of its report, whatever the shapes say."""

import json
import os
import random
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pyoxigraph as ox
import pytest
from shape_cases import HERE, WORLD, cases

from kg.errors import ConfigurationError
from kg.model import Finding, Report, Severity
from kg.validate import ENGINES, as_data, as_text, findings, validate
from kg.validate.engine import spoken
from kg.validate.partition import groups


def test_a_world_in_which_nothing_is_wrong_conforms():
    assert validate(_triples(WORLD)) == Report(())


def test_a_report_does_not_depend_on_the_order_of_the_triples():
    triples = _wrong_worlds()
    report = validate(triples)
    assert len(report.findings) > 100
    random.Random(7).shuffle(triples)
    assert validate(triples) == report


def test_findings_are_sorted(found):
    every = [f for findings in found.values() for f in findings]
    assert sorted(every) == sorted(set(every))
    assert list(validate(_wrong_worlds()).findings) == sorted(validate(_wrong_worlds()).findings)


def test_a_report_does_not_depend_on_how_the_graph_is_cut():
    triples = _wrong_worlds()
    whole, pieces = list(groups(spoken(triples), target=10**9)), list(groups(spoken(triples), target=60))
    assert len(whole) == 1
    assert len(pieces) > 50
    assert _findings(pieces) == _findings(whole)


def test_a_finding_names_the_triple_that_was_refused(found):
    """Every value of a plain property can be looked up; `/` and `|` stand for paths that no single triple holds."""
    stated = {(t.subject.value, t.object.value) for case in cases() for t in case.triples("bad")}
    named = [f for findings in found.values() for f in findings if f.value and not set("/|") & set(f.path)]
    assert len(named) > 100
    assert [f for f in named if not f.value.startswith("_:") and (f.focus, f.value) not in stated] == []


def test_only_violations_keep_a_graph_from_conforming():
    spelling = validate(_triples(WORLD + ":film schema:dirctor :ann ."))
    assert [f.severity for f in spelling.findings] == [Severity.WARNING]
    assert spelling.conforms
    assert not validate(_triples(WORLD + ":film schema:director :studio .")).conforms


def test_a_value_is_reported_as_it_was_written():
    report = validate(
        _triples(WORLD + ":film schema:contentRating '007'^^xsd:integer ; kg:runtimeMinutes '+01501'^^xsd:integer .")
    )
    assert {(f.path, f.value) for f in report.findings} == {
        ("schema:contentRating", "007"),
        ("kg:runtimeMinutes", "+01501"),
    }


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ('"NaN"^^xsd:decimal', "NaN"),
        ('"Infinity"^^xsd:decimal', "Infinity"),
        (f'"{"9" * 5000}"^^xsd:integer', "9" * 5000),
        ('"seven"^^xsd:integer', "seven"),
        ('"1999-02-30"^^xsd:date', "1999-02-30"),
        ('"<b>"^^rdf:XMLLiteral', "<b>"),
    ],
)
def test_a_value_that_is_none_of_its_datatype_is_reported_and_breaks_nothing(literal, text):
    marks = f":odd a schema:Rating ; schema:ratingValue {literal} ; schema:bestRating 10 ; schema:worstRating 0 ."
    report = validate(_triples(f"{WORLD}{marks} :film kg:runtimeMinutes {literal} ; schema:datePublished {literal} ."))
    refused = {(f.path, f.value) for f in report.findings if f.value}
    assert {("schema:ratingValue", text), ("kg:runtimeMinutes", text), ("schema:datePublished", text)} <= refused


def test_statements_about_statements_are_no_facts():
    quoted = ox.Triple(ox.NamedNode("http://x/a"), ox.NamedNode("http://x/b"), ox.Literal("c"))
    about = ox.Triple(ox.NamedNode("http://x/r"), ox.NamedNode("http://x/reifies"), quoted)
    assert validate([*_triples(WORLD), about]) == Report(())


def test_an_engine_sees_every_node_in_focus_once():
    class Counting:
        name = "counting"

        def __init__(self):
            self.seen = []

        def check(self, triples, focus):
            self.seen += focus
            yield Finding("x", "", "", Severity.INFO, f"{len(self.seen)}")

    engine = Counting()
    report = validate(_wrong_worlds(), engine)
    subjects = {t.subject for t in _wrong_worlds()}
    assert len(engine.seen) == len(subjects)
    assert {str(n) for n in engine.seen if not isinstance(n, ox.BlankNode)} == {
        str(s) for s in subjects if not isinstance(s, ox.BlankNode)
    }
    assert [f.severity for f in report.findings][:1] == [Severity.INFO]


def test_engines_have_names_of_their_own():
    assert ENGINES[0].name == "pyshacl"
    assert len({engine.name for engine in ENGINES}) == len(ENGINES)


def test_broken_shapes_are_not_taken_for_a_verdict(tmp_path, monkeypatch):
    from kg.validate import pyshacl_engine

    (tmp_path / "broken.ttl").write_text(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> <x:S> a sh:NodeShape ; sh:targetNode <x:n> ; "
        'sh:sparql [ sh:select "SELECT $this WHERE { VALUES ?a { 1 } }" ] .'
    )
    monkeypatch.setattr("kg.assets.folder", lambda name: tmp_path)
    pyshacl_engine._shapes.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match="VALUES"):
            validate(_triples(WORLD))
    finally:
        monkeypatch.undo()
        pyshacl_engine._shapes.cache_clear()


def test_shapes_in_their_fast_form_find_what_they_find_as_they_stand(monkeypatch):
    from kg.validate import pyshacl_engine

    triples = _wrong_worlds()
    fast = validate(triples)
    monkeypatch.setattr(pyshacl_engine, "_hoist", lambda shapes, shape: None)
    pyshacl_engine._shapes.cache_clear()
    try:
        assert validate(triples) == fast
    finally:
        pyshacl_engine._shapes.cache_clear()


def test_the_same_report_under_every_hash_seed(tmp_path):
    file = tmp_path / "wrong.nt"
    file.write_bytes(ox.serialize(_wrong_worlds()[:600], format=ox.RdfFormat.N_TRIPLES))
    program = "import sys; from kg.validate import *; print(as_text(validate_file(sys.argv[1])))"
    texts = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", program, str(file)], env=environment, capture_output=True, text=True, check=True
        )
        texts.add(run.stdout)
        assert run.stderr == "", "literals that break their datatype are reported, not logged"
    assert len(texts) == 1


def test_a_report_as_text():
    findings = (
        Finding("http://x/a", "schema:name", "A\nB", Severity.VIOLATION, "Two lines. Make it one.", source='"A B"'),
        Finding("http://x/a", "schema:name", "", Severity.WARNING, "None. Add one."),
        Finding("http://x/b", "", "", Severity.WARNING, "Odd. Look."),
    )
    assert as_text(Report(findings)) == (
        "http://x/a\n"
        "  Violation: schema:name A\\nB\n    Two lines. Make it one.\n"
        '    source: "A B"\n'
        "  Warning: schema:name\n    None. Add one.\n"
        "\n"
        "http://x/b\n  Warning\n    Odd. Look.\n"
        "\n"
        "The graph does not conform: 1 violation, 2 warnings."
    )
    assert as_text(Report()) == "The graph conforms: nothing was found wrong."


def test_a_report_as_data():
    report = validate(_triples(WORLD + ":film schema:director :studio ; schema:dirctor :ann ."))
    data = json.loads(json.dumps(as_data(report)))
    assert data["conforms"] is False
    assert data["counts"] == {"violation": 1, "warning": 1}
    assert [Finding(**{**f, "severity": Severity(f["severity"])}) for f in data["findings"]] == list(report.findings)


def test_findings_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        validate(_triples(WORLD + ":film schema:dirctor :ann .")).findings[0].focus = "http://x/else"  # type: ignore[misc]


def test_the_world_of_the_examples_holds_every_class(found):
    """Otherwise a class could lose its shape unseen."""
    from kg.model import Kind
    from kg.vocab import class_iri

    types = {t.object.value for t in _triples((HERE / "world.ttl").read_text(encoding="utf-8"))}
    assert {class_iri(kind) for kind in Kind if kind is not Kind.CONCEPT} <= types


def _triples(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def _wrong_worlds() -> list[ox.Quad]:
    """The refused examples without blank nodes, which have another name each time they are read."""
    triples = [t for case in cases() for t in case.triples("bad")]
    return [t for t in triples if not isinstance(t.object, ox.BlankNode)]


def _findings(pieces) -> list[Finding]:
    return sorted({f for group in pieces for f in ENGINES[0].check(group.triples, group.focus)})


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_a_graph_may_be_judged_in_parts_beside_what_they_point_at(engine):
    triples = _wrong_worlds()
    subjects = sorted({t.subject for t in triples}, key=str)
    parts = dict(zip(subjects, random.Random(3).choices(range(4), k=len(subjects)), strict=True))
    found = set()
    for part in range(4):
        own = [t for t in triples if parts[t.subject] == part]
        near = {t.object for t in own if not isinstance(t.object, ox.Literal)}
        beside = [t for t in triples if parts[t.subject] != part and t.subject in near]
        found |= findings(spoken(own), engine, spoken(beside))
    assert sorted(found) == list(validate(triples, engine).findings)
