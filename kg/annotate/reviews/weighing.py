"""Whom a review credits without saying so in so many words: people in, its likeliest director and actors out.

What single sentences state is read elsewhere. Here every place where someone is named counts for or against them, as
it does for a reader: "Greer's backstage comedy", "a screen couple for the ages", "kudos to".
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from kg.annotate.credits.found import Found
from kg.annotate.prose import BLOT, OTHER
from kg.lexis.given import is_full_name
from kg.lexis.words import alternation
from kg.model import Mention, Span

_ENOUGH_TO_DIRECT: Final = 3
_LEAD: Final = 2  # by which the likeliest must outweigh the next
_ACTS: Final = 3  # what it costs a director to be an actor
_ENOUGH_TO_ACT: Final = 2
_SIGN: Final = 1  # that at least one place must give
_BEFORE, _BEHIND = 90, 110  # code points beside a name that may hold a sign

_CLAUSE: Final = re.compile(r"[,;:.]\s|$")
_BACK: Final = re.compile(r"\b(?:has|have|is|are|here|now|this|but)\b")
_OF_OLD: Final = re.compile(rf"\b(?:from|by)\s[\"“]?{OTHER}+[\"”]?['’]s\s$")  # "the new film from Two Tides's A"
_KNOWN_FOR: Final = re.compile(r"\s\([\"“‘]?(?P<words>[^\sa-z(][^()]{2,70})\)")
_JOINED: Final = re.compile(r"(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)")
_HIS_FILM: Final = re.compile(rf"\b(?:[Hh]is|[Hh]er)\s[\"“]?{BLOT}")  # "His Low Tide takes its time"
_PRONOUN: Final = re.compile(r"(?:\b(?:He|She)|(?:(?<=[,;:—–]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=[—–]))(?:he|she))(?=\s)")
_Signs: TypeAlias = list[tuple[int, re.Pattern[str]]]


class Place(NamedTuple):
    """Where someone is named or meant, and what stands beside the name, or beside all the names it is joined to."""

    name: Span
    person: str
    before: str
    behind: str
    cue: Span  # the words that evidence quotes: from the name to the end of the clause


def read_places(text: str, sentence: Span, people: Sequence[Mention]) -> Iterator[Place]:
    """The places of a sentence that speak of one of these people, by full or short name or by a pronoun of theirs.

    `people` are those named in the sentence, and right before it.
    """
    inside = [m for m in people if m.span in sentence and " " in m.text and not _is_elsewhere(text, sentence, m.span)]
    for group in _joined(text, inside):
        start, end = group[0].span.start, group[-1].span.end
        before, behind = text[max(sentence.start, start - _BEFORE) : start], _behind(text, end, sentence)
        yield from (Place(m.span, m.text, before, behind, _clause(text, start, end, sentence)) for m in group)
    for owned in _HIS_FILM.finditer(text, sentence.start, sentence.end):
        meant = [m for m in people if m.span.end <= owned.start()]
        if meant and len({m.text for m in meant}) == 1:
            cue = _clause(text, meant[-1].span.start, owned.end(), sentence)
            yield Place(meant[-1].span, meant[-1].text, "", "'s " + BLOT, cue)
    for pronoun in _PRONOUN.finditer(text, sentence.start, sentence.end):
        meant = [m for m in people if m.span.end <= pronoun.start()]
        if meant and len({m.text for m in meant}) == 1:
            cue = _clause(text, meant[-1].span.start, pronoun.end(), sentence)
            yield Place(meant[-1].span, meant[-1].text, "", _behind(text, pronoun.end(), sentence), cue)


def _is_elsewhere(text: str, sentence: Span, name: Span) -> bool:
    """Whether a name stands behind another film's title, and no verb between them leads back to the film."""
    title = text.rfind(OTHER, sentence.start, name.start)
    return title >= 0 and not _BACK.search(text, title, name.start) and not _OF_OLD.search(text, 0, name.start)


def _behind(text: str, end: int, sentence: Span) -> str:
    """The words behind a name, and behind a bracket that names no player of theirs."""
    known_for = _KNOWN_FOR.match(text, end, sentence.end)
    start = known_for.end() if known_for and not is_full_name(known_for["words"]) else end
    return text[start : min(sentence.end, start + _BEHIND)]


def _clause(text: str, start: int, end: int, sentence: Span) -> Span:
    """From the first name to the end of the clause behind the last."""
    stop = _CLAUSE.search(text, end, sentence.end)
    return Span(start, max(end, stop.start() if stop else end))


def _joined(text: str, people: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The people whose names stand joined: "A, B and C"."""
    group: list[Mention] = []
    for mention in people:
        if group and not _JOINED.fullmatch(text, group[-1].span.end, mention.span.start):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


@cache
def _signs(credit: str, side: str) -> _Signs:
    """The signs of one side with their weights: those before a name end at it, those behind it begin there."""
    said = tomllib.loads((Path(__file__).parent / "weighing.toml").read_text(encoding="utf-8"))[credit][side]
    form = r"^{}" if side == "behind" else r"{}(?:\s|(?<=[(\"“‘—–*_◌]))$"
    return [(int(weight), re.compile(form.replace("{}", alternation(words)))) for weight, words in said.items()]


def weighed(places: Sequence[Place], credited: Mapping[str, set[str]]) -> Iterator[Found]:
    """Credits of those whom a text names at `places`; `credited` has what it states of whom already."""
    made = {person for person, relations in credited.items() if relations}
    if not any("director" in relations for relations in credited.values()) and (
        director := _director(places, credited)
    ):
        made.add(director.person)
        yield Found("director", director.name, director.cue, "director.weighed")
    for person, weights in _votes([p for p in places if p.person not in made], "actor").items():
        best = _best(weights)
        total = sum(w for w, _ in weights) + (1 if is_full_name(person) else -1)
        if total >= _ENOUGH_TO_ACT and max(w for w, _ in weights) >= _SIGN:
            yield Found("actor", best.name, best.cue, "actor.weighed")


def _director(places: Sequence[Place], credited: Mapping[str, set[str]]) -> Place | None:
    """Where the person is named who by all signs made the film, if one stands out."""
    votes = _votes(places, "director")
    totals = {p: sum(w for w, _ in votes[p]) - (_ACTS if "actor" in credited.get(p, ()) else 0) for p in votes}
    ranked = sorted(votes, key=lambda p: (-totals[p], _best(votes[p]).name.start))
    if not ranked or totals[ranked[0]] < _ENOUGH_TO_DIRECT or max(w for w, _ in votes[ranked[0]]) < _SIGN:
        return None
    if len(ranked) > 1 and totals[ranked[0]] - totals[ranked[1]] < _LEAD:
        return None
    return _best(votes[ranked[0]])


def _votes(places: Sequence[Place], credit: str) -> dict[str, list[tuple[int, Place]]]:
    """What every place weighs for a credit, a person."""
    votes: defaultdict[str, list[tuple[int, Place]]] = defaultdict(list)
    for place in places:
        weight = _heaviest(_signs(credit, "before"), place.before) + _heaviest(_signs(credit, "behind"), place.behind)
        votes[place.person].append((weight, place))
    return votes


def _best(weights: Sequence[tuple[int, Place]]) -> Place:
    """The place with the heaviest sign, the first of several."""
    return max(weights, key=lambda v: (v[0], -v[1].name.start))[1]


def _heaviest(signs: _Signs, words: str) -> int:
    """The heaviest sign for in these words, less what speaks most against."""
    held = [weight for weight, sign in signs if sign.search(words)]
    return max((w for w in held if w > 0), default=0) + min((w for w in held if w < 0), default=0)
