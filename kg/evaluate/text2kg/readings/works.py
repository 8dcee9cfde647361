"""A sentence in, the works that the film is made from, its kinds and the companies that made it out."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, overlapping

_KIND: Final = r"(?:novels?|novella|plays?|books?|poem|story|stories|manga|series|legend|tales?|game|musical|opera|fairy\stales?)"
_SOURCE: Final = re.compile(
    r"\b(?:based\s(?:up)?on|adapt(?:ation|ations|ed)\s(?:of|from|on)|inspired\sby|retelling\sof|derived\sfrom|version\sof|sequel\sto|libretto|reflecting)\s"
    rf"(?:.{{0,70}}?\b{_KIND},?\s|(?:[a-z]+\s){{0,3}}(?:{NAME}['’]s\s)?)?[\"“]?(?P<work>{NAME})(?!\w|['’]s)"
)
_COMPANY: Final = re.compile(
    rf"{WORD}(?:[\s-]{WORD}){{0,4}}?[\s-](?:Entertainment|Pictures?|Films?|Studios?|Productions?|Company|Corporation|Cinema|Media"
    r"|Animation|Unit|Movies|Features|Classics|Filmworks)(?:\s(?:Classics|Company|Corporation|Unit|Studios?|Animation))?\b(?!\s(?:Festival|Award|Critics|Institute|School|Academy))"
)


def genres(sentence: str) -> Iterator[str]:
    """Kinds of film; of two that overlap ("black comedy horror") the one nearer to the noun."""
    found = list(overlapping("genres").finditer(sentence))
    for this, following in zip_longest(found, found[1:]):
        if following is None or following.start() >= this.end(1) or following.end(1) <= this.end(1):
            yield this[1]


def companies(sentence: str) -> Iterator[str]:
    """Companies by the words that their names end in."""
    for match in _COMPANY.finditer(sentence):
        yield re.sub(r"^.*['’]s\s", "", match[0])


def sources(sentence: str) -> Iterator[str]:
    """Works that the words before them say the film is made from."""
    return (m["work"] for m in _SOURCE.finditer(sentence))
