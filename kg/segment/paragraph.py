"""Bare paragraphs: the layout of every text that has no other."""

from typing import Final

from kg.segment.article import article
from kg.segment.layout import Layout
from kg.segment.titles import title_of

PARAGRAPH: Final = Layout("paragraph", lambda _: True, lambda lines: article(lines, title_of(lines)))
