"""Where the authors of a page's entries stand: its lines and form in, the place that most of them have out.

That is a cell of a head, or one at the foot of the text: on its line of marks, right above that or right below.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.segment.anchors import kinds_of
from kg.segment.asides import is_aside
from kg.segment.bylines import likeness
from kg.segment.cells import Cell, cells_of
from kg.segment.forms import Form
from kg.segment.lines import Line

_FOOT_WORDS: Final = 3  # most words beside the marks below a text
_NAME_WORDS: Final = 6  # of a line at the foot that holds a name

_Place = tuple[bool, int, int]  # whether at the foot, lines from the anchor or foot, cells of words from the left


@dataclass(frozen=True, slots=True)
class Signer:
    """A place of authors; `number` is that of the cell among a line's cells of words."""

    at_foot: bool
    offset: int
    number: int


def signer_of(lines: Sequence[Line], form: Form) -> Signer | None:
    """The place at which most entries have what looks like a name; None where no place has names enough."""
    scores: Counter[_Place] = Counter()
    names: dict[_Place, set[str]] = {}
    for i in range(len(form.anchors)):
        for place, cell, line in _candidates(lines, form, i):
            scores[place] += likeness(cell, line)
            names.setdefault(place, set()).add(cell.text)
    # What all have at one place is a label.
    told = {
        place: n for place, n in scores.items() if 2 * len(names[place]) >= len(form.anchors) and len(names[place]) > 1
    }
    best = max(told, key=lambda place: (told[place] * len(names[place]), -abs(place[1]), place), default=None)
    return Signer(*best) if best and told[best] > len(form.anchors) else None


def head_lines(lines: Sequence[Line], form: Form, i: int) -> Iterator[tuple[int, int]]:
    """The lines of a head with their distance from the anchor; above a text, from the first line, counted from 1."""
    anchor, start = form.anchors[i], form.starts[i]
    if not form.text_above:
        yield from ((at, at - anchor) for at in form.head(i) if at < len(lines))
        return
    for at in range(start, anchor):
        if lines[at].is_prose:
            break
        yield at, at - start + 1
    yield anchor, 0


def foot_of(lines: Sequence[Line], form: Form, i: int) -> int | None:
    """The line of marks at the foot of an entry's text, where that stands below its head."""
    first = form.anchors[i] + form.below + 1
    end = form.starts[i + 1] if i + 1 < len(form.starts) else len(lines)
    if form.text_above:
        return None
    for at in range(first, end):
        if at > first and is_foot(lines[at]):
            return at
        if lines[at].before_gap:
            break
    return None


def is_foot(line: Line) -> bool:
    """Whether a line holds marks and little else."""
    return bool(kinds_of(line)) and sum(len(cell.text.split()) for cell in worded(line)) <= _FOOT_WORDS


def worded(line: Line) -> list[Cell]:
    """The cells of a line that are words."""
    return [cell for cell in cells_of(line) if cell.kind == "words"]


def _candidates(lines: Sequence[Line], form: Form, i: int) -> Iterator[tuple[_Place, Cell, Line]]:
    for at, offset in head_lines(lines, form, i):
        for number, cell in enumerate(worded(lines[at])):
            yield (False, offset, number), cell, lines[at]
    for at, offset in _foot_lines(lines, form, i):
        for number, cell in enumerate(worded(lines[at])[:1]):
            yield (True, offset, number), cell, lines[at]


def _foot_lines(lines: Sequence[Line], form: Form, i: int) -> Iterator[tuple[int, int]]:
    """The foot and the lines beside it that may hold a name."""
    foot = foot_of(lines, form, i)
    if foot is None:
        return
    yield foot, 0
    text = form.anchors[i] + form.below + 1
    if foot - 1 > text and _may_be_name(lines[foot - 1]):
        yield foot - 1, -1
    if not lines[foot].before_gap and _may_be_name(lines[foot + 1]):
        yield foot + 1, 1


def _may_be_name(line: Line) -> bool:
    return line.words <= _NAME_WORDS and not line.is_prose and not is_aside(line)
