"""A pattern in, words of which every match of it holds one out, read off the pattern's syntax tree.

The technique is that of RE2's FilteredRE2 (https://github.com/google/re2): an expression either has a small set of
strings that it matches exactly, or at least strings that its matches must hold; sequences multiply the former.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

from kg.lexis.letters import lowered

Words = frozenset[str]

_BLANKS: Final = [c for c in map(chr, range(0x3001)) if c.isspace() and c != " "]
_FOLDED: Final = dict.fromkeys(_BLANKS, " ") | dict.fromkeys("ıİ", "i") | {"ſ": "s", "\N{KELVIN SIGN}": "k"}
_BLANK: Final = [(codes.CATEGORY, codes.CATEGORY_SPACE)]
_MOST: Final = 400  # strings that an expression may match exactly
_ALIKE: Final = 4  # letters of a class, "[Tt]", "['’]", that are told apart
_SHORTEST: Final = 2  # letters of a word that is worth looking for at the beginning of matches
_RARER: Final = 30  # times that words must be rarer than those that matches begin with to be looked for in their place
_EMPTY: Final = frozenset({""})
_REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


class Required(NamedTuple):
    """What any match holds: one of `words`, folded; with `first` each match begins with one of them."""

    words: Words
    first: bool


class _Known(NamedTuple):
    """What is known of an expression: all strings that it matches, or else words one of which its matches hold."""

    exact: Words | None
    holds: Words | None


_NOTHING: Final = _Known(None, None)
_ZERO_WIDTH: Final = _Known(_EMPTY, None)


def folded(text: str) -> str:
    """The text, no longer or shorter, with one letter for all that IGNORECASE or `\\s` takes for the same."""
    small = lowered(text)
    for letter, one in _FOLDED.items():  # which most texts have none of: quicker than to translate every letter
        small = small.replace(letter, one)
    return small


def required(pattern: str, flags: int = 0) -> Required | None:
    """The words, None where there are none that are long enough to be worth looking for."""
    tree = parser.parse(pattern, flags)
    first, held = _beginnings(tree), _sequence(tree).holds
    if first and min(map(len, first)) >= _SHORTEST:
        words = _without(first, str.startswith)
        if not held or _frequency(held) * _RARER > _frequency(words):
            return Required(words, first=True)
    return Required(_without(held, str.__contains__), first=False) if held and all(map(_is_rare, held)) else None


def _is_rare(word: str) -> bool:
    """Whether a word is worth looking for: several letters, or a mark."""
    return len(word) > 1 or (len(word) == 1 and not word.isalnum() and not word.isspace())


def _without(words: Words, implies: Callable[[str, str], bool]) -> Words:
    """The words without those that are found wherever another one is."""
    return frozenset(w for w in words if not any(implies(w, other) for other in words if other != w))


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Known:
    run, held, whole = _EMPTY, None, True
    for code, argument in items:
        known = _expression(code, argument)
        if known.exact is not None and len(run) * len(known.exact) <= _MOST:
            run = _joined(run, known.exact)
        else:
            held = _rarer(_rarer(held, _all_of(run)), known.holds)
            run, whole = known.exact or _EMPTY, False
    return _Known(run if whole else None, _rarer(held, _all_of(run)))


def _beginnings(items: Sequence[tuple[Any, Any]]) -> Words | None:
    """Strings of which every match begins with one."""
    run = _EMPTY
    for place, (code, argument) in enumerate(items):
        exact = _expression(code, argument).exact
        if exact is None or len(run) * len(exact) > _MOST:
            begun = _begun(code, argument, items[place + 1 :])
            return _joined(run, begun) if begun and (run == _EMPTY or len(run) * len(begun) <= _MOST) else _all_of(run)
        run = _joined(run, exact)
    return _all_of(run)


def _begun(code: Any, argument: Any, rest: Sequence[tuple[Any, Any]]) -> Words | None:
    """The same of an expression that is not known exactly, and of what follows it where it may be left out."""
    if code is codes.SUBPATTERN:
        return _beginnings(argument[3])
    if code is codes.BRANCH:
        return _united([_beginnings(way) for way in argument[1]])
    if code in _REPEATS:
        least, _, repeated = argument
        return _beginnings(repeated) if least else _united([_beginnings(repeated), _beginnings(rest)])
    return None


def _expression(code: Any, argument: Any) -> _Known:
    if code is codes.LITERAL:
        return _letters([argument])
    if code is codes.IN and argument == _BLANK:
        return _letters([ord(" ")])
    if code is codes.IN and len(argument) <= _ALIKE and all(kind is codes.LITERAL for kind, _ in argument):
        return _letters([letter for _, letter in argument])
    if code is codes.SUBPATTERN:
        return _sequence(argument[3])
    if code is codes.BRANCH:
        return _branch([_sequence(way) for way in argument[1]])
    if code in _REPEATS:
        return _repeat(*argument)
    if code is codes.ASSERT and argument[0] > 0:  # a look-ahead holds what follows, but takes nothing
        return _Known(None, _sequence(argument[1]).holds)
    return _ZERO_WIDTH if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT) else _NOTHING


def _letters(letters: list[int]) -> _Known:
    exact = frozenset(map(_folded, letters))
    return _Known(exact, exact)


@cache
def _folded(letter: int) -> str:
    return folded(chr(letter))


def _branch(ways: list[_Known]) -> _Known:
    return _Known(_united([way.exact for way in ways]), _united([way.holds for way in ways]))


def _united(sets: list[Words | None]) -> Words | None:
    known = [words for words in sets if words is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _joined(run: Words, more: Words) -> Words:
    return frozenset(one + other for one in run for other in more)


def _repeat(least: int, most: int, items: Any) -> _Known:
    known = _sequence(items)
    if (least, most) == (0, 1) and known.exact is not None:
        return _Known(known.exact | _EMPTY, None)
    return _Known(known.exact if (least, most) == (1, 1) else None, known.holds if least else None)


def _all_of(run: Words) -> Words | None:
    return None if "" in run else run


def _rarer(one: Words | None, other: Words | None) -> Words | None:
    """Whichever set is likely to occur less often: long words are rare."""
    return min((words for words in (one, other) if words), key=_frequency, default=None)


@cache
def _frequency(words: Words) -> float:
    return sum(0.2 ** len(word) for word in words)
