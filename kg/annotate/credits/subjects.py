"""Credits whose names come before the verb: "A and B star as …", "A wrote the film", "A's directorial debut"."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from kg.annotate.credits.acting import read_acting
from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.credits.making import read_making
from kg.model import Span

_TAKEN: Final = re.compile(r"\b(?:by|starring|stars)\s$")


def read_subjects(text: str, start: int, end: int, known: frozenset[str], title: str) -> Iterator[Found]:
    """Credits of the names that are the subject of a verb of the trade; its object may be the film's own title."""
    used = start
    for group in name_groups(text, start, end):
        believed = takewhile(lambda n: " " in n.of(text) or n.of(text) in known, reversed(group))
        names = _own_clause(text, [name for name in believed if name.start >= used][::-1])
        if not names:
            continue
        for found in (*read_acting(text, names, end), *read_making(text, names, end, title)):
            used = max(used, found.role.end if found.role else 0)
            yield found


def _own_clause(text: str, names: list[Span]) -> list[Span]:
    """The names without those that a cue before them has taken: "directed by A, and B and C wrote …"."""
    if not names or not _TAKEN.search(text, max(0, names[0].start - 10), names[0].start):
        return names
    between = [text[a.end : b.start] for a, b in pairwise(names)]
    breaks = [i for i, words in enumerate(between, 1) if words == ", and "]
    over = breaks and (breaks[-1] < len(names) - 1 or " and " in between)  # "by A and B, and C played"
    return names[breaks[-1] :] if over else names
