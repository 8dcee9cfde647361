"""A sentence in, the countries and cities that it names out, and how they stand to the film: shown, or filmed at."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, names_of, without_genitive
from kg.vocab import country_code, country_name

_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|around|across|throughout|outside|near|visits|leaves|city\sof|capital"
    r"|(?:shot|filmed|filming|place|locations?)\s(?:\w+\s)?(?:in|at|on|around)\s[^.]*?(?:,|\band))\s(?:[a-z-]+\s|\d{4}s?\s){0,2}"
    rf"(?P<place>{NAME})"
)
_FILMED: Final = re.compile(r"\b(?:film(?:ed|ing)|shot|shoot\w*|locations?|photography|production|footage|studio)\b", re.I)
_RUN: Final = re.compile(rf"{WORD}(?:\s(?:of\s)?{WORD})*")


def countries(sentence: str, _: str) -> Iterator[str]:
    """Countries by their usual English names."""
    for run in _RUN.finditer(sentence):
        words = run[0].split()
        for last in range(len(words), 0, -1):
            tails = (without_genitive(" ".join(words[first:last])) for first in range(last))
            yield from (t for t in tails if (code := country_code(t)) and country_name(code) == t)


def narrated(sentence: str, _: str) -> Iterator[str]:
    """Places of a sentence that does not speak of the filming alone."""
    return _places(sentence)


def filmed(sentence: str, _: str) -> Iterator[str]:
    """Places of a sentence that speaks of the filming."""
    return _places(sentence)


def _places(sentence: str) -> Iterator[str]:
    for match in names_of("cities").finditer(sentence):
        if match[0][0].isupper() :
            yield match[0]
    for match in _PLACE.finditer(sentence):
        name = without_genitive(match["place"])
        if not (country_code(name) or names_of("no_places").search(name)):
            yield name
