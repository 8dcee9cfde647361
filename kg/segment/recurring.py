"""Reviews as a group of lines that recurs: lines of a page in, its entries out, in whatever order the page has.

A line with marks (scores, dates) of the same kinds, over and over, is the anchor of its page's entries. The lines
around it that are no text belong to the head; what looks like a name at one place in most entries is the author.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.model import Span
from kg.segment.anchors import FEWEST, MARKS, anchors_in
from kg.segment.asides import is_aside
from kg.segment.bylines import SAID, is_labelled, likeness, name_in
from kg.segment.cells import cells_of
from kg.segment.entry import Entry
from kg.segment.forms import Form, form_of
from kg.segment.heads import Piece
from kg.segment.lines import Line
from kg.segment.reviewers import is_name, is_nobody
from kg.segment.signers import Signer, foot_of, head_lines, is_foot, signer_of, worded
from kg.segment.torn import torn

_HEADING_WORDS: Final = 8
_REVIEWS: Final = re.compile(
    r"\b(?:reviews|comments|opinions|verdicts|ratings|marks|notes|scores|said|says?)\b(?!\s(?:by|of)\b)", re.IGNORECASE
)
_WARNING: Final = re.compile(
    r"\W*(?:warning:?\s?)?(?:(?:this|the)\s(?:review|comment)\s)?(?:may\s)?(?:contains?\s)?spoilers?\W*", re.IGNORECASE
)


def recurring_entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries in the order of the text; [] where no line of marks recurs, or none of them is signed or dated.

    The parts of a page below headings that announce reviews have each their own form.
    """
    lines = torn([line for line in lines if not _WARNING.fullmatch(line.text)])
    heads = [i for i, line in enumerate(lines) if _is_heading(line)]
    parts = [lines[a:b] for a, b in pairwise([0, *heads, len(lines)])]
    by_part = [entry for part in parts for entry in _entries(part)]
    whole = _entries(lines)
    return whole if _worth(whole) > _worth(by_part) else by_part


def _is_heading(line: Line) -> bool:
    return (
        line.words <= _HEADING_WORDS and not line.is_prose and bool(_REVIEWS.search(line.text)) and not is_aside(line)
    )


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """Those that lines of marks anchor, or lines which say that a name follows, if these tell more."""
    labelled = [at for at, line in enumerate(lines) if is_labelled(line)]
    return max((_anchored(lines, anchors, labelled) for anchors in (anchors_in(lines), labelled)), key=_worth)


def _worth(entries: Sequence[Entry]) -> int:
    return sum(map(worth, entries))


def _anchored(lines: Sequence[Line], anchors: Sequence[int], labelled: Sequence[int]) -> list[Entry]:
    if len(anchors) < FEWEST:
        return []
    form = form_of(lines, anchors)
    signer = signer_of(lines, form)
    entries = [_entry(lines, form, i, signer) for i in range(len(anchors))]
    _sign(lines, form, entries, labelled)
    full = 2 * sum(bool(entry.body) for entry in entries) > len(entries)
    told = [entry for entry in entries if worth(entry) > 1 and (entry.body or "date" in entry.pieces or not full)]
    return told if 2 * len(told) > len(entries) and len(told) >= FEWEST else []


def _sign(lines: Sequence[Line], form: Form, entries: Sequence[Entry], labelled: Sequence[int]) -> None:
    """Gives entries the authors that lines call so, where most entries have such a line; a headline is none."""
    ends = [*form.starts[1:], len(lines)]
    found = [[at for at in labelled if a <= at < b] for a, b in zip(form.starts, ends, strict=True)]
    if 2 * sum(len(at) == 1 for at in found) <= len(entries):
        return
    for entry, at, end in zip(entries, found, ends, strict=True):
        if at and (cell := next((cell for cell in worded(lines[at[0]]) if likeness(cell, lines[at[0]]) == SAID), None)):
            name = name_in(cell)
            entry.pieces["author"] = Piece("author", name, name, lines[at[0]].of(name))
            below = [line for line in lines[at[0] + 1 : end] if entry.body and line.span.end <= entry.body.end]
            if entry.body and name.overlaps(entry.body) and any(line.is_prose for line in below):
                entry.body = Span(below[0].start, entry.body.end)


def worth(entry: Entry) -> int:
    """How many of author, date and score an entry has outside its text, where one would run into the other."""
    told = [entry.pieces[part].span for part in ("author", "date", "score") if part in entry.pieces]
    return sum(entry.inline or not (entry.body and span.overlaps(entry.body)) for span in told)


def _entry(lines: Sequence[Line], form: Form, i: int, signer: Signer | None) -> Entry:
    entry = Entry(recurring=True)
    anchor = form.anchors[i]
    head = dict(head_lines(lines, form, i))
    in_head = signer if signer and not signer.at_foot else None
    for at, offset in head.items():
        entry.add(_pieces(lines[at], in_head.number if in_head and in_head.offset == offset else None))
    if in_head and "author" not in entry.pieces:
        entry.add(_named([lines[at] for at in head]))
    if form.text_above:
        for at in range(form.starts[i], anchor):
            if at not in head:
                entry.take(lines[at].span)
        return entry
    end = form.starts[i + 1] if i + 1 < len(form.starts) else len(lines)
    foot = foot_of(lines, form, i) if signer and signer.at_foot else None
    for at in range(anchor + form.below + 1, end):
        if signer and foot is not None and at == foot + signer.offset:
            entry.add(_pieces(lines[at], signer.number))
        elif is_foot(lines[at]):
            entry.add(_pieces(lines[at], None))
        else:
            entry.go_on(lines, at)
    return entry


def _named(head: Sequence[Line]) -> Iterator[Piece]:
    """The author where a line of a head is but a name, although most heads have theirs at another place."""
    for line in head:
        if [cell.kind for cell in cells_of(line)] == ["words"] and is_name(line.text):
            yield Piece("author", line.span, line.span, line.text)
            return


def _pieces(line: Line, author: int | None) -> Iterator[Piece]:
    """The pieces of a line in a head; `author` is the number of the cell that names one."""
    for cell in cells_of(line):
        if cell.kind == "date":
            yield Piece("date", cell.span, cell.span)
        elif cell.kind == "percentile":
            yield Piece("percentile", cell.span)
        elif cell.kind in MARKS:
            yield Piece("score", cell.span)
    for number, cell in enumerate(worded(line)):
        if number == author:
            name = name_in(cell)
            if not is_nobody(line.of(name)):
                yield Piece("author", name, name, line.of(name))
