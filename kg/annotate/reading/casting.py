"""Actors whom only the model sees: a document's credits so far in, the people of its cast lists still missing out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.reading.state import Reading
from kg.annotate.recogniser import Recogniser
from kg.lexis.names import names_in
from kg.model import Sentence, Span

LISTS: Final = frozenset({"actor.participle", "actor.phrase", "actor.subject"})
_LISTED: Final = re.compile(
    r"(?:,|,?\sand|,?\s(?:along)?with|including|featuring|introducing|alongside|opposite"
    r"|starring|[:—–])\s(?:[a-z-]+\s){0,3}$"
)
_LIST_OVER: Final = re.compile(
    r"\b(?:by|about|based|story|follows|set|who|whose|which|when|where|while|character"
    r"|characters|from|of)\b"
)


def modelled(reading: Reading, recogniser: Recogniser, found: Sequence[Found]) -> Iterator[Found]:
    """People in a sentence that lists a cast, named nowhere else in it."""
    cast = [f for f in found if f.relation == "actor" and f.rule in LISTS]
    open_names = [(s, n) for s in reading.sentences if (n := _unread(reading, s, cast, found))]
    seen = recogniser.people([s.span.of(reading.text) for s, _ in open_names])
    for (sentence, names), people in zip(open_names, seen, strict=True):
        spans = {Span(sentence.span.start + start, sentence.span.start + end) for start, end in people}
        yield from (Found("actor", name, sentence.span, "actor.model") for name in names if name in spans)


def _unread(reading: Reading, sentence: Sentence, cast: Sequence[Found], found: Sequence[Found]) -> list[Span]:
    """The names of a sentence with a cast list that nothing was made of, and that stand in no other film's words."""
    listed = [f.name.start for f in cast if f.cue in sentence.span]
    if reading.is_plot(sentence) or not listed:
        return []
    taken = [s for f in found for s in (f.name, f.role, f.cue) if s and s in sentence.span]
    taken += [scope.span for scope in reading.told.scopes]
    names = (Span(*m.span()) for m in names_in(reading.shadow, sentence.span.start, sentence.span.end))
    return [n for n in names if not _overlaps(n, taken) and _goes_on(reading.shadow, sentence.span, n, min(listed))]


def _goes_on(text: str, sentence: Span, name: Span, first: int) -> bool:
    """Whether a full name goes on with the list whose first name stands at `first`."""
    return (
        name.start > first
        and " " in name.of(text)
        and bool(_LISTED.search(text, sentence.start, name.start))
        and not _LIST_OVER.search(text, first, name.start)
    )


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)
