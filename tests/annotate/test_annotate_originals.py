"""Casts of other versions, in invented sentences: who had the part, and who has it now."""

import pytest

from kg.annotate import Recogniser, annotate
from kg.model import Credit, Document, Page
from kg.segment import segment

REMAKE = "Low Tide is a 1998 Irish drama film and a remake of High Water (1951). "


def page(text: str) -> Page:
    document = Document("d", text)
    segmentation = segment(document)
    made = annotate(document, segmentation.layout, segmentation.blocks, Recogniser())
    assert made is not None
    return made


def elsewhere(text: str) -> list[Credit]:
    made = page(REMAKE + text)
    return [c for c in made.credits if c.film != made.main]


@pytest.mark.parametrize(
    "text",
    [
        "It stars Per Vik as Tom Lund (originally played by Luc Roy).",
        "It stars Per Vik in the role that Luc Roy had played in the original.",
        "It stars Per Vik as Tom Lund, a part played by Luc Roy in the original.",
    ],
)
def test_the_part_is_that_of_the_actor_before(text: str) -> None:
    assert [(c.name, c.counterpart) for c in elsewhere(text)] == [("Luc Roy", "Per Vik")]


def test_a_part_that_is_taken_over() -> None:
    credits = elsewhere("Per Vik plays Tom Lund. Per Vik takes the part created by Luc Roy.")
    assert [(c.name, c.role, c.counterpart) for c in credits] == [("Luc Roy", "Tom Lund", "Per Vik")]


@pytest.mark.parametrize(
    "text",
    [
        "Per Vik takes over the part of the ferryman, which Luc Roy had played in the original.",
        "The actor who played the ferryman in the original, Luc Roy, has a cameo.",
        "Luc Roy, who had been the ferryman in the original, is its producer.",
    ],
)
def test_a_part_by_its_own_name(text: str) -> None:
    assert [(c.name, c.role) for c in elsewhere(text)] == [("Luc Roy", "ferryman")]


def test_who_had_the_part_first_is_not_in_this_film() -> None:
    made = page(REMAKE + "Per Vik plays Tom Lund, played by Luc Roy in the original.")
    assert [c.name for c in made.credits if c.film == made.main and c.relation == "actor"] == ["Per Vik"]


def test_parts_in_their_order() -> None:
    text = "Per Vik stars as Tom Lund, with Ada Holt as Eva Lund; in the original their parts were played by Luc Roy and Mia Bell."
    credits = [(c.name, c.counterpart, c.role) for c in elsewhere(text)]
    assert credits == [("Luc Roy", "Per Vik", ""), ("Mia Bell", "Ada Holt", "")]


@pytest.mark.parametrize(
    "text",
    [
        "In the Danish original the ferryman was Luc Roy.",
        "My mother swears by the old one, with Luc Roy as the nun.",
        "After the Danish version with Luc Roy you will yawn.",
        "Originally filmed in Denmark by Per Vik, with Luc Roy as the nun, the story was sold.",
        "It owes much to the 1951 film in which Luc Roy had played the nun.",
        "It was remade in 2006 as The Lamp, with Luc Roy.",
        "The French version of 2006, The Lamp, has Luc Roy in his place.",
    ],
)
def test_casts_of_other_versions(text: str) -> None:
    assert "Luc Roy" in {c.name for c in elsewhere(text) if c.relation in ("actor", "originalActor")}
    assert "Luc Roy" not in {c.name for c in page(REMAKE + text).credits if c.film == page(REMAKE + text).main}


def test_one_cast_compared_with_the_other() -> None:
    made = page(REMAKE + "Where she had Luc Roy singing in the rain, Ada Holt has the young Per Vik whistling.")
    own = {(c.relation, c.name) for c in made.credits if c.film == made.main}
    assert own == {("director", "Ada Holt"), ("actor", "Per Vik")}
    assert {(c.relation, c.name) for c in made.credits if c.film != made.main} == {("originalActor", "Luc Roy")}
