"""A text with titles in other languages in; the same, no longer or shorter, with capitals as English titles have, out.

Most languages give a title one capital ("La casa dei venti"), and titles are known by theirs. Such a title is told by
words that English at large does not know (`kg/lexis/lexemes.py`), and by articles and prepositions of other languages.
What is named by one is named as the text spells it (`Document.spelled`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.lexemes import UNKNOWN, lexeme
from kg.model import Span
from kg.segment.casing import capitalised, prose_end
from kg.segment.words import words

_LOWER: Final = r"[a-zß-öø-ÿāăąćčďđēęěğīıłńňōőœřśşšţťūůűźżž]"
_OPENING: Final = re.compile(
    rf"(?<![\w’'-])(?P<first>[LDJ][’'](?={_LOWER})\w+|{UPPER}\w*)(?=[ ](?P<next>{_LOWER}[\w’']*))"
)
_TOKEN: Final = re.compile(rf"[ ]({_LOWER}[\w’']*)")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ELIDED: Final = re.compile(r"\w['’](?=\w)")
_ACCENT: Final = re.compile(r"[^\x00-\x7f’]")
_BEFORE: Final = re.compile(r"[(\"“‘'*_\n]$|^$|['’]s?\s$|\b(?:of|film|films|comedy|drama|thriller|hit|original)\s$")
_BEHIND: Final = re.compile(r"[)\"”’'*_,.;:!?\n(]|$|\s\(")
_AROUND: Final = 12  # code points
_RARE: Final = 7  # rarity of an English word that may go on a title in another language
_LESS_RARE: Final = 6  # behind a preposition or article of that language


def titled(text: str) -> str:
    """The text with capitals in its titles in other languages; as it is where it has none."""
    openings = (o for o in _OPENING.finditer(text, 0, prose_end(text)) if _goes_on(o["next"], ""))
    places = [at for opening in openings for at in _small(text, opening)]
    return capitalised(text, places) if places else text


def _small(text: str, opening: re.Match[str]) -> Iterator[int]:
    """Where the small letters are that begin words of the title that opens there, if one does."""
    tokens = _inside(text, opening.end("first"))
    if _is_title(text, opening, tokens):
        for word in (Span(*opening.span("first")), *tokens):
            yield word.start
            yield from (word.start + elided.end() for elided in _ELIDED.finditer(word.of(text)))


def _inside(text: str, start: int) -> list[Span]:
    """The words behind the first that may be of a title in another language, up to the last that is no mere link."""
    tokens: list[Span] = []
    while (token := _TOKEN.match(text, start)) and _goes_on(token[1], tokens[-1].of(text) if tokens else ""):
        tokens.append(Span(*token.span(1)))
        start = token.end()
    while tokens and tokens[-1].of(text) in words("foreign"):
        tokens.pop()
    return tokens


@lru_cache(maxsize=1 << 12)
def _goes_on(token: str, before: str) -> bool:
    """Whether a title in another language may go on with a word, behind another."""
    least = _LESS_RARE if before in words("foreign.sure") else _RARE
    return all(part in words("foreign") or lexeme(part).rarity >= least for part in _LETTERS.findall(token))


def _is_unknown(token: str) -> bool:
    """Whether English at large does not know a word in small letters."""
    parts = _LETTERS.findall(token)
    return any(part[0].islower() and part not in words("foreign") and lexeme(part) == UNKNOWN for part in parts)


def _is_title(text: str, opening: re.Match[str], tokens: Sequence[Span]) -> bool:
    """Whether a word with a capital and what may go on with it are a title in another language."""
    first = _LETTERS.findall(opening["first"])[-1].casefold() if _LETTERS.search(opening["first"]) else ""
    inside = [token.of(text) for token in tokens]
    unknown = [token for token in inside if _is_unknown(token)]
    linked = any(token in words("foreign.sure") for token in inside)
    if not unknown or first in words("foreign.opening") or _ELIDED.match(opening["first"]):
        return bool(unknown)
    if len(unknown) > 1 or linked or any(map(_ACCENT.search, unknown)):
        return linked or lexeme(first) == UNKNOWN or first == "i"
    before = text[max(0, opening.start() - _AROUND) : opening.start()]
    alone = _BEFORE.search(before) and _BEHIND.match(text, tokens[-1].end)
    return bool(alone) and lexeme(first) == UNKNOWN
