"""Remakes told by a verb ("was remade as …", "A turned it into …"): a sentence in, the later films out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.annotate.works.laterfilm import IN_YEAR, SAME, Later, maker_in, year_in
from kg.annotate.works.laterlist import IT_WAS, read_titled
from kg.annotate.works.origins import read_origin
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import clause_end
from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Kind, Span

_TONGUES: Final = alternation(works()["tongues"])
_REMADE: Final = alternation(works()["remade"])
_ADVERBS: Final = (
    r"(?:(?:later|subsequently|again|also|once\smore|then|loosely|twice|officially|partly|unofficially|himself"
    r"|herself"
    r"|since|first|eventually|successfully)\s)*"
)
_PASSIVE: Final = re.compile(
    rf"\b(?:is|was|were|be|been|being)\s{_ADVERBS}(?P<verb>{_REMADE}"
    rf"|(?<!\bbeen\s)(?:made|done)(?=\sin\s(?:{COUNTRY}|{_TONGUES})\b[^.;]{{0,30}}?\sas\s(?:{QUOTED}|{TITLE})))(?=[\s.,;:])"
    rf"|\b(?:[Ii]t|story|plot|film|picture)\s(?:\w+\s)?(?P<again>(?:came\s(?:a?round|back)\sagain|went\s(?:on\s)?to\s{_TONGUES}"
    r"|was\ssent\sout\sagain|turned\sup\sagain|resurfaced))(?=[^.;]{0,20}?\sas\s)"
    r"|(?:,\s|\(|\s)(?:(?:already|later|subsequently|since|twice|itself|previously|again"
    rf"|and)\s){{1,2}}(?P<participle>{_REMADE})"
    r"(?:\sagain)?(?=\s(?:in|as|by)\s)"
    r"|\b(?:(?:used|served|taken|was)\s(?:again\s)?as|(?:later\s)?(?:became|provided|formed|gave|supplied"
    r"|was))\s(?:the\s)?"
    r"(?:basis|source|model|blueprint|template|original)\s(?:of|for)(?=\s)"
)
_ACTIVE: Final = re.compile(
    rf"\b(?:(?P<maker>{NAME}|[Hh]e|[Ss]he|[Tt]hey)|(?:[Tt]he|[Aa])\s(?:\w+\s)?(?:studio|company"
    rf"|producers?))\s{_ADVERBS}(?:(?P<verb>{_REMADE})\s(?:it|this|the\s(?:film|story|picture|movie|same\sstory))"
    r"|(?:reworked|refilmed)\s(?:it|the\s(?:film|story|script|plot|picture|movie))\b"
    r"|(?:made|did|filmed|shot|told|used|brought)\s(?:it|this|the\s(?:same\s)?(?:film|story|script|picture|plot|tale))"
    r"\s(?:over|again|once\smore|twice\smore|anew)(?=[^.;]{0,60}?\s(?:as|for|under)\s)"
    rf"|(?:made|did|filmed|told|redid|repeated|took|moved|brought|sold)\s(?:it|the\s(?:same\s)?(?:story|script|plot|tale))"
    rf"\s(?:himself\s|herself\s)?(?:over\s)?(?:in|to|into)\s(?=(?:{COUNTRY}|{_TONGUES})\b[^.;]{{0,40}}?\sas\s)"
    rf"|(?:[^.;,]{{0,40}}?\s(?:and|who)\s)?{_ADVERBS}(?:turned|made|transformed|converted|adapted"
    r"|refashioned)\s(?:it|this|the\s(?:film|story|script|picture|movie))(?=\sinto\s))\b"
)
_IN_LANGUAGES: Final = re.compile(
    rf"\b(?:{COUNTRY}|{_TONGUES})(?:-language)?\s\((?:as\s)?(?P<title>{QUOTED}"
    rf"|{TITLE})(?:,\s(?:in\s)?(?P<year>{YEAR}))?\)"
)
_IT_WAS: Final = re.compile(rf"\b[Ii]n\s(?={IT_WAS}\s(?!{NAME}\s(?:who|that|himself|herself)\b)(?:{QUOTED}|{TITLE}))")
_PRONOUNS: Final = frozenset(["he", "He", "she", "She", "they", "They"])
_AND_OF: Final = re.compile(r",?\sand\s(?:later\s|also\s)?(?:of|for|as)(?=\s(?:the|an?)\s)")
_AS: Final = re.compile(r"[^.;]{0,40}?\b(?:as|into)(?=\s(?:the|an?)\s)")


def read_remakings(text: str, start: int, end: int) -> list[Later]:
    """The remakes that the first verb of remaking in a sentence names or dates."""
    found = (pattern.search(text, start, end) for pattern in (_PASSIVE, _ACTIVE, _IT_WAS))
    verb = next(filter(None, found), None)
    return _verb(text, verb, start, end) if verb else []


def _verb(text: str, cue: re.Match[str], start: int, end: int) -> list[Later]:
    """ "was remade in 1962 as …", "In 1951 Boothe remade it as …": nothing where neither title nor year is told."""
    stop, before = clause_end(text, cue.end(), end), IN_YEAR.match(text, start, cue.start())
    made = _told(text, cue, before, stop, end)
    if made and before and made[0].year is None:
        made[0].year = year_in(before)
    named = made and cue.re is _ACTIVE and cue["maker"] and cue["maker"] not in _PRONOUNS and " did " not in cue[0]
    if named and made[0].maker is None:
        made[0].maker = maker_in(text, cue, "maker")
    return made


def _told(text: str, cue: re.Match[str], before: re.Match[str] | None, stop: int, end: int) -> list[Later]:
    """The later films that the words behind a verb name or date."""
    verb, basis = Span(*cue.span()), _is_basis(cue)
    if not basis and (titled := [*read_titled(text, verb, stop)] or [*_in_languages(text, verb, stop)]):
        return titled
    described = _several_described(text, verb, cue.end(), stop, end) if basis else _as_described(text, verb, stop, end)
    year = IN_YEAR.search(text, cue.end(), stop) or before
    if described or basis or not year or "reboot" in cue[0]:
        return described
    same = bool(SAME.search(text, cue.end(), stop))
    return [Later("remadeAs", verb, Span(cue.start(), stop), None, year_in(year), same_name=same)]


def _is_basis(cue: re.Match[str]) -> bool:
    """Whether a film "became the model of" another."""
    return cue.re is _PASSIVE and not (cue["verb"] or cue["participle"] or cue["again"])


def _as_described(text: str, cue: Span, stop: int, end: int) -> list[Later]:
    """ "remade as the 1966 western Two Tides"."""
    match = _AS.match(text, cue.end, stop)
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


def _in_languages(text: str, cue: Span, stop: int) -> Iterator[Later]:
    """ "remade in other languages, including Tamil (Alai, 2004) and Hindi (Lehar, 2006)"."""
    for match in _IN_LANGUAGES.finditer(text, cue.end, stop):
        title = unquoted(text, Span(*match.span("title")))
        origin = read_origin(text, match.start(), match.start("title"))
        year = Span(*match.span("year")) if match["year"] else None
        yield Later("remadeAs", cue, Span(*match.span()), title, year, country=origin.country, language=origin.language)
