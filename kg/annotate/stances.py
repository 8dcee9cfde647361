"""Sentence in; the stretches that its writer does not assert (wishes, denials, rumours, plans) out."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.lexis.words import alternation
from kg.model import Sentence, Span, Stance, Status

_BREAK = re.compile(r";\s|,\s(?:but|and|while|although|though|whereas|so|until)\s")


@cache
def _patterns() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    said = tomllib.loads((Path(__file__).parent / "stances.toml").read_text(encoding="utf-8"))
    return tuple(
        (Status(name), re.compile(r"\b" + alternation(words) + r"(?!\w)", re.IGNORECASE))
        for name, words in said.items()
    )


def stances(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Stance]:
    """One stance for each clause that has a cue; a hedge reaches from its word to the next comma only."""
    for sentence in sentences:
        for clause in _clauses(text, sentence.span):
            for status, pattern in _patterns():
                if cue := pattern.search(text, clause.start, clause.end):
                    yield Stance(_reach(text, clause, cue, status), status)
                    break


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start() + 1)
        start = match.start() + 1
    yield Span(start, sentence.end)


def _reach(text: str, clause: Span, cue: re.Match[str], status: Status) -> Span:
    if status is not Status.HEDGED:
        return clause
    stop = re.compile(r"[,;.]").search(text, cue.end(), clause.end)
    return Span(cue.start(), stop.start() if stop else clause.end)
