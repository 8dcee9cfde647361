"""Which film a text is about: every title that it may hold in, the likeliest out.

A page that says what its film is needs no judgement. The others are weighed as a reader weighs them: how often and
where a title stands, whether as a heading or in quotation marks, and what is said around it. docs/training.md has the
weights' origin and worth.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from babel import Locale
from babel.core import get_global

from kg.annotate.films.spotting import spotted
from kg.annotate.films.titlesigns import signs_at
from kg.learned import classifier
from kg.lexis.given import is_full_name
from kg.lexis.names import opens_a_name
from kg.lexis.titles import title_key
from kg.lexis.words import word_lists
from kg.model import Span

OWN: Final = "own"
OTHER: Final = "other"
NONE: Final = "none"
_MARGIN: Final = 0.15  # by which another title must be likelier than the one that rules take
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_SMALL_INSIDE: Final = re.compile(r"\s(?:of|the|and|in|on|to|for|a|an|with|is|at|from|de|la|le|les)\s")
_MARKED_INSIDE: Final = re.compile(r"[:,&]")
_OPENS: Final = frozenset({"the", "a", "an", "la", "le", "les", "il", "der", "die", "das", "el", "my", "i"})
_MANY: Final = 5
_FIFTHS: Final = 5  # of a text


class Candidate(NamedTuple):
    """What a text may call a film, and what shows whether it does."""

    key: str
    places: Sequence[Span]
    features: frozenset[str]


def likelier(text: str, taken: Span | None, how: str) -> Span | None:
    """The place of the title that a text is most likely about, `taken` where no other is likelier by a margin.

    `how` is the kind of place where that one stands.
    """
    key = title_key(taken.of(text)) if taken else ""
    found = list(candidates(text, spotted(text, [taken] if taken else []), {how: key}))
    chances = {c.key: classifier("titles").probabilities(c.features)[OWN] for c in found}
    places = {c.key: c.places[0] for c in found}
    best = max(chances, key=lambda k: (chances[k], -places[k].start), default=None)
    if best is None or (key and f" {key} " in f" {best} "):  # "Low Tide Trailers" is no better title than "Low Tide"
        return taken
    return places[best] if chances[best] >= chances.get(key, 0.0) + _MARGIN else taken


def candidates(text: str, places: Mapping[str, Sequence[Span]], taken: Mapping[str, str]) -> Iterator[Candidate]:
    """The candidates with their features; `taken` names the title that rules take, by the kind of its place."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    counts = sorted({len(spans) for spans in places.values()}, reverse=True)
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
            *_shape(spans[0].of(text), key),
            *_nesting(key, places),
            *(f"taken={how}" for how, title in taken.items() if title == key),
        }
        for span, number in zip(spans, numbers, strict=True):
            shown.update(signs_at(text, span, lines[number], number, lines[0].start))
        yield Candidate(key, spans, frozenset(shown))


def _shape(words: str, key: str) -> Iterator[str]:
    """What the words themselves show: whether they look like a title, a person, a place or a mere word."""
    first, *rest = words.split()
    yield f"words={min(len(rest) + 1, _MANY)}"
    yield f"given={is_full_name(words)}"
    yield f"name={opens_a_name(words)}"
    yield f"place={key in _places()}"
    yield f"small={bool(_SMALL_INSIDE.search(words))}"
    yield f"opens={first.casefold() if first.casefold() in _OPENS else first[0].isdigit()}"
    yield f"shout={words.isupper()}"
    yield f"lower={words.islower()}"
    yield f"mark={'' if words[-1].isalnum() else words[-1]}"
    yield f"inner={bool(_MARKED_INSIDE.search(words))}"
    if not rest:
        yield f"word={key}"


def _nesting(key: str, places: Mapping[str, Sequence[Span]]) -> Iterator[str]:
    """How a candidate lies within longer ones and around shorter ones: "Although Low Tide" and "Low Tide"."""
    mine, words = places[key], f" {key} "
    longer = [span for k, spans in places.items() if words in f" {k} " and k != key for span in spans]
    shorter = [spans for k, spans in places.items() if f" {k} " in words and k != key]
    alone = sum(not any(span in other for other in longer) for span in mine)
    yield f"alone={min(alone, 3)}"
    yield f"within={'never' if alone == len(mine) else 'sometimes' if alone else 'always'}"
    yield f"outdone={any(len(spans) > len(mine) for spans in shorter)}"
    yield f"around={bool(shorter)}"


@cache
def _places() -> frozenset[str]:
    """Cities that name a time zone, countries and their people, as title keys."""
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    countries = set(Locale("en").territories.values())
    return frozenset(map(title_key, cities | countries | set(word_lists()["demonym"])))
