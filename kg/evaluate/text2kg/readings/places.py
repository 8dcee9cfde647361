"""A sentence in, the countries and cities that it names out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, names_of, without_genitive
from kg.vocab import country_code, country_name

_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|around|across|throughout|outside|near|visits|leaves|city\sof|capital"
    r"|(?:shot|filmed|filming|place|locations?)\s(?:\w+\s)?(?:in|at|on|around)\s[^.]*?(?:,|\band))"
    rf"\s(?:[a-z-]+\s|\d{{4}}s?\s){{0,2}}(?P<place>{NAME})"
)
_RUN: Final = re.compile(rf"{WORD}(?:\s(?:of\s)?{WORD})*")


def countries(sentence: str, _: str) -> Iterator[str]:
    """Countries by their usual English names."""
    for run in _RUN.finditer(sentence):
        words = run[0].split()
        for last in range(len(words), 0, -1):
            tails = (without_genitive(" ".join(words[first:last])) for first in range(last))
            yield from (t for t in tails if (code := country_code(t)) and country_name(code) == t)


def places(sentence: str, _: str) -> Iterator[str]:
    """Cities that are known, and names that stand where those of places do."""
    yield from (m[0] for m in names_of("cities").finditer(sentence) if m[0][0].isupper())
    for match in _PLACE.finditer(sentence):
        name = without_genitive(match["place"])
        if not names_of("no_places").search(name):
            yield name


def cities(names: set[str]) -> set[str]:
    """Places without the countries that are no cities: the ontology's locations are cities."""
    return {n for n in names if not country_code(n) or names_of("cities").fullmatch(n)}
