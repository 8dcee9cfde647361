"""A review's sentences and people in; every name with everything near it that may name its bearer's part, out.

A pair carries what tells whether the two belong together: the words between them, whole, without asides and one by
one; the words around; what the part looks like; what the rules for single forms ("Holt (Maria Lund)") say of both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kg.annotate.credits.characters import is_titled
from kg.annotate.credits.found import Found
from kg.annotate.people import directory
from kg.annotate.reviews.candidates import Candidate, candidates
from kg.annotate.surroundings import SOMEBODY, blotted, words
from kg.lexis.given import is_full_name
from kg.lexis.names import clean_name, names_in
from kg.model import Mention, Span

_FAR: Final = 150  # letters between a name and its part
_SHORT, _LONG = 5, 12  # words between that are counted one by one, and at all
_TOLD: Final = 6  # words between that are told as a whole
_MOST: Final = 3  # of what is counted
_ASIDE: Final = re.compile(r"\([^()]*\)|,\s[^,;()]*,(?=\s[a-z])|\s[—–-]\s[^—–]*\s[—–-](?=\s)")
_ROUND: Final = str.maketrans("[]", "()")  # as the weights know brackets
_SOMETHING: Final = "◊"  # blots what else may name a part


class Pair(NamedTuple):
    """A name, by the fullest form that the review has, and what may be its bearer's part."""

    person: str
    name: Span
    part: Candidate
    features: frozenset[str]


_Marks = list[tuple[Span, str]]
_Role = tuple[str, Span]  # whose it is, and its words


class _Sentence(NamedTuple):
    """A sentence with the names in it and with all that may name a part, and what blots them, in their order."""

    text: str
    span: Span
    named: tuple[Mention, ...]
    told: tuple[Candidate, ...]
    names: _Marks
    marks: _Marks  # for what may name a part as well

    @classmethod
    def of(cls, text: str, span: Span, named: tuple[Mention, ...]) -> "_Sentence":
        """The sentence of these words."""
        told = tuple(candidates(text, span.start, span.end))
        names = [(mention.span, SOMEBODY) for mention in named]
        things = [(c.span, _SOMETHING) for c in told if not any(c.span.overlaps(m.span) for m in named)]
        return cls(text, span, named, told, sorted(names), sorted([*names, *things]))


def pairs(
    text: str, sentences: Iterable[Span], people: Sequence[Mention], stated: Mapping[str, Sequence[Found]]
) -> Iterator[Pair]:
    """All pairs of these sentences; `stated` are the credits that the document states of each person."""
    full = directory(name[0] for name in names_in(text)).full
    roles = [(name, f.role) for name, made in stated.items() for f in made if f.role]
    text = text.translate(_ROUND)
    for span in sentences:
        named = tuple(Mention(m.span, full(m.text)) for m in _named(text, span, people))
        sentence = _Sentence.of(text, span, named)
        for mention in named:
            for part in sentence.told:
                if not part.span.overlaps(mention.span) and _gap(mention.span, part.span) <= _FAR:
                    shown = frozenset(
                        [
                            *_features(sentence, mention, part),
                            *_stated(mention, part, stated.get(mention.text, ()), roles),
                        ]
                    )
                    yield Pair(mention.text, mention.span, part, shown)


def _named(text: str, sentence: Span, people: Sequence[Mention]) -> Iterator[Mention]:
    """The names of a sentence: those of people known, and all others shaped like one."""
    known = [m for m in people if m.span in sentence]
    yield from known
    for name in names_in(text, sentence.start, sentence.end):
        span = Span(*name.span())
        if not is_titled(name[0]) and not any(span.overlaps(m.span) for m in known):
            yield Mention(span, clean_name(name[0]))


def _gap(name: Span, part: Span) -> int:
    return max(part.start - name.end, name.start - part.end)


def _features(sentence: _Sentence, mention: Mention, part: Candidate) -> Iterator[str]:
    """What the sentence shows of the pair, all but the looks by whether the part stands before the name."""
    first, second = sorted([mention.span, part.span], key=lambda span: span.start)
    side = "<" if first is part.span else ">"
    yield from _path(side, sentence, first.end, second.start)
    yield from _around(f"{side}n", sentence.text, sentence.span, mention.span)
    yield from _around(f"{side}p", sentence.text, sentence.span, part.span)
    yield from _ahead(side, sentence.text, sentence.span.start, first.start)
    yield f"{side}opener={part.opener}{'' if part.name.islower() else '+X'}"
    yield from _looks(sentence, mention, part)


def _path(side: str, sentence: _Sentence, start: int, end: int) -> Iterator[str]:
    """What the words between the two say."""
    plain = blotted(sentence.text, start, end, sentence.names)
    path = words(plain)
    bare = words(_ASIDE.sub(" ", plain))
    shape = words(_ASIDE.sub(" ", blotted(sentence.text, start, end, sentence.marks)))
    for kind, them in (("path", path), ("bare", bare), ("shape", shape)):
        yield f"{side}{kind}={' '.join(them) if len(them) <= _TOLD else '…'}"
    far = min(len(path), _LONG)
    yield f"{side}far={far if far < _SHORT else far // 3 * 3 + 1}"
    yield from [f"{side}m={word}" for word in path[:10]]
    if path:
        yield from (f"{side}m0={path[0]}", f"{side}m01={' '.join(path[:2])}", f"{side}m0-1={path[0]} {path[-1]}")
        yield from (f"{side}m-1={path[-1]}", f"{side}m-2={' '.join(path[-2:])}")
    yield f"{side}people={min(plain.count(SOMEBODY), _MOST)}"
    yield f"{side}parts={min(sum(start <= c.span.start and c.span.end <= end for c in sentence.told), _MOST)}"


@lru_cache(maxsize=1 << 10)  # each name stands in several pairs, and each part
def _around(mark: str, text: str, sentence: Span, span: Span) -> tuple[str, ...]:
    """The words before and behind the name or the part."""
    left = ["<>", "<>", *words(text[sentence.start : span.start])]
    right = [*words(text[span.end : sentence.end]), "<>", "<>"]
    before = f"{mark}b={left[-1]}", f"{mark}bb={left[-2]} {left[-1]}"
    behind = f"{mark}a={right[0]}", f"{mark}aa={right[0]} {right[1]}"
    return *before, *behind, f"{mark}ba={left[-1]} {right[0]}"


@lru_cache(maxsize=1 << 8)
def _ahead(side: str, text: str, start: int, end: int) -> list[str]:
    """The words of the sentence before both."""
    return [f"{side}w={word}" for word in words(text[start:end])[-10:]]


def _looks(sentence: _Sentence, mention: Mention, part: Candidate) -> Iterator[str]:
    """What name and part look like by themselves."""
    head = part.name.rsplit(" ", 1)[-1]
    yield f"words={len(part.name.split())}"
    if part.name[:1].isupper():
        known = any(m.span.overlaps(part.span) for m in sentence.named)
        yield f"part=X given={is_full_name(part.name)} known={known}"
        yield f"told={min(sentence.text.count(head), _MOST)}"
    else:
        yield from (f"head={head}", f"ending={head[-3:]}")
    yield f"name={min(mention.text.count(' '), 2)} given={is_full_name(mention.text)}"
    yield f"short={mention.span.of(sentence.text) != mention.text}"


def _stated(mention: Mention, part: Candidate, stated: Iterable[Found], roles: Iterable[_Role]) -> Iterator[str]:
    """What rules say of the two, together and apart; `roles` are those that they give to anybody."""
    for found in stated:
        if found.relation != "actor":
            yield f"is={found.relation}"
        elif found.role is None:
            yield f"acts={found.rule}"
        elif found.role.overlaps(part.span):
            yield from ("rule", f"rule={found.rule}", f"end={found.role.end == part.span.end}")
        else:
            yield "other"
    if any(role.overlaps(part.span) and name != mention.text for name, role in roles):
        yield "taken"
