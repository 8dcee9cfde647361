"""Texts in, annotated pages out, for the tests of the extractors: rules alone, no model."""

import re
from functools import cache

from kg.annotate import Recogniser, annotate
from kg.model import Block, BlockKind, Document, Page, Span
from kg.segment import segment

PARAGRAPH = "paragraph"


@cache
def page_of(text: str, layout: str = PARAGRAPH) -> Page:
    """The page of a text: a paragraph a line, or a whole page that is recognised as having this layout."""
    document = Document("example.txt", text)
    if layout == PARAGRAPH:
        blocks = tuple(Block(Span(*m.span()), BlockKind.PROSE) for m in re.finditer(r"\S.*", text))
    else:
        segmentation = segment(document)
        assert segmentation.layout == layout, f"the text reads as {segmentation.layout}"
        blocks = segmentation.blocks
    page = annotate(document, layout, blocks, Recogniser())
    assert page is not None, "the text names no film"
    return page
