"""Credits handed out by prose: one invented sentence for each way of saying who did what."""

import pytest

from kg.annotate import annotate, load_recogniser
from kg.model import Document, Page
from kg.segment import segment

LEAD = "Harbour Light is a 1998 Irish drama film. "


def page(text: str) -> Page:
    document = Document("d", text)
    segmentation = segment(document)
    made = annotate(document, segmentation.layout, segmentation.blocks, load_recogniser(None))
    assert made is not None
    return made


def credited(text: str) -> set[tuple[str, str]]:
    made = page(text)
    return {(c.relation, c.name) for c in made.credits if c.film == made.main}


def parts(text: str) -> set[tuple[str, str, str]]:
    made = page(text)
    return {(c.name, c.role, c.kind) for c in made.credits if c.film == made.main and c.relation == "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was written, produced and directed by Ana Ruiz.",
            {("screenwriter", "Ana Ruiz"), ("producer", "Ana Ruiz"), ("director", "Ana Ruiz")},
        ),
        ("It was directed and choreographed by Ana Ruiz.", {("director", "Ana Ruiz")}),
        (
            "It was directed by and starred Ana Ruiz, with Per Vik.",
            {("director", "Ana Ruiz"), ("actor", "Ana Ruiz"), ("actor", "Per Vik")},
        ),
        (
            "The screenplay was written by Per Vik and Lotte Bakker.",
            {("screenwriter", "Per Vik"), ("screenwriter", "Lotte Bakker")},
        ),
        (
            "It was co-written by Per Vik with Lotte Bakker.",
            {("screenwriter", "Per Vik"), ("screenwriter", "Lotte Bakker")},
        ),
        (
            "It has a score by Per Vik and cinematography by Ida Holm.",
            {("musicBy", "Per Vik"), ("cinematographer", "Ida Holm")},
        ),
        ("It was edited by Ida Holm from a story by Per Vik.", {("editor", "Ida Holm"), ("storyBy", "Per Vik")}),
        (
            "It was produced by Lantern Pictures and distributed by Tri-County.",
            {("productionCompany", "Lantern Pictures"), ("distributor", "Tri-County")},
        ),
        ("It marks the directorial debut of Ana Ruiz.", {("director", "Ana Ruiz")}),
        ("Ana Ruiz directed the film.", {("director", "Ana Ruiz")}),
        ("Ida Holm served as editor.", {("editor", "Ida Holm")}),
        ("It was directed by Joel and Ethan Krantz.", {("director", "Joel Krantz"), ("director", "Ethan Krantz")}),
        ("Per Vik and Ida Holm appear in supporting roles.", {("actor", "Per Vik"), ("actor", "Ida Holm")}),
        (
            "The cast includes Per Vik, Ida Holm and Tom Adeyemi.",
            {("actor", "Per Vik"), ("actor", "Ida Holm"), ("actor", "Tom Adeyemi")},
        ),
        ("It is the film debut of Per Vik.", {("actor", "Per Vik")}),
        ("Per Vik wrote the score.", {("musicBy", "Per Vik")}),
    ],
)
def test_credits(text: str, expected: set[tuple[str, str]]) -> None:
    assert credited(LEAD + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The theme song was written by Tina Marl and Rob Dyer.",
        "Its hero finds a stranger in a picture directed by Victor Crane.",
        "The choir was directed by Victor Crane.",
        "The art director was Victor Crane.",
        "It was inspired by the writer of letters Victor Crane.",
    ],
)
def test_what_gives_no_credit(text: str) -> None:
    assert credited(LEAD + text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz plays Inspector Holt.", ("Ana Ruiz", "Inspector Holt", "")),
        ("It stars Ana Ruiz as prostitute Sadie Voss.", ("Ana Ruiz", "Sadie Voss", "")),
        ("The mayor, Otto Brand, is played by Ana Ruiz.", ("Ana Ruiz", "Otto Brand", "")),
        ("It features the voices of Ana Ruiz as Tui.", ("Ana Ruiz", "Tui", "Voice")),
        ("It stars Per Vik and Ana Ruiz (uncredited).", ("Ana Ruiz", "", "Uncredited")),
        ("Ana Ruiz reprises her role as Captain James T. Brand.", ("Ana Ruiz", "Captain James T. Brand", "")),
        ("It stars Ana Ruiz as a bandleader.", ("Ana Ruiz", "bandleader", "")),
    ],
)
def test_parts(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(LEAD + text)


def test_surnames_and_brackets_get_their_full_name() -> None:
    text = (
        LEAD + "It stars Ana Ruiz and Per Vik. A widow, Nora Lee (Ruiz), meets a smuggler. Vik also produced the film."
    )
    assert ("Ana Ruiz", "Nora Lee", "") in parts(text)
    assert ("producer", "Per Vik") in credited(text)


def test_a_title_with_cue_words_gives_no_credit() -> None:
    assert credited("Written by Moonlight is a 2009 Canadian romance film directed by Ana Ruiz.") == {
        ("director", "Ana Ruiz")
    }
