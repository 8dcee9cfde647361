"""The book or play behind a film that a review only brings up, "Ana Ruiz's novel": a stretch of text in; it out.

Of 220 such phrases in reviews with gold, 212 name what the review's film is made from.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import Phrase, kind_of, works
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.phrases import read_phrase
from kg.lexis.lists import Item
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.words import alternation
from kg.model import Span

_WORK: Final = rf"{alternation(works()['authored'])}(?![\w'’-])"
_ADJECTIVES: Final = r"(?:(?!and\b|the\b)[\w-]+,?\s){0,3}?"
_BOOK: Final = prefiltered(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s{_ADJECTIVES}{_WORK}(?=\s(?:[^.,;()\n]{{0,30}}?\s)?by\s{NAME})"
    rf"|(?P<owner>{NAME})['’]s?\s{_ADJECTIVES}{_WORK}"
    rf"|(?P<writer>{NAME}),?\s(?:who\s)?(?:had\s)?(?:wrote|written)\s(?:the|a)\s(?:original\s|old\s)?(?P<noun>{_WORK}))"
)


def read_written(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """The books and plays with their authors that a sentence brings up."""
    for match in _BOOK.finditer(text, start, end):
        phrase = _written_by(match) if match["writer"] else read_phrase(text, match.start(), end)
        if phrase.makers and phrase.noun in works()["authored"]:
            cue = Span(match.start(), match.end())
            yield Mentioned("basedOn", cue, phrase, Span(cue.start, max(phrase.end, cue.end)), False, said="based")


def _written_by(match: re.Match[str]) -> Phrase:
    """ "Ana Ruiz, who wrote the novel"."""
    writer = Span(*match.span("writer"))
    noun = match["noun"]
    return Phrase(match.start(), match.end(), kind_of(noun), noun, makers=[Item(writer, end=writer.end)])
