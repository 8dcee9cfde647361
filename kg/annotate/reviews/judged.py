"""Reviewers' prose: a sentence in, the credits that praise and blame give away out ("A delivers a fine turn")."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.subjects import name_groups
from kg.annotate.critics import any_phrase, phrases
from kg.annotate.cues import credits_of, verb_words
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.roles import role_at
from kg.model import Span

_OWNER: Final = re.compile(rf"(?P<name>{NAME})['’]s?\s(?:[\w-]+\s){{0,3}}?[\"“‘*_]?$")
_AS: Final = re.compile(r"\bas\s(?=(?:the|an?|his|her|their)\s|[A-Z])")
_MAKING: Final = (
    r"(?:co-)?(?:directs|directed|writes|wrote|produces|produced|scripted|edits|edited|scored|stars|co-stars|co-writes)"
)
_PRONOUN: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he)\s(?:also\s|both\s)?(?P<verbs>{_MAKING}(?:(?:,\s(?:and\s)?|\sand\s)(?:also\s)?{_MAKING})*)"
    r"\s(?:it|this|the\s(?:film|movie|picture|thing)|and\s|in\s)"
)
_PLAYING_PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he)\s(?:also\s)?(?:plays|played)\s(?!with\b|out\b|off\b)")
_NO_SUBJECT: Final = re.compile(  # "music by A is lovely", "a nurse on A is"
    r"\b(?:by|on|at)\s$|\b(?:cinematography|photography|editing|music|score|script|screenplay|costumes|sets)\sby\s(?:[\w-]+\s){1,4}$"
)
_AS_PART: Final = re.compile(
    r"(?:(?<![\w,])As|[,;—–:]\sas|\b(?:and|but|while),?\sas)\s(?:(?:the|an?|his|her|their)\s)?(?:[\w’'-]+,?\s){0,5}$"
)
_APPOSED_PART: Final = re.compile(
    rf"\bas\s(?:the|an?|his|her|their|{UPPER}[\w-]+['’]s)\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+,\s$"
)
_AS_ROLE: Final = re.compile(r"\bas\s$")
_JUDGED_PRONOUN: Final = re.compile(  # "he is totally miscast as the captain"
    r"\b(?:[Hh]e|[Ss]he)(?:\s(?:is|was|makes|does|shines|excels|has)|['’]s)\s[^.;,]{0,40}?\bas\s(?=(?:the|an?|his|her)\s|[A-Z])"
)
_SIBLINGS: Final = re.compile(r"\b(?:brothers|sisters|siblings|twins)\s$")
_TITLED: Final = re.compile(r"\b(?:film|feature|movie|picture|debut|called|titled),?\s(?:The\s|An?\s)?$")
_AGED: Final = re.compile(r"(?:Young|Little|Old)\s(?=\S+\s\S)")
_NEAR: Final = 40  # code points before a pronoun in which whom it means is named, and nobody else
_ADVERB: Final = (
    r"(?:(?:both|also|again|really|certainly|clearly|always|simply|absolutely|never|each|all|once|as|usual"
    r"|especially)\s)*"
)
_WORDS: Final = r"(?:[\w-]+\s)"
_JUDGED: Final = (  # any adjective that can judge, but those of makers and of mere facts
    r"(?!(?:responsible|famous|available|conscious|ambitious|generous|relentless|merciless|alive|active|expensive|native"
    r"|captive|fugitive|massive|possible|visible|invisible|pregnant|present|absent|different|silent|innocent|distant)\b)"
    r"[a-z]{2,}(?:ive|able|ible|ous|ful|ent|ant|less|ical|matic|getic|etic|astic)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    praise = (
        rf",\sas\s(?=(?:the|an?|his|her)\s|[A-Z])[^.;,]{{3,40}},"
        rf"|,?\s{_ADVERB}(?:{any_phrase('gives')}\s(?:[^.;]{{0,60}}?\b)?{any_phrase('performance')}\b"
        rf"|{any_phrase('together')}\b)"
        rf"|['’]s?\s{_WORDS}{{0,3}}?{any_phrase('possessed')}\b|['’]s?\s{_WORDS}{{1,3}}?{any_phrase('figure')}\b"
        rf"|,\san?\s{_WORDS}{{0,4}}?{any_phrase('figure')}\swho\b"
    )
    return {
        "actor": re.compile(praise, re.IGNORECASE),
        "judged": re.compile(
            rf",?\s(?:is|are|was|were|isn['’]t|wasn['’]t|looks?)\s{_ADVERB}{any_phrase('praised')}(?=[\s,.;!])"
            rf"|,?\s(?:is|are|was|were|looks?)\s{_ADVERB}{_JUDGED}(?=[,.;!]|$|\s(?:and|but|as|in|here|throughout|enough|if|though)\b)"
        ),
        "director": re.compile(rf"['’]s?\s{_WORDS}{{0,2}}?{any_phrase('directs')}\b", re.IGNORECASE),
        "screenwriter": re.compile(rf"['’]s?\s{_WORDS}?{any_phrase('writes')}\b", re.IGNORECASE),
    }


def believed(text: str, names: list[Span], known: frozenset[str]) -> list[Span]:
    """The last of these joined names that are people's: full names, known ones, and siblings' first names."""
    kept: list[Span] = []
    siblings = _SIBLINGS.search(text, max(0, names[0].start - 12), names[0].start)
    if len(names) > 1 and _AS_ROLE.search(text, max(0, names[0].start - 4), names[0].start):
        names = names[1:]  # "A as Holt, and B is good, too": Holt is nobody's name
    elif len(names) > 1 and _APPOSED_PART.search(text, max(0, names[0].start - 60), names[0].start):
        names = names[1:]  # "as the mayor's deputy, Holt, and A"
    elif len(names) > 1 and _AS_PART.search(text, max(0, names[0].start - 60), names[0].start):
        names = names[1:] if text.startswith(", ", names[0].end) else names  # "As the widow Holt, A is good"
    titled = _TITLED.search(text, max(0, names[0].start - 20), names[0].start)
    for name in (n for n in reversed(names) if not text.startswith("the ", n.start)):  # "the Captain" is nobody's name
        if " " not in name.of(text) and name.of(text) not in known and not (kept and siblings):
            break
        if titled and kept and name == names[0]:  # "her first film, The Dry Well, Ana Ruiz …"
            break
        kept.insert(0, _unaged(text, name))
    return kept


def _unaged(text: str, name: Span) -> Span:
    """A full name without what tells its bearer's age ("Young Peter Lund")."""
    aged = _AGED.match(text, name.start, name.end)
    return Span(aged.end(), name.end) if aged else name


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
        named = names and _AS_ROLE.search(text, max(0, names[0].start - 4), names[0].start)  # "as Holt's wife"
        for relation in ("actor", "director", "screenwriter") if names and not named else ():
            if match := _patterns()[relation].match(text, names[-1].end, end):
                role = _role(text, match, end) if relation == "actor" and len(names) == 1 else None
                for name in names[-1:] if relation == "director" else names:
                    yield Found(relation, name, Span(names[0].start, match.end()), f"{relation}.review", role)


def _role(text: str, match: re.Match[str], end: int) -> Span | None:
    """The role behind "is terrific as …", and in "A, as the widow, is …"."""
    lead = _AS.search(text, match.start(), min(end, match.end() + 30))
    return role_at(text, lead.end(), end) if lead else None


def read_possessive(text: str, start: int, end: int, title: str, known: frozenset[str]) -> Iterator[Found]:
    """The director by possessive before the film's own title ("Ana Ruiz's Harbour")."""
    at = text.find(title, start, end) if title else -1
    while at >= 0:
        offset = max(start, at - 60)
        match = _OWNER.search(text[offset:at])
        if match and match["name"] not in title and (" " in match["name"] or match["name"] in known):
            name = Span(offset + match.start("name"), offset + match.end("name"))
            yield Found("director", name, Span(name.start, at + len(title)), "director.review")
        at = text.find(title, at + 1, end)


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
