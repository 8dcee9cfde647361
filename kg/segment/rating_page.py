"""Pages of rating sites: a title block, an average, entries of date, score, rank and remark, and much boilerplate."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block
from kg.segment.entries import entries
from kg.segment.facts import facts_of
from kg.segment.figures import DATE, aggregate_at, percentile
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.preamble import preamble
from kg.segment.sections import named_sections

_RATED: Final = re.compile(rf"(?:rated|watched|reviewed)(?:\son)?:?\s{DATE}", re.IGNORECASE)
_REVIEWS: Final = re.compile(
    r"(?:\w+\s(?:&|and)\s)?(?:(?:user|member|audience|all|latest|recent|popular)\s)?(?:reviews|ratings|comments)(?:\s\(\d+\))?",
    re.IGNORECASE,
)
_FEWEST: Final = 2  # dated ratings, where no average is given
_MOST_SECTIONS: Final = 3


def _recognises(lines: Sequence[Line]) -> bool:
    average = any(aggregate_at(lines, i) for i in range(len(lines)))
    rated = sum(bool(_RATED.fullmatch(line.text)) for line in lines)
    ranked = any(percentile(line) for line in lines)
    if not average and (rated < _FEWEST or not ranked):
        return False
    return named_sections(lines) <= _MOST_SECTIONS or rated >= _FEWEST


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    found = entries(lines, _start(lines))
    yield from preamble([line for line in lines if not found or line.span.end <= found[0].start])
    for number, entry in enumerate(found, 1):
        yield from entry.blocks(number)


def _start(lines: Sequence[Line]) -> int:
    """The number of the line below the title block: its facts, the average and the heading of the reviews."""
    first = next((i for i, line in enumerate(lines) if _RATED.fullmatch(line.text)), len(lines))
    tops = [i + aggregate_at(lines, i) // 2 for i in range(first) if _ends_title_block(lines, i)]
    facts = [i for i, line in enumerate(lines[: tops[0] if tops else first]) if facts_of(line)]
    return max(tops + facts, default=-1) + 1


def _ends_title_block(lines: Sequence[Line], at: int) -> bool:
    return aggregate_at(lines, at) > 0 or bool(_REVIEWS.fullmatch(lines[at].text))


RATING_PAGE: Final = Layout("rating-page", _recognises, _mark)
