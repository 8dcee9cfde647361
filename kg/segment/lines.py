"""A text in, its lines out, trimmed and with their places; a layout sees lines and never the bare text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from kg.model import Block, BlockKind, Span

_INVISIBLE: Final = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
_INK: Final = re.compile(rf"[^\s{_INVISIBLE}](?:.*[^\s{_INVISIBLE}])?", re.DOTALL)
_SENTENCE_END: Final = re.compile(r"[.!?…]['\"”’)\]*_]*(?:\s?\[\w+\])*$")
_SENTENCE_WITHIN: Final = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bVol)(?<!\bNo)(?<!\bJr)(?<=[a-z]{2})[.!?]\s[A-Z0-9]"
)
LINES_KEPT: Final = 4096  # what is found in a line is asked for several times; so many lines are remembered
_LONG: Final = 12  # words from which a line is prose even without a full stop


@dataclass(frozen=True)
class Line:
    """A line that holds something: `text` is `document.text[start:start + len(text)]`, without the blanks around it."""

    start: int
    text: str
    after_gap: bool = True  # an empty line, or nothing, stands before it
    before_gap: bool = True
    indent: int = 0

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.start + len(self.text))

    def part(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Where a group of a match in the line's text stands; the group must hold something."""
        return Span(self.start + match.start(group), self.start + match.end(group))

    def of(self, span: Span) -> str:
        """The words of a span that lies in the line."""
        return self.text[span.start - self.start : span.end - self.start]

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it reads like running text and not like a label, a name or a title."""
        if self.words >= _LONG or (self.words >= _LONG / 3 and self.ends_sentence):
            return True
        return self.words >= _LONG / 2 and bool(_SENTENCE_WITHIN.search(self.text)) and ":" not in self.text

    def block(self, kind: BlockKind, label: str = "", entry: int | None = None) -> Block:
        """The whole line as a block."""
        return Block(self.span, kind, label, entry)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold something, in order."""
    found = list(_inked(text))
    gaps = [True, *(later[0] - earlier[0] > 1 for earlier, later in pairwise(found)), True]
    return [Line(at, ink, gaps[i], gaps[i + 1], indent) for i, (_, at, ink, indent) in enumerate(found)]


def _inked(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Number, place, text and indent of each line that is not blank."""
    start = 0
    for number, raw in enumerate(text.splitlines(keepends=True)):
        if match := _INK.search(raw):
            yield number, start + match.start(), match[0], match.start()
        start += len(raw)
