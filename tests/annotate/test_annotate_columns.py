"""Columns are taken apart film by film, and their headings are no titles."""

import pytest

from kg.annotate import columns
from kg.annotate.films.columns import is_column
from kg.model import Document

DIARY = """Lindhaven diary, day four

Two films today. The first was Marta Lindqvist's The Quiet Harbour, which takes a widowed pilot and a runaway through one \
winter. Jonas Hale plays the pilot. It was far too short.

The evening belonged to A House of Salt, the fourth film of the sisters Ferrer. The new film stars Petra Voss as an heiress \
who would rather not be one, and it made the whole hall laugh twice.
"""


@pytest.mark.parametrize(
    "words",
    ["Lindhaven diary, day four", "New releases in brief", "Festival dispatch", "This week's films", "Double bill"],
)
def test_a_heading_that_names_a_column(words: str) -> None:
    assert is_column(words)


@pytest.mark.parametrize(
    "words", ["The Quiet Harbour", "Diary of a Pilot", "The Day After", "Brief Words", "Dispatched"]
)
def test_a_heading_that_may_be_a_title(words: str) -> None:
    assert not is_column(words)


def test_each_film_has_its_paragraphs() -> None:
    parts = columns(Document("page", DIARY))
    assert [part.title for part in parts] == ["The Quiet Harbour", "A House of Salt"]
    assert [len(part.text) for part in parts] == [len(DIARY)] * 2
    assert "Jonas Hale" in parts[0].text
    assert "Petra Voss" not in parts[0].text
    assert parts[1].text.index("Petra Voss") == DIARY.index("Petra Voss")


def test_other_pages_are_left_alone() -> None:
    document = Document("page", DIARY.replace("Lindhaven diary, day four", "The Quiet Harbour"))
    assert columns(document) == [document]
