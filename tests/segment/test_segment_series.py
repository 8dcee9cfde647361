"""Pages about several films are taken apart, each part at its place; pages about one are left alone."""

import pytest

from kg.model import Document
from kg.segment import series

CAPSULES = """THE QUIET HARBOUR (2004, Marta Lindqvist) A widowed pilot takes in a runaway and teaches her the weather. B+

A HOUSE OF SALT (1998, Ines Ferrer) Two sisters inherit a mine that nobody wants, and neither will say so. C
"""
HEADED = """Ten films that outlive their season

1. The Quiet Harbour (2004)
A widowed pilot takes in a runaway and teaches her to read the weather, slowly, over one winter.

2. A House of Salt (1998)
Two sisters inherit a mine that nobody wants, and neither of them will say so before the last shot.
"""
FILMOGRAPHY = """The Quiet Harbour (2004)
A House of Salt (1998)
Northern Lights (1991)
"""
ARTICLE = """The Quiet Harbour (2004)
The Quiet Harbour is a drama film about a widowed pilot who takes in a runaway and teaches her the weather.

A House of Salt (1998)
This film, by the same director, has often been called a study for The Quiet Harbour, which has its last shot.
"""


@pytest.mark.parametrize("text", [CAPSULES, HEADED])
def test_each_film_has_its_part(text: str) -> None:
    parts = series(Document("page", text))
    assert len(parts) == 2
    assert {part.id for part in parts} == {"page"}
    assert all(len(part.text) == len(text) for part in parts)
    for part, words in zip(parts, ("widowed", "sisters"), strict=True):
        assert part.text.index(words) == text.index(words)
    assert "sisters" not in parts[0].text
    assert "widowed" not in parts[1].text


@pytest.mark.parametrize("text", [FILMOGRAPHY, ARTICLE, CAPSULES.split("\n\n", maxsplit=1)[0], ""])
def test_a_page_about_one_film_is_left_alone(text: str) -> None:
    document = Document("page", text)
    assert series(document) == [document]
