"""A word of a sentence in, its kind out: what is known of it without knowing any title."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_CAPITAL: Final = re.compile(r"[\"'“‘(\[¡¿#$]*(?:[^\W\d_a-z]|\d)")
_MARK: Final = re.compile(r"(?:[!?.]*['’]s|[:!?&+–\-,;.]+|['’](?:n|re|ll|m|ve|d)?|n't|\(|\))$")
_KINDS: Final = ("verbs", "conjunctions", "participles", "prepositions", "professions", "pronouns")


@cache
def words(name: str) -> frozenset[str]:
    """A list of words.toml."""
    return frozenset(tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))[name].split())


def is_capital(word: str) -> bool:
    """Whether a word is written large, or is a figure."""
    return bool(_CAPITAL.match(word)) and not word[:1].islower()


def is_mark(word: str) -> bool:
    """Whether a word is a mark that stands alone, as the benchmark's inserted titles have them ("Ebb : Part One")."""
    return bool(_MARK.fullmatch(word))


def is_small(word: str) -> bool:
    """Whether a word may stand within a title in small letters."""
    return word.lower() in words("small")


def bare(word: str) -> str:
    """A word without the punctuation around it."""
    return word.strip("\"'“”‘’(),;.:!?")


@cache
def kind(word: str) -> str:
    """The list that a word is in, else "Capital" or "lower"; marks are their own kind."""
    if word in ("START", "END"):
        return word
    plain = bare(word)
    listed = next((name for name in _KINDS if plain in words(name)), None)
    return listed or (word if not plain else "Capital" if is_capital(word) else "lower")


@cache
def lexeme(word: str) -> str:
    """A word that any sentence may have, as it is; a figure as "#"; else, for a name, its kind."""
    plain = bare(word)
    if word in ("START", "END") or plain[:1].islower() or not plain:
        return plain or word
    return "#" if plain[0].isdigit() else plain.lower() if kind(word) != "Capital" else "Capital"
