"""Lines that each begin with who speaks and end with a mark ("Ann Lee: Slow but good. 7"): lines in, entries out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Span
from kg.segment.entry import Entry
from kg.segment.figures import SCORE
from kg.segment.heads import Piece
from kg.segment.lines import Line
from kg.segment.markup import is_field_name, is_section_name
from kg.segment.reviewers import is_name

_FEWEST: Final = 3  # voices that make a page one of reviews
_SPEAKER: Final = re.compile(  # "[ann_lee]", "Ann (Leith):", "Ann, 31, teacher:", "Ann –"
    r"(?:\[(?P<handle>\w[\w .'’&-]{0,30})\]|(?P<name>\w[\w.'’& -]{0,30}?)"
    r"(?:\s\([^()]{1,30}\)|(?:,\s[\w ]{1,20}){1,2})?(?::|\s[–—-]))\s+(?=\S)"
)
_MARK: Final = re.compile(
    r"(?:(?<=[.!?…\"”’)\]])\s+|\s(?:so|score|marks?|rating)\s)"
    r"(?P<figure>\d{1,2}(?:[.,]\d)?)(?:\s[a-z]{4,12})?[.!]?$"
)
_MARK_LENGTH: Final = 40  # code points at the end of a line in which the mark stands


def voiced_entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries in the order of the text; [] where fewer than three people speak and give marks."""
    found = [entry for line in lines for entry in _entry(line)]
    return found if len({entry.author for entry in found}) >= _FEWEST else []


def _entry(line: Line) -> Iterator[Entry]:
    speaker, ending = _SPEAKER.match(line.text), _ending(line)
    mark = line.part(ending, "figure") if ending else _mark_within(line)
    if not speaker or not mark or mark.start <= line.start + speaker.end():
        return
    group = "handle" if speaker["handle"] else "name"
    name = speaker[group]
    if not is_name(name) or is_field_name(name) or is_section_name(name):
        return
    entry = Entry(inline=True, closed=True)
    entry.add([Piece("author", line.part(speaker, group), line.part(speaker, group), name), Piece("score", mark)])
    end = ending.start() if ending else len(line.text)
    text = line.text[speaker.end() : end].rstrip()
    entry.take(Span(line.start + speaker.end(), line.start + speaker.end() + len(text)))
    yield entry


def _ending(line: Line) -> re.Match[str] | None:
    """The mark that the line ends with, behind a whole sentence."""
    return _MARK.search(line.text, max(len(line.text) - _MARK_LENGTH, 0))


def _mark_within(line: Line) -> Span | None:
    """The last mark that the line gives on a scale or in stars."""
    scores = [match for match in SCORE.finditer(line.text) if match["figure"]]
    return line.part(scores[-1], "figure") if scores else None
