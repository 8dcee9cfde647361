"""Where a review speaks of people: a sentence in; each place with the words that weigh for or against a credit out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.annotate.prose import BLOT, OTHER
from kg.lexis.given import is_full_name
from kg.model import Mention, Span

_BEFORE, _BEHIND = 90, 110  # code points beside a name that may hold a sign
_CLAUSE: Final = re.compile(r"[,;:.]\s|$")
_BACK: Final = re.compile(r"\b(?:has|have|is|are|here|now|this|but)\b")
_OF_OLD: Final = re.compile(rf"\b(?:from|by)\s[\"“]?{OTHER}+[\"”]?['’]s\s$")  # "the new film from Two Tides's A"
_KNOWN_FOR: Final = re.compile(r"\s\([\"“‘]?(?P<words>[^\sa-z(][^()]{2,70})\)")
_JOINED: Final = re.compile(r"(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)")
_HIS_FILM: Final = re.compile(rf"\b(?:[Hh]is|[Hh]er)\s[\"“]?{BLOT}")  # "His Low Tide takes its time"
_PRONOUN: Final = re.compile(r"(?:\b(?:He|She)|(?:(?<=[,;:—–]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=[—–]))(?:he|she))(?=\s)")


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
        yield from _meant(text, sentence, people, owned, f"'s {BLOT}")
    for pronoun in _PRONOUN.finditer(text, sentence.start, sentence.end):
        yield from _meant(text, sentence, people, pronoun, _behind(text, pronoun.end(), sentence))


def _meant(
    text: str, sentence: Span, people: Sequence[Mention], pronoun: re.Match[str], behind: str
) -> Iterator[Place]:
    """The place of a pronoun, where only one person can be meant."""
    named = [m for m in people if m.span.end <= pronoun.start()]
    if len({m.text for m in named}) == 1:
        name, cue = named[-1], _clause(text, named[-1].span.start, pronoun.end(), sentence)
        yield Place(name.span, name.text, "", behind, cue)


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
