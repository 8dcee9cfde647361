"""The shape of a work's title and of a year: pattern fragments, and the key under which equal titles meet."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kg.lexis.letters import APOSTROPHE, LETTER, UPPER
from kg.model import Span

YEAR: Final = r"(?<![\d$£€,.:-])(?:18[89]\d|19\d\d|20\d\d)(?!\d|,\d|s\b|%)"
_SMALL: Final = (
    r"(?:of|the|a|an|and|or|in|on|at|to|for|from(?=\sthe\s)|with(?=\s(?:the|a|an|One|Two|Three|No|My|Your|Four"
    r"|Love)\s)|by(?=\sthe\s)|is|it|vs\.?|n'|&|de|la|le|les|du|des|di|del|della|il|lo|der|die"
    r"|das|und|im|el|los|las|y|en|et|aux|au|into|upon|no)"
)
_NUMBER: Final = r"\d+(?:[:.]\d+)?(?:st|nd|rd|th)?[!?]?"
_CAPITAL: Final = (
    rf"(?:(?:Mr\.|Mrs\.|Ms\.|Dr\.|St\.|Vol\.|No\.|Pt\.)|{UPPER}(?:[\w’‘]|'(?=\w)|[-–](?=\w)|\.(?=\w)"
    rf"|\.(?=,)|(?<=\s{UPPER})\.(?=\s{UPPER}))*[!?]?)"
)
_BIG: Final = rf"(?:{_CAPITAL}|(?!{YEAR}){_NUMBER}|\.\.\.|{APOSTROPHE}\d\ds?)"
TITLE: Final = rf"(?:{_CAPITAL}|{_NUMBER}|\.\.\.)(?:(?::|,?\s&)?\s(?:{_SMALL}\s){{0,3}}(?:{_BIG})|/{_CAPITAL})*"
QUOTED: Final = (
    rf"(?:\"[^\"\n]{{1,80}}\"|“[^”\n]{{1,80}}”|‘[^’\n]{{1,80}}’(?!{LETTER})"
    rf"|(?<!\w)'[^'\n]{{1,80}}'(?!{LETTER})|(?<![\w*])\*[^*\n]{{1,80}}\*|_[^_\n]{{1,80}}_)"
)
_WORD: Final = re.compile(r"[\w'’]+")
_NO_WORD: Final = re.compile(r"\W+")
_SMALL_WORD: Final = re.compile(rf"{_SMALL}|from|with|by")


def titular(words: str) -> bool:
    """Whether words are written as titles are: each capitalised, a number, or one of those that titles write small."""
    return all(w[0].isupper() or w[0].isdigit() or _SMALL_WORD.fullmatch(w) for w in _WORD.findall(words))


@lru_cache(maxsize=1 << 14)
def title_key(title: str) -> str:
    """Letters and digits of a title, without case, accents, punctuation and its leading article."""
    plain = unicodedata.normalize("NFKD", title)
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = _NO_WORD.sub(" ", bare.replace("&", " and ")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def unquoted(text: str, span: Span) -> Span:
    """A title's span without its quotation marks and the punctuation within them, but never empty."""
    words = span.of(text)
    if not re.fullmatch(QUOTED, words):
        return span
    return Span(span.start + 1, span.start + 1 + max(1, len(words[1:-1].rstrip(",.;"))))
