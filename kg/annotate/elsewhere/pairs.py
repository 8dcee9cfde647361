"""Someone named near another film: their places in; what the words between them show, as features, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.annotate.prose import OTHER as PERSON
from kg.annotate.surroundings import words
from kg.model import Span

FILM: Final = "◇"  # blots the titles of other films
_JOINTS: Final = frozenset({",", "and", "&", "or", "plus"})
_STEPS: Final = (0, 1, 2, 4, 7, 12)  # words between
_FEW: Final = 4
_NEAR: Final = 6
_PLACES: Final = 3  # where the same two stand nearest


class Topic(NamedTuple):
    """A film that is brought up, or someone, at one place, with features of its own."""

    name: str
    span: Span
    signs: frozenset[str]


class Pair(NamedTuple):
    """A film and someone named near it, where they are nearest, with all that their places show."""

    film: Topic
    person: Topic
    features: frozenset[str]


class _Met(NamedTuple):
    gap: int
    film: Topic
    person: Topic
    shown: set[str]


def paired(
    blotted: str, sentences: Sequence[Span], films: Sequence[Topic], people: Sequence[Topic]
) -> Mapping[tuple[str, str], Pair]:
    """Each film and person named in one sentence or in neighbours, by their names."""
    met: defaultdict[tuple[str, str], list[_Met]] = defaultdict(list)
    for meeting in _meetings(blotted, sentences, films, people):
        met[meeting.film.name, meeting.person.name].append(meeting)
    return {
        names: _pair(sorted(found, key=lambda m: (m.gap, m.film.span, m.person.span))) for names, found in met.items()
    }


def _meetings(
    blotted: str, sentences: Sequence[Span], films: Sequence[Topic], people: Sequence[Topic]
) -> Iterator[_Met]:
    named = [[p for p in people if p.span in sentence] for sentence in sentences]
    for number, sentence in enumerate(sentences):
        for film in (film for film in films if film.span in sentence):
            for turn in (-1, 0, 1):
                near = named[number + turn] if 0 <= number + turn < len(sentences) else []
                for person in near:
                    gap = abs(turn) * len(blotted) + abs(film.span.start - person.span.start)
                    shown = _between(blotted, film.span, person.span, turn)
                    rivals = _rivals(film, person, films, people)
                    yield _Met(gap, film, person, {*shown, *rivals})


def _pair(met: Sequence[_Met]) -> Pair:
    """The features of all the places where two meet, the nearest counted."""
    _, film, person, _ = met[0]
    shown = {sign for meeting in met[:_PLACES] for sign in meeting.shown}
    shown |= {f"film {sign}" for sign in film.signs} | {f"person {sign}" for sign in person.signs}
    return Pair(film, person, frozenset(shown))


def _between(blotted: str, film: Span, person: Span, turn: int) -> Iterator[str]:
    """The features of the words between two places; `turn` counts sentences from the film to the person."""
    ahead = person < film
    left, right = (person, film) if ahead else (film, person)
    said = words(blotted[left.end : right.start])
    bare = _bared(said, *((PERSON, FILM) if ahead else (FILM, PERSON)))
    order = f"{'person first' if ahead else 'film first'} {turn}"
    yield order
    yield f"{order} far={sum(len(bare) > step for step in _STEPS)}"
    yield f"{order} people={min(said.count(PERSON), 2)} films={min(said.count(FILM), 2)}"
    yield f"{order} others={PERSON in bare} {FILM in bare}"
    yield f"{order} listed={len(said) > len(bare)}"
    if len(bare) <= _FEW:
        yield f"{order} all={' '.join(bare)}"
    yield f"{order} from={' '.join(bare[:2])}"
    yield f"{order} to={' '.join(bare[-2:])}"
    yield f"{order} first={''.join(bare[:1])}"
    yield f"{order} last={''.join(bare[-1:])}"
    yield from (f"{order} word={word}" for word in (*bare[:_NEAR], *bare[-_NEAR:]))


def _bared(said: Sequence[str], start: str, end: str) -> list[str]:
    """These words without what is joined to the places at either end: "A, B and" before C."""
    bare = [*said]
    while len(bare) > 1 and bare[0] in _JOINTS and start in bare[1:3]:
        del bare[: bare.index(start) + 1]
    while len(bare) > 1 and bare[-1] in _JOINTS and end in bare[-3:-1]:
        del bare[len(bare) - 1 - bare[::-1].index(end) :]
    return bare


def _rivals(film: Topic, person: Topic, films: Iterable[Topic], people: Iterable[Topic]) -> Iterator[str]:
    """Whether another film or another person stands between the two."""
    left, right = sorted((film.span, person.span))
    order = "person" if left == person.span else "film"
    nearer, rival = (any(left.end <= other.span.start < right.start for other in others) for others in (films, people))
    yield f"{order} first nearer={nearer} rival={rival}"
