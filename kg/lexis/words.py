"""words.toml as pattern fragments: the name of a list in, an alternation out, the longest entry first."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def word_lists() -> dict[str, list[str]]:
    """Every list of words.toml by its name."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


_ABBREVIATIONS = (
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "Lt",
    "Sgt",
    "Capt",
    "Col",
    "Gen",
    "Prof",
    "St",
    "Jr",
    "Sr",
    "Rev",
    "Maj",
    "Cpl",
    "Det",
    "Insp",
    "[A-Z]",
)
FULL_STOP = (
    "".join(rf"(?<!\b{a})" for a in _ABBREVIATIONS) + r"\.(?=\s|$)"
)  # not that of "Dr. Watson" or "James T. Kirk"


def any_of(name: str) -> str:
    """Non-capturing alternation of the list `name`; blanks match any blank, a trailing "~" an optional plural s."""
    return alternation(word_lists()[name])


def alternation(entries: list[str] | tuple[str, ...]) -> str:
    """Non-capturing alternation of these entries, in the notation of words.toml."""
    made = (e.removesuffix("~") + "s?" if e.endswith("~") else e for e in sorted(entries, key=lambda e: (-len(e), e)))
    return "(?:" + "|".join(e.replace(" ", r"\s") for e in made) + ")"
