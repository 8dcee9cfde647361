"""Which film a text is about: every title that it may hold in, the likeliest out.

A page that says what its film is needs no judgement. The others are weighed as a reader weighs them: how often and
where a title stands, whether as a heading or in quotation marks, and what is said around it. docs/training.md has the
weights' origin and worth.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.annotate.films.nesting import nesting
from kg.annotate.films.spotting import spotted
from kg.annotate.films.titleshape import shape
from kg.annotate.films.titlesigns import signs_at
from kg.annotate.surroundings import words
from kg.learned import classifier
from kg.lexis.titles import title_key
from kg.model import Span

OWN: Final = "own"
OTHER: Final = "other"
NONE: Final = "none"
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_LEAST: Final = 0.05  # how likely a title must be to be taken, in place of that which rules take or at all
_MANY: Final = 5
_MUCH: Final = 0.4  # share of its line that a title takes up, from which the lines around it tell something
_OPENING: Final = 60  # code points of a line
_FIFTHS: Final = 5  # of a text


class Candidate(NamedTuple):
    """What a text may call a film, and what shows whether it does."""

    key: str
    places: Sequence[Span]
    features: frozenset[str]


def likeliest(text: str, taken: Span | None, how: str) -> Span | None:
    """The first place of the title that a text is most likely about, None when nothing in it is likely to be a title.

    `taken` is where the title stands that rules take, and `how` what kind of place that is.
    """
    weights = classifier("titles")
    judged = [(weights.probabilities(c.features)[OWN], c) for c in candidates(text, taken, how)]
    chance, best = max(judged, key=lambda j: (j[0], -j[1].places[0].start), default=(0.0, None))
    if best is None or chance < _LEAST:
        return taken
    if taken and f" {title_key(taken.of(text))} " in f" {best.key} ":
        return taken  # "Low Tide Trailers" is no better title than "Low Tide"
    return best.places[0]


def candidates(text: str, taken: Span | None, how: str) -> Iterator[Candidate]:
    """The candidates of a text with their features, in the order of their first places."""
    places = spotted(text, [taken] if taken else [])
    own = title_key(taken.of(text)) if taken else None
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    counts = sorted({len(spans) for spans in places.values()}, reverse=True)
    nested = nesting(text, places)
    names = {word for key in places if " " in key for word in key.split()}
    for order, (key, spans) in enumerate(places.items()):
        numbers = [bisect_right(lines, span.start, key=lambda line: line.start) - 1 for span in spans]
        shown = {
            f"count={min(len(spans), _MANY)}",
            f"rank={min(counts.index(len(spans)), 3)}",
            f"order={min(order, 4)}",
            f"lines={min(len(set(numbers)), 4)}",
            f"first={_FIFTHS * spans[0].start // len(text)}",
            f"last={_FIFTHS * spans[-1].start // len(text)}",
            f"partial={key in names}",
            *shape(spans[0].of(text), key),
            *nested[key],
            f"taken={how if key == own else ''}",
        }
        for span, number in zip(spans, numbers, strict=True):
            shown.update(signs_at(text, span, lines[number], number, lines[0].start))
            shown.update(_lines_around(text, span, lines, number))
        yield Candidate(key, spans, frozenset(shown))


def _lines_around(text: str, title: Span, lines: Sequence[Span], number: int) -> Iterator[str]:
    """What the lines above and below open with, of a title that takes up much of its own."""
    if title.end - title.start >= _MUCH * (lines[number].end - lines[number].start):
        for side, other in (("above", number - 1), ("below", number + 1)):
            line = lines[other].of(text) if 0 <= other < len(lines) else ""
            yield f"{side} length={min(len(line) // 60, 2)}"
            yield from (f"{side}={word}" for word in words(line[:_OPENING])[:3])
