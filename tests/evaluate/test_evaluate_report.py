import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kg.evaluate.evaluation import Evaluation, of_benchmark, of_scores
from kg.evaluate.facts import Flag, GoldDocument, GoldFact, Predicted, Prediction, Statement
from kg.evaluate.page import as_html
from kg.evaluate.report import as_text
from kg.evaluate.scoring import score
from kg.evaluate.text2kg import Sentence, Triple
from kg.evaluate.text2kg import score as benchmark_score

TEXT = "Ann Lee made Low Tide.\nBo Vance wrote it. Cy Park lent a <boat>."
GOLD = GoldDocument(
    "a",
    (
        GoldFact(Statement("", "schema:director", "Ann Lee")),
        GoldFact(Statement("", "kg:screenwriter", "Bo Vance")),
        GoldFact(Statement("", "schema:director", "Di Moss")),
    ),
    frozenset({"schema:director", "kg:screenwriter"}),
    TEXT,
)
SAID = (
    Prediction(Statement("", "schema:director", "Ann Lee"), 0.95, "director.prose", "Ann Lee"),
    Prediction(Statement("", "kg:screenwriter", "Cy Park"), 0.85, "writer.prose", "Cy Park lent a <boat>"),
)


def evaluated() -> Evaluation:
    return of_scores("gold & co.jsonl", score([GOLD], {"a": Predicted("a", SAID)}))


def test_the_table_has_each_relation_and_all_of_them() -> None:
    lines = as_text(evaluated()).splitlines()
    assert lines[0] == "gold & co.jsonl: 1 documents"
    assert any(line.split()[:2] == ["schema:director", "1.000"] for line in lines)
    assert any(line.startswith("in all") and "0.500 [0.095, 0.905]" in line for line in lines)
    assert any(line.startswith("expected calibration error 0.450") for line in lines)
    assert sum("–1.0 " in line or "–0." in line for line in lines) == 10


def test_mistakes_come_with_their_sentences_up_to_the_number_asked_for() -> None:
    text = as_text(evaluated(), errors=1)
    assert "  kg:screenwriter  Cy Park  [a, writer.prose]\n      Cy Park lent a <boat>.\n" in text
    assert "missed: 1 of 2\n  kg:screenwriter  Bo Vance  [a]\n      Bo Vance wrote it.\n" in text
    assert "Di Moss" not in text
    assert "false:" not in as_text(evaluated())


def test_json_has_intervals_bins_and_mistakes() -> None:
    data = json.loads(json.dumps(evaluated().as_json(errors=10)))
    assert data["relations"]["schema:director"]["recall"]["value"] == 0.5
    assert data["all"]["found"] == 1 and data["all"]["precision"]["low"] < 0.5
    assert len(data["calibration"]["bins"]) == 10
    assert [m["fact"] for m in data["mistakes"]] == ["Cy Park", "Bo Vance", "Di Moss"]
    assert data["mistakes"][0]["rule"] == "writer.prose"
    assert [m["fact"] for m in evaluated().as_json(errors=1)["mistakes"]] == ["Cy Park", "Bo Vance"]
    assert data["averages"] == {}
    assert data["rules"] == {"director.prose": {"right": 1, "false": 0}, "writer.prose": {"right": 0, "false": 1}}


def test_where_gold_lists_false_facts_the_share_that_was_stated_is_given() -> None:
    listed = [GoldFact(Statement("", "kg:screenwriter", name), Flag.FALSE) for name in ("Cy Park", "Di Moss")]
    documents = [replace(GOLD, facts=(*GOLD.facts, *listed)), replace(GOLD, id="b")]
    evaluation = of_scores("traps.toml", score(documents, {"a": Predicted("a", SAID), "b": Predicted("b", SAID[:1])}))
    assert evaluation.averages == {"listed false facts stated": 0.5, "documents with a false fact": 0.5}


def test_confidence_is_not_measured_on_relations_of_which_gold_is_incomplete() -> None:
    gold = replace(GOLD, incomplete=frozenset({"kg:screenwriter"}))
    evaluation = of_scores("leads.jsonl", score([gold], {"a": Predicted("a", SAID)}))
    assert evaluation.rules == {"director.prose": (1, 0)}
    assert evaluation.calibration_error == pytest.approx(0.05)
    assert evaluation.tallies["kg:screenwriter"].false == 1


class Outline(HTMLParser):
    """Elements, and every attribute that would load something."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.loads += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "xlink:href", "onload")]


def test_the_page_is_self_contained_and_escapes_what_it_shows() -> None:
    html = as_html(evaluated(), errors=5)
    page = Outline()
    page.feed(html)
    assert page.loads == [] and "script" not in page.elements and "boat" not in page.elements
    assert page.elements.count("svg") == 2
    assert page.elements.count("rect") == 4  # precision and recall of two relations
    assert "gold &amp; co.jsonl" in html and "&lt;boat&gt;" in html


def test_benchmark_sentences_are_shown_with_both_modes() -> None:
    sentence = Sentence("s1", "Low Tide stars Bo Vance.", (Triple("Low Tide", "cast member", "Bo Vance"),))
    predicted = {"s1": [Triple("Low Tide", "cast member", "Cy Park"), Triple("Low Tide", "director", "Cy Park")]}
    bench, strict = (benchmark_score([sentence], predicted, strict=mode) for mode in (False, True))
    text = as_text(of_benchmark("test.jsonl", bench, strict), errors=5)
    assert "bench f1" in text and "strict f1" in text
    assert "  cast member  Low Tide → Bo Vance  [s1]\n      Low Tide stars Bo Vance.\n" in text
    assert "expected calibration error" not in text
