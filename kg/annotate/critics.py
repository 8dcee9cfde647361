"""critics.toml compiled, how reviewers speak of films and people: the name of a list in, its words as a pattern out."""

import re
import tomllib
from functools import cache
from pathlib import Path

from kg.lexis.words import alternation


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any entry of one list, as a whole word."""
    return re.compile(rf"\b{any_phrase(name)}\b", re.IGNORECASE)


@cache
def any_phrase(name: str) -> str:
    """Non-capturing alternation of one list, for a longer pattern."""
    return alternation(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "critics.toml").read_text(encoding="utf-8"))
