"""Patterns that are tried only where they can match: each looks first for the words that its matches hold.

One Aho–Corasick automaton finds the words of all patterns in a text in one pass, so asking whether a sentence has any
of a pattern's words costs some twentieth of a search. Meant for patterns that are held against the sentences of a few
long strings, a document's text above all; against a string of its own each, `re` is as good.
"""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from kg.lexis.compiled import compiled, prepared
from kg.lexis.required import folded

_TEXTS: Final = 8  # a document's text and its shadows
_NOTHING: Final[Iterator[re.Match[str]]] = iter(())


class Prefiltered:
    """A pattern; `search` and `finditer` find what those of `plain` find."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        known = prepared(pattern, flags)
        self._source = pattern, flags
        self._first = known is not None and known.first
        self._number = _AUTOMATON.add(known.words) if known else None
        _places.cache_clear()
        _places_in.cache_clear()

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern of `re`, compiled when it is first tried."""
        return compiled(*self._source)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in this stretch of the text."""
        if self._number is None:
            return self.plain.search(text, start, end)
        places = _places(text).get(self._number)
        if not places or (at := bisect_left(places, start)) == len(places) or places[at] >= end:
            return None
        if self._first:
            return next(self._matches(text, places, at, end), None)
        return self.plain.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in this stretch, none of which overlaps another."""
        if self._number is None:
            return self.plain.finditer(text, start, end)
        places = _places(text).get(self._number)
        if not places or (at := bisect_left(places, start)) == len(places) or places[at] >= end:
            return _NOTHING
        return self._matches(text, places, at, end) if self._first else self.plain.finditer(text, start, end)

    def _matches(self, text: str, places: Sequence[int], at: int, end: int) -> Iterator[re.Match[str]]:
        """Matches that begin at these places, from the one numbered `at` on."""
        over = 0
        while at < len(places) and (place := places[at]) < end:
            at += 1
            if place >= over and (match := self.plain.match(text, place, end)):
                over = match.end()
                yield match


def prefiltered(pattern: str, flags: int = 0) -> Prefiltered:
    """As `re.compile`."""
    return Prefiltered(pattern, flags)


class _Automaton:
    """Finds the words of all patterns."""

    def __init__(self) -> None:
        self.plains = 0
        self._of: dict[str, list[int]] = defaultdict(list)  # the numbers of the patterns that look for a word
        self._made: tuple[AhoCorasick, list[list[int]]] | None = None

    def add(self, words: Iterable[str]) -> int:
        """Look for one more pattern's words, from the next text on; the pattern's number."""
        number, self.plains = self.plains, self.plains + 1
        for word in words:
            self._of[word].append(number)
        self._made = None
        return number

    def places(self, text: str) -> dict[int, list[int]]:
        """Where words of each pattern begin in a text that is folded, in order."""
        if self._made is None:
            self._made = AhoCorasick(list(self._of)), list(self._of.values())
        automaton, patterns = self._made
        places: defaultdict[int, list[int]] = defaultdict(list)
        for word, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            for number in patterns[word]:
                places[number].append(start)
        for starts in places.values():
            starts.sort()
        return places


_AUTOMATON: Final = _Automaton()


class Signs:
    """Patterns by name, for short texts that are asked about once: which of them have a match there?"""

    def __init__(self, patterns: Mapping[str, str], flags: int = 0) -> None:
        self._automaton = _Automaton()
        self._signs = [self._sign(name, pattern, flags) for name, pattern in patterns.items()]

    def _sign(self, name: str, pattern: str, flags: int) -> tuple[str, re.Pattern[str], int | None, bool]:
        """A pattern with the number of its words, None where it has none, and whether its matches begin with them."""
        known = prepared(pattern, flags)
        number = self._automaton.add(known.words) if known else None
        return name, compiled(pattern, flags), number, known is not None and known.first

    def found(self, text: str) -> list[str]:
        """The names of those that match somewhere, in their order."""
        return [name for name, _ in self._matches(text)]

    def ends(self, text: str) -> Iterator[tuple[int, str]]:
        """Where each match of each of them ends."""
        signs = dict(self._matches(text))
        return ((match.end(), name) for name, pattern in signs.items() for match in pattern.finditer(text))

    def _matches(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Those that match somewhere."""
        found = self._automaton.places(folded(text))
        for name, pattern, number, first in self._signs:
            if number is None or (number in found and not first):
                matches = pattern.search(text) is not None
            else:
                matches = any(pattern.match(text, place) for place in found.get(number, ()))
            if matches:
                yield name, pattern


@lru_cache(_TEXTS)
def _places(text: str) -> dict[int, list[int]]:
    return _places_in(folded(text))


@lru_cache(_TEXTS)
def _places_in(folded_text: str) -> dict[int, list[int]]:
    """The same of what is one text but for case, as a document and its shadow often are."""
    return _AUTOMATON.places(folded_text)
