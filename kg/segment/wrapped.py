"""Text that was broken into lines of one width in, the same text with each paragraph on one line out."""

import re
from itertools import pairwise
from typing import Final

_NARROWEST, _WIDEST = 40, 100  # characters of a line
_FEWEST: Final = 3  # line ends that show the width
_LINE: Final = re.compile(r".*\S.*")
_WORD: Final = re.compile(r"\S+")
_BEGINS: Final = re.compile(r"[^\S\n]|[-*•·|=#+>]|\d+[.)]\s")  # what is set in, marked or numbered is a line of its own


def unwrapped(text: str) -> str:
    """The text, no longer or shorter: a blank stands for each line end at which the next word had no room.

    Where most of the longer lines end for another reason, the text comes back as it is.
    """
    joints = [(a, b) for a, b in pairwise(_LINE.finditer(text)) if b.start() == a.end() + 1]
    width = max((len(line[0].rstrip()) for joint in joints for line in joint), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    ends = {a.end() for a, b in joints if _is_full(a[0], b[0], width)}
    longer = sum(len(a[0]) >= _NARROWEST for a, _ in joints)
    if len(ends) < max(_FEWEST, longer / 2):
        return text
    return "".join(" " if at in ends else letter for at, letter in enumerate(text))


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would have been too long for this one."""
    first = _WORD.search(below)
    return bool(first and not _BEGINS.match(below) and len(line.rstrip()) + 1 + len(first[0]) > width)
