"""Reviewers' prose: a sentence in, the credits that praise and blame give away out ("A delivers a fine performance")."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from kg.annotate.credits import Found
from kg.annotate.cues import credits_of, verb_words
from kg.annotate.parts import role_at
from kg.annotate.subjects import name_groups
from kg.lexis.names import NAME
from kg.lexis.words import alternation
from kg.model import Span

_OWNER: Final = re.compile(rf"(?P<name>{NAME})['’]s\s(?:[\w-]+\s){{0,3}}?[\"“‘*_]?$")
_AS: Final = re.compile(r"\bas\s(?=(?:the|an?|his|her|their)\s|[A-Z])")
_PRONOUN: Final = re.compile(
    r"\b(?P<pronoun>[Hh]e|[Ss]he)\s(?:also\s|both\s)?(?P<verbs>(?:co-)?(?:directs|directed|writes|wrote|produces|produced|scripted|edits|edited|scored|stars|co-stars|co-writes)"
    r"(?:(?:,\s(?:and\s)?|\sand\s)(?:also\s)?(?:co-)?(?:directs|directed|writes|wrote|produces|produced|scripted|edits|edited|scored|stars|co-stars|co-writes))*)\s(?:it|this|the\s(?:film|movie|picture|thing)|and\s|in\s)"
)


_ADVERB: Final = (
    r"(?:(?:both|also|again|really|certainly|clearly|always|simply|absolutely|never|each|all|once|as|usual|especially)\s)*"
)
_WORDS: Final = r"(?:[\w-]+\s)"
_AS_PART: Final = r"as\s(?=(?:the|an?|his|her|their)\s|[A-Z])"


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any entry of one list of critique.toml, as a whole word."""
    return re.compile(rf"\b{_any(name)}\b", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    praise = (
        rf",\sas\s(?=(?:the|an?|his|her)\s|[A-Z])[^.;,]{{3,40}},"
        rf"|,?\s{_ADVERB}(?:{_any('gives')}\s(?:[^.;,]{{0,60}}?\b)?{_any('performance')}\b"
        rf"|(?:is|are|was|were|isn['’]t|wasn['’]t|looks?)\s{_ADVERB}{_any('praised')}(?=[\s,.;!])|{_any('together')}\b)"
        rf"|['’]s?\s{_WORDS}{{0,3}}?{_any('possessed')}\b|['’]s?\s{_WORDS}{{0,3}}?{_any('figure')}\b"
        rf"|,\san?\s{_WORDS}{{0,4}}?{_any('figure')}\swho\b"
    )
    return {
        "actor": re.compile(praise, re.IGNORECASE),
        "director": re.compile(rf"['’]s?\s{_WORDS}{{0,2}}?{_any('directs')}\b", re.IGNORECASE),
        "screenwriter": re.compile(rf"['’]s?\s{_WORDS}?{_any('writes')}\b", re.IGNORECASE),
    }


@cache
def _any(name: str) -> str:
    return alternation(tomllib.loads((Path(__file__).parent / "critique.toml").read_text(encoding="utf-8"))[name])


def before_title() -> re.Pattern[str]:
    """What comes before the title of another film that a reviewer brings up ("reminds me of")."""
    return phrases("before_title")


def read_critique(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """Credits of the people whose work the sentence judges; a single name must be known from elsewhere."""
    for names in name_groups(text, start, end):
        if not all(n.of(text) in known or " " in n.of(text) for n in names):
            continue
        for relation in ("actor", "director", "screenwriter"):
            if match := _patterns()[relation].match(text, names[-1].end, end):
                role = _role(text, match, end) if relation == "actor" and len(names) == 1 else None
                for name in names if relation == "actor" else names[-1:]:
                    yield Found(relation, name, Span(names[0].start, match.end()), f"{relation}.review", role)


def _role(text: str, match: re.Match[str], end: int) -> Span | None:
    """The role behind "is terrific as …", and in "A, as the widow, is …"."""
    lead = _AS.search(text, match.start(), min(end, match.end() + 30))
    return role_at(text, lead.end(), end) if lead else None


def read_possessive(text: str, start: int, end: int, title: str) -> Iterator[Found]:
    """The director by possessive before the film's own title ("Ana Ruiz's Harbour")."""
    at = text.find(title, start, end) if title else -1
    while at >= 0:
        before = text[max(start, at - 60) : at]
        if (match := _OWNER.search(before)) and match["name"] not in title and " " in match["name"]:
            offset = max(start, at - 60)
            name = Span(offset + match.start("name"), offset + match.end("name"))
            yield Found("director", name, Span(name.start, at + len(title)), "director.review")
        at = text.find(title, at + 1, end)


def read_pronouns(text: str, start: int, end: int, people: list[Span]) -> Iterator[Found]:
    """Credits of "he directs and co-writes it", where only one person has been named before."""
    for match in _PRONOUN.finditer(text, start, end):
        before = [p for p in people if p.end <= match.start()]
        if len({p.of(text).split(" ")[-1] for p in before}) != 1:
            continue
        for word in verb_words().finditer(match["verbs"]):
            for relation in credits_of("verb", word[0]):
                yield Found(relation, before[-1], Span(*match.span()), f"{relation}.pronoun")
