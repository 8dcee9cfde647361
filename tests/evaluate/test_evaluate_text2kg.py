import json
from pathlib import Path

import pytest

from kg.evaluate.facts import Predicted, Prediction, Statement
from kg.evaluate.text2kg import Sentence, Triple, read, recognises, score, triples, write

SENTENCE = Sentence("s1", "Low Tide stars Bo Vance.", (Triple("Low Tide", "cast member", "Bo Vance"),))
RIGHT = Triple("low  tide", "cast member", "Bo_Vance")
WRONG = Triple("Low Tide", "cast member", "Cy Park")
OTHER = Triple("Low Tide", "director", "Ann Lee")


def test_bench_mode_drops_relations_that_the_sentence_lacks_and_strict_mode_counts_them() -> None:
    predicted = {"s1": [RIGHT, OTHER]}
    assert score([SENTENCE], predicted).f1 == 1.0
    strict = score([SENTENCE], predicted, strict=True)
    assert (strict.precision, strict.recall) == (0.5, 1.0)
    assert strict.f1 == pytest.approx(2 / 3)


def test_scores_are_averages_over_sentences() -> None:
    other = SENTENCE._replace(id="s2")
    scores = score([SENTENCE, other], {"s1": [RIGHT, WRONG]})
    assert (scores.precision, scores.recall) == (0.25, 0.5)
    assert scores.f1 == pytest.approx((2 / 3 + 0) / 2)
    assert scores.tallies["cast member"].found == 1
    assert scores.tallies["cast member"].missed == 1
    assert scores.tallies["cast member"].false == 1


def test_files_of_the_benchmark(tmp_path: Path) -> None:
    path = tmp_path / "test.jsonl"
    rows = [
        {"id": "s1", "sent": SENTENCE.text, "triples": [{"sub": "Low Tide", "rel": "cast member", "obj": "Bo Vance"}]},
        {"id": "s2", "sent": "Without gold."},
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    assert recognises(path)
    assert read(path) == [SENTENCE, Sentence("s2", "Without gold.", ())]
    write(path, {"s1": [RIGHT]})
    assert json.loads(path.read_text()) == {
        "id": "s1",
        "triples": [{"sub": "low  tide", "rel": "cast member", "obj": "Bo_Vance"}],
    }


def adapted(sentence: str, *statements: tuple[str, str], title: str | None = "Low Tide") -> list[Triple]:
    said = tuple(Prediction(Statement("", relation, object)) for relation, object in statements)
    return triples(Predicted("s", said, title), sentence)


def test_claims_get_the_benchmarks_labels() -> None:
    found = adapted("Low Tide stars Bo Vance.", ("schema:actor", "Bo Vance"), ("schema:editor", "Cy Park"))
    assert Triple("Low Tide", "cast member", "Bo Vance") in found
    assert not any(t.object == "Cy Park" for t in found)


def test_a_label_of_which_the_weights_know_nothing_has_what_was_extracted() -> None:
    found = adapted("Low Tide cost $9 million.", ("kg:budget", "$9 million"))
    assert Triple("Low Tide", "cost", "$9 million") in found


def test_a_value_that_the_sentence_does_not_hold_word_for_word_is_left_out() -> None:
    assert adapted("Low Tide is an American film.", ("schema:countryOfOrigin", "United States")) == []


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        (["1951"], ["01 January 1951"]),
        (["1951-07-03"], ["03 July 1951"]),
        (["1951", "1951-07-03"], ["03 July 1951"]),
        (["1951-07"], ["01 January 1951"]),
    ],
)
def test_dates_are_written_as_the_benchmark_writes_them(dates: list[str], written: list[str]) -> None:
    found = adapted("…", *(("schema:datePublished", d) for d in dates))
    assert [t.object for t in found] == written


def test_a_sentence_without_a_film_gives_nothing() -> None:
    assert adapted("He stars Bo Vance.", ("schema:actor", "Bo Vance"), title=None) == []
