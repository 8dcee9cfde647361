"""The words of a part in a cast list: a position behind "as" in, the span of the role out, or one for each name."""

import re
from typing import Final

from kg.lexis.names import NAME
from kg.lexis.words import FULL_STOP, any_of
from kg.model import Span

_END: Final = re.compile(
    rf"[,;:](?=\s|$)|{FULL_STOP}|\s[–—-]\s|\s?\(|\s?[–—]|\slike\s|\s{any_of('role_end')}(?=[\s,.;]|$)|,?\s(?:and|&"
    rf"|plus)(?:\s|,\s)"
)
_NAMED_AFTER: Final = re.compile(  # "as the villain, Count Armand."
    rf"(?:the|his|her|their|its|[A-Z][\w-]+['’]s)\s[a-z][a-zà-ÿ’'\s-]{{2,60}}?,\s(?P<name>{NAME})(?=[.;]|\s*$|,\s(?:an?|the|who)\s"
    rf"|,?\salongside|\swho\s|,\sand\s{NAME}(?:\sas\s|,\s))"
)
_AND_NAMED: Final = re.compile(  # "a bus driver and poet named Mo", "journalist and television personality Mo Reed"
    rf"(?:(?:a|an|the)\s)?(?:[a-z][\w’'-]*\s){{1,4}}and\s(?:(?:[a-z-]+\s){{1,3}}?(?:named|called)\s"
    rf"|(?:(?!(?:{any_of('who')}|{any_of('clause')}|the|an?|his|her)\s)(?:[a-z][\w’'-]*|[\"“][a-z]+[\"”])\s){{1,3}})"
    rf"(?P<name>{NAME})(?![\w’'-]|\s[A-Z]|,?\s(?:as|in)\s)"
)
_PIECE: Final = rf"(?:{NAME}['’]s\s)?(?:(?!and\b)[a-z’'-]+\s){{0,4}}{NAME}"
_NEXT: Final = re.compile(rf"(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)(?P<piece>{_PIECE})")
_FIRST: Final = re.compile(rf"(?P<piece>{_PIECE})")
_EACH: Final = re.compile(r",?\srespectively\b")
_OTHERS: Final = re.compile(r",?\s(?:as|and|in|is|was|has|plays?|played)\s")
_OVER: Final = re.compile(r"[.;]|\s*$")
_PLURAL: Final = re.compile(r"(?:the|his|her|their|its|two|three|a\s\w+\sof)\s[a-z’'\s-]*[a-rt-z]s")


def role_at(text: str, start: int, end: int) -> Span | None:
    """The words of a role from `start` to where they end, None when there are none."""
    stop = _END.search(text, start, end)
    finish = stop.start() if stop else end
    if named := _NAMED_AFTER.match(text, start, end) or _AND_NAMED.match(text, start, end):
        finish = named.end("name")
    return Span(start, finish) if finish > start else None


def shared_roles(text: str, start: int, end: int, names: int) -> list[Span]:
    """The roles that the last of `names` joined names are given in turn: "A and B as X and Y"; [] when they are not."""
    roles: list[Span] = []
    piece = _FIRST.match(text, start, end)
    while piece and len(roles) < names:
        roles.append(Span(*piece.span("piece")))
        piece = _NEXT.match(text, roles[-1].end, end)
    if len(roles) < 2:
        return []
    last = roles[-1].end
    if _EACH.match(text, last, end) or (len(roles) == names and _OVER.match(text, last, end)):
        return roles
    return roles if len(roles) in (2, names) and not _OTHERS.match(text, last, end) else []


def parts_of(text: str, role: Span | None, end: int, names: int) -> list[Span | None]:
    """What a role gives each of several names: "as the parents" the same, "as the twins, Mo and Bo" one of them."""
    if role is None or names == 1:
        return [role] * names
    if not of_several(role.of(text)):
        roles = shared_roles(text, role.start, end, names)
        joined = len(roles) == names and "," not in text[roles[-2].end : roles[-1].start]  # no "as Mo, and Bo shows up"
        return [*roles] if joined and " of " not in roles[0].of(text) else [None] * names
    named = shared_roles(text, role.end + 2, end, names) if text.startswith(", ", role.end) else []
    return [*named] if len(named) == names else [role] * names


def of_several(words: str) -> bool:
    """Whether a role is that of several people, each of whom has it ("his parents")."""
    return bool(_PLURAL.fullmatch(words))
