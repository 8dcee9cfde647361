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
    last, left = _before(before)
    first, right = _behind(behind)
    yield from left
    yield from right
    yield f"ba{first[0]}={last} {first[1]}"


@lru_cache(maxsize=1 << 11)  # many a candidate begins or ends where another does
def _before(said: str) -> tuple[str, tuple[str, ...]]:
    """The last word of what stands before a place, and what all of it shows."""
    near = words(said)[-_NEAR:]
    before, last = (_EDGE, _EDGE, *near)[-2:]
    return last, (f"b={last}", f"b={before} {last}", *[f"wb={word}" for word in near])


@lru_cache(maxsize=1 << 11)
def _behind(said: str) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The mark and the first word of what stands behind a place, and what all of it shows."""
    possessive = _POSSESSIVE.match(said)
    mark = "'" if possessive else ""
    near = words(said[possessive.end() :] if possessive else said)[:_NEAR]
    first, behind = (*near, _EDGE, _EDGE)[:2]
    edge = f"a{mark}={first}", f"a{mark}={first} {behind}", f"ending{mark}={first[-3:]}"
    return (mark, first), (*edge, *[f"wa{mark}={word}" for word in near])


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
