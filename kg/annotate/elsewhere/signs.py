"""What shows that a stretch is another film's title: its own words, and those around it, as features."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from kg.annotate.elsewhere.spotting import MARKS, OWNS
from kg.annotate.nouns import COUNTRY
from kg.annotate.surroundings import surroundings
from kg.lexis.given import given_names, is_full_name
from kg.lexis.lexemes import everyday, kinds
from kg.lexis.names import opens_a_name
from kg.lexis.titles import YEAR
from kg.model import Span

_JOINT: Final = re.compile(r"(?<=\s)[a-z&]+(?=\s)|['’]s(?=\s)|[,:/]|\s-\s")
_DATED: Final = re.compile(rf"[{MARKS}]?\s?[(\[][^()\[\]]{{0,30}}?{YEAR}|[{MARKS}]?\s(?:of|from|in)\s{YEAR}")
_YEAR_BEFORE: Final = re.compile(rf"{YEAR}(?:['’]s)?\s(?:[\w-]+\s){{0,3}}[{MARKS}]?$")
_COUNTRY: Final = re.compile(COUNTRY)
_SMALL: Final = r"(?:(?:and|&|or|of|the|in|on|at|to|for|from|with|by|is|a|an|vs|de|la|et|y|who|that)\s){0,3}"
_LEFT: Final = re.compile(rf"(?P<word>[\w.’'-]+)(?P<gap>,?\s{_SMALL}|[:,]?\s)[\"“‘'*_]?$")
_RIGHT: Final = re.compile(rf"(?P<gap>,?\s{_SMALL}|[:,]?\s)(?P<word>[\w.’'-]+)")
_NEAR: Final = 60  # code points that may hold the nearest word
_MANY: Final = 5
_OPENERS: Final = re.compile(
    r"the|an?|in|on|of|to|no|my|your|his|her|and|but|or|so|not|after|before|like|unlike|with|for|from|by|as|at|it|is|if"
    r"|when|while|since|i|we|he|she|they|this|that|there|even|also|both|all|one|two|three|le|la|les|il|der|die|das|el"
)


def signs_at(text: str, blotted: str, place: Span, sentence: Span) -> Iterator[str]:
    """The features of one place in its sentence; `blotted` is the text with marks for people and the own title."""
    yield from _edges(text, place, sentence)
    before, behind = blotted[sentence.start : place.start], blotted[place.end : sentence.end]
    if _DATED.match(text, place.end, sentence.end):
        yield "dated"
    if _YEAR_BEFORE.search(before[-_NEAR:]):
        yield "year before"
    if before.count("(") > before.count(")"):
        yield "bracketed"
    if before.endswith(tuple(MARKS)) and behind.startswith((*MARKS, ",", ".")):
        yield f"quoted={before[-1]}"
        before, behind = before[:-1], behind.lstrip(MARKS)
    elif before.endswith(('"', "“", "*", "_")) or behind.startswith(('"', "”", "*", "_")):
        yield "half quoted"
    if place == sentence:
        yield "whole"
    yield from surroundings(before, behind)


def _edges(text: str, place: Span, sentence: Span) -> Iterator[str]:
    """Whether capitalised words go on beside a place, and behind what joint: there a title may be cut short."""
    left = _last(text[max(sentence.start, place.start - _NEAR) : place.start])
    for side, match in (("left", left), ("right", _RIGHT.match(text, place.end, sentence.end))):
        if match and match["word"][0].isupper():
            word = OWNS.sub("", match["word"])
            joint = match["gap"].strip() + ("'" if word != match["word"] else "")
            yield f"{side}={joint}"
            yield f"{side} kind={joint} {_kind(word)}"


@lru_cache(maxsize=1 << 10)  # many a stretch begins where another does
def _last(said: str) -> re.Match[str] | None:
    """The last word of what stands before a place, with what joins the two."""
    return _LEFT.search(said)


def shape(words: str, people: Collection[str]) -> Iterator[str]:
    """What the words themselves show; `people` are the forms of the names that the text has."""
    first, *rest = words.split()
    joints = _JOINT.findall(words)
    opener = bool(_OPENERS.fullmatch(first.casefold()))
    yield f"words={min(len(rest) + 1, _MANY)}"
    yield f"given={is_full_name(words)} {len(rest) + 1}"
    yield f"first={first.casefold() if opener else _kind(first)}"
    yield f"last={_kind(rest[-1] if rest else first)}"
    yield from (f"in={joint.strip()}" for joint in joints)
    yield f"joints={min(len(joints), 3)}"
    yield f"person={words in people}"
    yield f"shout={words.isupper()}"
    yield f"digit={words[-1].isdigit()}"
    yield f"mark={'' if words[-1].isalnum() else words[-1]}"
    yield f"opens={opens_a_name(words)}"
    yield from kinds(words)
    if not rest:
        yield f"word={everyday(words.casefold())}"
        yield f"country={bool(_COUNTRY.fullmatch(words))}"
        return
    yield f"w0={first.casefold()}"
    framed = f" {words} "
    yield f"holds person={any(p in words and ' ' in p and f' {p} ' in framed for p in people)}"
    yield f"part of person={any(words in p and p != words and framed in f' {p} ' for p in people)}"


@lru_cache(maxsize=1 << 12)
def _kind(word: str) -> str:
    """What a word is when it stands alone."""
    if word in given_names():
        return "given"
    return "country" if _COUNTRY.fullmatch(word) else "name" if opens_a_name(word) else "word"
