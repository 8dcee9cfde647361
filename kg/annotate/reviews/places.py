"""Where a review speaks of people: its sentences in; each place that names someone out, with the words around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kg.annotate.surroundings import SOMEBODY, blotted
from kg.model import Mention, Span

_CLAUSE: Final = re.compile(r"[,;:.]\s|$")
_COMPARED: Final = re.compile(r"\b(?:[Ll]ike|[Uu]nlike|than|another|fellow)\s(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,2}$")
_LIVES: Final = re.compile(r"\s(?:works|worked|lives|lived|dreams|dreamt|dreamed)\s")  # as characters do


class Place(NamedTuple):
    """Where someone is named in a review."""

    person: str  # by the fullest name that the review has
    name: Span
    before: str  # the words of the sentence before the name, other people and titles blotted out
    behind: str
    cue: Span  # the words that evidence quotes: from the name to the end of the clause
    sentence: int  # its number among those of the review
    here: bool  # whether the words speak of the film under review rather than of another


def read_places(
    text: str, sentences: Iterable[Span], people: Sequence[Mention], elsewhere: Sequence[Span]
) -> Iterator[Place]:
    """The places of these sentences where one of these people is named; `elsewhere` are words about other films."""
    for number, sentence in enumerate(sentences):
        inside = [m for m in people if m.span in sentence]
        for mention in inside:
            others = [(m.span, SOMEBODY) for m in inside if m is not mention]
            before = blotted(text, sentence.start, mention.span.start, others)
            behind = blotted(text, mention.span.end, sentence.end, others)
            aside = _COMPARED.search(before) or _LIVES.match(behind)
            yield Place(
                mention.text,
                mention.span,
                before,
                behind,
                _clause(text, mention.span, sentence),
                number,
                not (aside or any(mention.span.overlaps(span) for span in elsewhere)),
            )


def _clause(text: str, name: Span, sentence: Span) -> Span:
    """From a name to the end of its clause."""
    stop = _CLAUSE.search(text, name.end, sentence.end)
    return Span(name.start, stop.start() if stop else sentence.end)
