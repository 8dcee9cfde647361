"""Several fields on one line: each a block of its own, with the prose between them."""

import pytest

from kg.model import Block, BlockKind
from kg.segment.fields import fields_at
from kg.segment.lines import lines_of


def blocks_of(text: str) -> list[Block]:
    return fields_at(lines_of(text), 0, in_lead=True)[0]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Genre: Drama | Country: Spain", {"Genre": "Drama", "Country": "Spain"}),
        (
            "Director: Ada Holt. Written by Cy Dee. Music: Di Moss. With Bo Mills, Ed Rourke",
            {"Director": "Ada Holt", "Written by": "Cy Dee", "Music": "Di Moss", "With": "Bo Mills, Ed Rourke"},
        ),
        (
            "Director: Ada Holt / Cast: Bo Mills, Di Moss / 103 min",
            {"Director": "Ada Holt", "Cast": "Bo Mills, Di Moss / 103 min"},
        ),
        (
            "Country: Japan   Type: Movie   Screenplay & Direction: Bo Mills",
            {"Country": "Japan", "Screenplay & Direction": "Bo Mills"},
        ),
    ],
)
def test_every_label_begins_a_field(text: str, fields: dict[str, str]) -> None:
    found = {block.label: block.body.of(text) for block in blocks_of(text)}
    assert {label: found[label].split("   ")[0] for label in fields} == fields


def test_prose_between_fields_stays_prose() -> None:
    text = "A ferryman sees too much and says nothing. Script: Cy Dee. It was hardly seen for years. Camera: Di Moss."
    blocks = blocks_of(text)
    assert [(b.kind, b.body.of(text)) for b in blocks] == [
        (BlockKind.PROSE, "A ferryman sees too much and says nothing."),
        (BlockKind.FIELD, "Cy Dee"),
        (BlockKind.PROSE, "It was hardly seen for years."),
        (BlockKind.FIELD, "Di Moss"),
    ]


@pytest.mark.parametrize("text", ["Directed by Ada Holt, with Bo Mills.", "She said: stay. He said: with you, always."])
def test_a_sentence_is_no_line_of_fields(text: str) -> None:
    assert all(block.kind is not BlockKind.FIELD or block.label != "With" for block in blocks_of(text))


def test_a_line_as_long_as_a_page_is_not_searched_for_more_fields() -> None:
    blocks = blocks_of("Director: Ada Holt. Music: Di Moss. " + "It rains. " * 300)
    assert "Music" not in {block.label for block in blocks}
