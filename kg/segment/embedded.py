"""Structured data in a text: its lines in, a block for each thing and the lines of the page itself out."""

from bisect import bisect_right
from collections.abc import Sequence

from kg.lexis.data import read_data
from kg.model import Block, BlockKind
from kg.segment.lines import Line


def embedded(text: str, lines: Sequence[Line]) -> tuple[list[Block], list[Line]]:
    """The things that a page states in the notation of kg.lexis.data, and the lines that are none of theirs."""
    data = [Block(span, BlockKind.DATA, datum.key) for datum, span in read_data(text)]
    starts = [block.span.start for block in data]

    def is_data(line: Line) -> bool:
        i = bisect_right(starts, line.start) - 1
        return i >= 0 and line.start < data[i].span.end

    return data, [line for line in lines if not is_data(line)]
