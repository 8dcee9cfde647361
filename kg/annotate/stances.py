"""Sentence in; the stretches that its writer does not assert (wishes, denials, rumours, plans) out."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.lexis.words import alternation
from kg.model import Sentence, Stance, Status


@cache
def _patterns() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    said = tomllib.loads((Path(__file__).parent / "stances.toml").read_text(encoding="utf-8"))
    return tuple(
        (Status(name), re.compile(r"\b" + alternation(words) + r"(?!\w)", re.IGNORECASE))
        for name, words in said.items()
    )


def stances(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Stance]:
    """At most one stance a sentence, over all of it: the first of denied, hypothetical, hearsay, hedged that has a cue."""
    for sentence in sentences:
        for status, pattern in _patterns():
            if pattern.search(text, sentence.span.start, sentence.span.end):
                yield Stance(sentence.span, status)
                break
