"""Parts that actors have from others: a sentence and its credits in; who had a part before and has it now out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.versions import PLAYED, RULE, THERE, original
from kg.annotate.people import Directory
from kg.lexis.lists import listed
from kg.lexis.names import NAME, clean_name, names_in
from kg.lexis.prefilter import prefiltered
from kg.model import Span

_A_PART: Final = prefiltered(r"\b(?:role|part|shoes|character)\b")  # patterns that begin with a name are slow to fail
_ORIGINALLY: Final = prefiltered(rf"\b(?:originally|previously|first|formerly)\s{PLAYED}\sby\s(?P<name>{NAME})")
_IN_ORIGINAL: Final = prefiltered(rf"\b{PLAYED}\s(?:by\s(?P<name>{NAME})\s{THERE}|{THERE}\sby\s(?P<behind>{NAME}))")
_ROLE_THAT: Final = prefiltered(
    rf"\b(?:role|part|character)\s(?:that\s|which\s)?(?!the\s)(?P<name>{NAME})\s"
    rf"(?:had\s{PLAYED}|(?:{PLAYED}|had)(?=\s{THERE}))(?:\s{THERE})?"
)
_ORIGINATED: Final = prefiltered(
    rf"\b(?:role|part)\s(?:that\swas\s|once\s|first\s)?(?:originated|created|made\sfamous)\sby\s(?P<name>{NAME})"
)
_ROLE: Final = rf"(?P<role>the\s[a-z][\w’'\s-]{{1,30}}?|(?!the\s){NAME})"
_PART_WHICH: Final = prefiltered(  # "the part of the nun, which A had played": whoever has the part now
    rf"\b(?:role|part)\sof\s{_ROLE},?\s(?:which|that|a\s(?:role|part))\s(?:(?P<name>{NAME})\s(?:had\s{PLAYED}"
    rf"|{PLAYED}\s{THERE})|(?:was\s|had\sbeen\s)?(?:originally\s|first\s){PLAYED}\sby\s(?P<behind>{NAME}))"
)
_WHO_PLAYED: Final = prefiltered(  # "the actress who played the nun in the original, A"
    rf"(?:(?P<behind>{NAME}),\s)?who\s(?:had\s)?(?:originally\s)?(?:{PLAYED}|was|is"
    rf"|been)\s{_ROLE}\s{THERE}(?:,\s(?P<name>{NAME}))?"
)
_NOW: Final = prefiltered(
    rf"(?P<name>{NAME})\s(?:takes|took|has\stak(?:es|en))\s(?:over\s|on\s)?the\s(?:role|part)\sof\s{_ROLE}(?=[,.;]"
    r"|\s(?:that|which|from|played)\b|$)"
)
_STARS_OF: Final = prefiltered(
    r"\b[Oo]riginal\s(?:cast\smembers?|stars?|leads?|actors?|actress(?:es)?|player),?\s(?=[A-Z])"
)
_PART_OF: Final = re.compile(
    rf"\bwho\s(?:originally\s|first\s)?(?:played|portrayed|had|took|created)\s(?P<other>{NAME})['’]s?\s(?:\w+\s)?"
    rf"(?:part|role|character)\s{THERE}"
)
_TAKES_OVER: Final = prefiltered(
    rf"(?P<name>{NAME})\s(?:takes|took|assumes|inherits|fills|reprises|steps\sinto|has|plays)\s(?:on\s|over\s)?"
    rf"(?:the\s)?(?:role|part|shoes|character)\s(?:(?:that|which|originally|first|previously|was)\s)*{PLAYED}\sby\s"
    rf"(?P<original>{NAME})"
)
_IN_THE_PART: Final = prefiltered(  # "with A in the role that B played"
    rf"(?P<name>{NAME})\s(?:(?:is\s)?(?:now\s|here\s)?in|playing|plays|takes|taking|gets|has|inherits"
    r"|assumes)\s(?:on\s|over\s)?the\s"
    rf"(?:[a-z]+\s)?(?:role|part)\s(?:that\s|which\s)?(?:(?P<original>{NAME})\s(?:had\s)?(?:originally\s"
    rf"|first\s)?{PLAYED}"
    rf"|(?:was\s|had\sbeen\s)?(?:originally\s|first\s)?{PLAYED}\sby\s(?P<behind>{NAME})\s{THERE})"
)


def read_handed_on(text: str, start: int, end: int, found: Sequence[Found], directory: Directory) -> Iterator[Found]:
    """The actors whose parts others take in the film that `found` credits."""
    yield from _by_part(text, start, end)
    yield from _instead(text, start, end, found, directory)
    yield from _before(text, start, end, [f for f in found if f.relation == "actor" and start <= f.name.start < end])


def _by_part(text: str, start: int, end: int) -> Iterator[Found]:
    """ "A takes over the part of the nun, which B had played": the part by its own name, then and now."""
    for pattern in (_PART_WHICH, *((_WHO_PLAYED,) if text.find("who ", start, end) >= 0 else ())):
        for match in pattern.finditer(text, start, end):
            if name := next((Span(*match.span(g)) for g in ("name", "behind") if match[g]), None):
                role = Span(*match.span("role"))
                yield Found("originalActor", name, Span(*match.span()), RULE, role)
    for match in _NOW.finditer(text, start, end) if _A_PART.search(text, start, end) else ():
        yield Found("actor", Span(*match.span("name")), Span(*match.span()), RULE, Span(*match.span("role")))
    for match in _STARS_OF.finditer(text, start, end):
        for item in listed(text, match.end(), end):
            yield Found("originalActor", item.name, Span(match.start(), item.end), RULE)


def _instead(text: str, start: int, end: int, found: Sequence[Found], directory: Directory) -> Iterator[Found]:
    """ "A, who had B's part in the original", "B takes the part created by A": the part of the actor B."""
    if not _A_PART.search(text, start, end):
        return
    for match in _PART_OF.finditer(text, start, end):
        if subject := next(reversed(names_in(text, start, match.start())), None):
            other = Span(*match.span("other"))
            cue = Span(subject.start(), match.end())
            yield original(Span(*subject.span()), cue, _part_of(text, other, found, directory), other)
    for match in _IN_THE_PART.finditer(text, start, end):
        yield (lead := Found("actor", Span(*match.span("name")), Span(*match.span()), RULE))
        before = Span(*match.span("original" if match["original"] else "behind"))
        yield original(before, lead.cue, None, lead.name)
    for match in _TAKES_OVER.finditer(text, start, end):
        name = Span(*match.span("name"))
        now = _part_of(text, name, found, directory)
        yield original(Span(*match.span("original")), Span(*match.span()), now, name)


def _before(text: str, start: int, end: int, here: Sequence[Found]) -> Iterator[Found]:
    """ "originally played by A", "the role that A had played": the part is that of the actor named last."""
    for pattern in (_ORIGINALLY, _IN_ORIGINAL, _ROLE_THAT, _ORIGINATED):
        for match in pattern.finditer(text, start, end):
            now = _last_before(here, match.start())
            behind = "behind" if pattern is _IN_ORIGINAL and match["behind"] else "name"
            yield original(Span(*match.span(behind)), Span(*match.span()), now, now.name if now else None)


def _part_of(text: str, name: Span, found: Sequence[Found], directory: Directory) -> Found | None:
    """The credit that gives this actor a part."""
    full = directory.full(clean_name(name.of(text)))
    parts = (f for f in found if f.relation == "actor" and f.role)
    return next((f for f in parts if directory.full(clean_name(f.name.of(text))) == full), None)


def _last_before(here: Sequence[Found], offset: int) -> Found | None:
    """The last actor credited in this sentence before `offset`: the one whose part is spoken of."""
    parts = [f for f in here if _end(f) <= offset]
    return max(parts, key=lambda f: (_end(f), f.role is not None), default=None)


def _end(found: Found) -> int:
    return max(found.name.end, found.role.end if found.role else 0)
