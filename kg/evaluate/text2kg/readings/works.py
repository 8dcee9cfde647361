"""A sentence in, the works that the film is made from, its kinds and the companies that made it out."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from kg.evaluate.text2kg.readings.patterns import WORD, overlapping
from kg.lexis import TITLE
from kg.lexis.letters import UPPER

_KIND: Final = (
    r"(?:novels?|novella|plays?|books?|poem|story|stories|manga|series|legend|tales?|game|musical|opera|fairy\stales?)"
)
_MADE_FROM: Final = (
    r"(?i:based\s(?:up)?on|adapt(?:ation|ations|ed)\s(?:of|from|on)|(?:inspired|suggested)\sby|re-?telling\sof"
    r"|derived\sfrom|version\sof|sequel\sto|libretto|reflecting)"
)
_AUTHOR: Final = rf"(?:{UPPER}[\w.’'-]*\s)*{UPPER}[\w.-]*['’]s?"
_BEFORE_WORK: Final = (
    rf"(?:.{{0,90}}?\b{_KIND},?\s(?:of\s|by\s{_AUTHOR}\s)?"
    rf"|(?:[a-z]+\s){{0,5}}{_AUTHOR}\s(?:[a-z]+\s)?"
    r"|(?:[a-z]+\s){0,3})"
)
_WORK: Final = rf"[\"“]?(?P<work>{TITLE})(?!\w|['’]s)"
_SOURCE: Final = re.compile(rf"\b{_MADE_FROM}\s{_BEFORE_WORK}{_WORK}")
_NAMED: Final = re.compile(
    rf"\b(?:novel|novella|play|book|poem|manga|opera|musical)s?,?\s(?:titled\s|entitled\s)?{_WORK}"
)
_OF_AUTHOR: Final = re.compile(r"^.*['’]s\s(?=(?:The|An?)\s)")
_COMPANY: Final = re.compile(
    rf"{WORD}(?:[\s-]{WORD}){{0,4}}?[\s-](?:Entertainment|Pictures?|Films?|Studios?|Productions?|Company|Corporation|Cinema"
    r"|Media|Animation|Unit|Movies|Features|Classics|Filmworks)"
    r"(?:\s(?:Classics|Company|Corporation|Unit|Studios?|Animation))?\b(?!\s(?:Festival|Award|Critics|Institute|School|Academy))"
)
_NO_COMPANIES: Final = ("Inc", "Inc.", "Ltd", "Film", "Home Entertainment")


def genres(sentence: str, _: str) -> Iterator[str]:
    """Kinds of film; of two that overlap ("black comedy horror") the one nearer to the noun."""
    found = list(overlapping("genres").finditer(sentence))
    for this, following in zip_longest(found, found[1:]):
        if following is None or following.start() >= this.end(1) or following.end(1) <= this.end(1):
            yield this[1]


def sources(sentence: str, _: str) -> Iterator[str]:
    """Works that the words before them say the film is made from, else works that are called books or plays."""
    found = [m["work"] for m in _SOURCE.finditer(sentence)] or [m["work"] for m in _NAMED.finditer(sentence)]
    return (_OF_AUTHOR.sub("", work) for work in found)


def companies(sentence: str, _: str) -> Iterator[str]:
    """Companies by the words that their names end in."""
    return (re.sub(r"^.*['’]s\s", "", m[0]) for m in _COMPANY.finditer(sentence))


def whole(names: set[str]) -> set[str]:
    """Companies without those that are but a part of another's name."""
    known = names.difference(_NO_COMPANIES)
    return {n for n in known if not any(n != other and n in other for other in known)}
