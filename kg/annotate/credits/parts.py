"""Who plays whom outside of cast lists: a sentence and the people known so far in, credits with characters out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.bracketed import is_person
from kg.annotate.credits.characters import character
from kg.annotate.credits.found import Found
from kg.lexis.lists import listed
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.lexis.roles import role_at
from kg.lexis.titles import YEAR
from kg.lexis.words import any_of
from kg.model import Span

_NAME: Final = re.compile(NAME)
_PLAYED_BY: Final = re.compile(
    r"(?P<role>[^\s,.;:()][^,.;:()\n]{0,70}?),?\s(?:\(|(?:who|which)\s(?:is|was)\s|is\s|was\s|are\s|were\s|as\s"
    r"|both\s)?"
    r"(?<!originally\s)(?:(?:expertly|brilliantly|memorably|perfectly|wonderfully|well)\s)?(?:played|portrayed"
    r"|voiced|embodied|essayed)(?:\s(?!by\b)[a-z-]+|\s(?:with|at)\s[^,.;()]{3,40}?)?\sby\s"
)
_PLAYED: Final = prefiltered(
    r"(?:played|portrayed|voiced|embodied|essayed)\s(?:[\w-]+\s|(?:with|at)\s[^,.;()]{3,40}?\s)?by\s"
)
_NO_PART: Final = re.compile(  # what is played on or listened to
    rf"\b(?:{any_of('instrument')}|tune|tango|waltz|songs?|melody|music|score|records?|theme|game|match|trick|joke)\s?$"
)
_ROLE_WORD: Final = prefiltered(
    r"\b(?:roles?|parts?|character|portrayal|performance|turn|interpretation|work|return(?:s|ed|ing)?)\b"
)
_ROLE_OF: Final = prefiltered(
    rf"(?P<name>{NAME})(?:['’]s?\s(?:(?:\w+\s)?(?:portrayal|role|performance|turn|interpretation|work|part)\s(?:of"
    rf"|as)|character,?)"
    rf"|\s(?:repris(?:es|ed|ing)|returns?\sto|returned\sto|in)\s(?:his|her|the|their)\s(?:\w+\s)?(?:role"
    rf"|part)s?\s(?:as|of)|\s(?:returns?|returned|returning)\sas)\s"
)
_WITH_AS: Final = prefiltered(
    rf"\b(?:with|and)\s(?P<name>{NAME})(?:\s(?:starring|appearing|featured|cast|returning|reprising\s(?:his"
    rf"|her)\srole))?\sas\s(?!(?:executive|producer|director|writer|editor|composer|host)\b)"
)
_IN_YEAR: Final = re.compile(rf"\s(?:in\s)?{YEAR}$")  # "and A as Ebb in 1988" made a film of that title
_ANOTHERS: Final = re.compile(r"\b(?:in|has|takes?|took|over|got|gets|inherits?|inherited)\s$")  # "has A's role as"
_LONE_WITH: Final = re.compile(r"With:?\s")
_PART_WORD: Final = re.compile(r"\b(?:roles?|parts?|originally|previously)$")
_IN_THAT: Final = re.compile(
    r"(?:[Ii]n\sthat\s(?:one|film|version|movie)|[Tt]here|[Ii]n\sthe\s(?:original|earlier|first|old)\b)"
)
_NAMED_FIRST: Final = re.compile(rf"(?<![\w’'-])(?P<name>(?!(?:When|While|And|But|As|If|Where)\b){NAME}),\s$")
_OF_SOMEONE: Final = re.compile(r"(?:an?|the|his|her|their)\s[a-z]")


def read_played_by(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits of the form "Holt, played by Maria Lund", and pairs ("X and Y, played by A and B respectively")."""
    if not _PLAYED.search(text, start, end):
        return
    for match in _PLAYED_BY.finditer(text, start, end):
        items = [i for i in listed(text, match.end(), end) if not text.startswith(" by ", i.end)]  # "…, and B by C"
        if (
            match["role"] in ("As", "as")
            or _PART_WORD.search(match["role"])
            or _NO_PART.search(match["role"])
            or _IN_THAT.match(text, start, match.start())
        ):  # "in the parts played by …" tells of another film's cast
            continue
        role = Span(*match.span("role"))
        if named := _NAMED_FIRST.search(text, start, role.start):  # "Dan, his brother, is played by A"
            role = Span(*named.span("name")) if _OF_SOMEONE.match(role.of(text)) else role
        pairs = _paired(text, role, len(items))
        for item, part in zip(items, pairs, strict=True):
            yield Found("actor", item.name, Span(match.start(), item.name.end), "actor.played-by", part, item.note)


def _paired(text: str, role: Span, count: int) -> list[Span | None]:
    pieces = [Span(role.start + m.start(), role.start + m.end()) for m in _NAME.finditer(role.of(text))]
    if count > 1:
        return [*pieces[-count:]] if len(pieces) >= count else [None] * count
    return [role] * count


def read_roles_of(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """Credits of the form "Lund's role as Holt", "Lund reprises her role as Holt"."""
    if not _ROLE_WORD.search(text, start, end):
        return
    for match in _ROLE_OF.finditer(text, start, end):
        if is_person(match["name"], known) and not _ANOTHERS.search(
            text, max(start, match.start() - 12), match.start()
        ):
            yield Found(
                "actor",
                Span(*match.span("name")),
                Span(*match.span()),
                "actor.role-of",
                role_at(text, match.end(), end),
            )


def read_with(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits of the form "with Maria Lund as Holt", wherever they stand; the role must name a character.

    "With Maria Lund, Per Vik." is a cast, too, where these names are all that the sentence has.
    """
    if lone := _LONE_WITH.match(text, start, end):
        items = listed(text, lone.end(), end, cast=True)
        if items and text[items[-1].end : end] in ("", ".") and all(" " in item.name.of(text) for item in items):
            yield from (Found("actor", i.name, Span(start, i.end), "actor.phrase", i.role, i.note) for i in items)
    if text.find(" as ", start, end) < 0:
        return
    for match in _WITH_AS.finditer(text, start, end):
        role = role_at(text, match.end(), end)
        if role and opens_a_name(match["name"]) and character(role.of(text)) and not _IN_YEAR.search(role.of(text)):
            yield Found("actor", Span(*match.span("name")), Span(*match.span()), "actor.with", role)
