"""What stands around a film that is brought up: its places in, features of how it is tied to the page's own out."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.prose import BLOT
from kg.annotate.surroundings import blotted, surroundings
from kg.lexis.prefilter import Signs
from kg.model import Span

_WORDS: Final = tomllib.loads((Path(__file__).parent / "tiesigns.toml").read_text(encoding="utf-8"))
_PATTERNS: Final = {name: rf"\b(?:{'|'.join(words)})\b" for name, words in _WORDS["cue"].items()}
_CUES: Final = Signs(_PATTERNS, re.IGNORECASE)
_REMAKE: Final = re.compile(_PATTERNS["remake"], re.IGNORECASE)
_TEXT: Final = {name: re.compile("|".join(words)) for name, words in _WORDS["text"].items()}
_COUNTRY: Final = re.compile(rf"\b{COUNTRY}\b")
_OWNED: Final = re.compile(r"['’]s?\s(?:[\w-]+\s){0,3}[\"“‘*_]?$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 60  # code points
_BETWEEN: Final = 12  # words from the own title to the other, beyond which they say little
_MANY: Final = 3


def speaks_of_remakes(text: str) -> bool:
    """Whether a text has a word with which films are told from one another at all."""
    return any(_TEXT[name].search(text) for name in ("remake", "original", "again", "other one", "both"))


def signs_of_text(text: str) -> set[str]:
    """What the whole text shows of remakes."""
    said = len(_REMAKE.findall(text))
    return {f"remakes={min(said, _MANY)}", *(f"text={name}" for name, sign in _TEXT.items() if sign.search(text))}


def signs_of_place(text: str, place: Span, own: Sequence[Span], lines: Sequence[Span]) -> Iterator[str]:
    """What one place shows; `own` are the places of the page's own title."""
    number = next((i for i, line in enumerate(lines) if place in line), None)
    if number is None:
        return
    line = lines[number]
    before, behind = text[line.start : place.start], text[place.end : line.end]
    marks = [(title, BLOT) for title in own]
    yield from surroundings(blotted(text, line.start, place.start, marks), blotted(text, place.end, line.end, marks))
    if before.endswith(("'", '"', "“", "‘", "*", "_")):
        yield "quoted"
    if before.count("(") > before.count(")"):
        yield "bracketed"
    if _OWNED.search(before):
        yield "owned"
    if _COUNTRY.search(before[-_NEAR:]):
        yield "demonym before"
    yield f"line={min(number, _MANY)}"
    yield from _between(text, place, [o for o in own if o in line])
    for mark, words in (("cb", before[-_NEAR:]), ("ca", behind[:_NEAR]), ("cs", f"{before} {BLOT} {behind}")):
        yield from (f"{mark}={name}" for name in _CUES.found(words))
    nearest = _nearest(before[-_NEAR:])
    yield from (f"before={name}" for name in nearest[:1])
    if len(nearest) > 1:
        yield f"before={nearest[1]}>{nearest[0]}"


def _between(text: str, place: Span, own: Sequence[Span]) -> Iterator[str]:
    """The words between a place and the nearest of the own title, and on which side of it that stands."""
    yield f"own={'before' if any(o < place for o in own) else 'behind' if own else 'none'}"
    if not own:
        return
    nearest = min(own, key=lambda o: min(abs(o.start - place.end), abs(place.start - o.end)))
    left, right = sorted((nearest, place))
    words = _WORD.findall(text[left.end : right.start].casefold())
    if len(words) <= _BETWEEN:
        yield from (f"{'ob' if nearest < place else 'oa'}={word}" for word in words)


def _nearest(words: str) -> list[str]:
    """The kinds of cues before a place, the nearest first."""
    return list(dict.fromkeys(name for _, name in sorted(_CUES.ends(words), reverse=True)))
