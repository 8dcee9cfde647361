"""Reviewers' names by their form, handles ("film_fan88") and names ("A. Lee"): alone, or run into a review."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from kg.lexis.given import given_names
from kg.segment.markup import is_field_name, is_section_name
from kg.segment.words import words
from kg.vocab.places import country_spellings

_LETTER: Final = r"[^\W\d_]"
_UPPER: Final = r"[^\W\da-z_]"
_PARTICLE: Final = r"(?:(?:al|bin|da|de|del|den|der|di|du|el|la|le|ter|van|von)\s)"
_HANDLE: Final = re.compile(
    rf"@\w[\w.-]+|(?=\S*{_LETTER}{{2}})(?=\S*[\d_])(?!\d+(?:st|nd|rd|th|s|d|h|min|am|pm)?\b)\w[\w.-]{{3,}}\w"
)
_CAMEL: Final = re.compile(r"(?!(?:Mc|Mac|Di|De|Da|La|Le|Du|Van|Von|Fitz|O)[A-Z][a-z]+$)[A-Za-z][a-z]+(?:[A-Z][a-z]+)+")
_LOWER: Final = re.compile(r"[a-z][\w.-]{2,}")
_INITIALS: Final = re.compile(rf"{_UPPER}\.(?:{_UPPER}\.)*")
_PIECE: Final = re.compile(
    rf"{_PARTICLE}{{0,2}}(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|Jr|Sr)\.|III?(?=[\s:]|$)|IV(?=[\s:]|$)|{_UPPER}\.(?:{_UPPER}\.)*|{_UPPER}{_LETTER}*(?:['’-](?!s\b){_LETTER}+)*)(?=[\s:]|$)"
)
_MOST_PIECES: Final = 3
_TOLD: Final = re.compile(r"[^\W_]")
_AGO: Final = re.compile(r"(?:\d+|an?)\s\w+\sago")
_COUNTRIES: Final = frozenset(country_spellings())
_BESIDES: Final = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|Jr|Sr)\.|I{2,3}|IV|[A-Z]\.")  # what a name has besides

_START: Final = re.compile(rf"[\"“‘'(\[*]?{_UPPER}|[\"“‘.…★☆⭐]|\d|[^\w\s,;:)\]&–—-]")  # of a sentence
_MARK: Final = re.compile(r"(?:\.\.+|[…★☆⭐]+|\d+(?:\.\d)?/\d+)\W*\w")  # of a sentence, even after a single name
_PARTICIPLE: Final = re.compile(r"[A-Z]\w+(?:ed|ing|ly)\b")
_AUXILIARY: Final = re.compile(
    r"am|are|can|could|did|do|does|had|has|have|is|may|might|must|should|was|were|will|would"
)
_FIRST: Final = re.compile(r"(?P<word>[\w'’]+)(?P<after>.*)", re.DOTALL)
_AFTER_ADJECTIVE: Final = re.compile(
    r"[,.;!?]|\s[a-z]+(?<!s)(?<!had)(?<!did)(?<!can)\b"
)  # "Long and", not "Long plays"
_TOKEN: Final = re.compile(r"\w[\w'’.-]*")
_SIGN: Final = re.compile(r":|\s[–—|-](?=\s)")


class Vocabulary:
    """How often the words of a page, and pairs of them, occur in it: what occurs again is no reviewer's name."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def _tokens(self) -> list[list[str]]:
        return [_TOKEN.findall(line) for line in self._lines]

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(token for line in self._tokens for token in line)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(pair for line in self._tokens for pair in pairwise(line))

    def recurs(self, *names: str) -> bool:
        """Whether a word, or two side by side, occur more than once."""
        tokens = [token for name in names for token in _TOKEN.findall(name)]
        if len(tokens) == 1:
            return self._words[tokens[0]] > 1
        return any(self._pairs[pair] > 1 for pair in pairwise(tokens))


@dataclass(frozen=True, slots=True)
class Signature:
    """The name that a line begins with: it ends at `end`; `sure` says that its form leaves no doubt."""

    end: int
    sure: bool


def is_name(text: str) -> bool:
    """Whether a whole text has the form of a reviewer's name."""
    if is_nobody(text):
        return False
    if is_handle(text):
        return True
    pieces = _pieces(text)
    opens = _opens(text) and not _INITIALS.match(text)
    single = _LOWER.fullmatch(text) and text not in words("opener")
    full = sum(not _BESIDES.fullmatch(piece[0]) for piece in pieces)
    return bool(single or (0 < full <= _MOST_PIECES and pieces[-1].end() == len(text) > 2 and not opens))


def is_nobody(text: str) -> bool:
    """Whether a text is what sites say beside reviews, or the country of who wrote one, and nobody's name."""
    plain = text.strip(" :.*").casefold()
    if plain in words("nobody") or not _TOLD.search(plain) or _AGO.fullmatch(plain):
        return True
    return text in _COUNTRIES and text not in given_names()


def is_handle(token: str) -> bool:
    """Whether a word can only be the name of an account: digits, underscores or capitals inside it."""
    return bool(_HANDLE.fullmatch(token) or _CAMEL.fullmatch(token))


def signature(text: str, page: Vocabulary) -> Signature | None:
    """The name that runs into a review ("film_fan88 Slow but good"); `page` shows which names are those of others."""
    first = text.split(maxsplit=1)[0]
    rest = text[len(first) :].lstrip()
    if not rest or (_opens(text) and not _INITIALS.fullmatch(first)):
        return None
    handle = first.rstrip(":,")
    if is_nobody(handle):
        return None
    if is_handle(handle) or (_LOWER.fullmatch(handle) and (_START.match(rest) or handle != first)):
        return Signature(len(handle), sure=is_handle(handle) or not page.recurs(handle))
    pieces = [] if text.isupper() else _pieces(text)
    if pieces and is_nobody(pieces[0][0]):
        return None
    return _signed(text, pieces, page) or _run_together(text, pieces, page) if pieces else None


def _pieces(text: str) -> list[re.Match[str]]:
    """The words that a text begins with and that names are made of, a particle with the word it goes with."""
    found: list[re.Match[str]] = []
    position = 0
    while len(found) <= 2 * _MOST_PIECES and (match := _PIECE.match(text, position)):
        found.append(match)
        position = match.end() + (text[match.end() : match.end() + 1] == " ")
    return found


def _signed(text: str, pieces: list[re.Match[str]], page: Vocabulary) -> Signature | None:
    """A name that a colon or a dash keeps apart: "Ann Lee: Slow but good"."""
    for count, piece in enumerate(pieces[:_MOST_PIECES], 1):
        name = text[: piece.end()]
        if _SIGN.match(text, piece.end()) and not is_field_name(name) and not is_section_name(name):
            return Signature(piece.end(), sure=True) if count > 1 and not page.recurs(name) else None
    return None


def _run_together(text: str, pieces: list[re.Match[str]], page: Vocabulary) -> Signature | None:
    """A name and a sentence with nothing between: the sentence begins at a word that no name has, or at the third."""
    for count, piece in enumerate(pieces[:_MOST_PIECES], 1):
        rest = text[piece.end() :].lstrip()
        if _INITIALS.match(rest):
            continue
        if _opens(rest) and _START.match(rest):
            return Signature(piece.end(), sure=True)
        if _MARK.match(rest) or (count > 1 and _START.match(rest) and not rest[0].isalpha() and rest[0] != "("):
            return Signature(piece.end(), sure=True)
        after = rest.split(maxsplit=2)[1:2]
        if _PARTICIPLE.match(rest) and after and _opens(after[0]) and not _AUXILIARY.fullmatch(after[0]):
            return Signature(piece.end(), sure=True)
    return _by_length(pieces, page)


def _by_length(pieces: list[re.Match[str]], page: Vocabulary) -> Signature | None:
    """Of three capitalised words, the first two are the name, unless other lines know two of them as someone else."""
    if len(pieces) < _MOST_PIECES:
        return None
    initials = next(i for i, piece in enumerate([*pieces, None]) if not piece or not _INITIALS.fullmatch(piece[0]))
    if 0 < initials < len(pieces) - 1:
        return Signature(pieces[initials].end(), sure=True)
    first, second, third = (piece[0] for piece in pieces[:_MOST_PIECES])
    if page.recurs(second, third):
        return Signature(pieces[0].end(), sure=False)
    return None if page.recurs(first, second) else Signature(pieces[1].end(), sure=False)


def _opens(text: str) -> bool:
    """Whether a text begins with a word that begins sentences and no names."""
    match = _FIRST.match(text.casefold())
    if match is None or match["word"] not in words("opener"):
        return False
    return match["word"] not in words("surname") or bool(_AFTER_ADJECTIVE.match(match["after"]))
