"""Classifiers: features in, probabilities out."""

from itertools import permutations
from math import exp
from pathlib import Path

import pytest

from kg.learned import Classifier, classifier
from training import fitting
from training.fitting import Example

RAIN = Classifier(("dry", "wet"), (100, 0), {"clouds": (0, 1500), "swallows": (0, -250)})


def test_probabilities_are_those_of_the_summed_weights() -> None:
    chances = RAIN.probabilities(["clouds", "swallows", "never seen"])
    assert sum(chances.values()) == pytest.approx(1)
    assert chances["wet"] == pytest.approx(1 / (1 + exp(0.1 - 1.25)))


def test_no_order_of_features_changes_a_bit() -> None:
    weights = {name: (0, weight) for name, weight in zip("abcde", (1, 333, -77, 1013, 5), strict=True)}
    many = Classifier(("dry", "wet"), (7, 0), weights)
    assert len({many.probabilities(order)["wet"] for order in permutations("abcde")}) == 1


@pytest.mark.parametrize("name", ["parts", "people", "ties", "titles"])
def test_every_file_of_weights_has_a_weight_for_each_class(name: str) -> None:
    known = classifier(name)
    assert len(known.bias) == len(known.classes)
    assert {len(row) for row in known.weights.values()} == {len(known.classes)}
    assert list(known.weights) == sorted(known.weights)


def examples(text: str) -> list[Example]:
    return [
        Example(text, "the gate", frozenset(["rust", "hinge"]), "door"),
        Example(text, "the pane", frozenset(["glass", "hinge"]), "window"),
        Example(text, "the leaf", frozenset(["green"]), "none"),
    ]


LESSONS = [example for number in range(12) for example in examples(f"text {number}")]


def test_what_examples_show_is_learnt_and_written_as_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt = fitting.fit(LESSONS)
    assert max(chances := learnt.probabilities(["glass", "hinge"]), key=lambda label: chances[label]) == "window"
    fitting.write(learnt, tmp_path / "openings.json")
    monkeypatch.setattr("kg.learned.linear.Path", lambda _: tmp_path / "linear.py")
    assert classifier("openings") == learnt


def test_no_text_is_judged_by_weights_that_have_seen_it() -> None:
    told = [e._replace(features=e.features | {f"only in {e.text}"}, label=e.text) for e in LESSONS]
    for example, chances in fitting.held_out(told):
        assert example.label not in chances


def test_the_table_counts_what_rules_and_weights_find() -> None:
    judged = [
        (LESSONS[0]._replace(stated=frozenset(["door"])), {"door": 0.2}),
        (LESSONS[3], {"door": 0.95}),
        (LESSONS[4], {"door": 0.55}),
    ]
    head, *lines = fitting.table(judged, ["door"])
    assert head == "door: 2 in gold; rules P 1.000 R 0.500"
    assert lines[-1] == "  0.9  alone P 1.000 R 0.500  with rules P 1.000 R 1.000"
    assert lines[2] == "  0.5  alone P 0.500 R 0.500  with rules P 0.667 R 1.000"
