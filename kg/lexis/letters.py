"""Character classes for the stdlib `re`, which lacks `\\p{Lu}`: the upper- and lower-case letters of Europe."""

from typing import Final

_RANGES: Final = ((0x41, 0x250), (0x386, 0x530), (0x1E00, 0x1F00))


def _class(test: str) -> str:
    letters = [chr(c) for low, high in _RANGES for c in range(low, high) if getattr(chr(c), test)()]
    return "[" + "".join(letters) + "]"


UPPER: Final = _class("isupper")
LOWER: Final = _class("islower")
LETTER: Final = r"[^\W\d_]"
APOSTROPHE: Final = "['’]"
