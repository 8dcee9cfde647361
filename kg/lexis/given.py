"""Given names: words shaped like a name in, whether they open with one out; it tells full names from titles."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

_HONORIFIC: Final = re.compile(r"^(?:Sir|Dame|Lord|Lady|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s")
_MOST_WORDS: Final = 5  # of a full name


@cache
def given_names() -> frozenset[str]:
    """Every given name of given_names.txt."""
    lines = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def may_be_given(words: str) -> bool:
    """Whether words open with a given name, and a surname may stand behind them ("Ana", "Min-ho")."""
    return is_full_name(f"{words} Bell")


@lru_cache(maxsize=1 << 14)
def is_full_name(words: str) -> bool:
    """Whether words open with a given name and hold no more than a full name does ("Ana Ruiz", "Kang Min-ho")."""
    first, *rest = _HONORIFIC.sub("", words).split() or [""]
    return bool(rest) and len(rest) < _MOST_WORDS and (first in given_names() or first.split("-")[0] in given_names())
