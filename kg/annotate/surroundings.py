"""What stands around a place in a sentence: its words before and behind in, features for a classifier out.

`b` and `a` are the words right before and behind, one and two of them; `wb` and `wa` any of the nearest eight. Behind a
possessive ("Ruiz's new film") all are marked with `'`, for they mean something else than behind a bare name.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from kg.annotate.prose import BLOT, OTHER
from kg.lexis.names import opens_a_name
from kg.model import Span

SOMEBODY: Final = "@"  # blots the names of other people
_NEAR: Final = 8  # words that may tell something
_EDGE: Final = "<>"  # of the sentence
_WORD: Final = re.compile(rf"[A-Z](?:\.[A-Z])+\.?|\w+(?:[’'-]\w+)*|{BLOT}+|{OTHER}+|[^\w\s]")
_POSSESSIVE: Final = re.compile(r"['’]s?(?!\w)")
_YEAR_LENGTH: Final = 4


def surroundings(before: str, behind: str) -> Iterator[str]:
    """The features of a place by the words of its sentence before and behind it, with titles and names blotted out."""
    possessive = _POSSESSIVE.match(behind)
    mark = "'" if possessive else ""
    left = [_EDGE, _EDGE, *words(before)]
    right = [*words(behind[possessive.end() :] if possessive else behind), _EDGE, _EDGE]
    yield f"b={left[-1]}"
    yield f"b={left[-2]} {left[-1]}"
    yield f"a{mark}={right[0]}"
    yield f"a{mark}={right[0]} {right[1]}"
    yield f"ba{mark}={left[-1]} {right[0]}"
    yield f"ending{mark}={right[0][-3:]}"
    yield from (f"wb={word}" for word in left[2:][-_NEAR:])
    yield from (f"wa{mark}={word}" for word in right[:-2][:_NEAR])


def blotted(text: str, start: int, end: int, marks: Iterable[tuple[Span, str]]) -> str:
    """The words from `start` to `end`, with a mark in the place of each of these that is among them; in their order."""
    pieces = []
    for span, mark in marks:
        if start <= span.start and span.end <= end:
            pieces += [text[start : span.start], mark]
            start = span.end
    return "".join([*pieces, text[start:end]])


@lru_cache(maxsize=1 << 12)  # places share what stands before or behind them
def words(text: str) -> tuple[str, ...]:
    """The words and marks of a text, each without what makes it this text's own: any name as "X", any year as one."""
    return tuple(map(_plain, _WORD.findall(text)))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word without case, any name as "X", any year or other number as one."""
    if word[0] in BLOT + OTHER:
        return word[0]
    if word.isdigit():
        return "1900" if len(word) == _YEAR_LENGTH else "1"
    return "X" if word[0].isupper() and opens_a_name(word) else word.casefold()
