"""Encyclopedia pages: a title, an infobox, sections with headings, lists of people."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block
from kg.segment.article import article
from kg.segment.fields import infobox_size
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.sections import section_count
from kg.segment.titles import title_of

_FEWEST_FIELDS: Final = 2


def _recognises(lines: Sequence[Line]) -> bool:
    return section_count(lines) > 0 or infobox_size(lines) >= _FEWEST_FIELDS


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    return article(lines, title_of(lines))


ENCYCLOPEDIA: Final = Layout("encyclopedia", _recognises, _mark)
