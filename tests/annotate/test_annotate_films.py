"""The page's own film: its title and year, and pages that are about none."""

import pytest

from kg.annotate import annotate, load_recogniser
from kg.model import Document, Film
from kg.segment import segment


def film(text: str) -> Film | None:
    document = Document("d", text)
    segmentation = segment(document)
    page = annotate(document, segmentation.layout, segmentation.blocks, load_recogniser(None))
    return page.films[0] if page else None


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("Harbour Light is a 1998 Irish drama film directed by Ana Ruiz.", "Harbour Light", "1998"),
        ("Oh, Night! Book II is a 1980 comedy film.", "Oh, Night! Book II", "1980"),
        ("After Dark, My Sister is a 1990 crime film.", "After Dark, My Sister", "1990"),
        ("Directed by Ana Ruiz, Harbour Light is an Irish film of 1998.", "Harbour Light", "1998"),
        (
            "Harbour Light (1998), directed by Ana Ruiz and starring Per Vik, Ida Holm and Tom Adeyemi, is the Irish remake"
            " of the French film Le Quai.",
            "Harbour Light",
            "1998",
        ),
        ("Harbour Light (also known as The Quay) is a 1998 film.", "Harbour Light", "1998"),
        ("Ana Ruiz's The Salt Book is a 2001 film.", "The Salt Book", "2001"),
        ("Steven Brennan's Salt is a 2001 film.", "Salt", "2001"),
        ("Steven Brennan's Salt is a 2001 film directed by Ana Ruiz.", "Steven Brennan's Salt", "2001"),
        ("The Count's Second Wife is a 2001 film.", "The Count's Second Wife", "2001"),
        ("Harbour Light from 1998 is a 1998 film about a keeper.", "Harbour Light", "1998"),
        (
            "Quayside Wiki\n\nHarbour Light is a 1998 drama film directed by Ana Ruiz. Harbour Light did well.",
            "Harbour Light",
            "1998",
        ),
        ("Film » Dramas » Harbour Light\n\nHarbour Light is a 1998 film by Ana Ruiz.", "Harbour Light", "1998"),
        ("It is a 2017 horror film directed by Ana Ruiz.", "It", "2017"),
        ("= Harbour Light (1998 film) =\n\nIt was directed by Ana Ruiz.", "Harbour Light", "1998"),
        ("Edited by Ida Holm from home movies, Harbour Light is a 1998 documentary.", "Harbour Light", "1998"),
    ],
)
def test_title_and_year(text: str, title: str, year: str) -> None:
    found = film(text)
    assert found is not None
    assert (found.title, found.year) == (title, year)


def test_the_title_stands_where_it_is_said_to_stand() -> None:
    text = "Written by Per Vik, “Harbour Light” is a 1998 film."
    found = film(text)
    assert found is not None
    assert found.title_span is not None
    assert found.title_span.of(text) == found.title


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz is an Irish architect who was born in Cork in 1950.",
        "Boil the rice for ten minutes, then add salt and butter.",
        "The bridge was opened in 1932 and carries two roads over the river.",
    ],
)
def test_other_texts_are_about_no_film(text: str) -> None:
    assert film(text) is None
