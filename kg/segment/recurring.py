"""Reviews as a group of lines that recurs: lines of a page in, its entries out, in whatever order the page has.

A line with marks (scores, dates) of the same kinds, over and over, is the anchor of its page's entries. The lines
around it that are no text belong to the head; what looks like a name at one place in most heads is the author.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.segment.asides import is_aside
from kg.segment.bylines import likeness, name_in
from kg.segment.cells import Cell, cells_of
from kg.segment.entry import Entry
from kg.segment.facts import is_header
from kg.segment.figures import aggregate_at
from kg.segment.heads import Piece
from kg.segment.lines import Line
from kg.segment.markup import field
from kg.segment.torn import torn

_FEWEST: Final = 2  # entries that make a page one of reviews
_MOST_WORDS: Final = 18  # of a line of marks
_MOST_ABOVE: Final = 3  # lines of a head above its anchor, and below
_TITLE_WORDS: Final = 14
_HEADING_WORDS: Final = 8
_TAIL_WORDS: Final = 3  # most words beside the marks below a text
_REVIEWS: Final = re.compile(
    r"\b(?:reviews|comments|opinions|verdicts|ratings|marks|notes|scores|said|says?)\b(?!\s(?:by|of)\b)", re.IGNORECASE
)
_AVERAGE: Final = re.compile(r"\b(?:average|mean|avg|based on|points counted)\b", re.IGNORECASE)
_WARNING: Final = re.compile(
    r"\W*(?:warning:?\s?)?(?:(?:this|the)\s(?:review|comment)\s)?(?:may\s)?(?:contains?\s)?spoilers?\W*", re.IGNORECASE
)
_MARKS: Final = frozenset({"score", "date", "unit", "number", "percentile"})

_Place = tuple[int, int]  # of a cell in a head: lines from the anchor, cells of words from the left


@dataclass(frozen=True, slots=True)
class _Form:
    """How the entries of a page are made: where they begin and their heads end, as lines from the anchor."""

    anchors: Sequence[int]
    starts: Sequence[int]
    below: int
    text_above: bool


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
    anchors = _anchors(lines)
    if len(anchors) < _FEWEST:
        return []
    form = _form(lines, anchors)
    author = _author_place(lines, form)
    entries = [_entry(lines, form, i, author) for i in range(len(anchors))]
    full = 2 * sum(bool(entry.body) for entry in entries) > len(entries)
    told = [entry for entry in entries if worth(entry) > 1 and (entry.body or "date" in entry.pieces or not full)]
    return told if 2 * len(told) > len(entries) and len(told) >= _FEWEST else []


def worth(entry: Entry) -> int:
    """How many of author, date and score an entry has outside its text, where one would run into the other."""
    told = [entry.pieces[part].span for part in ("author", "date", "score") if part in entry.pieces]
    return sum(entry.inline or not (entry.body and span.overlaps(entry.body)) for span in told)


def _kinds(line: Line) -> tuple[str, ...]:
    """The kinds of marks on a line, () when it is no line of marks."""
    if line.words > _MOST_WORDS or is_aside(line) or is_header(line) or _AVERAGE.search(line.text):
        return ()
    cells = cells_of(line)
    known = field(line)
    if known and known.known and known.value and known.label.casefold() not in ("rated", "by", "author"):
        return ()
    if any(
        cell.kind == "words" and Line(0, cell.text).is_prose and len(cell.text.split()) > _TITLE_WORDS for cell in cells
    ):
        return ()
    return tuple(sorted({f"{cell.kind}{cell.unit}" for cell in cells if cell.kind in _MARKS}))


def _anchors(lines: Sequence[Line]) -> list[int]:
    """The lines of marks of that kind which recurs most, where something stands between them; the richest of equals."""
    found: dict[tuple[str, ...], list[int]] = {}
    averaged = {at + k for at in range(len(lines)) for k in range(aggregate_at(lines, at))}
    for at, line in enumerate(lines):
        if at not in averaged and (kinds := _kinds(line)):
            found.setdefault(kinds, []).append(at)
    apart = {kinds: places for kinds, places in found.items() if _are_apart(lines, kinds, places)}
    return max(apart.values(), key=lambda places: (len(places), len(_kinds(lines[places[0]])), -places[0]), default=[])


def _are_apart(lines: Sequence[Line], kinds: tuple[str, ...], places: Sequence[int]) -> bool:
    """Whether texts stand between lines, or they are a table of names and scores."""
    if len(places) < _FEWEST:
        return False
    named = all(any(cell.kind == "words" for cell in cells_of(lines[at])) for at in places)
    between = sum(b - a > 1 for a, b in pairwise(places))
    if 2 * between < len(places) - 1:
        return named and len(places) > _FEWEST and kinds != ("date",)
    texts = sum(
        any(line.is_prose for line in lines[a + 1 : b]) for a, b in zip(places, [*places[1:], len(lines)], strict=True)
    )
    return 2 * texts > len(places) - 1 and (kinds != ("number",) or named)


def _form(lines: Sequence[Line], anchors: Sequence[int]) -> _Form:
    if _stand_below(lines, anchors):
        bounds = [-1, *anchors]
        starts = [_paragraph(lines, bounds[i] + 1, at) for i, at in enumerate(anchors)]
        return _Form(anchors, starts, 0, text_above=True)
    heights = [_height(lines, at, anchors) for at in anchors]
    loose = [height for at, height in zip(anchors, heights, strict=True) if not lines[at - height].after_gap]
    most = sorted(heights[1:])[len(heights) // 2 - 1]
    least = min([*loose, most])
    starts = [
        at - (min(height, most) if lines[at - min(height, most)].after_gap else min(height, least))
        for at, height in zip(anchors, heights, strict=True)
    ]
    return _Form(anchors, starts, _depth(lines, anchors), text_above=False)


def _stand_below(lines: Sequence[Line], anchors: Sequence[int]) -> bool:
    """Whether marks stand below their texts: most of them end a paragraph, with text above in it."""
    below = [at for at in anchors if lines[at].before_gap and not lines[at].after_gap]
    texts = [at for at in below if any(line.is_prose for line in _above(lines, at))]
    return 2 * len(texts) > len(anchors)


def _above(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines above this one in its paragraph."""
    start = at
    while start > 0 and not lines[start].after_gap:
        start -= 1
    return lines[start:at]


def _paragraph(lines: Sequence[Line], first: int, at: int) -> int:
    return max(first, at - len(_above(lines, at)))


def _is_short(line: Line) -> bool:
    return not is_aside(line) and line.words <= _TITLE_WORDS and not (line.is_prose and line.text[-1:] == ".")


def _height(lines: Sequence[Line], at: int, anchors: Sequence[int]) -> int:
    """How many lines above an anchor may belong to its head."""
    height = 0
    while height < min(_MOST_ABOVE, at) and not lines[at - height].after_gap:
        if at - height - 1 in anchors or not _is_short(lines[at - height - 1]):
            break
        height += 1
    return height


def _depth(lines: Sequence[Line], anchors: Sequence[int]) -> int:
    """How many lines below most anchors belong to the head: short ones, with more below them."""
    depth = 0
    while depth < _MOST_ABOVE:
        rest = [at for at in anchors if at + depth + 2 < len(lines) and not lines[at + depth].before_gap]
        head = [at for at in rest if _goes_on(lines, at + depth + 1)]
        if 2 * len(head) <= len(anchors):
            return depth
        depth += 1
    return depth


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is no text and has something below it in its paragraph."""
    line = lines[at]
    open_ended = not line.before_gap or (lines[at + 1].is_prose and not line.ends_sentence)
    return (is_aside(line) or not line.is_prose) and open_ended and line.words <= _TITLE_WORDS


def _head(form: _Form, i: int) -> range:
    return range(form.starts[i], form.anchors[i] + form.below + 1)


def _author_place(lines: Sequence[Line], form: _Form) -> _Place | None:
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
    best = max(told, key=lambda place: (told[place], -abs(place[0]), place), default=None)
    return best if best and told[best] > len(form.anchors) else None


def _placed(lines: Sequence[Line], form: _Form, i: int) -> Iterator[tuple[int, int]]:
    """The lines of a head with their distance from the anchor; above a text, from the first line, counted from 1."""
    anchor, start = form.anchors[i], form.starts[i]
    if not form.text_above:
        yield from ((at, at - anchor) for at in _head(form, i) if at < len(lines))
        return
    yield anchor, 0
    for at in range(start, anchor):
        if lines[at].is_prose:
            return
        yield at, at - start + 1


def _worded(line: Line) -> list[Cell]:
    return [cell for cell in cells_of(line) if cell.kind == "words"]


def _entry(lines: Sequence[Line], form: _Form, i: int, author: _Place | None) -> Entry:
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
        if _kinds(lines[at]) and sum(len(cell.text.split()) for cell in _worded(lines[at])) <= _TAIL_WORDS:
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
        elif cell.kind in _MARKS:
            yield Piece("score", cell.span)
    for number, cell in enumerate(_worded(line)):
        if number == author:
            name = name_in(cell)
            yield Piece("author", name, name, line.of(name))
