"""Films made after the page's own and from it: sentence in; remakes ("remade as …", "a remake, …") and sequels out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.annotate.works.authorship import is_known
from kg.annotate.works.laterlist import Later, read_alike, read_bracketed, read_titled
from kg.annotate.works.origins import read_origin
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import clause_end
from kg.lexis.names import NAME, is_company
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Kind, Span

_REMADE: Final = alternation(works()["remade"])
_LATER: Final = alternation(works()["later"])
_CUE: Final = prefiltered(
    rf"\b(?:{_REMADE}|Remade|(?i:{alternation(works()['later'] + works()['later_sequel'])})s?"
    r"|reworked|refilmed|into|version|TV\sfilm|basis|source|model|blueprint|template|original)\b"
)
_PLANNED: Final = re.compile(
    r"\b(?:planned|proposed|announced|rumou?red|unmade|possible|never|abandoned|cancelled|canceled|scrapped"
    r"|considered|intended|will\sbe)\b"
)
_ADVERBS: Final = (
    r"(?:(?:later|subsequently|again|also|once\smore|then|loosely|twice|officially|partly|unofficially|himself|herself"
    r"|since|first|eventually|successfully)\s)*"
)
_PASSIVE: Final = re.compile(
    rf"\b(?:is|was|were|be|been|being)\s{_ADVERBS}(?P<verb>{_REMADE})(?=[\s.,;:])"
    rf"|(?:,\s|\(|\s)(?:(?:already|later|subsequently|since|twice|itself|previously|again|and)\s){{1,2}}(?P<participle>{_REMADE})"
    r"(?:\sagain)?(?=\s(?:in|as|by)\s)"
    r"|\b(?:(?:used|served|taken|was)\s(?:again\s)?as|(?:later\s)?(?:became|provided|formed|gave|supplied|was))\s(?:the\s)?"
    r"(?:basis|source|model|blueprint|template|original)\s(?:of|for)(?=\s)"
)
_ACTIVE: Final = re.compile(
    rf"\b(?:(?P<maker>{NAME}|[Hh]e|[Ss]he)|(?:[Tt]he|[Aa])\s(?:\w+\s)?(?:studio|company|producers?))\s{_ADVERBS}(?:(?P<verb>{_REMADE})\s(?:it|this|the\s(?:film|story|picture|movie|same\sstory))"
    r"|(?:reworked|refilmed)\s(?:it|the\s(?:film|story|script|plot|picture|movie))\b"
    rf"|(?:[^.;,]{{0,40}}?\s(?:and|who)\s)?{_ADVERBS}(?:turned|made|transformed|converted|adapted|refashioned)\s(?:it|this|the\s(?:film|story|script|picture|movie))(?=\sinto\s))\b"
)
_NUMERAL: Final = r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ii]nto|[Tt]o)"
_KIND: Final = rf"(?:(?:{COUNTRY}|{YEAR}|[a-z]+(?:-[a-z]+)*|[A-Z][a-z]+(?:-language)?)\s){{0,3}}"
_NAMED: Final = prefiltered(
    rf"\b(?P<article>{_NUMERAL})\s(?P<kind>{_KIND})"
    rf"(?P<noun>{_LATER}|{alternation(works()['later_sequel'])}|(?<=\s)version(?=\sof\s{YEAR},\s[A-Z\"“]))"
    rf"(?:\sof\s(?P<year>{YEAR})|\s(?:of|to)\s(?:it|(?:the|this)\s(?:film|movie)))?"
    rf"(?:(?P<comma>,)\s(?:titled\s|called\s|entitled\s)?|\s(?:(?:was|were)\s)?(?:[a-z]+\s)?(?:titled|called|entitled|named)\s)"
    rf"(?={QUOTED}|{TITLE})"
)
_ANOTHER: Final = prefiltered(
    rf"\band\s(?:later\s)?(?:an?|another)\s(?P<kind>(?:{COUNTRY}|{YEAR}|[A-Z][a-z]+-language))\sone,\s(?P<title>{QUOTED}|{TITLE})"
)
_UNNAMED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=,\s))(?:[Aa]n?|[Tt]he)\s(?P<kind>{_KIND})(?P<noun>{_LATER}|sequel)"
    r"(?:\s(?:of|to)\s(?:it|(?:the|this)\s(?:film|movie|original)))?(?P<same>\s(?:of|with|by|under)\sthe\ssame\s(?:name|title))?(?:,[^.;]*?,)?\s(?:was\s|has\sbeen\s)?(?:released|made"
    rf"|came\sout|followed|appeared|opened|produced)\s(?:[a-z]+\s){{0,3}}in\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})"
)
_MADE_BY: Final = re.compile(
    rf"[\"”’]?(?:\s\([^()]*\))?,?\s(?:was|is|has\sbeen)?\s?(?:made|filmed|shot)(?:\sin\s(?:{YEAR}|{COUNTRY}))*\sby\s(?P<name>(?!the\s){NAME})"
)
_IN_LANGUAGES: Final = re.compile(
    rf"\b(?:{COUNTRY}|[A-Z][a-z]+)(?:-language)?\s\((?:as\s)?(?P<title>{QUOTED}|{TITLE})(?:,\s(?:in\s)?(?P<year>{YEAR}))?\)"
)
_MADE: Final = prefiltered(
    rf"(?<![\w’'-])(?P<maker>{NAME})\s(?:then\s|later\s|had\s)?(?:directed|made|shot|filmed)\s(?:the|an?|its)\s"
    rf"(?P<kind>(?:{COUNTRY}|Hollywood|English-language|later|[A-Z][a-z]+-language)\s)(?:version|remake),\s(?P<title>{QUOTED}|{TITLE})"
)
_PLURAL: Final = re.compile(
    rf"\b(?i:{_LATER})(?<=s)(?=:|,|\s(?:in|include|including|are|were|as|called|titled|such)\b)|(?:^|(?<=[.;:]\s))Remade\s(?=as\s|in\s)"
)
_PRONOUNS: Final = frozenset(["he", "He", "she", "She"])
_IS: Final = re.compile(r"\b(?:(?:it|this)\s(?:is|was)|as)\s\Z")
_SAME: Final = re.compile(r"\b(?:same\s(?:title|name))\b")
_AND_OF: Final = re.compile(r",?\sand\s(?:later\s|also\s)?(?:of|for|as)(?=\s(?:the|an?)\s)")
_IN_YEAR: Final = re.compile(
    rf"\b(?:[Ii]n|from|of)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})|\((?:[^()]*?\s)?(?P<bracket>{YEAR})\)"
)


def read_later(text: str, start: int, end: int) -> Iterator[Later]:
    """The later remakes and sequels that a sentence names or dates."""
    if not _CUE.search(text, start, end) or _PLANNED.search(text, start, end):
        return
    verb = _PASSIVE.search(text, start, end) or _ACTIVE.search(text, start, end)
    if verb and (made := _remade(text, verb, start, end)):
        yield from made
        return
    yield from (found := [*_made(text, start, end)])
    if found:
        return
    named = [later for match in _NAMED.finditer(text, start, end) for later in _named(text, match, end)]
    named += [_another(text, match, end) for match in _ANOTHER.finditer(text, start, end)] if named else []
    yield from named or [later for match in _PLURAL.finditer(text, start, end) for later in _several(text, match, end)]
    for match in () if named else _UNNAMED.finditer(text, start, end):
        yield from _unnamed(text, match, end)


def _tie(noun: str) -> str:
    return "sequelTo" if re.fullmatch(alternation(works()["later_sequel"]), noun) else "remadeAs"


def _made(text: str, start: int, end: int) -> Iterator[Later]:
    """ "In 1987 A directed the American version, Ebb": who made the later film stands before it."""
    for match in _MADE.finditer(text, start, end):
        stop = clause_end(text, match.end(), end)
        title, origin = unquoted(text, Span(*match.span("title"))), read_origin(text, *match.span("kind"))
        behind, before = _IN_YEAR.search(text, title.end, stop), _IN_YEAR.match(text, start, match.start())
        year = _year(found) if (found := behind or before) else None
        later = Later("remadeAs", Span(*match.span()), Span(match.start(), stop), title, year)
        later.country, later.language = origin.country, origin.language
        if is_known(text, match["maker"]) and not is_company(match["maker"]):
            later.maker = Span(*match.span("maker"))
        yield later


def _remade(text: str, cue: re.Match[str], start: int, end: int) -> list[Later]:
    """ "was remade in 1962 as …", "In 1951 Boothe remade it as …": nothing where neither title nor year is told."""
    stop, before = clause_end(text, cue.end(), end), _IN_YEAR.match(text, start, cue.start())
    made = _told(text, cue, before, stop, end)
    if made and before and made[0].year is None:
        made[0].year = _year(before)
    named = made and cue.re is _ACTIVE and cue["maker"] and cue["maker"] not in _PRONOUNS
    if named and made[0].maker is None and is_known(text, cue["maker"]) and not is_company(cue["maker"]):
        made[0].maker = Span(*cue.span("maker"))
    return made


def _in_languages(text: str, cue: Span, stop: int) -> Iterator[Later]:
    """ "remade in other languages, including Tamil (Alai, 2004) and Hindi (Lehar, 2006)"."""
    for match in _IN_LANGUAGES.finditer(text, cue.end, stop):
        title = unquoted(text, Span(*match.span("title")))
        origin = read_origin(text, match.start(), match.start("title"))
        year = Span(*match.span("year")) if match["year"] else None
        yield Later("remadeAs", cue, Span(*match.span()), title, year, country=origin.country, language=origin.language)


def _told(text: str, cue: re.Match[str], before: re.Match[str] | None, stop: int, end: int) -> list[Later]:
    """The later films that the words behind a verb name or date."""
    verb, basis = Span(*cue.span()), cue.re is _PASSIVE and not (cue["verb"] or cue["participle"])
    if not basis and (titled := [*read_titled(text, verb, stop)] or [*_in_languages(text, verb, stop)]):
        return titled
    described = _several_described(text, verb, cue.end(), stop, end) if basis else _as_described(text, verb, stop, end)
    year = _IN_YEAR.search(text, cue.end(), stop) or before
    if described or basis or not year or "reboot" in cue[0]:
        return described
    same = bool(_SAME.search(text, cue.end(), stop))
    return [Later("remadeAs", verb, Span(cue.start(), stop), None, _year(year), same_name=same)]


def _as_described(text: str, cue: Span, stop: int, end: int) -> list[Later]:
    """ "remade as the 1966 western Two Tides"."""
    match = re.compile(r"[^.;]{0,40}?\b(?:as|into)(?=\s(?:the|an?)\s)").match(text, cue.end, stop)
    return _several_described(text, cue, match.end(), stop, end) if match else []


def _several_described(text: str, cue: Span, at: int, stop: int, end: int) -> list[Later]:
    """ "the basis of the 1966 western Two Tides and of the comedy Ebb"."""
    places = [at, *(match.end() for match in _AND_OF.finditer(text, at, stop))]
    found = (_described(text, cue, a, b, end) for a, b in zip(places, [*places[1:], stop], strict=True))
    return [later for later in found if later]


def _described(text: str, cue: Span, at: int, stop: int, end: int) -> Later | None:
    """The film that a noun phrase names: "the Australian film Two Tides"."""
    phrase = read_phrase(text, at, end)
    if phrase.kind is not Kind.MOVIE or not phrase.title:
        return None
    scope = Span(at, max(stop, phrase.end))
    return Later("remadeAs", cue, scope, phrase.title, phrase.year, country=phrase.country, language=phrase.language)


def _named(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "An American remake, A, was released in 1995", "two remakes, A (1997) and B (2010)"."""
    tie = _tie(match["noun"])
    if _IS.search(text[max(0, match.start() - 9) : match.start()]):  # "of which it is a remake, A": no later film
        return
    if tie == "sequelTo" and (match["article"] in ("the", "The") or not match["comma"]):
        return
    stop = clause_end(text, match.end(), end)
    for later in read_alike(text, tie, match, stop):
        made = _MADE_BY.match(text, later.title.end, stop) if later.title else None
        if made and is_known(text, made["name"]) and not is_company(made["name"]):
            later.maker = Span(*made.span("name"))
        yield later


def _another(text: str, match: re.Match[str], end: int) -> Later:
    """ "…, and an American one, A, in 2002": told of as the remake before it."""
    origin = read_origin(text, *match.span("kind"))
    title = unquoted(text, Span(*match.span("title")))
    year = _IN_YEAR.search(text, title.end, clause_end(text, title.end, end))
    later = Later("remadeAs", Span(*match.span()), Span(match.start(), title.end), title, _year(year) if year else None)
    later.country, later.language = origin.country, origin.language
    return later


def _several(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "Remakes: A (1964) and B (1971)", "led to remakes in Hindi, as A, and in Tamil, as B"."""
    stop, cue = clause_end(text, match.end(), end), Span(*match.span())
    yield from [*read_titled(text, cue, stop)] or read_bracketed(text, cue, stop)


def _unnamed(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "A remake was released in 2006 as A", "A remake of the same name followed in 2006"."""
    stop, cue = clause_end(text, match.end(), end), Span(*match.span())
    titled = [*read_titled(text, Span(cue.start, cue.end), stop)]
    same = bool(match["same"] or _SAME.search(text, match.end(), stop))
    scope, year = Span(match.start(), stop), Span(*match.span("year"))
    yield Later(_tie(match["noun"]), cue, scope, titled[0].title if titled else None, year, same_name=same)


def _year(match: re.Match[str]) -> Span:
    return Span(*match.span("year" if match["year"] else "bracket"))
