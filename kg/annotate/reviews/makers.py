"""Who made the film, in reviewers' prose: a sentence in, directors, writers and crew out ("A returns with …")."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.reviews.asides import ASIDE
from kg.annotate.reviews.before_makers import led
from kg.annotate.reviews.behind_makers import trailed
from kg.annotate.reviews.believed import believed
from kg.model import Span

_WORK: Final = (  # "A's strings", "A did the music"
    ("musicBy", r"(?:score|music|strings|soundtrack|themes?|songs\sand\sscore)"),
    ("cinematographer", r"(?:cinematography|photography|camerawork|camera\swork|lensing|lenses|lighting)"),
    ("editor", r"(?:editing|cutting)"),
    ("screenwriter", r"(?:script|screenplay|dialogue)"),
)
_WORKS: Final = tuple(
    (
        relation,
        re.compile(
            rf"(?:['’]s?\s(?!old\s|original\s|earlier\s)(?:[a-z-]+,?\s){{0,3}}?|\s(?:did"
            rf"|does)\s(?:both\s)?(?:the\s)?){words}\b"
        ),
    )
    for relation, words in _WORK
)
_LIGHTS: Final = re.compile(rf"{ASIDE}?\s(?:lights|lenses|photographs)\s(?:it|the|them|everything|all|his|her)\b")


def read_makers(text: str, start: int, end: int, known: frozenset[str], title: str) -> Iterator[Found]:
    """Credits of those who stand behind the camera; a single name must be known from elsewhere."""
    for group in name_groups(text, start, end):
        names = [name for name in believed(text, group, known) if name.of(text) not in title]
        if not names:
            continue
        first, last = names[0], names[-1]
        before = text[max(start, first.start - 90) : first.start]
        after = text[last.end : end]
        lead, rules = led(before, after, title)
        cue = Span(first.start - len(before) + lead, last.end)
        for rule in rules:
            yield from (Found(rule.split(".")[0], name, cue, rule) for name in names)
        for relation, pattern in _WORKS:
            if work := pattern.match(text, last.end, end):
                yield Found(relation, last, Span(last.start, work.end()), f"{relation}.maker")
        if " " in last.of(text) and (lit := _LIGHTS.match(text, last.end, end)):
            yield Found("cinematographer", last, Span(last.start, lit.end()), "cinematographer.maker")
        for rule in trailed(before, after, title, last.of(text)):
            yield from (Found(rule.split(".")[0], name, Span(first.start, end), rule) for name in names)
