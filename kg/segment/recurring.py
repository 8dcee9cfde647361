"""Reviews as a group of lines that recurs: lines of a page in, its entries out, in whatever order the page has.

A line with marks (scores, dates) of the same kinds, over and over, is the anchor of its page's entries. The lines
around it that are no text belong to the head; what looks like a name at one place in most heads is the author.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.segment.anchors import FEWEST, MARKS, anchors_in, kinds_of
from kg.segment.asides import is_aside
from kg.segment.bylines import likeness, name_in
from kg.segment.cells import Cell, cells_of
from kg.segment.entry import Entry
from kg.segment.forms import Form, form_of
from kg.segment.heads import Piece
from kg.segment.lines import Line
from kg.segment.torn import torn

_HEADING_WORDS: Final = 8
_TAIL_WORDS: Final = 3  # most words beside the marks below a text
_REVIEWS: Final = re.compile(
    r"\b(?:reviews|comments|opinions|verdicts|ratings|marks|notes|scores|said|says?)\b(?!\s(?:by|of)\b)", re.IGNORECASE
)
_WARNING: Final = re.compile(
    r"\W*(?:warning:?\s?)?(?:(?:this|the)\s(?:review|comment)\s)?(?:may\s)?(?:contains?\s)?spoilers?\W*", re.IGNORECASE
)

_Place = tuple[int, int]  # of a cell in a head: lines from the anchor, cells of words from the left


def recurring_entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries in the order of the text; [] where no line of marks recurs, or none of them is signed or dated.

    The parts of a page below headings that announce reviews have each their own form.
    """
    lines = torn([line for line in lines if not _WARNING.fullmatch(line.text)])
    heads = [i for i, line in enumerate(lines) if _is_heading(line)]
    parts = [lines[a:b] for a, b in pairwise([0, *heads, len(lines)])]
    by_part = [entry for part in parts for entry in _entries(part)]
    whole = _entries(lines)
    return whole if sum(map(worth, whole)) > sum(map(worth, by_part)) else by_part


def _is_heading(line: Line) -> bool:
    return (
        line.words <= _HEADING_WORDS and not line.is_prose and bool(_REVIEWS.search(line.text)) and not is_aside(line)
    )


def _entries(lines: Sequence[Line]) -> list[Entry]:
    anchors = anchors_in(lines)
    if len(anchors) < FEWEST:
        return []
    form = form_of(lines, anchors)
    author = _author_place(lines, form)
    entries = [_entry(lines, form, i, author) for i in range(len(anchors))]
    full = 2 * sum(bool(entry.body) for entry in entries) > len(entries)
    told = [entry for entry in entries if worth(entry) > 1 and (entry.body or "date" in entry.pieces or not full)]
    return told if 2 * len(told) > len(entries) and len(told) >= FEWEST else []


def worth(entry: Entry) -> int:
    """How many of author, date and score an entry has outside its text, where one would run into the other."""
    told = [entry.pieces[part].span for part in ("author", "date", "score") if part in entry.pieces]
    return sum(entry.inline or not (entry.body and span.overlaps(entry.body)) for span in told)


def _author_place(lines: Sequence[Line], form: Form) -> _Place | None:
    """The place at which most heads have what looks like a name."""
    scores: Counter[_Place] = Counter()
    names: dict[_Place, set[str]] = {}
    for i in range(len(form.anchors)):
        for at, offset in _placed(lines, form, i):
            for number, cell in enumerate(_worded(lines[at])):
                scores[offset, number] += likeness(cell, lines[at])
                names.setdefault((offset, number), set()).add(cell.text)
    # What all have at one place is a label.
    told = {
        place: n for place, n in scores.items() if 2 * len(names[place]) >= len(form.anchors) and len(names[place]) > 1
    }
    best = max(told, key=lambda place: (told[place] * len(names[place]), -abs(place[0]), place), default=None)
    return best if best and told[best] > len(form.anchors) else None


def _placed(lines: Sequence[Line], form: Form, i: int) -> Iterator[tuple[int, int]]:
    """The lines of a head with their distance from the anchor; above a text, from the first line, counted from 1."""
    anchor, start = form.anchors[i], form.starts[i]
    if not form.text_above:
        yield from ((at, at - anchor) for at in form.head(i) if at < len(lines))
        return
    yield anchor, 0
    for at in range(start, anchor):
        if lines[at].is_prose:
            return
        yield at, at - start + 1


def _worded(line: Line) -> list[Cell]:
    return [cell for cell in cells_of(line) if cell.kind == "words"]


def _entry(lines: Sequence[Line], form: Form, i: int, author: _Place | None) -> Entry:
    entry = Entry(recurring=True)
    anchor = form.anchors[i]
    head = dict(_placed(lines, form, i))
    for at, offset in head.items():
        entry.add(_pieces(lines[at], author[1] if author and author[0] == offset else None))
    if form.text_above:
        for at in range(form.starts[i], anchor):
            if at not in head:
                entry.take(lines[at].span)
        return entry
    end = form.starts[i + 1] if i + 1 < len(form.starts) else len(lines)
    for at in range(anchor + form.below + 1, end):
        if kinds_of(lines[at]) and sum(len(cell.text.split()) for cell in _worded(lines[at])) <= _TAIL_WORDS:
            entry.add(_pieces(lines[at], None))
        else:
            entry.go_on(lines, at)
    return entry


def _pieces(line: Line, author: int | None) -> Iterator[Piece]:
    """The pieces of a line in a head; `author` is the number of the cell that names one."""
    for cell in cells_of(line):
        if cell.kind == "date":
            yield Piece("date", cell.span, cell.span)
        elif cell.kind == "percentile":
            yield Piece("percentile", cell.span)
        elif cell.kind in MARKS:
            yield Piece("score", cell.span)
    for number, cell in enumerate(_worded(line)):
        if number == author:
            name = name_in(cell)
            yield Piece("author", name, name, line.of(name))
