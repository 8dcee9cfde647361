"""Who had a part in another version: "(originally played by A)", "the old one, with A as B", "where A had B, …"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.handed_on import read_handed_on
from kg.annotate.credits.versions import FILM, OLDER, PLAYED, RULE, VERSION, original
from kg.annotate.nouns import COUNTRY
from kg.annotate.people import Directory
from kg.lexis.lists import listed
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import YEAR
from kg.model import Span

_CUE: Final = prefiltered(
    rf"\b(?:original(?:ly|ed)?|previously|first|formerly|earlier|{YEAR}|version|one,?\swith|had|re-?made|remake"
    r"|(?:created|originated|famous)\sby|(?:role|part)\s(?:that|which))\b",
    re.IGNORECASE,
)
_THEIR_PARTS: Final = prefiltered(
    rf"\b[Ii]n\sthe\s{FILM},?\s(?:their|his|her|these|both|the\ssame)\s(?:parts?|roles?)\s(?:was|were"
    rf"|had\sbeen)\s{PLAYED}\sby\s"
)
_SOMEBODY_WAS: Final = prefiltered(
    rf"\b[Ii]n\sthe\s{FILM},?\s(?P<role>(?:the\s[\w\s’'-]{{2,30}}?)|{NAME})\s(?:was"
    rf"|had\sbeen)\s(?:played\sby\s)?(?P<name>{NAME})"
)
_HAD_PLAYED: Final = prefiltered(
    rf"\b(?:in\swhich|where|for\swhich)\s(?:[^,.;]{{3,40}},\s)?(?P<name>{NAME}),?\shad\s(?:played|taken|starred"
    r"|appeared|sung)\b"
)
_CAST_WITH: Final = prefiltered(
    rf"\b[Tt]he\s(?:(?:{OLDER}|{COUNTRY}|{YEAR})\s){{1,2}}(?:one|{VERSION}),?\s(?:with|starring)\s"
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
    read = [
        *read_handed_on(text, start, end, found, directory),
        *_in_turn(text, start, end, [f for f in found if f.relation == "actor" and start <= f.name.start < end]),
        *_casts(text, start, end),
        *_compared(text, start, end),
    ]
    once = {f.name: f for f in reversed(read) if f.relation == "originalActor"}
    yield from (f for f in read if f.relation != "originalActor" or once[f.name] is f)


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
            yield original(item.name, Span(match.start(), item.end), None, now.name if now else None)
    for match in _SOMEBODY_WAS.finditer(text, start, end):
        yield Found("actor", Span(*match.span("name")), Span(*match.span()), RULE, Span(*match.span("role")))


def _casts(text: str, start: int, end: int) -> Iterator[Found]:
    """The cast of a film whose words these are: "the old one, with A as B", "in which A had played"."""
    for match in _CAST_WITH.finditer(text, start, end):
        for item in listed(text, match.end(), end, cast=True):
            yield Found("actor", item.name, Span(match.start(), item.end), RULE, item.role, item.note)
    for pattern in (_HAD_PLAYED, _IN_HIS_PLACE):
        for match in pattern.finditer(text, start, end):
            yield Found("actor", Span(*match.span("name")), Span(*match.span()), RULE)


def _compared(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Where A had B, C has D": B was in the original, C directs and D plays now."""
    for match in _WHERE_HAD.finditer(text, start, end):
        cue = Span(*match.span())
        now = Found("actor", Span(*match.span("now")), cue, RULE)
        yield original(Span(*match.span("name")), cue, None, None)
        yield now
        if " " in match["maker"]:
            yield Found("director", Span(*match.span("maker")), cue, "director.maker")
