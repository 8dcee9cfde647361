"""Casts whose lines alternate, whose parts are in brackets or come first: blocks in, actors and parts out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kg.model import Block, Span

_TITLED: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Capt|Captain|Sgt|Lt|Col|Maj|Gen|Rev|PC|DC|DS|DI|DCI|Inspector|Mayor|Father|Sister"
    r"|Brother|Lady|Lord|Sir|King|Queen|Prince|Princess|Sergeant|Sheriff|Deputy|Officer|Agent|Judge|Doctor|Nurse"
    r"|Detective|Colonel|Major|General|Lieutenant|Commander|President|Senator|Aunt|Auntie|Uncle|Professor|Chief|Admiral"
    r"|Air|Baron|Baroness|Consul|Corporal|Count|Countess|Duchess|Duke|Flight|Group|Marshal|Private|Squadron|Wing|The(?=(?:\s\w+){1,2}$))\b"
)
_DESCRIBED: Final = re.compile(r",\s(?:(?:an?|the|his|her|their|who|of|from)\s|[a-z])|\s(?:at|in|of|with)\sthe\s")
_SELF: Final = re.compile(r"(?:him|her|them)sel(?:f|ves)", re.IGNORECASE)
_AS: Final = re.compile(r"as\s(?=\S)")
_BRACKETED: Final = re.compile(r"(?P<actor>[^()]+?)\s?\((?:as\s)?(?P<part>[^()\d]+)\)[.,;]?")
_NOTE: Final = re.compile(
    r"(?:voice|uncredited|cameo|archive|guest|special|deceased|credit|footage|as\s)", re.IGNORECASE
)
_FEWEST_BRACKETS: Final = 3  # lines with a part in brackets
_FEWEST: Final = 2  # pairs that show the form of a list


def alternating(text: str, items: Sequence[Block]) -> list[tuple[Block, Span]]:
    """Actor's block and part's place of a list in which each actor's line has the part's below; [] for other lists."""
    upper, lower = items[::2], items[1::2]
    if len(items) % 2 or len(lower) < _FEWEST:
        return []
    words = [block.span.of(text) for block in lower]
    if not all(map(_AS.match, words)) and not are_parts(words, [block.span.of(text) for block in upper]):
        return []
    return [(actor, _without_as(text, part.span)) for actor, part in zip(upper, lower, strict=True)]


def bracketed(text: str, items: Sequence[Block]) -> list[tuple[Block, Span, Span]]:
    """Block and places of actor and part of lines like "Ana Ruiz (Cora)", where most of a list's lines are."""
    told = ((block, _BRACKETED.fullmatch(text, block.span.start, block.span.end)) for block in items)
    parts = [(block, match) for block, match in told if match and not _NOTE.match(match["part"])]
    if len(parts) < max(_FEWEST_BRACKETS, len(items) / 2):
        return []
    return [(block, Span(*match.span("actor")), Span(*match.span("part"))) for block, match in parts]


def are_parts(these: Sequence[str], others: Sequence[str]) -> bool:
    """Whether these are parts and the others actors: one word, a title, a family's name or "himself" is for parts."""
    mine, theirs = _part_like(these), _part_like(others)
    return len(these) >= _FEWEST and 3 * mine >= len(these) and mine > 2 * theirs


def _part_like(names: Sequence[str]) -> int:
    """How many names look like those of parts."""
    families = Counter(name.split()[-1] for name in names)
    return sum(
        len(name.split()) == 1
        or bool(_TITLED.match(name) or _SELF.search(name))
        or name[:1].islower()
        or bool(_DESCRIBED.search(name))
        or families[name.split()[-1]] > 1
        for name in names
    )


def _without_as(text: str, span: Span) -> Span:
    match = _AS.match(span.of(text))
    return Span(span.start + match.end(), span.end) if match else span
