"""Character classes for the stdlib `re`, which lacks `\\p{Lu}`: the upper- and lower-case letters of Europe."""

from functools import lru_cache
from typing import Final

_RANGES: Final = ((0x41, 0x250), (0x386, 0x530), (0x1E00, 0x1F00))

# A few ranges make patterns that compile several times as fast as the list of all capitals. In the extended blocks,
# where the cases take turns, they hold the small letters too: hardly a word of an English text begins with one.
UPPER: Final = "[A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΏΑ-ΫЀ-ЯѠ-ԯḀ-ỿ]"
LOWER: Final = "[" + "".join(c for low, high in _RANGES for c in map(chr, range(low, high)) if c.islower()) + "]"
LETTER: Final = r"[^\W\d_]"
APOSTROPHE: Final = "['’]"


@lru_cache(maxsize=4)
def in_small(text: str) -> str:
    """`lowered` of a text that is asked about often."""
    return lowered(text)


def lowered(text: str) -> str:
    """The text in small letters, every one at its place: a letter that has no single small one stays as it is."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
