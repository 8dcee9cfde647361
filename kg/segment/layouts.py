"""Every layout that is known, and the choice among them. A new one is one file beside this and one line here."""

from collections.abc import Sequence
from typing import Final

from kg.model import Block, Document
from kg.segment.capsule import CAPSULE
from kg.segment.critic import CRITIC
from kg.segment.embedded import embedded
from kg.segment.encyclopedia import ENCYCLOPEDIA
from kg.segment.layout import Layout, Segmentation
from kg.segment.lines import Line, lines_of
from kg.segment.listings import listings
from kg.segment.paragraph import PARAGRAPH
from kg.segment.rating_page import RATING_PAGE
from kg.segment.synopsis import SYNOPSIS
from kg.segment.user_reviews import USER_REVIEWS

# The first that recognises a page has it, so those with the narrowest forms come first.
LAYOUTS: Final[tuple[Layout, ...]] = (
    CAPSULE,
    RATING_PAGE,
    USER_REVIEWS,
    CRITIC,
    SYNOPSIS,
    ENCYCLOPEDIA,
    PARAGRAPH,
)


def segment(document: Document) -> Segmentation:
    """The layout of a document and its blocks in the order of the text; a document without text has no blocks.

    Layouts never see the page's structured data; lists of credits are for encyclopedias alone, whose sections they are.
    """
    data, lines = embedded(document.text, lines_of(document.text))
    layout = _layout(lines)
    listed: list[Block] = []
    if layout is not ENCYCLOPEDIA:
        listed, lines = listings(lines)
        layout = _layout(lines) if listed else layout
    return Segmentation(layout.name, tuple(sorted([*layout.mark(lines), *listed, *data], key=lambda block: block.span)))


def _layout(lines: Sequence[Line]) -> Layout:
    return next(layout for layout in LAYOUTS if layout.recognises(lines))
