"""Credits told in passing, in any prose: a sentence in, who is called the film's crew or cast in it out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, title_words
from kg.annotate.prose import BLOT
from kg.lexis.names import NAME, is_company, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.model import Span

_TRADE: Final = title_words()
_FULL: Final = rf"(?P<name>(?=\S+\s){NAME})"
_NO_OTHER: Final = r"(?<!\bart\s)(?<!assistant\s)(?<!music\s)(?<!unit\s)(?<!casting\s)(?<!executive\s)"
_END: Final = r"(?=[,.;:)]|$|\s(?:was|is|had|has|and|who|won|made|got)\b)"
_OWNED: Final = prefiltered(  # "Its producer, A, …", "its star A was nominated"
    rf"\b(?:[Ii]ts|[Tt]he\s(?:film|movie)['’]s)\s{_NO_OTHER}(?i:(?P<trade>{_TRADE}|star|leading\s(?:man|lady)"
    rf"|lead)),?\s(?:the\s[a-z]+\s)?{_FULL}{_END}"
)
_BY_OWN: Final = prefiltered(  # "shot by her husband, the cinematographer A", "by the director, A"
    r"\b(?:written|directed|shot|produced|edited|scored|composed|photographed|filmed|adapted|rewritten|thanked"
    r"|lighting|adaptation)\b[^.;]{0,40}?"
    rf"\bby\s(?:(?:his|her|its)\s(?:own\s)?[a-z]+,\s)?the\s{_NO_OTHER}(?P<trade>{_TRADE}),?\s{_FULL}{_END}"
)
_FOR: Final = prefiltered(rf"(?:;\s|\bfor\s){_NO_OTHER}(?P<trade>directors?)\s{_FULL}")
_SHOT: Final = prefiltered(  # "It was shot on Lake Orla by A"
    r"(?:\b(?:was|is|were|are|been)|,)\s(?:\w+ly\s)?(?P<trade>shot|photographed"
    rf"|lensed)\s(?:[^.;,]{{0,40}}?\s)?by\s(?:the\s[a-z]+\s)?{_FULL}(?=[,.;]|$|\s(?:in|with|and)\b)"
)
_CO_WRITER: Final = prefiltered(  # "A and his co-writer B"
    rf"(?<![\w’'-])(?P<name>{NAME})\s(?:and|with)\s(?:his|her)\s(?:[a-z]+\sand\s)?(?:co-(?:writer|screenwriter"
    rf"|scriptwriter|scenarist|author)|writing\spartner),?\s(?P<other>(?=\S+\s){NAME})"
)
_OPENING: Final = re.compile(  # "Composer A supplied the score"
    rf"(?P<trade>Composer|Cinematographer|Director\sof\sphotography|Cameraman|Editor|Screenwriter)\s{_FULL}\s[a-z]+"
)
_GAPPED: Final = re.compile(  # "A wrote the songs and B the score", "A was the editor and B the cinematographer"
    rf"\b(?:was|is|wrote|did|composed|directed|edited|responsible\sfor)\b[^.;]{{2,60}}?(?:[,;]\s(?:and\s)?"
    rf"|\sand\s){_FULL}"
    r"\s(?:(?:the|its)\s|for\sthe\s)(?P<trade>score|music|editing|photography|cinematography|script|screenplay"
    rf"|{_TRADE}){_END}"
)
_GAP: Final = prefiltered(
    rf"\s(?:the|its)\s(?:score|music|editing|photography|cinematography|script|screenplay|{_TRADE}){_END}"
)
_WORK: Final = {
    "score": "musicBy", "music": "musicBy", "editing": "editor", "photography": "cinematographer",
    "cinematography": "cinematographer", "script": "screenwriter", "screenplay": "screenwriter",
}  # fmt: skip
_LEADS: Final = prefiltered(  # "with A in the lead"
    rf"(?:\bwith\s|^){_FULL},?\sin\s(?:the|its)\s(?:lead|leading\s(?:role|part)|main\s(?:role|part)|title\s(?:role"
    r"|part))\b"
)
_IS_PLAYED: Final = prefiltered(  # "Bates is A.", "Both brothers are A."
    rf"(?:^|[;:]\s)(?P<part>(?:(?:[Bb]oth|[Tt]he\stwo)\s[\w-]+|{NAME}))\s(?:is|are)\s{_FULL}(?=[.;]|,\s[^.]*\bis\s|$)"
)
_SEVERAL: Final = re.compile(r"[Bb]oth\s|[Tt]he\stwo\s")
_RELEASED: Final = prefiltered(
    rf"\breleased\b(?:\s(?!by\b)[\w,]+){{1,9}}?,?\sby\s(?P<name>{NAME}(?:\s(?:&|of\sthe)\s{NAME})?)"
)
_RELEASES: Final = prefiltered(
    rf"(?:^|(?<=[.;]\s)|(?<=\band\s))(?P<name>{NAME}(?:\s&\s{NAME})?)\s(?:theatrically\s)?released\s(?:it|the\sfilm"
    rf"|[\"“]?{BLOT}+[\"”]?)\s(?:in|on|to|theatrically)\b"
)


def read_crew(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """Credits of "its producer, A", "B the score", "with A in the lead", "Bates is A", "released in May by C"."""
    gapped = (_GAPPED,) if _GAP.search(text, start, end) else ()
    for pattern in (_OWNED, _BY_OWN, _FOR, *gapped):
        for match in pattern.finditer(text, start, end):
            yield from _by_trade(match)
    if opening := _OPENING.match(text, start, end):
        yield from _by_trade(opening)
    for match in _SHOT.finditer(text, start, end):
        yield from _found("cinematographer", match, "cinematographer.participle")
    for match in _CO_WRITER.finditer(text, start, end):
        if " " in match["name"] or match["name"] in known:
            yield from _found("screenwriter", match, "screenwriter.maker")
            yield Found("screenwriter", Span(*match.span("other")), Span(*match.span()), "screenwriter.maker")
    for match in _LEADS.finditer(text, start, end):
        yield from _found("actor", match, "actor.subject")
    for match in _IS_PLAYED.finditer(text, start, end):
        single = " " not in match["part"] and match["part"] not in known and opens_a_name(match["part"])
        if single or _SEVERAL.match(match["part"]):
            part = Span(*match.span("part"))
            yield Found("actor", Span(*match.span("name")), Span(*match.span()), "actor.part", part)
    for pattern in (_RELEASED, _RELEASES):
        for match in pattern.finditer(text, start, end):
            if match["name"] not in known and (pattern is _RELEASES or is_company(match["name"])):
                yield from _found("distributor", match, "distributor.verb")


def _by_trade(match: re.Match[str]) -> Iterator[Found]:
    trade = match["trade"].casefold()
    if trade.startswith(("star", "lead")):
        yield from _found("actor", match, "actor.title")
        return
    for relation in [_WORK[trade]] if trade in _WORK else credits_of("title", trade):
        if relation != "actor":
            yield from _found(relation, match, f"{relation}.title")


def _found(relation: str, match: re.Match[str], rule: str) -> Iterator[Found]:
    if opens_a_name(match["name"].split(" ", 1)[0]):
        yield Found(relation, Span(*match.span("name")), Span(*match.span()), rule)
