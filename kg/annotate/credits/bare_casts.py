"""Casts that no heading announces: lines that pair names with parts, three or more in a row; blocks as of a cast out.

"Ana Ruiz ........ Cora", "Ana Ruiz: Cora", "Cora - Ana Ruiz": the sign between is the same on every line, and the cells
of one side are full names for the most part.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.lexis.given import is_full_name
from kg.model import Block, BlockKind, Span

_PAIR: Final = re.compile(
    r"^[ \t]*(?:[-*•·][ \t]+)?(?P<left>[^\W\d_][^:.|\t\n]{1,40}?(?:\.[^:.|\t\n]{1,30}?)*?)"
    r"(?P<sign>[ \t]*(?:\.{3,}|…|\t+)[ \t]*|[ \t]+(?:\.\.|[-–—]|as)[ \t]+|:[ \t]+)"
    r"(?P<right>[^\W\d_][^:|\t\n]{0,48}?)[ \t]*$",
    re.MULTILINE,
)
_FEWEST: Final = 3  # lines that make a cast
_WORDS: Final = 6  # most of a cell
_CREW: Final = re.compile(  # of a line among them that is a credit
    r"\b(?:photograph\w*|camera|screenplay|script|story|music|songs?|based|by|effects|sound|costumes?|design\w*|edit\w+|title)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"\w{2}[.!?]$")


def bare_casts(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The lists of pairs that stand outside of `blocks` which are items or fields already."""
    taken = [block.span for block in blocks if block.kind in (BlockKind.ITEM, BlockKind.FIELD)]
    run: list[re.Match[str]] = []
    for pair in _PAIR.finditer(text):
        if not _is_pair(pair) or any(span.overlaps(Span(*pair.span())) for span in taken):
            continue
        if run and not (_kind(run[-1]) == _kind(pair) and not text[run[-1].end() : pair.start()].strip()):
            yield from _cast(run)
            run = []
        run.append(pair)
    yield from _cast(run)


def _is_pair(pair: re.Match[str]) -> bool:
    short = all(len(pair[side].split()) <= _WORDS for side in ("left", "right"))
    return short and not _SENTENCE.search(pair["right"]) and not _CREW.search(pair["left"])


def _kind(pair: re.Match[str]) -> str:
    """What the sign between the cells is made of."""
    return pair["sign"].strip()[:1] or "\t"


def _cast(run: Sequence[re.Match[str]]) -> Iterator[list[Block]]:
    """The lines as items of a cast, when they are enough and one side of them names people."""
    left, right = ([is_full_name(pair[side].strip()) for pair in run] for side in ("left", "right"))
    actors, parts = (left, right) if sum(left) >= sum(right) else (right, left)
    if len(run) >= _FEWEST and 2 * sum(actors) >= len(run):
        told = zip(run, actors, parts, strict=True)
        yield [_item(pair) for pair, actor, part in told if actor or not (part or _kind(pair) == ":")]


def _item(pair: re.Match[str]) -> Block:
    return Block(Span(pair.start("left"), pair.end("right")), BlockKind.ITEM, "Cast")
