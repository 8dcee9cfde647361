"""The headlines of a critic's piece in, the title of the film they speak of out."""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Span
from kg.segment.lines import Line
from kg.segment.markup import heading
from kg.segment.titles import WITH_YEAR, reviewed_title

_QUOTED: Final = re.compile(r"(?:^|\s)[‘“\"'](?P<title>[^‘’“”\"]{1,80})[’”\"'](?=\W|$)")
_MOST_WORDS: Final = 8
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def title_in(headlines: Sequence[Line], piece: str, *, credited: bool) -> Span | None:
    """Where the film's title stands in the lines around a piece.

    Best is a form that says so: "Title review", "Review: Title", "Title (1997)", a quoted title; then the longest line
    that the piece repeats; then, on a page with credits, a first line that is capitalised as titles are.
    """
    told = (title for line in headlines if (title := _told(line)))
    repeated = [line for line in headlines if not line.is_prose and _repeats(piece, line.text)]
    listed = [line for line in headlines[:1] if credited and _is_capitalised(line)]
    found = max(repeated, key=lambda line: len(line.text), default=None) or next(iter(listed), None)
    return next(told, found.span if found else None)


def _told(line: Line) -> Span | None:
    """The title in a headline of a form that marks it."""
    marked = heading(line)
    if marked:
        line = Line(marked.span.start, line.of(marked.span))
    if quoted := _QUOTED.search(line.text):
        return line.part(quoted, "title")
    if reviewed := reviewed_title(line):
        return reviewed
    if dated := WITH_YEAR.fullmatch(line.text):
        return line.part(dated, "title")
    return line.span if marked and marked.level == 1 else None


def _repeats(piece: str, words: str) -> bool:
    """Whether the piece holds the words of a line, which may shout what the piece writes small."""
    words = r"\s".join(re.escape(word.capitalize()) for word in words.split()) if words.isupper() else re.escape(words)
    return words[0].isupper() and re.search(rf"(?<!\w){words}(?!\w)", piece) is not None


def _is_capitalised(line: Line) -> bool:
    words = line.text.split()
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or word in _SMALL for word in words)
