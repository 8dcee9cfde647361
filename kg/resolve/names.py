"""Names as written, in; the normal forms under which they are compared, and whether two may name one thing, out.

A key is a slug: lower-case ASCII tokens joined by "-", so that case, accents, points and scripts make no difference.
"""

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


def agree(left: str, right: str) -> bool:
    """Whether two keys may name one person where the film is the same: equal, or one is a part of the other."""
    return left == right or stands_for(left, right) or stands_for(right, left)


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
