"""Whose credits they are where a text goes on about another version of its film, in invented leads."""

import pytest

from kg.annotate import Recogniser, annotate
from kg.extract import extract
from kg.model import Document, Kind
from kg.segment import segment

LEAD = "Low Tide is a 1998 Irish drama film directed by Ada Holt. "


def own(text: str) -> set[tuple[str, str]]:
    """Credit and name of everybody who is credited with the page's own film."""
    document = Document("d", LEAD + text)
    segmentation = segment(document)
    page = annotate(document, segmentation.layout, segmentation.blocks, Recogniser())
    assert page is not None
    return {(c.relation, c.name) for c in page.credits if c.film == page.films[0].thing}


@pytest.mark.parametrize(
    "told",
    [
        "The novel had been filmed before, notably in 1957 with Bo Lind as Star, by Ewan Bryce.",
        "In the earlier picture Bo Lind and Ida Krog had played the leads under Ewan Bryce's direction.",
        "The one of 1934, made at Lantern by Ewan Bryce, has Bo Lind as the pilot.",
        "An earlier film, made by Ewan Bryce in 1916 with Bo Lind as Kate, was longer.",
        "Ewan Bryce filmed the book again thirty years later with Bo Lind as the pilot.",
        "Lantern made a Danish remake, Lavvande, with Bo Lind; Ewan Bryce directed.",
        "There is a Danish remake of 2006 with Bo Lind, directed by Ewan Bryce.",
        "A Danish remake, Lavvande, followed in 2006 with Bo Lind. Ewan Bryce directed.",
        "Lantern would remake it in 2006 with Bo Lind, directed by Ewan Bryce.",
        "Ewan Bryce moved it to a moon of Saturn for Ebb, with Bo Lind as the pilot.",
        "A Danish remake, Lavvande, followed in 2006. Ewan Bryce directed that one, Bo Lind is the pilot.",
    ],
)
def test_another_versions_credits_are_not_the_films_own(told: str) -> None:
    assert own(told) == {("director", "Ada Holt")}


@pytest.mark.parametrize(
    "told",
    [
        "It is a Danish remake with Bo Lind in the lead.",
        "In the film Bo Lind plays the pilot.",
        "The story had been told before, but here Bo Lind plays the pilot.",
        "Højvande had been made in 1951; Bo Lind stars in this version.",
    ],
)
def test_the_films_own_credits_stay(told: str) -> None:
    assert ("actor", "Bo Lind") in own(told)


def test_nothing_is_stated_of_a_version_that_no_words_name() -> None:
    document = Document("d", LEAD + "An American remake of 2005, starring Bo Lind, came and went.")
    segmentation = segment(document)
    page = annotate(document, segmentation.layout, segmentation.blocks, Recogniser())
    assert page is not None
    found = {(claim.relation, str(claim.object)) for claim in extract(page).claims if claim.subject == page.main}
    assert {claim.subject.key for claim in extract(page).claims if claim.subject.kind is Kind.MOVIE} == {page.main.key}
    assert not any("2005" in told for _, told in found)
