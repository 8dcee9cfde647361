"""Facts without a label, known by their form alone: "R | 1h 24min | Drama | 13 July 2007 (USA)"."""

import re
from functools import lru_cache
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.figures import DATE, RUNTIME, YEAR
from kg.segment.lines import LINES_KEPT, Line
from kg.segment.words import any_of

_MOST_WORDS: Final = 24
_PART: Final = re.compile(r"(?:(?!\s{2,}|\s/\s|\t)[^|•·‧])+")
_LISTED: Final = re.compile(r"[^,]+")
_CERTIFICATE: Final = rf"(?:(?:mpaa\s)?(?:rated|rating):?\s)?(?P<value>{any_of('certificate')})(?:\sfor\s.+)?"
_GENRES: Final = rf"(?P<value>{any_of('genre')}(?:(?:,\s?|\s?/\s?|\s&\s|\sand\s|\s|-){any_of('genre')})*)"
_FORMS: Final = {
    "year": re.compile(rf"\(?(?P<value>{YEAR})\)?"),
    "runtime": re.compile(rf"(?P<value>{RUNTIME})", re.IGNORECASE),
    "release": re.compile(rf"(?:released:?\s)?(?P<value>{DATE}(?:\s\([\w .,'’-]+\))?)", re.IGNORECASE),
    "content rating": re.compile(_CERTIFICATE, re.IGNORECASE),
    "genre": re.compile(_GENRES, re.IGNORECASE),
    "director": re.compile(
        r"(?:[Dd]irected\sby|[Dd]ir(?:ector)?[.:]?)\s(?P<value>[^\W\da-z_][\w.’'-]*(?:\s[\w.’'&-]+){1,5})"
    ),
}


@lru_cache(maxsize=LINES_KEPT)
def facts_of(line: Line) -> tuple[Block, ...]:
    """A FIELD for each part of the line between bars or bullets; () when it has other parts and less than two such."""
    if line.words > _MOST_WORDS:
        return ()
    facts = [_fact(line, match) for match in _PART.finditer(line.text) if match[0].strip()]
    known = tuple(fact for fact in facts if fact)
    if len(known) >= min(len(facts), 2):
        sure = len(facts) > 1 or any(fact.label != "director" for fact in known)  # alone, it may end a sentence
        return known if sure else ()
    listed = [_fact(line, match) for match in _LISTED.finditer(line.text)]  # "1997, Drama, 1h 44m"
    return tuple(fact for fact in listed if fact) if all(listed) else ()


def is_header(line: Line) -> bool:
    """Whether the line joins two such facts or more, as the pages of film sites do on top."""
    return len(facts_of(line)) > 1


def _fact(line: Line, part: re.Match[str]) -> Block | None:
    text = part[0].strip()
    start = line.start + part.start() + part[0].index(text)
    for label, pattern in _FORMS.items():
        if match := pattern.fullmatch(text):
            value = Span(start + match.start("value"), start + match.end("value"))
            return Block(Span(start, start + len(text)), BlockKind.FIELD, label, value=value)
    return None
