"""The title that a review circles around: short invented reviews, each with the sign that gives its film away."""

import pytest

from kg.annotate.films.circling import ENOUGH_IN_REVIEW, circled_title
from kg.lexis import sentences
from kg.model import Sentence


def title(text: str) -> str | None:
    """The circled title of a review."""
    found = circled_title(text, tuple(Sentence(span, 0) for span in sentences(text)), ENOUGH_IN_REVIEW)
    return found.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I slept badly. Copper Wedding unfolds in one night, and so did mine.", "Copper Wedding"),
        ("In Ines Dahl's Copper Wedding two bakers quarrel over a spoon.", "Copper Wedding"),
        ("Ines Dahl's latest film, Copper Wedding, is a quarrel over a spoon.", "Copper Wedding"),
        ("It took Ines Dahl six years to make Copper Wedding, and it shows.", "Copper Wedding"),
        ('What is "Copper Wedding" about? A spoon.', "Copper Wedding"),
        ("Palaver was written on a train by Olaf Brenner. You can tell.", "Palaver"),
        ("Two bakers. One spoon. The Spoon of Mrs. Dahl is as long as its title.", "The Spoon of Mrs. Dahl"),
        ("Ned Voss plays a baker in Copper Wedding. Voss is fine.", "Copper Wedding"),
        ("Copper Wedding owes its spoon to Olaf Brenner's Silver Fork.", "Copper Wedding"),
        ("My kids laughed all the way through Corporal Noodle. Even the Corporal laughs.", "Corporal Noodle"),
    ],
)
def test_title(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two bakers quarrel over a spoon, and I fell asleep.",
        "Ned Voss plays a baker. Voss is fine.",
        "It opens in 1971. Nobody cares.",
    ],
)
def test_no_title(text: str) -> None:
    assert title(text) is None


def test_a_text_that_is_no_review_needs_more() -> None:
    text = "Ned Ames talks of Copper Wedding."
    assert circled_title(text, tuple(Sentence(span, 0) for span in sentences(text))) is None
