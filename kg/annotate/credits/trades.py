"""Credits by the trade that stands before a name ("director A", "a Lund-directed film"): a sentence in, credits out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, title_pattern, trades_in
from kg.lexis.letters import in_small
from kg.lexis.lists import listed
from kg.lexis.names import NAME
from kg.model import Span

_HANDED_OUT: Final = re.compile(
    r"\b(?:by|from|of|with|its(?:\sown)?|film['’]s|whose)\s(?:both\s|(?:the\s)?(?:[a-z-]+\s)?(?:veteran|acclaimed"
    r"|independent|noted|famed"
    r"|renowned|legendary|celebrated|first-time|debut|debuting|award-winning)\s)?$"
)  # "by director A", not "the director A"
_OF_IT: Final = re.compile(r"(?:\b[Ii]ts|\b(?:film|movie|picture)['’]s)\s$")  # "its director, A"
_JOINED: Final = re.compile(r"\s(?:and|&)\s|,\s(?:and\s)?")
_HYPHENED: Final = re.compile(
    rf"(?P<name>{NAME})-(?P<trade>directed|scripted|penned)\s(?!by\b)"
)  # "a Lund-directed film"
_HYPHEN: Final = re.compile(r"-(?:directed|scripted|penned)\s")
_OPENS: Final = re.compile(r"(?:,\s|\b(?:but|and|while|as|when)\s)$")
_CHIEF: Final = frozenset({"director", "screenwriter"})
_MADE_BY: Final = re.compile(
    r"\b(?:produced|written|co-written|edited|scored|composed|adapted|presented|financed)\sby\s(?:[a-z-]+\s){0,2}$"
)


def read_titles(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits by a trade right before the name, or joined to it by a hyphen."""
    for cue in title_pattern().finditer(in_small(text), start, end):
        before = text[max(start, cue.start() - 40) : cue.start()]
        if _MADE_BY.search(before) and not before.endswith("its "):
            continue  # "produced by cinematographer A": what A does elsewhere
        apposed = text[cue.end("titles")] == "," and _OF_IT.search(before)
        handed_out = bool(_HANDED_OUT.search(before) or apposed)
        if handed_out or cue.start() == start or _OPENS.search(before):
            yield from _titled(text, cue, end, handed_out)
    for match in _HYPHENED.finditer(text, start, end) if _HYPHEN.search(text, start, end) else ():
        for relation in credits_of("participle", match["trade"]):
            if relation in _CHIEF:
                yield Found(relation, Span(*match.span("name")), Span(*match.span()), f"{relation}.title")


def _titled(text: str, cue: re.Match[str], end: int, handed_out: bool) -> Iterator[Found]:
    """What the trades before one or two names give them; only the chief ones where nothing hands them out."""
    items = listed(text, cue.end(), end)[:2]
    if len(items) > 1 and not _JOINED.fullmatch(text, items[0].end, items[1].name.start):
        items = items[:1]  # "director A and screenwriter B"
    trades = trades_in(cue["titles"])
    for relation in dict.fromkeys(r for trade in trades for r in credits_of("title", trade)):
        if not handed_out and relation not in _CHIEF:
            continue
        if relation == "actor" and len(trades) < 2:  # "actor A" tells what A is, not that A is in this film
            continue
        for item in items:
            yield Found(relation, item.name, Span(cue.start(), cue.end()), f"{relation}.title")
