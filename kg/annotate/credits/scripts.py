"""Who wrote the script, told in other words than "written by": a sentence in, screenwriters out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.lexis.lists import listed
from kg.lexis.names import NAME, names_in
from kg.lexis.prefilter import prefiltered
from kg.model import Span

_SCRIPT: Final = r"(?:(?:original|final|shooting|first)\s)?(?:screenplay|script|teleplay)"
_NAMES: Final = rf"(?P<names>{NAME}(?:(?:,\s(?:and\s)?|\sand\s){NAME}){{0,4}})"
_BEFORE: Final = (
    prefiltered(  # "A and B also contributed to the screenplay"
        rf"(?<![\w’'-]){_NAMES},?\s(?:who\s)?(?:also\s|later\s|both\s)?(?:contributed|collaborated|worked)\s(?:to|on"
        rf"|in)\s(?:the|its)\s{_SCRIPT}\b"
    ),
    prefiltered(
        rf"(?<![\w’'-]){_NAMES}\s(?:based|adapted|drew|developed)\s(?:his|her|their|the)\s{_SCRIPT}\s(?:on|from)\b"
    ),
    prefiltered(
        rf",\swhich\s{_NAMES}\s(?:then\s|later\s|had\s)?adapted\s(?:it\s)?(?:for\sthe\sscreen|into\s(?:a"
        rf"|the)\s{_SCRIPT})\b"
    ),
    prefiltered(
        rf"\b(?:earned|won|gave|brought|earning|winning)\s{_NAMES}\s(?:an?|the|their|his"
        rf"|her)\s[^.;]{{0,60}}?\bBest\s[^.;,]{{0,30}}?Screenplay\b"
    ),
    prefiltered(
        rf"(?<![\w’'-])(?P<names>{NAME},?\swho,\swith\s{NAME}),\s(?:also\s)?(?:co-)?(?:wrote|adapted|penned)\s(?:the"
        rf"|its)\s{_SCRIPT}\b"
    ),
)
_BEHIND: Final = (
    prefiltered(rf"\b(?:collaborated|worked)\swith(?=\s[^.;]{{3,100}}?\son\s(?:the|its)\s{_SCRIPT}\b)"),
    prefiltered(
        r"\b(?:hired|engaged|commissioned|selected|chose|assigned|recruited)(?=\s[^.;]{3,80}?\sto\s(?:write|rewrite"
        r"|adapt|draft|pen|polish)\s"
        rf"(?:it\b|(?:the|its|a|his|her)\s{_SCRIPT}))"
    ),
)
_TO_REWRITE: Final = re.compile(
    r"\sto\s(?:write|rewrite|draft)\s[^.;,]{2,30}?,?\sand(?=\s[^.;]{3,60}?\sto\s(?:rewrite|polish|revise)\b)"
)


def read_scripts(text: str, start: int, end: int) -> Iterator[Found]:
    """Screenwriters whom a sentence names before or behind words about the script."""
    for pattern in _BEFORE:
        for match in pattern.finditer(text, start, end):
            for name in names_in(text, *match.span("names")):
                yield _wrote(Span(*name.span()), match)
    for pattern in _BEHIND:
        for match in pattern.finditer(text, start, end):
            items = listed(text, match.end() + 1, end)
            if items and (again := _TO_REWRITE.match(text, items[-1].end, end)):
                items += listed(text, again.end() + 1, end)
            yield from (_wrote(item.name, match) for item in items)


def _wrote(name: Span, cue: re.Match[str]) -> Found:
    return Found("screenwriter", name, Span(*cue.span()), "screenwriter.script")
