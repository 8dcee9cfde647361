"""What reviewers say of "he" and "she": a sentence and the people named before it in, credits out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.critics import phrases
from kg.annotate.cues import credits_of, verb_words
from kg.lexis.roles import role_at
from kg.model import Span

_MAKING: Final = (
    r"(?:co-)?(?:directs|directed|writes|wrote|produces|produced|scripted|edits|edited|scored|stars|co-stars"
    r"|co-writes)"
)
_PRONOUN: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he)\s(?:also\s|both\s)?(?P<verbs>{_MAKING}(?:(?:,\s(?:and\s)?|\sand\s)(?:also\s)?{_MAKING})*)"
    r"\s(?:it|this|the\s(?:film|movie|picture|thing)|and\s|in\s)"
)
_PLAYING_PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he)\s(?:also\s)?(?:plays|played)\s(?!with\b|out\b|off\b)")
_JUDGED_PRONOUN: Final = re.compile(  # "he is totally miscast as the captain"
    r"\b(?:[Hh]e|[Ss]he)(?:\s(?:is|was|makes|does|shines|excels|has)|['’]s)\s[^.;,]{0,40}?\bas\s(?=(?:the|an?|his"
    r"|her)\s|[A-Z])"
)
_NEAR: Final = 40  # code points before a pronoun in which whom it means is named, and nobody else


def read_pronouns(text: str, start: int, end: int, people: list[Span]) -> Iterator[Found]:
    """Credits of "he directs and co-writes it" and "she plays Holt", where only one person can be meant."""
    for match in _PRONOUN.finditer(text, start, end):
        if name := _meant([p for p in people if p.end <= match.start()], text):
            for word in verb_words().finditer(match["verbs"]):
                for relation in credits_of("verb", word[0]):
                    yield Found(relation, name, Span(*match.span()), f"{relation}.pronoun")
    for match in _PLAYING_PRONOUN.finditer(text, start, end):
        if name := _meant([p for p in people if match.start() - _NEAR <= p.end <= match.start()], text):
            yield Found("actor", name, Span(*match.span()), "actor.pronoun", role_at(text, match.end(), end))


def read_judged_pronouns(text: str, start: int, end: int, people: list[Span]) -> Iterator[Found]:
    """The part in "he is totally miscast as the captain", where only one person can be meant."""
    for match in _JUDGED_PRONOUN.finditer(text, start, end):
        name = _meant([p for p in people if p.end <= match.start()], text)
        if name and phrases("praised").search(match[0]):
            yield Found("actor", name, Span(*match.span()), "actor.pronoun", role_at(text, match.end(), end))


def _meant(people: list[Span], text: str) -> Span | None:
    """The last of these mentions, where all are of one person."""
    return people[-1] if len({p.of(text).split(" ")[-1] for p in people}) == 1 else None
