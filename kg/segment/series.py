"""Pages about several films, one after the other: a document in, the document of each film's part out, at its place.

Either each part is a capsule review, or each stands below a line that holds a title with its year.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.lexis.titles import title_key
from kg.model import Document, Span
from kg.segment.capsule import head_of_capsule, is_capsule
from kg.segment.lines import Line, lines_of

_FEWEST: Final = 2
_PART_WORDS: Final = 12  # fewest below a head
_INTRODUCTION: Final = 8  # most lines above the first head


def series(document: Document) -> list[Document]:
    """The parts; the document alone where it is about one film."""
    lines = lines_of(document.text)
    starts = [i for i, line in enumerate(lines) if is_capsule(line)]
    if len(starts) < _FEWEST:
        starts = _headed(lines)
    if len(starts) < _FEWEST or starts[0] > _INTRODUCTION or not _apart(lines, starts):
        return [document]
    ends = [*(lines[at].start for at in starts[1:]), len(document.text)]
    return [document.only(_title(lines[at]).start, end) for at, end in zip(starts, ends, strict=True)]


def _headed(lines: Sequence[Line]) -> list[int]:
    """The lines that hold a title with its year and no more, each with a part of some length below it."""
    heads = [i for i, line in enumerate(lines) if (found := head_of_capsule(line)) and found.end == line.span.end]
    bounds = pairwise([*heads, len(lines)])
    return heads if all(sum(line.words for line in lines[at + 1 : end]) >= _PART_WORDS for at, end in bounds) else []


def _apart(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether each part is about a film of its own: titles differ, and none comes back to the first one."""
    titles = [lines[at].of(_title(lines[at])) for at in starts]
    others = [line.text for line in lines[starts[1] :]]
    return len({*map(title_key, titles)}) == len(titles) and not any(titles[0] in text for text in others)


def _title(line: Line) -> Span:
    head = head_of_capsule(line)
    return head.title if head else line.span
