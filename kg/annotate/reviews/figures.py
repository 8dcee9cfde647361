"""Words behind or before a name in; whether they can be a part, and where the part in them ends, out."""

import re
from functools import cache
from typing import Final

from kg.annotate.credits.characters import character
from kg.annotate.critics import any_phrase, phrases
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.roles import role_at
from kg.model import Span

DETERMINER: Final = r"(?:an?|the|that|this|his|her|their|its|our|my)"
NOUN: Final = r"(?!(?:in|of|for|to|with|at|on|from|and|or|is|was|are|who|that)\s)[a-z][\w'’-]*"
NOUNS: Final = rf"(?:{NOUN}\s){{0,3}}?{NOUN}"
PART: Final = rf"(?i:{DETERMINER})\s{NOUNS}"
_FIGURE: Final = re.compile(rf"(?:{PART}|(?i:{DETERMINER})\s{UPPER}[\w-]+\s{NOUN}|{UPPER}[\w-]+['’]s\s{NOUNS})(?:\s|$)")
_VERB: Final = re.compile(
    r"\s(?:(?:is|was|are|were|has|had|does|did|can|could|will|would|while)\s"
    r"|(?:[a-z]+ed|mistaken|taken|sent|torn|caught|left|lost|bent)\s(?:for|by|to|with|in|from|between|on|at|into)\b)"
)
_DONE: Final = re.compile(r"(?<=[a-z])\s(?:[a-z]{3,}ed|known|sent|caught|born|seen)$")
BYNAMED: Final = re.compile(rf"(?P<name>{NAME}),?\sthe\s[a-z]")


@cache
def someone() -> str:
    """A pattern for whom a part may be, by calling or to another ("captain", "friend")."""
    return f"(?:{any_phrase('figure')}|{any_phrase('bond')})"


@cache
def _acting() -> re.Pattern[str]:
    """ "as their captain leaves", "as the priest sweats and shouts": the verb behind a figure."""
    return re.compile(rf"\b(?P<noun>{someone()}(?<!s))\s(?!\w+ss\b)[a-z]{{3,}}s\b")


def is_part(words: str) -> bool:
    """Whether these words can be a part: a character's name, or a figure ("the widow") that is no film trade."""
    return bool(character(words) or (_FIGURE.match(words) and not phrases("no_part").search(words)))


def part_at(text: str, position: int, end: int) -> Span | None:
    """The part that these words give, without the verb behind it; None where they give none."""
    part = cut(text, role_at(text, position, end))
    return part if part and is_part(part.of(text)) else None


def cut(text: str, part: Span | None) -> Span | None:
    """A part without what its sentence puts behind it: "as the monk steals the film", "as Mick the shearer"."""
    if part is None:
        return None
    part = Span(part.start, part.start + len(part.of(text).rstrip("?!")))  # "as a nun??"
    if named := BYNAMED.match(text, part.start, part.end):
        part = Span(part.start, named.end("name"))
    if ")" in part.of(text) and "(" not in part.of(text):
        part = Span(part.start, text.index(")", part.start))
    if done := _DONE.search(part.of(text)):  # "as an heiress invented for the film"
        part = Span(part.start, part.start + done.start())
    if (acts := _acting().search(text, part.start, part.end)) and acts.end() <= part.end:
        part = Span(part.start, acts.end("noun"))
    for verbs in (_VERB, phrases("gives")):
        verb = verbs.search(text, part.start + 2, part.end)
        if verb and verb.start() - 1 > part.start:
            part = Span(part.start, verb.start() - (verb[0][0] != " "))
    return part
