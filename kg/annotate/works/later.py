"""Films made after the page's own and from it: sentence in; remakes ("remade as …", "a remake, …") and sequels out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.annotate.works.laterfilm import IN_YEAR, SAME, Later, maker_in, year_in
from kg.annotate.works.laterlist import read_alike, read_bracketed, read_titled
from kg.annotate.works.origins import NOWHERE, read_origin
from kg.annotate.works.remaking import read_remakings
from kg.annotate.works.tails import clause_end
from kg.lexis.given import is_full_name
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Span

_REMADE: Final = alternation(works()["remade"])
_LATER: Final = alternation(works()["later"])
_TONGUES: Final = alternation(works()["tongues"])
_CUE: Final = prefiltered(
    rf"\b(?:{_REMADE}|Remade|(?i:{alternation(works()['later'] + works()['later_sequel'])})s?"
    r"|again|once\smore|anew|twice\smore|reworked|refilmed|into|version|one|TV\sfilm|basis|source|model|blueprint|template|original"
    r"|(?:it|story|plot|script|tale)\s(?:over\s)?(?:in|to)|(?:done|filmed)\sin|went\s(?:on\s)?to|resurfaced"
    rf"|[Ii]n\s{_TONGUES}\sit)\b"
)
_PLANNED: Final = re.compile(
    r"\b(?:planned|proposed|announced|rumou?red|unmade|possible|never|abandoned|cancelled|canceled|scrapped"
    r"|considered|intended|will\sbe)\b"
)
_NUMERAL: Final = r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ii]nto|[Tt]o)"
_KIND: Final = rf"(?:(?:{COUNTRY}|{YEAR}|[a-z]+(?:-[a-z]+)*|[A-Z][a-z]+(?:-language)?)\s){{0,3}}"
_NAMED: Final = prefiltered(
    rf"\b(?P<article>{_NUMERAL})\s(?P<kind>{_KIND})"
    rf"(?P<noun>{_LATER}|{alternation(works()['later_sequel'])}|(?<=\s)version(?=\sof\s{YEAR},\s[A-Z\"“])"
    rf"|(?<=\s)(?:version|one)(?=(?:\stoo)?,\s[A-Z\"“]))(?:\stoo(?=,)|\sby\s(?P<maker>{NAME})(?=,))?"
    rf"(?:\sof\s(?P<year>{YEAR})|\s(?:of|to)\s(?:it|(?:the|this)\s(?:film|movie)))?"
    rf"(?:(?P<comma>,|(?<=remake)(?=\s{TITLE}(?:,|\.|\s\()))\s(?:titled\s|called\s|entitled\s)?|\s(?:(?:was|were)\s)?(?:[a-z]+\s)?(?:titled|called"
    r"|entitled|named)\s)"
    rf"(?={QUOTED}|{TITLE})"
)
_ANOTHER: Final = prefiltered(
    rf"\band\s(?:later\s|then\s)?(?:an?|another|the)\s(?P<kind>(?:{COUNTRY}|{YEAR}|{_TONGUES}"
    rf"|[A-Z][a-z]+-language))\sone,\s(?P<title>{QUOTED}|{TITLE})"
)
_UNNAMED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=,\s))(?:[Aa]n?|[Tt]he)\s(?P<kind>{_KIND})(?P<noun>{_LATER}|sequel)"
    r"(?:\s(?:of|to)\s(?:it|(?:the|this)\s(?:film|movie|original)))?(?P<same>\s(?:of|with|by"
    r"|under)\sthe\ssame\s(?:name|title))?(?:,[^.;]*?,)?\s(?:was\s|has\sbeen\s)?(?:released|made"
    rf"|came\sout|followed|appeared|opened|produced)\s(?:[a-z]+\s){{0,3}}in\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})"
)
_MADE_BY: Final = re.compile(
    rf"[\"”’]?(?:\s\([^()]*\))?,?\s(?:was|is|has\sbeen)?\s?(?:made|filmed|shot)(?:\sin\s(?:{YEAR}"
    rf"|{COUNTRY}))*\sby\s(?P<name>(?!the\s){NAME})"
)
_MADE: Final = prefiltered(
    rf"(?<![\w’'-])(?P<maker>{NAME})\s(?:then\s|later\s|had\s)?(?:directed|made|shot|filmed)\s(?:the|an?|its)\s"
    rf"(?P<kind>(?:{COUNTRY}|{_TONGUES}|Hollywood|later|[A-Z][a-z]+-language)\s)(?:version"
    rf"|remake),\s(?P<title>{QUOTED}|{TITLE})"
)
_PLURAL: Final = re.compile(
    rf"\b(?i:{_LATER})(?<=s)(?=:|,|\s(?:in|include|including|are|were|as|called|titled|such)\b)|(?:^"
    r"|(?<=[.;:]\s))Remade\s(?=as\s|in\s)"
)
_THERE: Final = re.compile(r"\b(?:[Tt]here(?:['’]s|\sis|\swas)|[Ii]t\sgot)\s$")
_IS: Final = re.compile(r"\b(?:(?:it|this)\s(?:is|was)|as)\s\Z")


def read_later(text: str, start: int, end: int) -> Iterator[Later]:
    """The later remakes and sequels that a sentence names or dates."""
    if not _CUE.search(text, start, end) or _PLANNED.search(text, start, end):
        return
    if made := read_remakings(text, start, end):
        yield from made
        return
    named = [*_made(text, start, end)]
    named = named or [later for match in _NAMED.finditer(text, start, end) for later in _named(text, match, end)]
    named += [_another(text, match, end) for match in _ANOTHER.finditer(text, start, end)] if named else []
    yield from named or [later for match in _PLURAL.finditer(text, start, end) for later in _several(text, match, end)]
    for match in () if named else _UNNAMED.finditer(text, start, end):
        yield _unnamed(text, match, end)


def _tie(noun: str) -> str:
    return "sequelTo" if re.fullmatch(alternation(works()["later_sequel"]), noun) else "remadeAs"


def _made(text: str, start: int, end: int) -> Iterator[Later]:
    """ "In 1987 A directed the American version, Ebb": who made the later film stands before it."""
    for match in _MADE.finditer(text, start, end):
        stop = clause_end(text, match.end(), end)
        title, origin = unquoted(text, Span(*match.span("title"))), read_origin(text, *match.span("kind"))
        behind, before = IN_YEAR.search(text, title.end, stop), IN_YEAR.match(text, start, match.start())
        year = year_in(found) if (found := behind or before) else None
        later = Later("remadeAs", Span(*match.span()), Span(match.start(), stop), title, year)
        later.country, later.language = origin.country, origin.language
        later.maker = maker_in(text, match, "maker")
        yield later


def _named(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "An American remake, A, was released in 1995", "two remakes, A (1997) and B (2010)"."""
    tie = _tie(match["noun"])
    if _IS.search(text[max(0, match.start() - 9) : match.start()]):  # "of which it is a remake, A": no later film
        return
    if tie == "sequelTo" and (match["article"] in ("the", "The") or not match["comma"]):
        return
    if match["noun"] in ("version", "one") and not (match["year"] or _is_placed(text, match)):
        return
    stop = clause_end(text, match.end(), end)
    for later in read_alike(text, tie, match, stop):
        later.maker = maker_in(text, match, "maker") if match["maker"] else None
        if match["comma"] == "" and later.title and is_full_name(later.title.of(text)):
            continue  # "in the remake Ana Ruiz, Mos Dahl and …"
        made = _MADE_BY.match(text, later.title.end, stop) if later.title else None
        if made and (maker := maker_in(text, made, "name")):
            later.maker = maker
        yield later


def _is_placed(text: str, match: re.Match[str]) -> bool:
    """Whether "there is a Danish version, A," tells of one more, and of what language or country it is."""
    told = match["article"] in ("a", "an") and _THERE.search(text[max(0, match.start() - 12) : match.start()])
    return bool(told) and read_origin(text, *match.span("kind")) != NOWHERE


def _another(text: str, match: re.Match[str], end: int) -> Later:
    """ "…, and an American one, A, in 2002": told of as the remake before it."""
    origin = read_origin(text, *match.span("kind"))
    title = unquoted(text, Span(*match.span("title")))
    found = IN_YEAR.search(text, title.end, clause_end(text, title.end, end))
    year, scope = year_in(found) if found else None, Span(match.start(), clause_end(text, title.end, end))
    cue = Span(*match.span())
    return Later("remadeAs", cue, scope, title, year, country=origin.country, language=origin.language)


def _several(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "Remakes: A (1964) and B (1971)", "led to remakes in Hindi, as A, and in Tamil, as B"."""
    stop, cue = clause_end(text, match.end(), end), Span(*match.span())
    yield from [*read_titled(text, cue, stop)] or read_bracketed(text, cue, stop)


def _unnamed(text: str, match: re.Match[str], end: int) -> Later:
    """ "A remake was released in 2006 as A", "A remake of the same name followed in 2006"."""
    stop, cue = clause_end(text, match.end(), end), Span(*match.span())
    titled = [*read_titled(text, Span(cue.start, cue.end), stop)]
    same = bool(match["same"] or SAME.search(text, match.end(), stop))
    scope, year = Span(match.start(), stop), Span(*match.span("year"))
    return Later(_tie(match["noun"]), cue, scope, titled[0].title if titled else None, year, same_name=same)
