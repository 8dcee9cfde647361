"""Books and plays that a review only brings up: text in, works with their authors out."""

import pytest

from kg.annotate.works.written import read_written
from kg.model import Kind


@pytest.mark.parametrize(
    ("text", "noun", "author", "kind"),
    [
        ("She keeps the weather of Ada Holt's novel.", "novel", "Ada Holt", Kind.BOOK),
        ("Bo Mills wrote the script from an old play by Cy Dee, and cut it.", "play", "Cy Dee", Kind.WORK),
        ("Ada Holt, who wrote the novel, hated it.", "novel", "Ada Holt", Kind.BOOK),
        ("The second half of Ada Holt's long first novel is left out.", "novel", "Ada Holt", Kind.BOOK),
    ],
)
def test_a_book_is_known_by_its_author(text: str, noun: str, author: str, kind: Kind) -> None:
    (found,) = read_written(text, 0, len(text))
    assert (found.relation, found.phrase.noun, found.phrase.kind) == ("basedOn", noun, kind)
    assert [maker.name.of(text) for maker in found.phrase.makers] == [author]


@pytest.mark.parametrize(
    "text",
    [
        "The novel had been filmed before.",
        "Ada Holt's film opens in rain.",
        "It plays like a novel, by turns slow and sad.",
    ],
)
def test_a_book_without_an_author_tells_nothing(text: str) -> None:
    assert list(read_written(text, 0, len(text))) == []
