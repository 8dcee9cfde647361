"""What a list of names goes on to say of its people: a list in, the further credits behind it and within it out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.lexis import is_company
from kg.lexis.lists import Item, listed
from kg.model import Span

_PRODUCED: Final = frozenset({"director", "producer", "productionCompany"})
_FORMS: Final = frozenset({"Co", "Corp", "Inc", "LLC", "Ltd"})  # of companies: "Blue Anchor, Ltd."
_FOR: Final = re.compile(
    r",?\s(?:for|at|in\sassociation\swith|through|under)\s(?:the\s)?(?:\w+\s(?:company|studio|label)\s)?"
)
_WITH: Final = re.compile(r",?\s(?:together\s|along\s|in\scollaboration\s)?with\s(?:help\sfrom\s)?")
_WHO_WROTE: Final = re.compile(  # "directed by A from a screenplay he wrote with B", "…, who also co-wrote it"
    r",?\s(?:from|using|with|based\son)\s(?:an?|his|her)\s(?:original\s)?(?:screenplay|script)\s(?:that\s"
    r"|which\s)?(?:he"
    r"|she|they)\s(?:also\s)?(?:co-)?(?:wrote|penned)"
    r"|,?\sfrom\s(?:his|her|their)\s(?:own\s)?(?:original\s)?(?:screenplay|script)\b(?!\s(?:by|with))"
    r"|,\swhich\s(?:he|she|they)\s(?:also\s)?(?:co-)?(?:wrote|penned|scripted)\b"
    r"|,\swho\s(?:also\s)?(?:(?:produced|edited|starred)\sand\s)?(?:co-)?(?:wrote|scripted|penned)\s"
    r"(?:the\s(?:film['’]s\s)?(?:screenplay|script)|it|with)\b"
    r"|,?\sand\s(?:co-)?written\swith\b"
)
_CAST_BEHIND: Final = re.compile(  # "directed by A, with B and C as the thieves"
    r",?\s(?:and\s)?with\s(?![^.;]{0,60}\b(?:in\scharge|as\s(?:executive|producer|co-|second|assistant|director)"
    r"|assist|help|producing|directing|writing|uncredited))"
)


def read_on(text: str, relations: list[str], items: list[Item], cue: Span, end: int) -> Iterator[Found]:
    """Partners, scripts, casts and companies that stand right behind a list of names with these credits."""
    behind, acts = items[-1].end, "actor" in relations
    if "screenwriter" in relations and not acts:
        yield from _partners(text, behind, end, cue)
    if "director" in relations and (wrote := _WHO_WROTE.match(text, behind, end)):
        for item in items:
            yield Found("screenwriter", item.name, Span(*wrote.span()), "screenwriter.pronoun")
    if "director" in relations and (match := _CAST_BEHIND.match(text, behind, end)):
        for item in listed(text, match.end(), end, cast=True):
            yield Found("actor", item.name, Span(match.start(), item.end), "actor.with", item.role, item.note)


def _partners(text: str, position: int, end: int, cue: Span) -> Iterator[Found]:
    """ "co-written by A with B": B wrote too."""
    if match := _WITH.match(text, position, end):
        for item in listed(text, match.end(), end):
            yield Found("screenwriter", item.name, cue, "screenwriter.participle")


def read_company(text: str, relations: list[str], position: int, end: int, cue: Span) -> Iterator[Found]:
    """ "… for Lantern Pictures": the company that the people named before worked for."""
    if not _PRODUCED.isdisjoint(relations) and (match := _FOR.match(text, position, end)):
        for item in listed(text, match.end(), end):
            if is_company(name := item.name.of(text)) and name.rstrip(".") not in _FORMS:
                yield Found("productionCompany", item.name, cue, "productionCompany.for")
