"""Who had a part in another version: "(originally played by A)", "the old one, with A as B", "where A had B, …"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.nouns import COUNTRY, works
from kg.annotate.people import Directory
from kg.lexis.lists import Item, listed
from kg.lexis.names import NAME, clean_name, names_in
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation
from kg.model import Span

_OLDER: Final = alternation(works()["older"])
_VERSION: Final = alternation(works()["version"])
_FILM: Final = rf"(?:(?:{YEAR}|first|{_OLDER}|{COUNTRY})(?:\s\w+)?\s{_VERSION}|original)"
_THERE: Final = rf"in\s(?:the\s{_FILM}|{NAME}['’]s?\s(?:(?:{YEAR}|{_OLDER})\s)?{_VERSION})"
_PLAYED: Final = r"(?:played|portrayed|essayed|performed|created|originated|embodied|held|taken|filled|made\sfamous)"
_CUE: Final = prefiltered(
    rf"\b(?:original(?:ly|ed)?|previously|first|formerly|earlier|{YEAR}|version|one,?\swith|had|re-?made|remake"
    r"|(?:created|originated|famous)\sby|(?:role|part)\s(?:that|which))\b",
    re.IGNORECASE,
)
_A_PART: Final = prefiltered(r"\b(?:role|part|shoes|character)\b")  # patterns that begin with a name are slow to fail
_ORIGINALLY: Final = prefiltered(rf"\b(?:originally|previously|first|formerly)\s{_PLAYED}\sby\s(?P<name>{NAME})")
_IN_ORIGINAL: Final = prefiltered(rf"\b{_PLAYED}\s(?:by\s(?P<name>{NAME})\s{_THERE}|{_THERE}\sby\s(?P<behind>{NAME}))")
_ROLE_THAT: Final = prefiltered(
    rf"\b(?:role|part|character)\s(?:that\s|which\s)?(?!the\s)(?P<name>{NAME})\s"
    rf"(?:had\s{_PLAYED}|(?:{_PLAYED}|had)(?=\s{_THERE}))(?:\s{_THERE})?"
)
_ORIGINATED: Final = prefiltered(
    rf"\b(?:role|part)\s(?:that\swas\s|once\s|first\s)?(?:originated|created|made\sfamous)\sby\s(?P<name>{NAME})"
)
_ROLE: Final = rf"(?P<role>the\s[a-z][\w’'\s-]{{1,30}}?|(?!the\s){NAME})"
_PART_WHICH: Final = prefiltered(  # "the part of the nun, which A had played": whoever has the part now
    rf"\b(?:role|part)\sof\s{_ROLE},?\s(?:which|that|a\s(?:role|part))\s(?:(?P<name>{NAME})\s(?:had\s{_PLAYED}"
    rf"|{_PLAYED}\s{_THERE})|(?:was\s|had\sbeen\s)?(?:originally\s|first\s){_PLAYED}\sby\s(?P<behind>{NAME}))"
)
_WHO_PLAYED: Final = prefiltered(  # "the actress who played the nun in the original, A"
    rf"(?:(?P<behind>{NAME}),\s)?who\s(?:had\s)?(?:originally\s)?(?:{_PLAYED}|was|is"
    rf"|been)\s{_ROLE}\s{_THERE}(?:,\s(?P<name>{NAME}))?"
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
    rf"(?:part|role|character)\s{_THERE}"
)
_TAKES_OVER: Final = prefiltered(
    rf"(?P<name>{NAME})\s(?:takes|took|assumes|inherits|fills|reprises|steps\sinto|has|plays)\s(?:on\s|over\s)?"
    rf"(?:the\s)?(?:role|part|shoes|character)\s(?:(?:that|which|originally|first|previously|was)\s)*{_PLAYED}\sby\s"
    rf"(?P<original>{NAME})"
)
_IN_THE_PART: Final = prefiltered(  # "with A in the role that B played"
    rf"(?P<name>{NAME})\s(?:(?:is\s)?(?:now\s|here\s)?in|playing|plays|takes|taking|gets|has|inherits"
    r"|assumes)\s(?:on\s|over\s)?the\s"
    rf"(?:[a-z]+\s)?(?:role|part)\s(?:that\s|which\s)?(?:(?P<original>{NAME})\s(?:had\s)?(?:originally\s"
    rf"|first\s)?{_PLAYED}"
    rf"|(?:was\s|had\sbeen\s)?(?:originally\s|first\s)?{_PLAYED}\sby\s(?P<behind>{NAME})\s{_THERE})"
)
_THEIR_PARTS: Final = prefiltered(
    rf"\b[Ii]n\sthe\s{_FILM},?\s(?:their|his|her|these|both|the\ssame)\s(?:parts?|roles?)\s(?:was|were"
    rf"|had\sbeen)\s{_PLAYED}\sby\s"
)
_SOMEBODY_WAS: Final = prefiltered(
    rf"\b[Ii]n\sthe\s{_FILM},?\s(?P<role>(?:the\s[\w\s’'-]{{2,30}}?)|{NAME})\s(?:was"
    rf"|had\sbeen)\s(?:played\sby\s)?(?P<name>{NAME})"
)
_HAD_PLAYED: Final = prefiltered(
    rf"\b(?:in\swhich|where|for\swhich)\s(?:[^,.;]{{3,40}},\s)?(?P<name>{NAME}),?\shad\s(?:played|taken|starred"
    r"|appeared|sung)\b"
)
_CAST_WITH: Final = prefiltered(
    rf"\b[Tt]he\s(?:(?:{_OLDER}|{COUNTRY}|{YEAR})\s){{1,2}}(?:one|{_VERSION}),?\s(?:with|starring)\s"
    rf"|\b(?:[Oo]riginally|[Ff]irst)\s(?:filmed|made|shot)\s[^.;]{{3,70}}?\sby\s{NAME},\swith\s"
    r"|\b(?:[Rr]emade|re-made)\s[^.;]{3,80}?,\swith\s"
    rf"|,\s(?:which|that)\s{NAME}\s(?:had\s)?(?:directed|made|filmed|shot)(?:\sin\s(?:{YEAR}|{COUNTRY}))?\swith\s"
)
_IN_HIS_PLACE: Final = prefiltered(rf"\b(?:has|had)\s(?P<name>{NAME})\sin\s(?:his|her)\s(?:place|role|part|stead)\b")
_EPITHET: Final = r"(?:the\s(?:[a-z-]+,?\s){1,4})?"
_WHERE_HAD: Final = prefiltered(
    rf"\b[Ww]here\s(?:{NAME}|he|she|they)\shad\s{_EPITHET}(?P<name>(?!the\s){NAME})\b[^.;]*?,\s"
    rf"(?P<maker>(?!the\s){NAME}|he|she)\s"
    rf"(?:has|casts|gives\sus|uses|puts)\s(?:cast\s)?{_EPITHET}(?P<now>(?!the\s){NAME})"
)


def read_originals(text: str, start: int, end: int, found: Sequence[Found], directory: Directory) -> Iterator[Found]:
    """Credits of another version's cast that a sentence states, with the actor who has the part now, where stated."""
    if not _CUE.search(text, start, end):
        return
    here = [f for f in found if f.relation == "actor" and start <= f.name.start < end]
    read = [
        *_handed_on(text, start, end),
        *_instead(text, start, end, found, directory),
        *_before(text, start, end, here),
        *_in_turn(text, start, end, here),
        *_casts(text, start, end),
        *_compared(text, start, end),
    ]
    once = {f.name: f for f in reversed(read) if f.relation == "originalActor"}
    yield from (f for f in read if f.relation != "originalActor" or once[f.name] is f)


def _handed_on(text: str, start: int, end: int) -> Iterator[Found]:
    """ "A takes over the part of the nun, which B had played": the part by its own name, then and now."""
    for pattern in (_PART_WHICH, *((_WHO_PLAYED,) if text.find("who ", start, end) >= 0 else ())):
        for match in pattern.finditer(text, start, end):
            if name := next((Span(*match.span(g)) for g in ("name", "behind") if match[g]), None):
                role = Span(*match.span("role"))
                yield Found("originalActor", name, Span(*match.span()), "actor.original", role)
    for match in _NOW.finditer(text, start, end) if _A_PART.search(text, start, end) else ():
        yield Found(
            "actor", Span(*match.span("name")), Span(*match.span()), "actor.original", Span(*match.span("role"))
        )
    for match in _STARS_OF.finditer(text, start, end):
        for item in listed(text, match.end(), end):
            yield Found("originalActor", item.name, Span(match.start(), item.end), "actor.original")


def _before(text: str, start: int, end: int, here: Sequence[Found]) -> Iterator[Found]:
    """ "originally played by A", "the role that A had played": the part is that of the actor named last."""
    for pattern in (_ORIGINALLY, _IN_ORIGINAL, _ROLE_THAT, _ORIGINATED):
        for match in pattern.finditer(text, start, end):
            now = _last_before(here, match.start())
            behind = "behind" if pattern is _IN_ORIGINAL and match["behind"] else "name"
            yield _original(Span(*match.span(behind)), Span(*match.span()), now, now.name if now else None)


def _instead(text: str, start: int, end: int, found: Sequence[Found], directory: Directory) -> Iterator[Found]:
    """ "A, who had B's part in the original", "B takes the part created by A": the part of the actor B."""
    if not _A_PART.search(text, start, end):
        return
    for match in _PART_OF.finditer(text, start, end):
        if subject := next(reversed(list(names_in(text, start, match.start()))), None):
            other = Span(*match.span("other"))
            cue = Span(subject.start(), match.end())
            yield _original(Span(*subject.span()), cue, _part_of(text, other, found, directory), other)
    for match in _IN_THE_PART.finditer(text, start, end):
        yield (lead := Found("actor", Span(*match.span("name")), Span(*match.span()), "actor.original"))
        before = Span(*match.span("original" if match["original"] else "behind"))
        yield _original(before, lead.cue, None, lead.name)
    for match in _TAKES_OVER.finditer(text, start, end):
        name = Span(*match.span("name"))
        now = _part_of(text, name, found, directory)
        yield _original(Span(*match.span("original")), Span(*match.span()), now, name)


def _in_turn(text: str, start: int, end: int, here: Sequence[Found]) -> Iterator[Found]:
    """ "in the original their parts were played by A and B": the actors before had them in this order.

    What the characters were called there, the text does not say.
    """
    for match in _THEIR_PARTS.finditer(text, start, end):
        items = listed(text, match.end(), end)
        told = {f.name: f for f in sorted(here, key=lambda f: f.name) if f.role and f.name.end <= match.start()}
        parts = list(told.values())
        paired = parts if len(parts) == len(items) else [None] * len(items)
        for item, now in zip(items, paired, strict=True):
            yield _original(item.name, Span(match.start(), item.end), None, now.name if now else None)
    for match in _SOMEBODY_WAS.finditer(text, start, end):
        yield Found(
            "actor", Span(*match.span("name")), Span(*match.span()), "actor.original", Span(*match.span("role"))
        )


def _casts(text: str, start: int, end: int) -> Iterator[Found]:
    """The cast of a film whose words these are: "the old one, with A as B", "in which A had played"."""
    for match in _CAST_WITH.finditer(text, start, end):
        for item in listed(text, match.end(), end, cast=True):
            yield _played(item, match.start())
    for pattern in (_HAD_PLAYED, _IN_HIS_PLACE):
        for match in pattern.finditer(text, start, end):
            yield Found("actor", Span(*match.span("name")), Span(*match.span()), "actor.original")


def _compared(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Where A had B, C has D": B was in the original, C directs and D plays now."""
    for match in _WHERE_HAD.finditer(text, start, end):
        cue = Span(*match.span())
        now = Found("actor", Span(*match.span("now")), cue, "actor.original")
        yield _original(Span(*match.span("name")), cue, None, None)
        yield now
        if " " in match["maker"]:
            yield Found("director", Span(*match.span("maker")), cue, "director.maker")


def _played(item: Item, start: int) -> Found:
    return Found("actor", item.name, Span(start, item.end), "actor.original", item.role, item.note)


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


def _original(name: Span, cue: Span, now: Found | None, counterpart: Span | None) -> Found:
    return Found("originalActor", name, cue, "actor.original", now.role if now else None, "", counterpart)
