"""What the readers of prose share: a text without the film's title, and which blocks tell the plot."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kg.model import Block, BlockKind, Span

BLOT: Final = "¤"
OTHER: Final = "◌"  # blots other films' titles
_LOGLINE: Final = "synopsis"  # what segment calls the prose of a page that has no headings
_MARKS_INSIDE: Final = re.compile(r"([,.])([\"”])")
_GLUED: Final = re.compile(r"\.(?<=[a-z)\]!?'][a-z)\]!?']\.)(?=[A-Z][a-z])")
_PLOT: Final = re.compile(r"\b(?:plot|synopsis|story|summary|premise|storyline)\b", re.IGNORECASE)


def without_title(text: str, title: str) -> str:
    """The text, as long as before, with the words of a title of several words blotted out wherever it stands.

    Else "Based on Nothing" would be based on something, and "A, The Long Road" would list a road among the people.
    """
    return text.replace(title, BLOT * len(title)) if " " in title else text


@lru_cache(maxsize=8)  # of a document's text and its shadow, which often are the same
def with_marks_outside(text: str) -> str:
    """The text, as long as before, with commas and stops behind quotation marks, where American usage puts them before.

    Where no blank parts two sentences ("was better.Ana Ruiz is"), a semicolon does.
    """
    return _GLUED.sub(";", _MARKS_INSIDE.sub(r"\2\1", text))


def without_others(text: str, titles: Iterable[Span]) -> str:
    """The text, as long as before, with the titles of other films blotted out: they are nobody's names."""
    for title in titles:
        text = text[: title.start] + OTHER * (title.end - title.start) + text[title.end :]
    return text


def is_plot(block: Block) -> bool:
    """Whether a block stands under a heading such as "Plot", where verbs are those of the characters."""
    return block.kind is BlockKind.PROSE and _is_of_plot(block.label)


@lru_cache(maxsize=1 << 10)
def _is_of_plot(heading: str) -> bool:
    return heading != _LOGLINE and bool(_PLOT.search(heading))
