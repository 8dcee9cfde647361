"""Reviewers' prose: a sentence in, the credits that praise and blame give away out ("A delivers a fine turn")."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.critics import any_phrase
from kg.annotate.reviews.believed import believed, is_nobody, is_part_before
from kg.annotate.reviews.figures import cut
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.roles import role_at
from kg.model import Span

_OWNER: Final = re.compile(rf"(?P<name>{NAME})['’]s?\s(?:[\w-]+\s){{0,3}}?[\"“‘*_]?$")
_AS: Final = re.compile(r"\bas\s(?=(?:the|an?|his|her|their)\s|[A-Z])")
_NO_SUBJECT: Final = re.compile(  # "music by A is lovely", "a nurse on A is"
    r"\b(?:by|on|at)\s$|\b(?:cinematography|photography|editing|music|score|script|screenplay|costumes"
    r"|sets)\sby\s(?:[\w-]+\s){1,4}$"
)
_HAS: Final = re.compile(r"\b(?:has|have|had|in|takes|took|over|gets|got|inherits|inherited)\s$")
_A_PART: Final = re.compile(r"['’]s?\s.*\b(?:role|part)$")
_ADVERB: Final = (
    r"(?:(?:both|also|again|really|certainly|clearly|always|simply|absolutely|never|each|all|once|as|usual"
    r"|especially)\s)*"
)
_WORDS: Final = r"(?:[\w-]+\s)"
_JUDGED: Final = (  # any adjective that can judge, but those of makers and of mere facts
    r"(?!(?:responsible|famous|available|conscious|ambitious|generous|relentless|merciless|alive|active|expensive"
    r"|native|captive|fugitive|massive|possible|visible|invisible|pregnant|present|absent|different|silent|innocent"
    r"|distant)\b)"
    r"[a-z]{2,}(?:ive|able|ible|ous|ful|ent|ant|less|ical|matic|getic|etic|astic)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    praise = (
        rf",\sas\s(?=(?:the|an?|his|her)\s|[A-Z])(?:(?!\b(?:plays?|played|says?|said|would)\b)[^.;,]){{3,40}},"
        rf"|,?\s{_ADVERB}(?:{any_phrase('gives')}\s(?:[^.;]{{0,60}}?\b)?{any_phrase('performance')}\b"
        rf"|{any_phrase('together')}\b)"
        rf"|['’]s?\s{_WORDS}{{0,3}}?{any_phrase('possessed')}\b"
        rf"|,\san?\s{_WORDS}{{0,4}}?{any_phrase('figure')}\swho\b"
    )
    return {
        "actor": re.compile(praise, re.IGNORECASE),
        "judged": re.compile(
            rf",?\s(?:is|are|was|were|isn['’]t|wasn['’]t|looks?)\s{_ADVERB}{any_phrase('praised')}(?=[\s,.;!])"
            rf"|['’]s\s{_ADVERB}(?:{any_phrase('praised')}|better)(?=\sas\s|[.!])"
            rf"|,?\s(?:is|are|was|were|looks?)\s{_ADVERB}{_JUDGED}(?=[,.;!]|$|\s(?:and|but|as|in|here|throughout"
            r"|enough|if|though)\b)"
        ),
        "director": re.compile(rf"['’]s?\s{_WORDS}{{0,2}}?{any_phrase('directs')}\b", re.IGNORECASE),
        "screenwriter": re.compile(rf"['’]s?\s{_WORDS}?{any_phrase('writes')}\b", re.IGNORECASE),
    }


def read_critique(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """Credits of the people whose work the sentence judges; a single name must be known from elsewhere."""
    for group in name_groups(text, start, end):
        names = believed(text, group, known)
        if names and _NO_SUBJECT.search(text, max(start, names[0].start - 60), names[0].start):
            continue
        if names and (match := _patterns()["judged"].match(text, names[-1].end, end)):
            role = _role(text, match, end) if len(names) == 1 else None
            for name in names:
                yield Found("actor", name, Span(names[0].start, match.end()), "actor.judged", role)
        named = names and is_part_before(text, names[0])  # "as Holt's wife"
        for relation in ("actor", "director", "screenwriter") if names and not named else ():
            match = _patterns()[relation].match(text, names[-1].end, end)
            if match and not _is_handed_on(text, names[0], match):
                role = _role(text, match, end) if relation == "actor" and len(names) == 1 else None
                for name in names[-1:] if relation == "director" else names:
                    yield Found(relation, name, Span(names[0].start, match.end()), f"{relation}.review", role)


def _is_handed_on(text: str, name: Span, match: re.Match[str]) -> bool:
    """Whether somebody else "has A's role"."""
    return bool(_A_PART.fullmatch(match[0]) and _HAS.search(text, max(0, name.start - 10), name.start))


def _role(text: str, match: re.Match[str], end: int) -> Span | None:
    """The role behind "is terrific as …", and in "A, as the widow, is …"."""
    lead = _AS.search(text, match.start(), min(end, match.end() + 30))
    return cut(text, role_at(text, lead.end(), end)) if lead else None


def read_possessive(text: str, start: int, end: int, title: str, known: frozenset[str]) -> Iterator[Found]:
    """The director by possessive before the film's own title ("Ana Ruiz's Harbour")."""
    at = text.find(title, start, end) if title else -1
    while at >= 0:
        offset = max(start, at - 60)
        match = _OWNER.search(text[offset:at])
        if match and match["name"] not in title and _may_own(match["name"], known):
            name = Span(offset + match.start("name"), offset + match.end("name"))
            yield Found("director", name, Span(name.start, at + len(title)), "director.review")
        at = text.find(title, at + 1, end)


def _may_own(name: str, known: frozenset[str]) -> bool:
    """Whether a film may be called this person's; titles hold such words, too ("If Harbour's", "A Keeper's")."""
    return name in known or (" " in name and opens_a_name(name) and not is_nobody(name))
