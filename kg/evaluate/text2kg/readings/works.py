"""A sentence in, the works that the film is made from, its kinds and the companies that made it out."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from kg.evaluate.text2kg.readings.patterns import WORD, overlapping
from kg.lexis import TITLE
from kg.lexis.letters import UPPER

_KIND: Final = r"(?:novels?|novella|plays?|books?|poem|story|stories|manga|series|legend|tales?|game|musical|opera|fairy\stales?)"
_AUTHOR: Final = rf"(?:{UPPER}[\w.’'-]*\s)*{UPPER}[\w.-]*['’]s?"
_SOURCE: Final = re.compile(
    r"\b(?i:based\s(?:up)?on|adapt(?:ation|ations|ed)\s(?:of|from|on)|(?:inspired|suggested)\sby|re-?telling\sof|derived\sfrom|version\sof|sequel\sto"
    r"|libretto|reflecting)\s"
    rf"(?:.{{0,90}}?\b{_KIND},?\s(?:of\s|by\s{_AUTHOR}\s)?|(?:[a-z]+\s){{0,5}}{_AUTHOR}\s(?:[a-z]+\s)?|(?:[a-z]+\s){{0,3}})"
    rf"[\"“]?(?P<work>{TITLE})(?!\w|['’]s)"
)
_NAMED: Final = re.compile(rf"\b(?:novel|novella|play|book|poem|manga|opera|musical)s?,?\s(?:titled\s|entitled\s)?[\"“]?(?P<work>{TITLE})(?!\w|['’]s)")
_COMPANY: Final = re.compile(
    rf"{WORD}(?:[\s-]{WORD}){{0,4}}?[\s-](?:Entertainment|Pictures?|Films?|Studios?|Productions?|Company|Corporation|Cinema|Media|Filmworks|Pictures"
    r"|Animation|Unit|Movies|Features|Classics|Filmworks)(?:\s(?:Classics|Company|Corporation|Unit|Studios?|Animation))?\b(?!\s(?:Festival|Award|Critics|Institute|School|Academy))"
)


def genres(sentence: str, _: str) -> Iterator[str]:
    """Kinds of film; of two that overlap ("black comedy horror") the one nearer to the noun."""
    found = list(overlapping("genres").finditer(sentence))
    for this, following in zip_longest(found, found[1:]):
        if following is None or following.start() >= this.end(1) or following.end(1) <= this.end(1):
            yield this[1]


def companies(sentence: str, _: str) -> Iterator[str]:
    """Companies by the words that their names end in."""
    for match in _COMPANY.finditer(sentence):
        yield re.sub(r"^.*['’]s\s", "", match[0])


def sources(sentence: str, _: str) -> Iterator[str]:
    """Works that the words before them say the film is made from."""
    found = [m["work"] for m in _SOURCE.finditer(sentence)]
    yield from found or (m["work"] for m in _NAMED.finditer(sentence))


def made_by(names: Iterable[str]) -> set[str]:
    """Companies without those that are but a part of another's name."""
    known = {n for n in names if n not in ("Inc", "Inc.", "Ltd")}
    return {n for n in known if not any(n != other and n in other for other in known)}
