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
    (
        "musicBy",
        r"(?:score|music|strings|soundtrack|themes?|songs?|tunes|tracks|bgm|violins|march|melodies|jazz|guitar|synths?|waltz)",
    ),
    (
        "cinematographer",
        r"(?:cinematography|photography|camerawork|camera\swork|lensing|lenses|lighting)",
    ),
    ("editor", r"(?:editing|cutting)"),
    ("screenwriter", r"(?:script|screenplay|dialogue)"),
)
_DID: Final = {  # verbs of which such work is the object
    "musicBy": r"did|does|wrote|(?:has\s)?composed|composes|suppli(?:es|ed)|provide[sd]?|contribute[sd]|gives|gave",
}
_ADJECTIVES: Final = r"(?:[a-z-]+,?\s){0,3}?"
_WORKS: Final = tuple(
    (
        relation,
        re.compile(
            rf"(?:['’]s?\s(?!old\s|original\s|earlier\s)|{ASIDE}?\s(?:{_DID.get(relation, 'did|does')})"
            rf"\s(?:both\s)?(?:the\s|an?\s)?){_ADJECTIVES}{words}\b"
        ),
    )
    for relation, words in _WORK
)
_DONE: Final = (  # what is said of one who is named in full: "A B photographed it", "A B's camera", "A B scored"
    (
        "cinematographer",
        re.compile(rf"['’]s?\s{_ADJECTIVES}(?:camera\b(?!\s?(?:man|woman))|images\b|visuals\b|Steadicam\b)"),
    ),
    (
        "cinematographer",
        re.compile(
            rf"{ASIDE}?\s(?:(?:lights|lit|lenses|photographs)\s(?:it|the|them|everything|all|his|her)\b|photographed\b|lensed\b"
            r"|shot(?=[.,;]|\sand\b|\s\()|on\scamera(?=[.,;])|(?:is|was)\s(?:the\s(?:photographer|cameraman|cinematographer)|behind\sthe\scamera)\b)"
        ),
    ),
    ("producer", re.compile(rf"{ASIDE}?\s(?:produced|produces)(?=[.,;]|\s(?:it|the\sfilm|for)\b)")),
    ("musicBy", re.compile(rf"{ASIDE}?\s(?:scored|composed)(?=[.,;]|\s(?:it|the\sfilm|and)\b)")),
)


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
        for relation, pattern in _DONE if " " in last.of(text) else ():
            if done := pattern.match(text, last.end, end):
                yield Found(relation, last, Span(last.start, done.end()), f"{relation}.maker")
        for rule in trailed(before, after, title, last.of(text)):
            yield from (Found(rule.split(".")[0], name, Span(first.start, end), rule) for name in names)
