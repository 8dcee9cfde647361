"""Whatever a stretch of text may call a film: its capitalised, foreign and marked stretches and the parts of them out.

They overlap, and most are no titles: whoever asks for them has weights or words around them tell which are.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import works
from kg.lexis.letters import UPPER
from kg.lexis.names import opens_a_name
from kg.lexis.titles import QUOTED, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Span

MARKS: Final = "\"“”‘’'*_"
_START: Final = r"(?<![\w’'-])"
_WORD: Final = rf"(?:{UPPER}(?:[\w’‘'-]|\.(?=\w))*[!?]?|(?:Mr|Mrs|Ms|Dr|St|Vol)\.|\d+(?:[:.]\d+)?(?:st|nd|rd|th)?)"
_SMALL: Final = (
    r"(?:of|the|a|an|and|or|in|on|at|to|for|from|with|by|is|it|vs\.?|&|de|la|le|les|du|des|di|del|della|il|lo|der|die"
    r"|das|und|im|el|los|las|y|en|et|aux|au|into|upon|no|not|who|that|my|your|his|her|me|you)"
)
_GAP: Final = r"(?:[:,]?[ ]|/|[ ][-–—&+][ ])"
_RUN: Final = re.compile(rf"{_START}{_WORD}(?:{_GAP}(?:{_SMALL}[ ]){{0,3}}{_WORD})*")
_BIG: Final = re.compile(rf"{_START}{_WORD}")
OWNS: Final = re.compile(r"['’]s?$")
_QUOTED: Final = re.compile(QUOTED)
_BRACKETED: Final = re.compile(r"\[[A-Z][\w.]*\]")
_ENGLISH_TOO: Final = ("a", "no", "as", "is", "me")
_THEIRS: Final = alternation([word for word in works()["foreign"] if word not in _ENGLISH_TOO])
_LETTERS: Final = r"[^\W\d_][\w’'-]*"
_FOREIGN: Final = re.compile(  # "Profumo di donna", "3 hommes et un couffin": small letters, a small word of theirs
    rf"{_START}(?:{UPPER}[\w’-]*|\d+)(?:\s(?!(?:and|in|of|by|with|to|for|as|is|was|from|film)\b){_LETTERS}){{0,2}}?"
    rf"(?:\s{_THEIRS})+\s{_LETTERS}(?:(?:\s{_THEIRS})+\s{_LETTERS})?"
)
_ARTICLED: Final = re.compile(  # "Le jour se", "Das Experiment"
    rf"{_START}(?:Le|La|Les|Il|El|Der|Die|Das|L[’']{UPPER}\w+|Los|Las|Un|Une|En|Det|Den|O|Os)"
    rf"\s(?:{_LETTERS}\s)?[^\W\d_][\w’'-]{{3,}}"
)
_MOST_WORDS: Final = 9  # of a marked stretch
_MOST_BIG: Final = 6  # capitalised words of another
_MOST_COMMAS: Final = 2
_YEAR: Final = re.compile(YEAR)


def stretches(text: str, start: int, end: int) -> list[Span]:
    """The stretches of a sentence or line that may be titles, in order; a lone word must be able to open a name."""
    return sorted(s for s in {*_marked(text, start, end), *_runs(text, start, end)} if _may_be(text, s))


def _marked(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, start, end):
        inner = unquoted(text, Span(*match.span()))
        if len(inner.of(text).split()) <= _MOST_WORDS:
            yield inner
    for pattern in (_FOREIGN, _ARTICLED, _BRACKETED):
        yield from (Span(*match.span()) for match in pattern.finditer(text, start, end))


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
