"""Who plays whom by brackets: a sentence and the people known so far in, credits with characters out.

"Captain Holt (Maria Lund)"; behind full names the part may stand in them: "Ada Holt (Sue), Bo Vance (Captain Moe)".
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.characters import character, is_titled
from kg.annotate.credits.columns import are_parts
from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, credits_of_field
from kg.lexis.given import is_full_name, may_be_given
from kg.lexis.names import NAME, opens_a_name
from kg.model import Span

_PAIR: Final = rf"{NAME}\s\([^()\d\n]{{2,60}}\)"
_RUN: Final = re.compile(rf"{_PAIR}(?:(?:,\s(?:and\s)?|;\s|\sand\s)(?:{NAME},\s)*{_PAIR}){{2,}}")
_ONE: Final = re.compile(rf"(?P<name>{NAME})\s\((?P<part>[^()]+)\)")
_BRACKETED: Final = re.compile(
    rf"(?P<role>[^\s,.;:()\[\]][^,.;:()\[\]\n]{{0,70}}?)\s?[(\[](?:played\sby\s|portrayed\sby\s|voiced\sby\s"
    rf"|voice\sof\s)?(?P<name>{NAME})[)\]]"
)
_FULL_NAME: Final = re.compile(rf"(?<![\w’'-])(?=\S+\s){NAME}$")
_CAST_LINE: Final = re.compile(r"(?:With|Starring|Stars|Cast|Featuring|Also\swith):?\s")
_PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Ii]t|[Tt]hey)$")  # "he [Lund] says"
_AWARD: Final = re.compile(r"\bBest\s[A-Z]\w+$")
_PLAYS_IT: Final = re.compile(
    r"\b(?:plays?|playing|played|portray\w*)\s(?:an?|the|his|her)\s[a-z]"
)  # "A plays a jerk (Holt)"
_TOLD: Final = re.compile(r"\b(?i:an?|the|his|her|their|its)\s(?:[a-z][\w’'-]*\s){0,3}[a-z][\w’'-]*$")


def read_brackets(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """Credits of the form "Captain Holt (Maria Lund)"; a bare surname counts when it is a known person's."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return
    casts = [cast for cast in _casts(text, start, end) if not _are_actors([p.of(text) for _, p in cast], known)]
    for name, part in (pair for cast in casts for pair in cast):
        cue, trades = Span(name.start, part.end), credits_of_field(part.of(text))  # "Bo Vance (editor)"
        yield from (Found(trade, name, cue, f"{trade}.title") for trade in trades if trade != "actor")
        if not trades:
            yield Found("actor", name, cue, "actor.bracketed", part)
    parted = False  # whether an actor has had a part in brackets
    for match in _BRACKETED.finditer(text, start, end):
        name, cue = Span(*match.span("name")), Span(match.start("name"), match.end())
        if any(cast[0][0].start <= name.start < cast[-1][1].end for cast in casts):
            continue
        if turned := _turned(text, start, match, known, parted):
            parted = True
            yield turned
        elif (
            is_person(match["name"], known)
            and not _PLAYS_IT.search(match["role"])
            and not (match["role"] in known or _AWARD.search(match["role"]))
            and not _PRONOUN.search(match["role"])
        ):
            trades = credits_of("title", match["role"].rsplit(" ", 1)[-1])
            yield from (Found(trade, name, cue, f"{trade}.title") for trade in trades if trade != "actor")
            if not trades:
                yield Found("actor", name, cue, "actor.bracket", _told(match))


def _are_actors(parts: list[str], known: frozenset[str]) -> bool:
    """Whether what stands in brackets are surnames of people named elsewhere: "Bo Vance (Lund), Cy Dee (Ruiz)"."""
    return 2 * sum(" " not in part and part in known for part in parts) > len(parts)


def _turned(text: str, start: int, match: re.Match[str], known: frozenset[str], parted: bool) -> Found | None:
    """ "Maria Lund (Captain Holt)", "Maria Lund (Orla)": the part stands in the brackets."""
    full = _FULL_NAME.search(match["role"])
    if full is None or not is_full_name(full[0]) or is_titled(full[0]):
        return None
    part = match["name"]
    single = " " not in part and part != "Oscar" and may_be_given(part) and full[0] in known
    if (not parted and (part in known)) or not (parted or single or is_titled(part) or _CAST_LINE.match(text, start)):
        return None
    name = Span(match.start("role") + full.start(), match.start("role") + full.end())
    return Found("actor", name, Span(name.start, match.end()), "actor.bracketed", Span(*match.span("name")))


def _told(match: re.Match[str]) -> Span:
    """The role before a bracket: the figure at its end where that has no name ("it is about a girl (A)")."""
    figured = None if character(match["role"]) else _TOLD.search(match["role"])
    return Span(match.start("role") + (figured.start() if figured else 0), match.end("role"))


def _casts(text: str, start: int, end: int) -> Iterator[list[tuple[Span, Span]]]:
    """The actors with their parts of each run of at least three pairs in which the parts stand in brackets."""
    for run in _RUN.finditer(text, start, end):
        pairs = list(_ONE.finditer(text, *run.span()))
        if are_parts([pair["part"] for pair in pairs], [pair["name"] for pair in pairs]):
            yield [(Span(*pair.span("name")), Span(*pair.span("part"))) for pair in pairs]


def is_person(name: str, known: frozenset[str]) -> bool:
    """Whether a name is a known person's, or several words of which the first opens a name."""
    return name in known or (" " in name and opens_a_name(name))
