"""words.toml, list by list: a name in, the words of that list or a pattern of them out."""

import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list, in lower case."""
    return frozenset(_lists()[name])


@cache
def any_of(name: str) -> str:
    """A pattern for any word of a list, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(_lists()[name], key=lambda w: (-len(w), w))) + ")"


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
