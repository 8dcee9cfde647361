"""Names that stand joined: a sentence in, its groups of names out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexis.names import names_in
from kg.model import Span

_BETWEEN: Final = re.compile(r"(?:\s\([^()]*\))?(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)")


def name_groups(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Names that stand joined: "A, B and C"."""
    group: list[Span] = []
    for match in names_in(text, start, end):
        between = text[group[-1].end : match.start()] if group else ""
        if group and not _BETWEEN.fullmatch(between):
            yield group
            group = []
        group.append(Span(*match.span()))
    if group:
        yield group
