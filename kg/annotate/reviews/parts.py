"""Which words of a review name an actor's part: its sentences and people in, pairs of a name and a part out.

Single forms ("Holt (Maria Lund)") are read elsewhere. Here every name of a sentence is paired with all words near it
that may name a character, and each pair weighed by what stands between and around the two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from kg.annotate.people import directory
from kg.annotate.reviews.candidates import Figure, figures
from kg.annotate.surroundings import SOMEBODY, words
from kg.learned import classifier
from kg.lexis.given import is_full_name
from kg.lexis.names import clean_name, names_in
from kg.model import Mention, Span

PLAYS: Final = "plays"
_FAR: Final = 150  # letters between a name and its part
_LONG: Final = 6  # words between that may be told one by one
_ASIDE: Final = re.compile(r"\([^()]*\)|,\s[^,;()]*,(?=\s[a-z])|\s[—–-]\s[^—–]*\s[—–-](?=\s)")
_PHRASE: Final = "◊"  # blots what may name a part
_LAST: Final = 3


class Pair(NamedTuple):
    """A name and a part that may be its bearer's; `between` and around are the words of their sentence."""

    person: str
    name: Span
    part: Figure
    features: frozenset[str]


def pairs(text: str, sentences: Iterable[Span], people: Sequence[Mention]) -> Iterator[Pair]:
    """Every name of these sentences with everything near it that may name a part."""
    full = directory(name[0] for name in names_in(text)).full
    for sentence in sentences:
        told = [*figures(text, sentence.start, sentence.end)]
        named = [Mention(m.span, full(m.text)) for m in _named(text, sentence, people)]
        for mention in named:
            near = [f for f in told if not f.span.overlaps(mention.span) and _gap(mention.span, f.span) <= _FAR]
            for figure in near:
                features = frozenset(_features(text, sentence, mention, figure, named, told))
                yield Pair(mention.text, mention.span, figure, features)


def _named(text: str, sentence: Span, people: Sequence[Mention]) -> Iterator[Mention]:
    """The names of a sentence: those of people known, and all others shaped like one."""
    known = [m for m in people if m.span in sentence]
    yield from known
    for name in names_in(text, sentence.start, sentence.end):
        span = Span(*name.span())
        if not any(span.overlaps(m.span) for m in known):
            yield Mention(span, clean_name(name[0]))


def _gap(name: Span, part: Span) -> int:
    return max(part.start - name.end, name.start - part.end)


def _features(
    text: str, sentence: Span, mention: Mention, part: Figure, named: Sequence[Mention], told: Sequence[Figure]
) -> Iterator[str]:
    """What tells whether a part is the bearer's of a name."""
    name, span = mention.span, part.span
    first, second = (span, name) if span.start < name.start else (name, span)
    side = "<" if first is span else ">"
    start, end = first.end, second.start
    yield from (f"{side}{f}" for f in _path(text, start, end, named, told))
    yield from (f"{side}{f}" for f in _around(text, sentence, name, span, part))
    yield from _looks(text, mention, part, named)


def _path(text: str, start: int, end: int, named: Sequence[Mention], told: Sequence[Figure]) -> Iterator[str]:
    """What the words between the two say, whole, without asides, and one by one."""
    plain = _blotted(text, start, end, named, ())
    path = words(plain)
    yield f"far={min(len(path), 12) if len(path) < 5 else min(len(path), 12) // 3 * 3 + 1}"
    bare = words(_ASIDE.sub(" ", plain))
    shape = words(_ASIDE.sub(" ", _blotted(text, start, end, named, [f.span for f in told])))
    for kind, them in (("path", path), ("bare", bare), ("shape", shape)):
        yield f"{kind}={' '.join(them) if len(them) <= _LONG else '…'}"
    yield from (f"m={word}" for word in path[:10])
    if path:
        yield f"m0={path[0]}"
        yield f"m1={path[-1]}"
        yield f"m01={' '.join(path[:2])}"
        yield f"m11={' '.join(path[-2:])}"
        yield f"m02={' '.join(path[:1] + path[-1:])}"
    yield f"people={min(plain.count(SOMEBODY), 2)}"
    yield f"figures={min(sum(start <= f.span.start and f.span.end <= end for f in told), _LAST)}"


def _around(text: str, sentence: Span, name: Span, span: Span, part: Figure) -> Iterator[str]:
    """The words before and behind the name and the part."""
    for kind, place in (("n", name), ("p", span)):
        left = ["<>", "<>", *words(text[sentence.start : place.start])[-3:]]
        right = [*words(text[place.end : sentence.end])[:3], "<>", "<>"]
        yield f"{kind}b={left[-1]}"
        yield f"{kind}bb={left[-2]} {left[-1]}"
        yield f"{kind}a={right[0]}"
        yield f"{kind}aa={right[0]} {right[1]}"
        yield f"{kind}ba={left[-1]} {right[0]}"
    first = min(name.start, span.start)
    yield from {f"w={word}" for word in words(text[sentence.start : first])[-10:]}
    yield f"opener={part.opener}{'' if part.name.islower() else '+X'}"


def _looks(text: str, mention: Mention, part: Figure, named: Sequence[Mention]) -> Iterator[str]:
    """What name and part look like by themselves."""
    head = part.name.rsplit(" ", 1)[-1]
    yield f"words={len(part.name.split())}"
    if part.name[:1].isupper():
        yield f"part=X given={is_full_name(part.name)} known={any(m.span.overlaps(part.span) for m in named)}"
        yield f"told={min(text.count(head), _LAST)}"
    else:
        yield f"head={head}"
        yield f"ending={head[-3:]}"
        yield f"size={len(part.span.of(text).split())}"
    yield f"name={min(mention.text.count(' '), 2)} given={is_full_name(mention.text)}"
    yield f"short={mention.span.of(text) != mention.text}"


def _blotted(text: str, start: int, end: int, named: Sequence[Mention], told: Sequence[Span]) -> str:
    """The words from `start` to `end`, with a mark for each name, and for what else may name a part."""
    marks = [(m.span, SOMEBODY) for m in named]
    marks += [(span, _PHRASE) for span in told if not any(span.overlaps(s) for s, _ in marks)]
    pieces = []
    for span, mark in sorted(marks):
        if start <= span.start and span.end <= end:
            pieces += [text[start : span.start], mark]
            start = span.end
    return "".join([*pieces, text[start:end]])
