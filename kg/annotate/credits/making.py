"""What names before a verb make: joined names in, the credits that "wrote", "is the director of" give them out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.acting import RELATIVE
from kg.annotate.credits.doing import read_doing
from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, title_words, trades_in
from kg.lexis.letters import UPPER
from kg.model import Span

_POSSESSED: Final = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?:directorial|directing)\s(?:feature\s)?debut\b|['’]s?\s(?:\w+\s){0,3}?(?:first"
    r"|second|third|fourth|fifth|last|final|latest|next|debut)\s(?:[\w-]+\s){0,2}?(?:film|feature"
    r"|movie)\sas\s(?:a\s)?director"
)
_DEBUTS: Final = re.compile(
    r",?\s(?:in|making|makes|made|marks|marking)\s(?:his|her|their)\s(?:[\w-]+\s){0,3}?(?:directorial"
    r"|directing)\s(?:feature\s)?(?:film\s)?debut"
)
_TRADES: Final = title_words()
_BEING: Final = re.compile(
    rf"(?:,\swho)?\s(?:is|was|served\sas|serves\sas|acted\sas|acts\sas|worked\sas|doubles\sas|doubled\sas|serving\sas"
    rf"|acting\sas)\s(?:both\s|also\s)*(?:the\s|its\s|(?<=\sas\s)an?\s|the\sfilm['’]s\s)?"
    rf"(?P<trades>{_TRADES}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s)(?:the\s)?{_TRADES})*)(?=[\s,.;]|$)(?!\s(?:of|who"
    rf"|{UPPER}))"
)
_AS_TRADE: Final = re.compile(rf"\s(?:serving\s|acting\s)?as\s(?:the\s|its\s)?(?P<trades>{_TRADES})(?=[,.;]|\sand\s|$)")
_DIRECTING: Final = re.compile(r"\s(?:co-)?directing(?=[.,;]|$|\s(?:an?|the|from|it|and)\b)")  # "with A directing"
_WRITING: Final = re.compile(r"\sco-?writing(?=[.,;]|$|\s(?:it|and)\b)")
_LATTER: Final = re.compile(r",\sthe\slatter\s(?:also\s|of\swhom\s|who\s)*(?:directing|directed|directs)\b")
_OWN_FILM: Final = re.compile(  # "director A's final film"
    r"['’]s?\s(?:[\w-]+\s){0,2}?(?:first|second|third|fourth|fifth|last|final|latest|next|debut)\s(?:[\w-]+\s){0,2}?"
    r"(?:film|feature|movie|picture)\b"
)
_IN_ROLE: Final = re.compile(r"\sas\s(?:(?!\sas\s)[^.;()]){2,60}?(?=,\swho\s)")  # "A as Mo, who also wrote it"


def read_making(text: str, names: list[Span], end: int, title: str) -> Iterator[Found]:
    """Credits behind the camera; an aside or a role may stand between the names and the verb."""
    after = names[-1].end
    asides = (between.match(text, after, end) for between in (RELATIVE, _IN_ROLE))
    for at in (after, *(aside.end() for aside in asides if aside)):
        if made := [*_made(text, names, at, end, title)]:
            yield from made
            return


def _made(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    """What the words from `after` on say that the names are or did."""
    last = names[-1]
    before = text[max(0, names[0].start - 12) : names[0].start].casefold()
    beside = before.endswith("with ")
    if being := _BEING.match(text, after, end) or (beside and _AS_TRADE.match(text, after, end)):
        yield from _being(last, being)
    elif debut := _POSSESSED.match(text, after, end) or _DEBUTS.match(text, after, end):
        yield Found("director", last, Span(last.start, debut.end()), "director.debut")
    elif text.endswith("director ", 0, names[0].start) and (own := _OWN_FILM.match(text, after, end)):
        yield Found("director", last, Span(last.start, own.end()), "director.debut")
    elif directs := (beside and _DIRECTING.match(text, after, end)) or _LATTER.match(text, after, end):
        yield Found("director", last, Span(last.start, directs.end()), "director.verb")
    elif beside and (writes := _WRITING.match(text, after, end)):
        yield Found("screenwriter", last, Span(last.start, writes.end()), "screenwriter.verb")
    else:
        yield from read_doing(text, names, after, end, title)


def _being(name: Span, being: re.Match[str]) -> Iterator[Found]:
    """ "A is the writer and director"."""
    for trade in trades_in(being["trades"]):
        for relation in credits_of("title", trade):
            if relation != "actor":
                yield Found(relation, name, Span(name.start, being.end()), f"{relation}.being")
