"""The type of a layout: how its pages are known and what their parts are; and what segmenting a page gives."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Block
from kg.segment.lines import Line


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of page. `recognises` looks at the lines' form, never at names; `mark` yields blocks in any order."""

    name: str
    recognises: Callable[[Sequence[Line]], bool]
    mark: Callable[[Sequence[Line]], Iterable[Block]]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The layout of a page and its blocks, which are sorted and never overlap."""

    layout: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        for left, right in pairwise(self.blocks):
            if left.span.end > right.span.start:
                raise ValueError(f"{left} and {right} overlap or are out of order")
