"""The titles in which a sentence lists later films: "as A in Hindi and as B in Tamil", "A (1964), B (1971)"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.annotate.works.laterfilm import Later
from kg.annotate.works.origins import NOWHERE, Origin, read_origin, read_origins
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Span

_FOREIGN: Final = rf"(?:\s{alternation(works()['foreign'])}\s[^\W\dA-Z_]\w+)"  # "Suegro de repuesto"
_ARTICLED: Final = rf"{alternation(works()['foreign_article'])}(?:\s[^\W\dA-Z_]\w+){{1,3}}"  # "La marea baja"
_ONE: Final = rf"(?:{_ARTICLED}|{TITLE}){_FOREIGN}*"
_TITLED: Final = rf"(?!\d+\s(?:min|years|days|of)\b)(?P<title>{QUOTED}|{_ONE}(?:,\s{TITLE}(?=[,.;]|\s\(|\swith\s))*)"
IT_WAS: Final = rf"(?:[Ii]n\s)?{alternation(works()['tongues'])}\sit\s(?:was|became)"  # "in Tamil it was High Water"
_AS: Final = re.compile(
    rf"\b(?:as|into|titled|called|entitled|named|under\sthe\s(?:title|name)|with\sthe\stitle|by\sthe\sname|retitled|(?<=\bagain\s)for(?!\sTV\b)|{IT_WAS})\s"
    rf"(?:(?:the|a)\s(?:(?P<year>{YEAR})\s)?(?:(?!(?:for|with|by|of|to|in|and)\s)[a-z-]+\s){{1,3}})?(?!{YEAR}(?:\W"
    rf"|$)|\d-?D\b){_TITLED}"
)
_OWNER: Final = re.compile(rf"(?P<name>{NAME})['’]s\s(?={UPPER})")
_EACH: Final = re.compile(rf"{QUOTED}|{_ONE}")
_BRACKETED: Final = re.compile(rf"(?P<title>{QUOTED}|{_ONE})\s\((?P<bracket>[^()]+)\)")
_YEAR_BRACKET: Final = re.compile(rf"[\"”’]?\s\((?:[^()]*?\s)?(?P<year>{YEAR})[^()]*\)")
_YEAR: Final = re.compile(
    rf"\b(?:[Ii]n|from|of)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})|\b(?P<bare>{YEAR})\s(?:\w+\s){{0,2}}(?:remake|version"
    r"|film)"
)
_ANY_YEAR: Final = re.compile(YEAR)
_OWN_PLACE: Final = re.compile(rf"[\"”’]?(?:\s\([^()]*\))?\sin\s(?:the\s)?(?:{COUNTRY}|[A-Z][a-z]+)")
_ANOTHER: Final = re.compile(rf"[^,.;]*?\sand\s(?:{_TITLED})(?:\s\((?P<year>{YEAR})\))")
_MAKER: Final = re.compile(rf"(?:,|;)?\sand\s(?P<name>(?=\S+\s){NAME})\s(?:later\s|again\s)?$")  # "…, and B C as"
_CAST: Final = re.compile(
    rf"\b(?:with|starring|featuring)\s{NAME}(?:(?!\sin\s)[^.;]){{0,60}}?\sas\s"
)  # "with A as B": no titles
_TWO: Final = re.compile(rf"{UPPER}\w+\s{UPPER}\w+\sand\s{UPPER}\w+\s{UPPER}\w+")
_AND_IN: Final = re.compile(r"\sand\s(?:(?:in|later|again)\s|the\s\w+$)")


def read_titled(text: str, cue: Span, stop: int) -> Iterator[Later]:
    """Every "as A" behind a cue, with the year, language and country that the text gives each."""
    cast = _CAST.search(text, cue.end, stop)
    matches = list(_AS.finditer(text, cue.end, cast.start() if cast else stop))
    begin = cue.start
    behind = bool(matches) and not _YEAR.search(text, begin, matches[0].start())  # "as A in 1951 and as B in 1962"
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        title, until = _bare(text, match), following.start() if following else stop
        origins = read_origins(text, begin, match.start("title"))
        if parts := _respectively(text, title, origins):
            yield from (
                Later("remadeAs", cue, part, part, None, country=origin.country, language=origin.language)
                for part, origin in zip(parts, origins, strict=True)
            )
            return
        own = _OWN_PLACE.match(text, title.end, until)
        origin = read_origin(text, title.end, own.end()) if own else origins[-1] if origins else NOWHERE
        end = until if following is None else max(title.end, own.end() if own else title.end)
        inner = match if match["year"] else None
        bracket = _YEAR_BRACKET.match(text, title.end, until)
        maker = _MAKER.search(text, begin, match.start())
        begin = maker.start() if maker else begin
        before, after = _last(text, begin, match.start()), _YEAR.search(text, title.end, until if behind else end)
        year = inner or bracket or ((after or before) if behind else (before or after))
        first = match is matches[0]
        scope = Span(begin if first else match.start("title"), until)
        later = Later("remadeAs", cue, scope, title, _span(year), country=origin.country, language=origin.language)
        later.maker = Span(*maker.span("name")) if maker else None
        yield later
        begin = end


def read_bracketed(text: str, cue: Span, stop: int) -> Iterator[Later]:
    """ "A (1964, United States), B (1971)": titles with something in brackets behind them."""
    for match in _BRACKETED.finditer(text, cue.end, stop):
        title = unquoted(text, Span(*match.span("title")))
        year, origin = _ANY_YEAR.search(text, *match.span("bracket")), read_origin(text, *match.span("bracket"))
        if year or origin.language or origin.country:
            dated = Span(*year.span()) if year else None
            scope = Span(*match.span())
            yield Later("remadeAs", cue, scope, title, dated, country=origin.country, language=origin.language)


def read_alike(text: str, tie: str, match: re.Match[str], stop: int) -> Iterator[Later]:
    """ "An American remake, A, …", "two remakes, A (1997) and B (2010)": the titles right behind a noun."""
    cue, origin = Span(*match.span()), read_origin(text, *match.span("kind"))
    listed = [*read_bracketed(text, Span(match.start(), match.end()), stop)] if match["noun"].endswith("s") else []
    if len(listed) > 1:
        yield from listed
        return
    named = re.compile(_TITLED).match(text, match.end(), stop)
    title = _bare(text, named) if named else None
    behind = _YEAR_BRACKET.match(text, title.end, stop) if title else None
    year = Span(*match.span("year")) if match["year"] else _span(behind or _YEAR.search(text, match.start(), stop))
    scope = Span(match.start(), stop)
    yield Later(tie, cue, scope, title, year, country=origin.country, language=origin.language)


def _respectively(text: str, title: Span, origins: list[Origin]) -> list[Span]:
    """ "in Telugu and Hindi as A and B": as many titles as languages or countries, else none."""
    if len(origins) < 2:
        return []
    stop = text.find(".", title.end)
    end = title.end
    while more := re.compile(rf"(?:,\s(?:and\s)?|\sand\s)(?:{QUOTED}|{_ONE})").match(
        text, end, stop if stop > 0 else len(text)
    ):
        end = more.end()
    found, at = [], title.start
    while at < end and (match := _EACH.match(text, at, end)):
        split = re.search(r",\s(?:and\s)?|\sand\s", match[0])
        last = match.start() + split.start() if split else match.end()
        found.append(unquoted(text, Span(match.start(), last)))
        gap = re.compile(r",?\s(?:and\s)?").match(text, last, end)
        at = gap.end() if gap else end
    return found if len(found) == len(origins) else []


def _bare(text: str, match: re.Match[str]) -> Span:
    span = Span(*match.span("title"))
    owner = _OWNER.match(text, span.start, span.end)
    span = Span(owner.end(), span.end) if owner and is_full_name(owner["name"]) else span
    if (bare := unquoted(text, span)) != span:
        return bare
    words = _without_cast(_AND_IN.split(span.of(text))[0])
    alone, _, star = words.rpartition(" for ")  # "as High Water for Ana Ruiz"
    return Span(span.start, span.start + len(alone if alone and is_full_name(star) else words))


def _without_cast(title: str) -> str:
    """A title without the people whom commas add to it: "as High Water, Ana Ruiz and Mos Dahl"."""
    first, *more = title.split(", ")
    named = any(is_full_name(name) and " of " not in name for part in more for name in part.split(" and "))
    return first if named or (more and _TWO.fullmatch(more[-1])) else title


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(_YEAR.finditer(text, start, end))), None)


def _span(match: re.Match[str] | None) -> Span | None:
    if match is None:
        return None
    return Span(*match.span("year" if match["year"] else "bare"))
