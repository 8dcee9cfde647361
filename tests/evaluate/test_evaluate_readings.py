import pytest

from kg.evaluate.facts import Predicted, Prediction, Statement
from kg.evaluate.text2kg import Triple, as_page, triples
from kg.evaluate.text2kg.claims import claims
from kg.evaluate.text2kg.letters import repaired

TITLE = "Low Tide"


def read(sentence: str, *said: tuple[str, str], title: str = TITLE) -> dict[str, set[str]]:
    """The values that a sentence gets, by label, before any choice is made among them."""
    predicted = Predicted("s", tuple(Prediction(Statement("", *s)) for s in said), title)
    return {label: values for label, values in claims(predicted, sentence, title).items() if values}


@pytest.mark.parametrize(
    ("sentence", "label", "values"),
    [
        ("Low Tide is a 1951 black comedy film.", "genre", {"black comedy"}),
        ("Low Tide is a 1951 black comedy horror film.", "genre", {"comedy horror"}),
        ("Low Tide was released in Norway on 3 May 1951.", "country of origin", {"Norway"}),
        ("Low Tide was shown on Norway's Channel 3.", "country of origin", {"Norway"}),
        ("Low Tide opened on 3 May 1951 and 9 June 1952.", "publication date", {"03 May 1951", "09 June 1952"}),
        ("Low Tide was released in Norway on 3 May 1951.", "publication date", {"03 May 1951"}),
        ("Low Tide was released on May 3, 1951.", "publication date", {"03 May 1951"}),
        ("Low Tide is a Dutch cartoon made in 1951.", "publication date", {"01 January 1951"}),
        ("Low Tide follows two brothers in Bergen.", "narrative location", {"Bergen"}),
        ("In Low Tide a Lisbon baker robs a bank in Bern, Switzerland.", "narrative location", {"Lisbon", "Bern"}),
        ("Low Tide had its premiere at the Quay Film Festival.", "production company", None),
        ("Low Tide was made by Ann Lee's Gull Pictures.", "production company", {"Gull Pictures"}),
        ("Low Tide was the last film of Gull Pictures.", "production company", {"Gull Pictures"}),
        ("Low Tide follows a deserter of the Boer War.", "main subject", {"Boer War"}),
        ("Low Tide retells the sinking of the SS Ombrine.", "main subject", {"sinking of the SS Ombrine"}),
        ("Low Tide is set during the Quay Strike Crisis.", "main subject", {"Quay Strike Crisis"}),
        ("Low Tide is about a family that lives by gambling.", "main subject", {"gambling"}),
        ("Low Tide is the third cartoon to feature Mo Otter.", "characters", {"Mo Otter"}),
        ("Low Tide is a Mo Otter cartoon.", "characters", {"Mo Otter"}),
        ("Low Tide documents the life of German painter Ann Lee.", "main subject", {"Ann Lee"}),
        ("Low Tide shows interviews with the drummer Bo Vance and Cy Park.", "cast member", {"Bo Vance", "Cy Park"}),
        ("Low Tide won the Golden Bear for Best Film.", "award received", {"Golden Bear"}),
        (
            "Low Tide won the Harbour Award for Best Makeup and Hairstyling and two Quay Awards.",
            "award received",
            {"Harbour Award for Best Makeup and Hairstyling"},
        ),
        (
            "Low Tide won the Silver Gull and the Harbour Prize for Best Sound.",
            "award received",
            {"Harbour Prize for Best Sound"},
        ),
        ("Low Tide was up for a Harbour Prize and a nominee for another.", "nominated for", {"Harbour Prize"}),
        ("Low Tide is a retelling of Ann Lee's novel Ebb.", "based on", {"Ebb"}),
        ("Low Tide is loosely based on the third book of A. B. Lee's The Long Ebb.", "based on", {"The Long Ebb"}),
    ],
)
def test_what_gold_reads_into_a_sentence(sentence: str, label: str, values: set[str] | None) -> None:
    assert read(sentence).get(label) == values


def test_nothing_is_read_into_a_relation_of_which_something_was_said() -> None:
    sentence = "Low Tide follows two brothers in Bergen, and was shot in Ostend."
    assert read(sentence, ("kg:filmingLocation", "Ostend"))["filming location"] == {"Ostend"}


def test_a_value_is_not_read_out_of_the_title_but_a_subject_may_be() -> None:
    found = read("Gambling in Norway is a short film that was shown in Denmark.", title="Gambling in Norway")
    assert found["country of origin"] == {"Denmark"}
    assert found["main subject"] == {"Gambling"}


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
    said = Prediction(Statement("", "schema:actor", "Léa Moss"))
    assert Triple(TITLE, "cast member", "LÃ©a Moss") in triples(Predicted("s", (said,), TITLE), BROKEN)


@pytest.mark.parametrize("sound", ["Léa Moss", "Low Tide – a film", "王家衛"])
def test_sound_letters_stay_as_they_are(sound: str) -> None:
    assert repaired(sound) == sound
