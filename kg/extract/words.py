"""words.toml as pattern fragments: the name of a list in ("award.won"), an alternation out."""

import tomllib
from functools import cache
from pathlib import Path

from kg.lexis.words import alternation


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def words(name: str) -> list[str]:
    """The entries of a list ("callings.calling")."""
    table, _, key = name.partition(".")
    return _tables()[table][key]


def any_of(*names: str) -> str:
    """Non-capturing alternation of one list or several, the longest entry first."""
    return alternation([entry for name in names for entry in words(name)])
