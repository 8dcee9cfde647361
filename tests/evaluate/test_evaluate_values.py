import re
from pathlib import Path

import pytest

from kg.evaluate.facts import Predicted, Prediction, Statement
from kg.evaluate.text2kg import triples
from kg.evaluate.text2kg.claims import labels
from kg.evaluate.text2kg.logit import Candidate, learned, likelihoods
from kg.evaluate.text2kg.values import choosing, training
from kg.evaluate.text2kg.values.evidence import Evidence, evidence
from kg.evaluate.text2kg.values.features import candidates


def known(sentence: str, *said: tuple[str, str], title: str = "Low Tide") -> Evidence:
    return evidence(Predicted("s", tuple(Prediction(Statement("", *s)) for s in said), title), sentence, title)


def features(sentence: str, label: str, value: str, *said: tuple[str, str]) -> frozenset[str]:
    return next(c.features for c in candidates(known(sentence, *said), label) if c.answer == value)


def some(*names: str) -> list[Candidate]:
    """Candidates with a feature of their own name, and "none of them" with one too."""
    return [*(Candidate(name, frozenset({name})) for name in names), Candidate("", frozenset({"none"}))]


def test_likelihoods_are_one_together_and_grow_with_weight() -> None:
    low, high, none = likelihoods(some("low", "high"), {"low": 1.0, "high": 2.0})
    assert low + high + none == pytest.approx(1)
    assert high > low > none


@pytest.mark.parametrize(
    ("weights", "values"),
    [
        ({"Ann": 4.0}, {"Ann"}),
        ({"Ann": 4.0, "Bo": 4.0, "Cy": 4.0}, {"Ann", "Bo", "Cy"}),
        ({"Ann": 4.0, "Bo": 4.0}, {"Ann", "Bo"}),
        ({"none": 3.0, "Cy": 1.5}, {"Cy"}),  # unlikely, but silence is never right
    ],
)
def test_as_many_values_as_make_f1_highest(weights: dict[str, float], values: set[str]) -> None:
    assert set(choosing.choice(some("Ann", "Bo", "Cy"), weights).values) == values


def test_nothing_is_chosen_among_nothing() -> None:
    assert choosing.choice(some(), {}) == choosing.Choice([], 0.0)


def test_all_names_of_a_list_are_governed_by_the_words_before_it() -> None:
    sentence = "Low Tide was directed by Ann Lee, Cy Park and Bo Vance for Gull."
    for name in ("Ann Lee", "Cy Park", "Bo Vance"):
        assert "director: governed by directed by" in features(sentence, "director", name)
    assert "director: governed by nothing" in features("Ann Lee made Low Tide.", "director", "Ann Lee")


def test_features_tell_what_was_extracted_and_read() -> None:
    sentence = "Low Tide, a film by Ann Lee, was shot in Bergen."
    found = features(sentence, "director", "Ann Lee", ("schema:director", "Ann Lee"))
    assert {"is schema:director", "director: is schema:director"} <= found
    assert "filming location: read narrative location" in features(sentence, "filming location", "Bergen")


def test_values_in_the_title_are_told_from_others() -> None:
    sentence = "Captain Mo of Bergen is a short film with Captain Ebb."
    found = known(sentence, title="Captain Mo of Bergen")
    told = {c.answer: c.features for c in candidates(found, "characters")}
    assert "characters: only in the title" in told[["Captain Mo", "Bergen"][0]]
    assert "characters: only in the title" not in told["Captain Ebb"]
    assert "characters: titled" in told["Captain Ebb"]


def test_no_feature_holds_a_name() -> None:
    sentence = "Low Tide stars Quillan Zorvex as Brabble in Ombrine, and Yxtor (Vellin Drax) won the Nardle Prize."
    said = (("schema:actor", "Quillan Zorvex"), ("schema:character", "Brabble"))
    told = " ".join(
        f for label in labels("kinds") for c in candidates(known(sentence, *said), label) for f in c.features
    ).casefold()
    assert not any(name in told for name in ("quillan", "zorvex", "brabble", "ombrine", "yxtor", "vellin", "nardle"))
    assert "schema:actor" in told and "governed by" in told


@pytest.mark.parametrize("path", [choosing.WEIGHTS, choosing.LABEL_WEIGHTS])
def test_the_weights_that_come_along_hold_no_names(path: Path) -> None:
    weights = learned(path)
    assert weights
    words = {word for feature in weights for word in re.findall(r"\w+", feature) if word.istitle()}
    assert words <= {"Capital", "True", "False"}


def test_a_value_is_guessed_where_nothing_was_extracted() -> None:
    found = triples(Predicted("s", (), "Low Tide"), "Low Tide was created by Ann Lee in nine days.")
    assert ("Low Tide", "director", "Ann Lee") in found


def test_the_command_writes_both_files_the_same_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = '{"id": "s%d", "sent": "Ebb is a film by %s.", "triples": [{"sub": "Ebb", "rel": "director", "obj": "%s"}]}\n'
    names = ("Ann Lee", "Bo Vance", "Cy Park", "Dana Ruiz", "Eve Moor", "Finn Hale")
    gold = tmp_path / "train.jsonl"
    gold.write_text("".join(row % (i, name, name) for i, name in enumerate(names)), encoding="utf-8")
    written = []
    for again in "12":
        monkeypatch.setattr(training, "WEIGHTS", tmp_path / f"weights{again}.json")
        monkeypatch.setattr(training, "LABEL_WEIGHTS", tmp_path / f"labels{again}.json")
        training.main([str(gold)])
        written.append([(tmp_path / f"{name}{again}.json").read_bytes() for name in ("weights", "labels")])
    assert written[0] == written[1]
    assert b'"director: governed by by"' in written[0][0]
    assert "6 labels of 6 sentences; held out, F1 of the values is 1.000" in capsys.readouterr().out
