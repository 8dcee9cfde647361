"""Pages of users' reviews: a line with rating and release, perhaps a logline, and the reviews of many hands."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block
from kg.segment.entries import entries
from kg.segment.entry import Entry
from kg.segment.facts import is_header
from kg.segment.fields import infobox_size
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.preamble import preamble
from kg.segment.reviewers import is_handle
from kg.segment.sections import is_definition, named_sections

_TOP: Final = 3  # lines among which the header stands
_FEWEST: Final = 2  # reviews, where no header says what the page is
_MOST_SECTIONS: Final = 2


def _recognises(lines: Sequence[Line]) -> bool:
    found = _entries(lines)
    if any(entry.recurring for entry in found):
        return True
    reviews = [entry for entry in found if entry.body]
    if _header(lines):
        return bool(reviews)
    told = [entry for entry in reviews if entry.inline or len(entry.pieces) > 1 or is_handle(entry.author)]
    authors = {entry.author or str(number) for number, entry in enumerate(told)}
    sections = max(_MOST_SECTIONS, len(authors) - 1)
    return len(authors) >= _FEWEST and named_sections(lines) <= sections and not _is_article(lines)


def _is_article(lines: Sequence[Line]) -> bool:
    """Whether a page has an infobox and a line that says what its film is, whose cast may look like many reviewers."""
    return infobox_size(lines) >= _FEWEST and any(map(is_definition, lines))


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    found = _entries(lines)
    yield from preamble([line for line in lines if not found or line.span.end <= found[0].start])
    for number, entry in enumerate(found, 1):
        yield from entry.blocks(number)


def _entries(lines: Sequence[Line]) -> list[Entry]:
    return entries(lines, _header(lines))


def _header(lines: Sequence[Line]) -> int:
    """How many lines the header takes from the top, 0 when there is none."""
    return next((i + 1 for i, line in enumerate(lines[:_TOP]) if is_header(line)), 0)


USER_REVIEWS: Final = Layout("user-reviews", _recognises, _mark)
