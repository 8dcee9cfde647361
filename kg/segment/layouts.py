"""Every layout that is known, and the choice among them. A new one is one file beside this and one line here."""

from typing import Final

from kg.model import Document
from kg.segment.capsule import CAPSULE
from kg.segment.critic import CRITIC
from kg.segment.embedded import embedded
from kg.segment.encyclopedia import ENCYCLOPEDIA
from kg.segment.layout import Layout, Segmentation
from kg.segment.lines import lines_of
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

    Layouts never see the page's structured data.
    """
    data, lines = embedded(document.text, lines_of(document.text))
    layout = next(layout for layout in LAYOUTS if layout.recognises(lines))
    return Segmentation(layout.name, tuple(sorted([*layout.mark(lines), *data], key=lambda block: block.span)))
