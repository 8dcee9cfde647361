"""Sentence in; the stretches that its writer does not assert (wishes, denials, rumours, plans) out."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.prefilter import Prefiltered, prefiltered
from kg.lexis.words import alternation
from kg.model import Sentence, Span, Stance, Status

_BREAK: Final = re.compile(
    r";\s|,\s(?:but|and|while|although|though|whereas|so|until)\s|\s(?:before|until)\s(?=[A-Z])"
    r"|,\s(?=(?:who|which)\s(?:was|is|had|has)\s(?:also|then|later)\b|(?:it|the\sfilm)\s(?:stars|is|was|features|follows)\b)"
)
_VERB: Final = re.compile(r"\b(?:is|was|are|were|has|had|stars?|starred|tells|follows)\b")
_ASKS: Final = re.compile(
    r"(?:Is|Are|Was|Were|Did|Do|Does|Has|Had|Have|Can|Could|Would|Should|Will|Who|What|Why|How|Where)\s"
)
_DISBELIEF: Final = re.compile(r"[?!]{2}$")  # "Ana Ruiz as a nun??"
_START: Final = re.compile(r",\s|\s(?:with|and|that|when|after|as)\s")
_STOP: Final = re.compile(r"[,;.]")


@cache
def _patterns() -> tuple[tuple[Status, str, Prefiltered], ...]:
    """Each status with a reach and the words that have it."""
    said = tomllib.loads((Path(__file__).parent / "stances.toml").read_text(encoding="utf-8"))
    return tuple(
        (Status(name), reach, prefiltered(r"\b" + alternation([_opened(w) for w in words]) + r"(?!\w)"))
        for name, reaches in said.items()
        for reach, words in reaches.items()
    )


def _opened(words: str) -> str:
    """The words with a first letter of either case."""
    return f"(?i:{words[0]}){words[1:]}" if words[0].isalpha() else words


def stances(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Stance]:
    """One stance for each clause that has a cue, as far as the cue reaches."""
    for sentence in sentences:
        if _is_question(text, sentence.span):
            yield Stance(sentence.span, Status.HYPOTHETICAL)
            continue
        for clause in _clauses(text, sentence.span):
            found = ((status, reach, p.search(text, clause.start, clause.end)) for status, reach, p in _patterns())
            if first := next(((status, reach, cue) for status, reach, cue in found if cue), None):
                status, reach, cue = first
                yield Stance(_reach(text, clause, cue, reach), status)


def _is_question(text: str, sentence: Span) -> bool:
    """Whether a sentence asks; a question mark may also be the end of a title that a statement ends with."""
    if text[sentence.end - 1] != "?" or (
        _DISBELIEF.search(text, sentence.start, sentence.end) and not _ASKS.match(text, sentence.start)
    ):
        return False
    return bool(_ASKS.match(text, sentence.start)) or not _VERB.search(text, sentence.start, sentence.end)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start() + 1)
        start = match.start() + 1
    yield Span(start, sentence.end)


def _reach(text: str, clause: Span, cue: re.Match[str], reach: str) -> Span:
    """The stretch of a clause that a cue takes back."""
    if reach == "clause":
        return clause
    if reach == "before":
        starts = [match.end() for match in _START.finditer(text, clause.start, cue.start())]
        return Span(starts[-1] if starts else clause.start, cue.end())
    stop = _STOP.search(text, cue.end(), clause.end)
    return Span(cue.start(), stop.start() if stop else clause.end)
