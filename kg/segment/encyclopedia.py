"""Encyclopedia pages: a title, an infobox, sections with headings, lists of people."""

from collections.abc import Sequence
from typing import Final

from kg.segment.article import article, section_count
from kg.segment.fields import infobox_size
from kg.segment.layout import Layout
from kg.segment.lines import Line

_FEWEST_FIELDS: Final = 2


def _recognises(lines: Sequence[Line]) -> bool:
    return section_count(lines) > 0 or infobox_size(lines) >= _FEWEST_FIELDS


ENCYCLOPEDIA: Final = Layout("encyclopedia", _recognises, article)
