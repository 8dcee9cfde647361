"""Pattern fragments that readings share, and the lists of lists.toml as patterns."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.letters import UPPER

WORD: Final = rf"{UPPER}[\w’'-]*"
NAME: Final = rf"{WORD}(?:\s(?:(?:de|of|upon|del|di|la|the)\s)?{WORD})*"
_GENITIVE: Final = re.compile(r"['’]s?$")


def without_genitive(name: str) -> str:
    """A name without the "'s" behind it."""
    return _GENITIVE.sub("", name)


@cache
def _lists() -> Mapping[str, str]:
    data: Mapping[str, str] = tomllib.loads((Path(__file__).parent / "lists.toml").read_text(encoding="utf-8"))
    return data


@cache
def listed(table: str) -> str:
    """Alternation of the names of a list, the longest first."""
    names = filter(None, (name.strip() for name in _lists()[table].replace("\n", " ").split(";")))
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


@cache
def names_of(table: str) -> re.Pattern[str]:
    """Pattern of the names of a list as whole words in any case."""
    return re.compile(rf"(?<![\w-])(?:{listed(table)})(?!\w)", re.IGNORECASE)


@cache
def overlapping(table: str) -> re.Pattern[str]:
    """Pattern whose group 1 is a name of a list, which may stand in the plural and overlap another."""
    return re.compile(rf"(?<![\w-])(?=({listed(table)})(?:e?s)?(?!\w))", re.IGNORECASE)
