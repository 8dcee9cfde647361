"""Columns that take up several films in turn: a document in, the document of each film's paragraphs out, at its place.

A column's heading names the column and no film: "Venice diary, day four", "New releases in brief".
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from kg.annotate.films.circling import ENOUGH_IN_REVIEW, circled_title
from kg.lexis.sentences import sentences
from kg.lexis.titles import title_key
from kg.model import Document, Sentence

_COLUMN: Final = re.compile(
    r"(?:.*\W)?(?:diary|diaries|dispatch(?:es)?|round-?up|notebook|journal|logbook|capsules?|column|newsletter"
    r"|(?:new|this\s(?:week|month)['’]?s?|home|disc|dvd|streaming)\s(?:films?|movies?|releases|reviews)"
    r"|(?:short|mini|quick|brief|three|four|five|six|ten)\s(?:film\s|movie\s)?reviews|in\sbrief|briefly(?:\snoted)?|double\s(?:bill|feature)|triple\sbill"
    r"|day\s(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:films?|movies?)\s(?:of\sthe\s(?:week|month)|i\s(?:saw|watched)))\b\W*",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"\s*(?P<words>\S.{0,90}?)\s*\n")
_PARAGRAPH: Final = re.compile(r"\S.*")
_FEWEST: Final = 2
_WORDS: Final = 25  # fewest of a paragraph that takes up a film


class _Film(NamedTuple):
    """Where the paragraph that takes a film up begins, with the film's title and its key."""

    start: int
    title: str
    key: str


def is_column(words: str) -> bool:
    """Whether a heading names a column."""
    return bool(_COLUMN.fullmatch(words))


def columns(document: Document) -> list[Document]:
    """The parts, each with its film's title; the document alone where it has no such heading, or takes up one film."""
    heading = _HEADING.match(document.text)
    if not heading or not is_column(heading["words"]):
        return [document]
    films = [next(same) for _, same in groupby(_films(document.text, heading.end()), key=lambda film: film.key)]
    if len(films) < _FEWEST or len({film.key for film in films}) < len(films):
        return [document]
    bounds = [heading.end(), *(film.start for film in films[1:]), len(document.text)]
    return [document.only(*ends, film.title) for film, ends in zip(films, pairwise(bounds), strict=True)]


def _films(text: str, start: int) -> Iterator[_Film]:
    """The films that paragraphs circle."""
    for match in _PARAGRAPH.finditer(text, start):
        if len(match[0].split()) >= _WORDS:
            found = tuple(Sentence(span, 0) for span in sentences(text, *match.span()))
            if title := circled_title(text, found, ENOUGH_IN_REVIEW):
                yield _Film(match.start(), title.of(text), title_key(title.of(text)))
