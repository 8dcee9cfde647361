"""Casts in running text, parts in brackets behind actors: "Ada Holt (Sue), Bo Vance (Captain Moe), Cy Dee (Max)"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.columns import are_parts
from kg.lexis.names import NAME
from kg.model import Span

_PAIR: Final = rf"{NAME}\s\([^()\d\n]{{2,60}}\)"
_RUN: Final = re.compile(rf"{_PAIR}(?:(?:,\s(?:and\s)?|;\s|\sand\s)(?:{NAME},\s)*{_PAIR}){{2,}}")
_ONE: Final = re.compile(rf"(?P<name>{NAME})\s\((?P<part>[^()]+)\)")


def bracketed_casts(text: str, start: int, end: int) -> Iterator[list[tuple[Span, Span]]]:
    """The actors with their parts of each run of at least three pairs in which the parts stand in brackets."""
    for run in _RUN.finditer(text, start, end):
        pairs = list(_ONE.finditer(text, *run.span()))
        if are_parts([pair["part"] for pair in pairs], [pair["name"] for pair in pairs]):
            yield [(Span(*pair.span("name")), Span(*pair.span("part"))) for pair in pairs]
