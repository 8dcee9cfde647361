"""What English at large knows of a word: a word in; how rare it is, how often capitalised, and its kind out.

`lexemes.txt` holds the commonest words, each with four numbers: the natural logarithm of its frequency in steps of two;
the logarithm of how many times as often it is capitalised as not, in steps of one and a half, from -4 to 4; and the
number of its cluster, without and with a capital letter. Words of one cluster stand among the same words: given names,
cities, nouns of place. `training/lexemes.py` says where the numbers are from.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

LEXEMES: Final = Path(__file__).parent / "lexemes.txt"


class Lexeme(NamedTuple):
    """The numbers of a word; `cluster` is that of the word as it is written, 0 where none is known."""

    rarity: int
    capital: int
    cluster: int


_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_EVERYDAY: Final = 5  # rarity
_WIDE: Final = 1 << 6  # wide clusters, whose number is the last bits of that of the narrow ones in them
UNKNOWN: Final = Lexeme(rarity=10, capital=9, cluster=0)


@lru_cache(maxsize=1 << 13)
def lexeme(word: str) -> Lexeme:
    """What is known of a word; UNKNOWN of one that is not among the common ones."""
    numbers = _lexemes().get(word.casefold())
    if numbers is None:
        return UNKNOWN
    rarity, capital, small, capitalised = map(int, numbers.split())
    return Lexeme(rarity, capital, capitalised if word.istitle() else small)


@cache
def _lexemes() -> dict[str, str]:
    lines = LEXEMES.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))


def everyday(word: str) -> str:
    """A word if it is one of everyday English, else none: weights for other words would be a list of titles."""
    return word if lexeme(word).rarity <= _EVERYDAY else ""


def kinds(words: str) -> Iterator[str]:
    """What the words of a name or title are, as features for a classifier: rare or common, and of which clusters."""
    known = [lexeme(word) for word in _WORD.findall(words)]
    if not known:
        return
    rarities = [one.rarity for one in known]
    capitals = [one.capital for one in known]
    yield f"rarest={max(rarities)}"
    yield f"commonest={min(rarities)}"
    yield f"alone={rarities[0] if len(known) == 1 else ''}"
    yield f"capital={max(capitals)}"
    yield f"small={min(capitals)}"
    for end, one in (("first", known[0]), ("last", known[-1])):
        yield f"{end} capital={one.capital}"
        yield f"{end} cluster={one.cluster}"
        yield f"{end} wide cluster={one.cluster % _WIDE}"
