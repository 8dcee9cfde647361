"""Ties that no sentence states but the whole document does: all that it says of other works in, one more tie out."""

import re
from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.works.collecting import Collector
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.originals import owned_title
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import TITLE, title_key
from kg.model import Span

_NUMBER: Final = r"\s(?:2|II|Part\s(?:2|II|Two))"
_SECOND: Final = re.compile(_NUMBER + "$")
_NUMBERED: Final = re.compile(rf"(?P<number>{_NUMBER})?(?![\w'’]|\s(?:film\s)?(?:series|franchise))")
_SUBTITLE: Final = re.compile(rf":\s{TITLE}(?=[,.;]|\s(?:[a-z(]|$))")  # "Low Tide II: The Return is"
_NEAR: Final = 24  # characters before a cue
_A_REMAKE: Final = re.compile(
    r"\b[Aa]s\sremakes\sgo\b|\b(?:[Ww]hy|need|needs|needed)\s(?:to\s)?remake\b|\bremake\b(?=[.!?:])"
)
_CLOSE: Final = 300  # characters between what is told of the original and of its other remakes
_A_SIBLING: Final = re.compile(r"(?:[Aa]n?|[Aa]nother|[Tt]he|[Tt]wo|[Tt]hree|[Ss]everal)\s|[Rr]emakes\b")
_ALREADY: Final = re.compile(r"\b(?:already|previously)\s[\w\s]{0,8}$")
_REMAKES_IT: Final = (  # of the film just named
    r"\b(?:remakes|repeats|retells|reworks|copies)\s(?:it|that\s(?:film|one|story))\b"
    r"|\b(?:is|was)\s(?:its|that\s(?:film|movie|one)['’]s)\s(?:[\w-]+\s){0,2}remake\b(?!\s(?:of|to)\b)"
)
_ITS_REMAKE: Final = prefiltered(_REMAKES_IT)
_THIS_REMAKE: Final = prefiltered(
    r"\b(?:[Tt]his|[Tt]he|[Hh]is|[Hh]er)\s(?:[\w-]+\s){0,2}remake\b(?!\s(?:of|rights|to)\b|[’'])"
    rf"|{_REMAKES_IT}|\b(?:is|was)\sthe\s(?:[\w-]+\s){{0,2}}remake\b(?!\s(?:of|to)\b)"
)


def tie_by_number(collector: Collector) -> None:
    """ "X 2" beside "X": the second of two films whose titles differ by a number only."""
    text, own = collector.text, collector.main.title or ""
    base = _SECOND.sub("", own)
    at = text.find(base) if " " in base else -1
    while at >= 0:
        match = _NUMBERED.match(text, at + len(base))
        if match and bool(match["number"]) == (base == own):
            subtitle = _SUBTITLE.match(text, match.end()) if match["number"] else None
            if _tie_to_second(collector, Span(at, (subtitle or match).end())):
                return
        at = text.find(base, at + 1)


def _is_sure(collector: Collector) -> bool:
    """Whether the one earlier film that is brought up is what was remade: "its remake", or it has the same title."""
    film = collector.others.films[collector.brought_up[0][0].key]
    alike = title_key(film.title or "") == title_key(collector.main.title or "")
    return alike or bool(_ITS_REMAKE.search(collector.text))


def tie_siblings(collector: Collector) -> None:
    """ "A Tamil remake, Ebb, …" told close behind what the page's film remakes: it is a remake of that, too."""
    told = collector.own_remake
    if told is None:
        return
    for tie in [tie for tie in collector.ties.values() if tie.relation == "remadeAs" and tie.subject == MAIN]:
        before = collector.text[max(0, tie.span.start - _NEAR) : tie.span.start]
        close = abs(tie.span.start - told.span.end) <= _CLOSE
        if (close and _A_SIBLING.match(tie.span.of(collector.text))) or _ALREADY.search(before):
            del collector.ties[tie.relation, tie.subject, tie.object]
            collector.tie(tie.relation, told.object, tie.object, tie.span, tie.rule)


def _tie_to_second(collector: Collector, title: Span) -> bool:
    """Ties the page's film to the one named here, unless the text speaks of a third one."""
    if collector.speaker(title.start) not in (MAIN, collector.others.of_title(title)):
        return False
    thing = collector.others.film(title, None, title, False)
    first, second = (thing, MAIN) if _SECOND.search(collector.main.title or "") else (MAIN, thing)
    collector.tie("sequelTo", second, first, title)
    return True


def tie_to_earlier(collector: Collector) -> None:
    """ "This remake …" beside "The 1953 version, Ebb, was …": the earlier version is what was remade."""
    called = _THIS_REMAKE.search(collector.text) or (collector.reviews and _A_REMAKE.search(collector.text))
    if not called or collector.own_remake:
        return
    sole = collector.brought_up if len(collector.brought_up) == 1 and _is_sure(collector) else []
    if candidates := collector.earlier or sole:
        collector.tie("remakeOf", MAIN, *candidates[0])
    elif collector.reviews and (phrase := owned_title(collector.text, called.start())):
        span = Span(phrase.start, phrase.end)
        collector.take(Mentioned("remakeOf", span, phrase, span, True))
