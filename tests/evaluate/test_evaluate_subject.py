import re
from pathlib import Path

import pytest

from kg.evaluate.text2kg import Sentence, Triple
from kg.evaluate.text2kg.logit import learned
from kg.evaluate.text2kg.subject import choosing, subject, training
from kg.evaluate.text2kg.subject.features import features
from kg.evaluate.text2kg.subject.spans import spans


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Low Tide is a 1951 drama film directed by Ann Lee.", "Low Tide"),
        ("Marée basse (English: Low Tide) is a 1951 French film.", "Marée basse"),
        ("Low Tide, also known as Ebb, is a 1951 film.", "Low Tide"),
        ("Ebb & Flow: The Return of Mo stars Bo Vance.", "Ebb & Flow: The Return of Mo"),
        ("Salt , Sand and Stone won the Silver Gull in 1951.", "Salt , Sand and Stone"),
        ("On the Quay won three prizes.", "On the Quay"),
        ("In 1951, The Long Tide won the Silver Gull.", "The Long Tide"),
        ("Directed by Ann Lee and Cy Park, Low Tide follows a keeper of lamps.", "Low Tide"),
        ("Set in Bergen, The Long Tide tells of two brothers.", "The Long Tide"),
        ("Although Low Tide did well, its makers were ruined.", "Low Tide"),
        ("The studio's first feature, Low Tide was shot in nine days.", "Low Tide"),
        ("Vance won the Silver Gull for Best Actor for The Long Tide's role as Mo.", "The Long Tide"),
        ("The film follows two brothers through The Long Tide's winter.", "The Long Tide"),
        ("Ebb : Part One 's plot is thin.", "Ebb : Part One"),
        ("Vance was nominated for the Silver Gull Award for Best Actor for Ebb's role.", "Ebb"),
        ("Marée d'automne (English: Autumn Tide) is a 1951 French film.", "Marée d'automne"),
        ("It opened in May, where The Long Tide won the Silver Gull.", "The Long Tide"),
    ],
)
def test_the_title_that_a_sentence_speaks_of(sentence: str, title: str) -> None:
    assert subject(sentence) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "The film was directed by Ann Lee.",
        "It was released on 3 May 1951.",
        "He plays a lighthouse keeper.",
        "The story is told in three parts by an old keeper.",
        "is a 1951 drama film.",
        "",
    ],
)
def test_a_sentence_that_names_no_film(sentence: str) -> None:
    assert subject(sentence) is None


def titles(sentence: str) -> set[str]:
    return {span.title for span in spans(sentence.split())}


def test_candidates_are_the_stretches_that_are_written_as_titles_are() -> None:
    found = titles("In Ebb Mr. Mo (1951) opens when Ann Lee's boat sinks.")
    assert {"Ebb", "Ebb Mr. Mo", "Ann Lee"} <= found
    assert not any(title.endswith(("boat", "opens", "Mr.", "'s")) for title in found)


def test_a_candidate_does_not_run_into_a_bracket_behind_it() -> None:
    found = titles("Ebb (Norwegian: Fjære) is a film.")
    assert "Ebb" in found
    assert not any(title.startswith("Ebb (") for title in found)


def test_no_feature_holds_a_word_of_a_title() -> None:
    words = ["In", "Zorvex", ",", "Quillan", "met", "Brabble's", "Ombrine", "before", "Yxtor's", "premiere"]
    said = " ".join(f for span in spans(words) for f in features(words, span)).casefold()
    assert not any(name in said for name in ("zorvex", "quillan", "brabble", "ombrine", "yxtor"))
    assert "premiere" in said and "before" in said


def test_the_weights_that_come_along_hold_no_names() -> None:
    weights = learned(choosing.WEIGHTS)
    assert weights
    words = {word for feature in weights for word in re.findall(r"(?<!['’])\b\w+", feature) if word.istitle()}
    assert words == {"Capital"}


def learn(count: int) -> dict[str, float]:
    """Weights from so many sentences in which the title stands before "'s gleam" and another name before "sat"."""
    names = ["Ebb", "Low Tide", "Quay", "The Long Swell"]
    said = [(names[i % 4], f"When Bo Vance sat , {names[i % 4]}'s gleam won .") for i in range(count)]
    gold = [Sentence(str(i), text, (Triple(title, "genre", "x"),)) for i, (title, text) in enumerate(said)]
    return training.learn([training.example(sentence) for sentence in gold])


def test_weights_learn_which_words_stand_beside_a_title() -> None:
    weights = learn(24)
    assert weights["owns=gleam"] > 0 > weights["after=sat"]
    chosen = choosing.best(choosing.candidates("When Cy Park sat , Neap's gleam won ."), weights)
    assert chosen.answer == "Neap"


def test_training_gives_the_same_weights_again() -> None:
    assert learn(12) == learn(12)


def test_the_command_writes_the_weights_and_says_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "train.jsonl"
    row = '{"id": "s%d", "sent": "Ebb is a film by Bo Vance.", "triples": [{"sub": "Ebb", "rel": "genre", "obj": "x"}]}'
    gold.write_text("".join(row % i + "\n" for i in range(10)), encoding="utf-8")
    monkeypatch.setattr(training, "WEIGHTS", tmp_path / "weights.json")
    training.main([str(gold)])
    assert capsys.readouterr().out == "10 sentences, 10 hold their title; held out, 10 of these are found\n"
    assert (tmp_path / "weights.json").read_text(encoding="utf-8").startswith("{\n")
