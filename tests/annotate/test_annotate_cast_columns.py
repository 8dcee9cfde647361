"""Lists of a cast in which parts stand below their actors, or before them."""

from kg.annotate.credits.columns import alternating, are_parts, bracketed
from kg.model import Block, BlockKind, Span


def _items(text: str) -> list[Block]:
    starts = [i for i in range(len(text)) if i == 0 or text[i - 1] == "\n"]
    return [Block(Span(at, at + len(text[at:].split("\n")[0])), BlockKind.ITEM, "Cast") for at in starts]


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(actor.span.of(text), part.of(text)) for actor, part in alternating(text, _items(text))]


def test_parts_of_one_family_below_their_actors_are_told() -> None:
    text = "Ann Lee\nMary Voss\nBo Vance\nDr. Hill\nCy Dorn\nTom Voss"
    assert _pairs(text) == [("Ann Lee", "Mary Voss"), ("Bo Vance", "Dr. Hill"), ("Cy Dorn", "Tom Voss")]


def test_as_before_every_part_tells_them() -> None:
    assert _pairs("Ann Lee\nas Mary Hill\nBo Vance\nas Tom Orr") == [("Ann Lee", "Mary Hill"), ("Bo Vance", "Tom Orr")]


def test_a_list_of_actors_alone_does_not_alternate() -> None:
    assert _pairs("Ann Lee\nBo Vance\nCy Dorn\nDee Quill") == []
    assert _pairs("Ann Lee\nMary\nBo Vance") == []


def test_parts_before_actors_are_told_by_their_form() -> None:
    assert are_parts(["Mary Voss", "Tom Voss", "Inspector"], ["Ann Lee", "Bo Vance", "Cy Dorn"])
    assert not are_parts(["Ann Lee", "Bo Vance", "Cy Dorn"], ["Mary Voss", "Tom Voss", "Inspector"])
    assert not are_parts(["Ann Lee", "Bo Vance"], ["Mary Hill", "Tom Orr"])


def test_parts_in_brackets_behind_most_names() -> None:
    text = "Ann Lee (Mary)\nBo Vance (the ferryman)\nCy Dorn (voice)\nDee Quill (Aunt May)"
    pairs = [(actor.of(text), part.of(text)) for _, actor, part in bracketed(text, _items(text))]
    assert pairs == [("Ann Lee", "Mary"), ("Bo Vance", "the ferryman"), ("Dee Quill", "Aunt May")]
    assert bracketed("Ann Lee (Mary)\nBo Vance\nCy Dorn", _items("Ann Lee (Mary)\nBo Vance\nCy Dorn")) == []
