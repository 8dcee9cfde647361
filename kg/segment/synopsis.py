"""Synopsis pages: a title with its year, perhaps a poster's caption, a logline, and the story under bare headings."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block
from kg.segment.article import article
from kg.segment.fields import infobox_size
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.sections import is_definition, is_noise, section_heading
from kg.segment.titles import PLAIN_YEAR, title_of

_LARGEST_INFOBOX: Final = 3


def _recognises(lines: Sequence[Line]) -> bool:
    title = title_of(lines)
    if title is None or infobox_size(lines) > _LARGEST_INFOBOX:
        return False
    below = lines[title.line + 1 :]
    poster = bool(below) and is_noise(below[0])
    dated = bool(PLAIN_YEAR.search(lines[title.line].of(title.span)))
    return (poster or dated) and not any(is_definition(line) for line in _lead(lines, title.line + 1))


def _lead(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The lines between the title and the first heading."""
    for i in range(start, len(lines)):
        if section_heading(lines, i):
            return
        yield lines[i]


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    return article(lines, title_of(lines), logline=True)


SYNOPSIS: Final = Layout("synopsis", _recognises, _mark)
