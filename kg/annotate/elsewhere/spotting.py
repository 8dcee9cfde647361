"""Whatever a sentence may call a film: its capitalised and marked stretches and the parts of them out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.names import opens_a_name
from kg.lexis.titles import QUOTED, YEAR, unquoted
from kg.model import Span

MARKS: Final = "\"“”‘’'*_"
_WORD: Final = rf"(?:{UPPER}(?:[\w’‘'-]|\.(?=\w))*[!?]?|(?:Mr|Mrs|Ms|Dr|St|Vol)\.|\d+(?:[:.]\d+)?(?:st|nd|rd|th)?)"
_SMALL: Final = (
    r"(?:of|the|a|an|and|or|in|on|at|to|for|from|with|by|is|it|vs\.?|&|de|la|le|les|du|des|di|del|della|il|lo|der|die"
    r"|das|und|im|el|los|las|y|en|et|aux|au|into|upon|no|not|who|that|my|your|his|her|me|you)"
)
_GAP: Final = r"(?:[:,]?[ ]|/|[ ][-–—&+][ ])"
_RUN: Final = re.compile(rf"(?<![\w’'-]){_WORD}(?:{_GAP}(?:{_SMALL}[ ]){{0,3}}{_WORD})*")
_BIG: Final = re.compile(rf"(?<![\w’'-]){_WORD}")
OWNS: Final = re.compile(r"['’]s?$")
_QUOTED: Final = re.compile(QUOTED)
_YEAR: Final = re.compile(YEAR)
_MOST_WORDS: Final = 9  # of a marked stretch
_MOST_BIG: Final = 6  # capitalised words of another
_MOST_COMMAS: Final = 2


def spotted(text: str, start: int, end: int) -> list[Span]:
    """The stretches of a sentence that may be titles; they overlap."""
    return sorted(s for s in {*_marked(text, start, end), *_runs(text, start, end)} if _may_be(text, s))


def _marked(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, start, end):
        inner = unquoted(text, Span(*match.span()))
        if len(inner.of(text).split()) <= _MOST_WORDS:
            yield inner


def _runs(text: str, start: int, end: int) -> Iterator[Span]:
    """Every part of a run of capitalised words; one that owns what follows also without its "'s"."""
    for run in _RUN.finditer(text, start, end):
        big = [Span(*m.span()) for m in _BIG.finditer(text, *run.span())]
        for i, first in enumerate(big):
            for last in big[i : i + _MOST_BIG]:
                span = Span(first.start, last.end)
                if span.of(text).count(",") > _MOST_COMMAS:
                    break
                yield span
                if owner := OWNS.search(last.of(text)):
                    yield Span(first.start, last.start + owner.start())


def _may_be(text: str, span: Span) -> bool:
    """Whether words are more than a year or the opening word of a sentence."""
    words = span.of(text)
    if _YEAR.fullmatch(words) or not any(map(str.isalnum, words)):
        return False
    return " " in words or opens_a_name(words) or text[span.start - 1 : span.start] in tuple(MARKS)
