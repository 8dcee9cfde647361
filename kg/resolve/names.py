"""Names as written, in; the normal forms under which they are compared, and whether two may name one thing, out.

A key is a slug: lower-case ASCII tokens joined by "-", so that case, accents, points and scripts make no difference.
"""

import re
import tomllib
from collections.abc import Set
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from kg.vocab import slug

ALIKE: Final = 0.85  # share of letters from which two spellings look like one name; it asks a question, it never merges
CACHE: Final = 1 << 17

WORDS: Final = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
_ARTICLES: Final = frozenset(WORDS["articles"])
_PARTICLES: Final = frozenset(WORDS["particles"])
_GENERATIONS: Final = frozenset(WORDS["generations"])
_SOUNDS: Final[dict[str, str]] = {spelling: sound for sound, all in WORDS["sounds"].items() for spelling in all}
_TRANSCRIPTION: Final = re.compile("|".join(sorted(_SOUNDS, key=lambda spelling: (-len(spelling), spelling))))
_RUN: Final = 3  # initials that are written as one token ("jj-abrams")


@lru_cache(CACHE)
def title_key(title: str) -> str:
    """Key of a film's title, "&" read as "and"."""
    return slug(title.replace("&", " and "))


def bare(key: str) -> str:
    """A key without its leading article ("the-interview" → "interview"); a lone article stays."""
    first, _, rest = key.partition("-")
    return rest if rest and first in _ARTICLES else key


@lru_cache(CACHE)
def person_key(name: str) -> str:
    """Key of a person's name, with a run of initials as one token ("J. J. Abrams" and "JJ Abrams" → "jj-abrams")."""
    runs = ((initials, list(run)) for initials, run in groupby(slug(name).split("-"), lambda token: len(token) == 1))
    return "-".join(("" if initials else "-").join(run) for initials, run in runs)


@lru_cache(CACHE)
def core(key: str) -> tuple[str, ...]:
    """The tokens of a person's key without "Jr.", "III" and the like."""
    tokens = tuple(key.split("-"))
    return tokens[:-1] if len(tokens) > 1 and tokens[-1] in _GENERATIONS else tokens


def forget() -> None:
    """Let go of what was worked out of names; there may be a million of them."""
    for known in (title_key, person_key, core, is_short, stands_for, abbreviates, transcribed, alike):
        known.cache_clear()


def surname(key: str) -> str:
    """The last token of a person's key, generation aside."""
    return core(key)[-1]


@lru_cache(CACHE)
def is_short(key: str) -> bool:
    """Whether a person's key may be a surname or a first name alone ("buscemi", "van-gogh")."""
    return all(token in _PARTICLES for token in core(key)[:-1])


@lru_cache(CACHE)
def stands_for(short: str, full: str) -> bool:
    """Whether a surname or a first name alone may stand for a fuller name."""
    part, whole = core(short), core(full)
    return is_short(short) and len(part) < len(whole) and (whole[-len(part) :] == part or whole[: len(part)] == part)


@lru_cache(CACHE)
def abbreviates(short: str, full: str) -> bool:
    """Whether a name has a surname with its given names shortened or left out but the first, or without "Jr.".

    So do "r-hale", "rex-hale" and "rm-hale-jr" for "rex-m-hale-jr".
    """
    *given, last = core(short)
    *whole, end = core(full)
    ends = [key.split("-")[len(core(key)) :] for key in (short, full)]
    fits = last == end and ends[0] in ([], ends[1]) and short != full and len(given) <= len(whole)
    return bool(fits and given) and _shortened(given, whole)


def _shortened(given: list[str], whole: list[str]) -> bool:
    """Whether given names are the whole ones in their order, the first among them, some as initials, some left out."""
    if not given:
        return True
    if not whole:
        return False
    first, rest = given[0], given[1:]
    if first == whole[0] or (len(first) == 1 and whole[0].startswith(first)):
        return any(_shortened(rest, whole[at:]) for at in range(1, len(whole) + 1))
    run = len(first) if 1 < len(first) <= min(_RUN, len(whole)) else 0
    return (
        bool(run) and all(w.startswith(c) for w, c in zip(whole, first, strict=False)) and _shortened(rest, whole[run:])
    )


@lru_cache(CACHE)
def transcribed(key: str) -> tuple[str, ...]:
    """The tokens of a person's key in an order of their own, in a spelling that all transcriptions share."""
    return tuple(sorted(_TRANSCRIPTION.sub(lambda found: _SOUNDS[found[0]], token) for token in key.split("-")))


def are_variants(left: str, right: str) -> bool:
    """Whether two keys are two forms of one name."""
    return abbreviates(left, right) or abbreviates(right, left) or transcribed(left) == transcribed(right)


def agree(left: str, right: str) -> bool:
    """Whether two keys may name one person where the film is the same: equal, a part of the other, or another form."""
    return left == right or stands_for(left, right) or stands_for(right, left) or are_variants(left, right)


def shares(left: Set[str], right: Set[str]) -> set[str]:
    """The keys on the left that agree with one on the right: those that are equal or, if none is, those that may be."""
    if exact := set(left & right):
        return exact
    return {a for a in left for b in right if agree(a, b)}


def initials(key: str) -> tuple[str, str]:
    """First letters of the first and the last token: misspellings and nicknames seldom change both."""
    tokens = core(key)
    return tokens[0][:1], tokens[-1][:1]


@lru_cache(CACHE)
def alike(left: str, right: str) -> bool:
    """Whether two keys look like two spellings of one name; reason enough for a question, never for a merger."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def are_close(left: str, right: str) -> bool:
    """Whether two people of one film may be one: of one surname or of like spelling, and not senior and junior."""
    ends = {key.split("-")[-1] for key in (left, right)} & _GENERATIONS
    return len(ends) < 2 and (surname(left) == surname(right) or alike(left, right))
