import pytest

from kg.evaluate.facts import Predicted, Prediction, Statement
from kg.evaluate.text2kg import as_page, triples
from kg.evaluate.text2kg.adapter import repaired

TITLE = "Low Tide"


def read(sentence: str, *said: tuple[str, str]) -> dict[str, set[str]]:
    """The values that a sentence about Low Tide gets, by label."""
    found = triples(Predicted("s", tuple(Prediction(Statement("", *s)) for s in said), TITLE), sentence)
    assert {t.subject for t in found} <= {TITLE}
    labels = {t.relation for t in found}
    return {label: {t.object for t in found if t.relation == label} for label in labels}


@pytest.mark.parametrize(
    ("sentence", "label", "values"),
    [
        ("Low Tide is a 1951 black comedy film.", "genre", {"black comedy"}),
        ("Low Tide was released in Norway on 3 May 1951.", "country of origin", {"Norway"}),
        ("Low Tide was released in Norway on 3 May 1951.", "publication date", {"03 May 1951"}),
        ("Low Tide was released on May 3, 1951.", "publication date", {"03 May 1951"}),
        ("Low Tide is a Dutch cartoon made in 1951.", "publication date", {"01 January 1951"}),
        ("Low Tide follows two brothers in Bergen.", "narrative location", {"Bergen"}),
        ("Low Tide was the last film of Gull Pictures.", "production company", {"Gull Pictures"}),
        ("Low Tide follows a deserter of the Boer War.", "main subject", {"Boer War"}),
        ("Low Tide is about a family that lives by gambling.", "main subject", {"gambling"}),
        ("Low Tide is the third cartoon to feature Mo Otter.", "characters", {"Mo Otter"}),
        (
            "Low Tide won the Silver Gull and the Harbour Prize for Best Sound.",
            "award received",
            {"Harbour Prize for Best Sound"},
        ),
        ("Low Tide was up for a Harbour Prize and a nominee for another.", "nominated for", {"Harbour Prize"}),
        ("Low Tide is a retelling of Ann Lee's novel Ebb.", "based on", {"Ebb"}),
    ],
)
def test_what_gold_reads_into_a_sentence(sentence: str, label: str, values: set[str]) -> None:
    assert read(sentence)[label] == values


def test_nothing_is_read_into_a_relation_of_which_something_was_said() -> None:
    sentence = "Low Tide follows two brothers in Bergen, and was shot in Ostend."
    assert read(sentence, ("kg:filmingLocation", "Ostend"))["filming location"] == {"Ostend"}


def test_a_value_is_not_read_out_of_the_title_but_a_subject_may_be() -> None:
    found = triples(Predicted("s", (), None), "Gambling in Norway is a short film that was shown in Denmark.")
    said = {(t.relation, t.object) for t in found}
    assert ("country of origin", "Denmark") in said and ("country of origin", "Norway") not in said
    assert ("main subject", "Gambling") in said


def test_what_a_knowledge_base_has_besides() -> None:
    sentence = "Low Tide, directed by Ann Lee and distributed by Gull, won the Harbour Prize."
    said = [("schema:director", "Ann Lee"), ("kg:distributor", "Gull"), ("schema:award", "Harbour Prize")]
    found = read(sentence, *said)
    assert found["screenwriter"] == {"Ann Lee"}
    assert found["production company"] == {"Gull"}
    assert found["nominated for"] == {"Harbour Prize"}
    assert read(sentence, *said, ("kg:screenwriter", "Gull"))["screenwriter"] == {"Gull"}


BROKEN = "Low Tide stars LÃ©a Moss."


def test_broken_letters_are_repaired_for_reading_and_broken_again_for_comparison() -> None:
    assert as_page(BROKEN) == "Low Tide (film)\n\nLow Tide stars Léa Moss."
    assert read(BROKEN, ("schema:actor", "Léa Moss"))["cast member"] == {"LÃ©a Moss"}


@pytest.mark.parametrize("sound", ["Léa Moss", "Low Tide – a film", "王家衛"])
def test_sound_letters_stay_as_they_are(sound: str) -> None:
    assert repaired(sound) == sound
