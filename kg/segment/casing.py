"""A text in small letters in; the same, no longer or shorter, with capitals where names and sentences begin, out.

Many users write without a single capital, and names are known by theirs. Which words are names, English at large tells
(`kg/lexis/lexemes.py`), and the given names that stand before surnames; titles stand alone on a line, before a year, or
behind "watched". Evidence is quoted from the text as it was.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.lexis.data import read_data
from kg.lexis.given import given_names
from kg.lexis.lexemes import UNKNOWN, lexeme
from kg.lexis.titles import YEAR
from kg.model import Span

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_FEWEST: Final = 8  # words of a line that may be in small letters where others are not
_FEW: Final = 0.04  # share of words with a capital, up to which a whole text counts as in small letters
_HEADING: Final = 6  # words of a line that stands for a title or a name as a whole
_COMMON: Final = 4  # rarity up to which a word is no name, though English writes it like one now and then
_SENTENCE: Final = re.compile(r"[.!?…]\s+\W?([^\W\d_])|\b(i)\b")
_STOP: Final = (
    r"(?:i|we|he|she|it|they|you|is|was|are|were|be|has|had|did|do|in|on|at|from|with|so|but|because|when|where|while"
    r"|again|last|that|this|as|if|which|who|about|than|like|version|remake|original|film|movie|see|saw|seen|watched|not"
    r"|just|then|also|\d{4})\b"
)
_TITULAR: Final = rf"(?!{_STOP})[\w’'&-]+"
_TITLE: Final = rf"(?P<title>(?:the\s(?:{_TITULAR}\s){{0,3}}|(?:{_TITULAR}\s){{0,2}}){_TITULAR})"
_PLACES: Final = (
    re.compile(rf"(?<![\w’'-]){_TITLE}(?=\s\(?{YEAR})"),
    re.compile(rf"\b(?:watch(?:ed|ing)?|saw|seen)\s{_TITLE}(?=\s(?:{_STOP}|and\b|for\b)|\W*$|[.,;:!?(])"),
)
_SMALL: Final = frozenset({"a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "with", "at", "from", "by"})


def cased(text: str) -> str:
    """The text with capitals in its lines that have none; as it is where it has no such lines."""
    end = prose_end(text)
    whole = _is_small(text[:end])
    lines = [Span(*m.span()) for m in _LINE.finditer(text, 0, end) if whole or _stands_out(m[0])]
    return capitalised(text, (at for line in lines for at in _capitals(text, line, whole)))


def prose_end(text: str) -> int:
    """Where the data of a page begin, which stand below its prose."""
    return min((span.start for _, span in read_data(text)), default=len(text))


def capitalised(text: str, places: Iterable[int]) -> str:
    """The text, no longer or shorter, with the letters at these places in capitals."""
    letters = list(text)
    for at in places:
        if len(capital := text[at].upper()) == 1:  # which that of "ß" is not
            letters[at] = capital
    return "".join(letters)


def _is_small(text: str) -> bool:
    """Whether a text as a whole is in small letters, but for words that it shouts."""
    words = [m[0] for m in _WORD.finditer(text) if not m[0].isupper()]
    return sum(word[0].isupper() for word in words) < _FEW * len(words)


def _stands_out(line: str) -> bool:
    return line.islower() and len(_WORD.findall(line)) >= _FEWEST


def _capitals(text: str, line: Span, whole: bool) -> Iterator[int]:
    """Where the letters of a line are that a careful writer would have written large."""
    words = [Span(*m.span()) for m in _WORD.finditer(text, line.start, line.end)]
    yield from (word.start for word in words[:1])
    yield from (m.start(m.lastindex or 0) for m in _SENTENCE.finditer(text, line.start, line.end))
    yield from (word.start for word in _names(text, words))
    if whole:
        yield from (word.start for title in _titles(text, line, words) for word in _large(text, title, words))


def _names(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """The words that are names wherever they stand, and those that others make a name."""
    yield from (word for word in words if _is_name(word.of(text)))
    for one, two in pairwise(words):
        if text[one.end : two.start] == " " and _is_full_name(one.of(text), two.of(text)):
            yield from (one, two)


def _is_name(word: str) -> bool:
    known = lexeme(word)
    return known != UNKNOWN and known.capital > 0 and (known.rarity > _COMMON or known.capital > 1)


def _is_full_name(first: str, last: str) -> bool:
    """Whether two words are somebody's: a given name and what may be a surname, or two that English does not know."""
    known = lexeme(last)
    if lexeme(first) == UNKNOWN and first.capitalize() not in given_names():
        return known == UNKNOWN or _is_name(last)
    named = first.capitalize() in given_names() and (lexeme(first).rarity > _COMMON or _is_name(first))
    return named and (known == UNKNOWN or (known.rarity > _COMMON and known.capital >= -1))


def _titles(text: str, line: Span, words: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a line that are titles by where they stand."""
    if len(words) <= _HEADING:
        yield line
    for place in _PLACES:
        yield from (Span(*m.span("title")) for m in place.finditer(text, line.start, line.end))


def _large(text: str, title: Span, words: Sequence[Span]) -> Iterator[Span]:
    """The words of a title that are written large: the first, and whichever is not one of the small ones."""
    first, end = (bisect_left(words, at, key=lambda word: word.start) for at in (title.start, title.end))
    inside = words[first:end]
    yield from (word for word in inside if word == inside[0] or word.of(text) not in _SMALL)
