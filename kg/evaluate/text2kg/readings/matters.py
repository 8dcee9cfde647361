"""A sentence in, what and whom the film is about out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, overlapping, without_genitive
from kg.vocab import country_code

_EVENT: Final = re.compile(
    rf"(?:\d{{4}}\s)?(?:{WORD}\s){{1,3}}(?:War(?:\sI{{1,2}})?|Revolution|Uprising|Rebellion)\b(?!\sZ)"
    rf"|\b(?:[Bb]attle|[Ss]iege|[Aa]ttack|[Ii]nvasion)\s(?:of|on)\s{NAME}|September\s11\sattacks"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|chronicl\w+|documents|(?:life|lives|portrait|biopic|story|character|music|murder|death)\s(?:and\s\w+\s)?of)\s(?:[a-z-]+\s){0,5}?"
    rf"(?P<who>{NAME}(?:\sfamily)?)"
)
_CHARACTER: Final = re.compile(
    rf"\b(?:\d{{4}}|an?|the|[a-z]+-minute)\s(?P<hero>{NAME})\s+(?:film\sseries|series|animated|cartoon|short|theatrical|novel)\b"
    r"|\b(?:characters?(?:\sof)?|follows|cent(?:er|re)s\son|focuses\son|story\sof|detective|agent|named|features?|featuring)\s(?:[a-z-]+\s){0,4}?"
    rf"(?P<figure>{NAME})"
)
_STARRING: Final = re.compile(rf"\bstarring\s({NAME}(?:(?:,|\sand|,\sand)\s{NAME})*)")


def subjects(sentence: str) -> Iterator[str]:
    """Events, people told of, and matters that texts name in passing."""
    for match in _EVENT.finditer(sentence):
        yield re.sub(r"^(?:The|During|In|On|Set)\s", "", match[0])
    yield from (m[1] for m in overlapping("topics").finditer(sentence))
    yield from (without_genitive(m["who"]) for m in _ABOUT.finditer(sentence) if not country_code(m["who"]))


def characters(sentence: str) -> Iterator[str]:
    """Heroes by the words around them; all that star in a cartoon."""
    for match in _CHARACTER.finditer(sentence):
        yield without_genitive(match["hero"] or match["figure"])
    if re.search(r"\b(?:cartoon|animated|short)\b", sentence):
        for match in _STARRING.finditer(sentence):
            yield from re.split(r",?\sand\s|,\s", match[1])
