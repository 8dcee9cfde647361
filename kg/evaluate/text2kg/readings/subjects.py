"""A sentence in, what the film is about out: events, people told of, and matters that the sentence names."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, overlapping, without_genitive
from kg.vocab import country_code

_EVENT: Final = re.compile(
    rf"(?:\d{{4}}\s)?(?:{WORD}\s){{1,3}}(?:War(?:\sI{{1,2}})?|Revolution|Uprising|Rebellion)\b(?!\sZ)"
    rf"|\b(?:[Bb]attle|[Ss]iege|[Aa]ttack|[Ii]nvasion)\s(?:of|on)\s{NAME}|September\s11\sattacks"
)
_LEAD_IN: Final = re.compile(r"^(?:The|During|In|On|Set)\s")
_ABOUT: Final = re.compile(
    r"\b(?:about|chronicl\w+|documents"
    r"|(?:life|lives|portrait|biopic|story|character|music|murder|death)\s(?:and\s\w+\s)?of)\s"
    rf"(?:[a-z-]+\s|[A-Z]\w+(?:an|ish|ese|ch)\s){{0,5}}?(?![A-Z]\w+(?:an|ish|ese|ch)\s[a-z])(?P<who>{NAME}(?:\sfamily)?)"
)


def subjects(sentence: str, _: str) -> Iterator[str]:
    """Wars and battles, people by their full names behind words of telling, topics of the list."""
    yield from (_LEAD_IN.sub("", m[0]) for m in _EVENT.finditer(sentence))
    yield from (m[1] for m in overlapping("topics").finditer(sentence))
    for match in _ABOUT.finditer(sentence):
        if " " in match["who"] and not country_code(match["who"]):
            yield without_genitive(match["who"])
