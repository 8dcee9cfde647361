"""Casts that no heading marks as a section: lines that pair names with parts, in a row; blocks as of a cast out.

"Ana Ruiz ........ Cora", "Ana Ruiz (Cora)", "Cora - Ana Ruiz": the sign between is the same on every line, and the
cells of one side are full names for the most part, or have their form where the others can only be parts.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits.columns import are_parts
from kg.annotate.cues import credits_of_field
from kg.lexis.given import is_full_name
from kg.model import Block, BlockKind, Span

_PAIR: Final = re.compile(
    r"^[ \t]*(?:[-*•·][ \t]+)?(?P<left>[^\W\d_][^:.|▸►→\t\n]{1,60}?(?:\.[^:.|▸►→\t\n]{1,30}?){0,4}?)"
    r"(?P<sign>[ \t]*(?:\.{3,}|…|\t+)[ \t]*|[ \t]+(?:\.\.|[-–—▸►→]|as)[ \t]+|[ \t]*\|[ \t]*|:[ \t]+|[ ]{2,}"
    r"|(?P<bracket>[ \t]\((?=[^()\d\n]+\)[ \t]*$)))"
    r"(?P<right>[^\W\d_][^:|\t\n]{0,60}?)(?(bracket)\))[ \t]*$",
    re.MULTILINE,
)
_FEWEST: Final = 3  # lines that make a cast
_FEWEST_UNKNOWN: Final = 4  # of names that only their form shows
_WORDS: Final = 10  # most of a cell, and of a name
_NAME_WORDS: Final = 6
_CREW: Final = re.compile(  # of a line among them that is a credit
    r"\b(?:photograph\w*|camera|screenplay|script|story|music|songs?|based|by|effects|sound|costumes?|design\w*|edit\w+|title)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"\w{2}[.!?]$")
_PARTICLE: Final = r"(?:al|bin|d[aeiu]l?|der?|e|la|le|van|von|y)"
_NAME: Final = re.compile(rf"(?:[^\W\da-z_][\w.'’-]*|{_PARTICLE})(?:\s(?:[^\W\da-z_][\w.'’-]*|{_PARTICLE})){{1,4}}")
_ANNOUNCED: Final = re.compile(
    r"\b(?:cast|starring|actors?|performers?|players?|roles?|who(?:['’]s who| plays| was| is)|on screen)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(  # heads of lists of songs, of other films, of prices
    r"\b(?:songs?|soundtrack|tracks?|playlist|films?|movies|filmography|titles|related|similar|see also|crew|staff"
    r"|awards?|nominat\w+|versions?|lineup|schedule|reviews?|comments?|critics|ratings?)\b",
    re.IGNORECASE,
)


def bare_casts(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The lists of pairs that stand outside of `blocks` which are items or fields already."""
    taken = [block.span for block in blocks if block.kind in (BlockKind.ITEM, BlockKind.FIELD)]
    run: list[re.Match[str]] = []
    for pair in _PAIR.finditer(text):
        if not _is_pair(pair) or any(span.overlaps(Span(*pair.span())) for span in taken):
            continue
        if run and not (_kind(run[-1]) == _kind(pair) and not text[run[-1].end() : pair.start()].strip()):
            yield from _cast(text, run)
            run = []
        run.append(pair)
    yield from _cast(text, run)


def _is_pair(pair: re.Match[str]) -> bool:
    sizes = [len(pair[side].split()) for side in ("left", "right")]
    short = max(sizes) <= _WORDS and min(sizes) <= _NAME_WORDS
    return short and not _SENTENCE.search(pair["right"]) and not _CREW.search(pair["left"])


def _kind(pair: re.Match[str]) -> str:
    """What the sign between the cells is made of."""
    return pair["sign"].strip()[:1] or pair["sign"][:1]


def _cast(text: str, run: Sequence[re.Match[str]]) -> Iterator[list[Block]]:
    """The lines as items of a cast, or of one that names parts first, when one side of them names people."""
    if len(run) < _FEWEST or _OTHER.search(head := _head(text, run[0].start())):
        return
    cells = [[pair[side].strip() for pair in run] for side in ("left", "right")]
    left, right = ([is_full_name(cell) for cell in side] for side in cells)
    if _ANNOUNCED.search(head) or len(run) >= _FEWEST_UNKNOWN:
        left, right = _by_form(cells[0], cells[1], left), _by_form(cells[1], cells[0], right)
    actors, parts = (left, right) if sum(left) >= sum(right) else (right, left)
    if 2 * sum(actors) >= len(run):
        label = "Characters" if 2 * sum(left) <= sum(right) else "Cast"
        if run[0]["bracket"] and label != "Cast":  # "Low Tide (Ada Holt)" is a film
            return
        told = zip(run, actors, parts, strict=True)
        yield [_item(pair, label) for pair, actor, part in told if actor or not (part or _kind(pair) == ":")]


def _by_form(these: Sequence[str], others: Sequence[str], known: list[bool]) -> list[bool]:
    """Which cells are names: those with the form of one, where the cells beside them can only be parts."""
    named = [bool(_NAME.fullmatch(cell)) and not credits_of_field(cell) for cell in these]
    return named if sum(named) > sum(known) and 3 * sum(named) >= 2 * len(named) and are_parts(others, these) else known


def _head(text: str, start: int) -> str:
    """The line above a list."""
    above = text[max(start - 120, 0) : start].rstrip()
    return above[above.rfind("\n") + 1 :]


def _item(pair: re.Match[str], label: str) -> Block:
    return Block(Span(pair.start("left"), pair.end("right") + bool(pair["bracket"])), BlockKind.ITEM, label)
