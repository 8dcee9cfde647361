"""Parts that are called their actors': names and the words behind them in, the part in these words out ("A's Sam")."""

import re
from functools import cache
from typing import Final

from kg.annotate.credits.characters import is_titled
from kg.annotate.critics import any_phrase
from kg.lexis.given import may_be_given
from kg.lexis.names import NAME
from kg.lexis.words import any_of
from kg.model import Span

_WHOSE: Final = re.compile(  # "A, whose Sam is no saint"
    rf",\swhose\s(?P<part>{NAME})\s(?:is|was|has|never|can|had|[a-z]+s)\b"
)
_OWNED: Final = re.compile(
    r"['’]s?\s(?:(?!(?:and|or|in|of|with|son|daughter|sister|brother|wife|husband|mother|father|friend|cousin|partner)\b)[a-z-]+,?\s){0,2}?"
    rf"(?P<part>{NAME})(?![\w’'])(?!['’]s)"
)
_GOES_ON: Final = re.compile(
    r"\s(?:is|was|has|had|can|could|will|would|never|always|really|remains|seems|[a-z]+s)\b|,\s(?:an?|the|who)\s|[.!]?$"
)
_NAMED: Final = re.compile(rf",\s(?P<name>{NAME})(?=,|\.|$)")
_OBJECT: Final = re.compile(r"\b(?:plays?|played|is|was|as|of|by|than|from|like|in|with|on|at|for|to)\s$")


def owned(text: str, names: list[Span], end: int) -> Span | None:
    """The part in "A, whose Sam is no saint", "A's Sam is no saint", "A's weary nurse, Orla, …"."""
    if (whose := _WHOSE.match(text, names[-1].end, end)) and (
        " " not in whose["part"] or _is_character(whose["part"], text)
    ):
        return Span(*whose.span("part"))
    match = _OWNED.match(text, names[-1].end, end)
    if match is None or not (is_titled(match["part"]) or _GOES_ON.match(text[match.end() : end])):
        return _figure(text, names[-1], end)
    held = _is_character(match["part"], text)
    return Span(*match.span("part")) if held else _figure(text, names[-1], end)


def _figure(text: str, name: Span, end: int) -> Span | None:
    """The figure of someone named in full that its sentence tells of, with the name that stands behind it."""
    match = _owned_figure().match(text, name.end, end)
    if match is None or " " not in name.of(text) or _OBJECT.search(text, max(0, name.start - 8), name.start):
        return None
    named = _NAMED.match(text, match.end(), end)
    return Span(match.start("part"), named.end("name") if named else match.end("part"))


@cache
def _owned_figure() -> re.Pattern[str]:
    figure, kin = any_phrase("figure"), any_phrase("kin")
    return re.compile(
        rf"['’]s?\s(?!(?:the|an?|his|her|own|real|real-life|old|then|first|second|late|future|{kin})\s)"
        rf"(?P<part>(?!{kin}\b)(?:(?!(?:{any_of('film_noun')}|about|of|in|with|as|and|for|to|an?|the)\s)[a-z-]+,?\s){{0,3}}?{figure})(?![\w’'-])(?!\s(?:of|in|from|turned)\b)"
    )


def _is_character(name: str, text: str) -> bool:
    """Whether a name may be a character's: it opens with a given name or a title, or it comes back."""
    return may_be_given(name) or is_titled(name) or _recurs(text, name)


def _recurs(text: str, name: str) -> bool:
    """Whether a single name comes back, as those of characters do and those of places seldom."""
    return " " not in name and len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) > 1
