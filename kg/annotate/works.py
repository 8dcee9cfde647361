"""Other works that a text speaks of: sentence in; ties to them, what is said of them, and the words that are theirs, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.annotate.phrases import Phrase, read_phrase, works
from kg.lexis.lists import listed
from kg.lexis.names import NAME
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation
from kg.model import Kind, Span

_ADJECTIVES: Final = r"(?:(?!(?:of|the|a|an|is|was|and)\s)[\w-]+\s){0,4}?"
_RELATIVE: Final = re.compile(
    r",?\s(?:which|that|who|whose|in which|itself|where)\s|,?\s(?:also|originally|and also)\s(?=(?:directed|written|produced|starring|by|featuring|made)\s)"
)
_SONG: Final = re.compile(
    r"\b(?:theme\s|title\s|closing\s|opening\s)?(?P<noun>songs?|singles?|ballads?|anthem|lyrics|tune|music\svideo|soundtrack\salbum|novelization|trailer|poster|dances?|choir|orchestra|video\sgame|game|opera|ballet|radio\s(?:play|version)|stage\s(?:version|production|musical|play)|dance\s(?:numbers|sequences)|musical\snumbers|costumes?|sets?|art\sdirection|choreography)\b(?:\s[\"“‘][^\"”’]+[\"”’])?,?"
    r"(?:\s(?:which|that|who))?(?:\s(?:is|was|were|are|had\sbeen|being))?\s(?:also\s)?(?=(?:(?:co-)?(?:written|composed|produced|directed|sung|performed|arranged|edited|shot|designed|voiced|created|staged|choreographed|conducted|narrated|published)(?:,?\s(?:and\s)?)?)+\sby\s)"
)
_ALSO_BY: Final = re.compile(r",?\s(?:(?:and|also)\s)*(?:written|drawn|illustrated|composed|created|penned|published|edited|first\spublished)\sby\s")
_STORIES: Final = frozenset({"story", "idea", "concept", "characters", "character"})  # told of as a credit: "a story by A"
_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-]){NAME}['’]s\s(?:{YEAR}\s)?original(?=[,.;\s])"
    r"(?!\s(?:script|idea|story|screenplay|score|music|songs?|novel|play|book|plan|vision|intent|cut|plans)\b)"
)
_PARTICIPLE: Final = re.compile(
    r"\s(?:directed|co-directed|made|helmed|written(?:\sand\sdirected)?|produced(?:\sand\sdirected)?|starring|featuring|with|adapted|scripted)\s(?:by\s)?(?:and\sstarring\s)?"
)
_RESUMES: Final = re.compile(
    r",?\s(?:and|but)\s(?:is|was|were|has|had|stars?|features?|starred|it|the\sfilm|follows|tells|marks|marked|became|also\sstars)\s|,\s(?:the\s(?:film|movie|picture|story)|it|this|he|she|with|and\s(?:directed|written|starring|produced|stars)|starring|directed|written|produced|but|though|although|while|set)\b|;\s"
)


@dataclass(slots=True)
class Mentioned:
    """Another work as found in one sentence: what ties it (None when only mentioned), its phrase, and its stretch of text."""

    relation: str | None
    cue: Span
    phrase: Phrase
    scope: Span
    remade_titles: list[Span] = field(default_factory=list)


def read_works(text: str, start: int, end: int, defines: bool) -> Iterator[Mentioned]:
    """The other works that a sentence speaks of, in order.

    `defines` says that the sentence tells what the page's own film is ("X is a 1939 remake of …"): participles behind
    the other work then belong to the page's film.
    """
    yield from _possessed(text, start, end)
    yield from _songs(text, start, end)
    position = start
    while match := _trigger().search(text, position, end):
        position = match.end()
        relation = _relation(match)
        phrase = read_phrase(text, match.end(), end)
        if match["original"] and not (phrase.makers or phrase.year or phrase.country):
            continue
        if match["clause"]:
            scope_end = _resumed(text, phrase.end, end)
        elif relation == "remadeAs":
            scope_end = _remade_end(text, match.end(), end)
        elif phrase.noun in _STORIES and phrase.title is None and not phrase.same_name:
            continue
        elif phrase.kind is None and phrase.title is None and not phrase.same_name and phrase.year is None:
            continue
        else:
            scope_end = _scope_end(text, phrase, end, defines)
        position = max(position, phrase.end)
        yield Mentioned(
            relation, Span(match.start(), match.end()), phrase, Span(match.end(), max(scope_end, match.end() + 1))
        )


def _possessed(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Ana Ruiz's original": the film that the page's own film remakes."""
    if "original" not in text[start:end]:
        return
    for match in _POSSESSED.finditer(text, start, end):
        phrase = read_phrase(text, match.start(), match.end())
        yield Mentioned("remakeOf", Span(*match.span()), phrase, Span(*match.span()))


def _songs(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "the theme song was written by …": credits of a song, which are none of the film's."""
    for match in _SONG.finditer(text, start, end):
        stop = re.compile(r";|,\s(?:and|while|but)\s(?:the|it|he|she)\b").search(text, match.end(), end)
        phrase = Phrase(match.start(), match.end(), Kind.WORK, match["noun"])
        yield Mentioned(None, Span(*match.span()), phrase, Span(match.start(), stop.start() if stop else end))


def _relation(match: re.Match[str]) -> str | None:
    groups = {"remake": "remakeOf", "original": "remakeOf", "based": "basedOn", "sequel": "sequelTo", "remade": "remadeAs"}
    return next((relation for group, relation in groups.items() if match[group]), None)


def _scope_end(text: str, phrase: Phrase, end: int, defines: bool) -> int:
    """Where the text stops speaking of the other work: the phrase and what hangs on it."""
    position = phrase.end
    if phrase.kind not in (None, Kind.MOVIE):
        while (by := _ALSO_BY.match(text, position, end)) and (names := listed(text, by.end(), end)):
            position = names[-1].end
        relative = _RELATIVE.match(text, position, end)
        return _resumed(text, relative.end(), end) if relative else position
    while True:
        if relative := _RELATIVE.match(text, position, end):
            return _resumed(text, relative.end(), end)
        participle = None if defines else _PARTICIPLE.match(text, position, end)
        names = listed(text, participle.end(), end, cast=True) if participle else []
        if not names:
            return position
        position = names[-1].end
        if more := re.compile(r",?\sand\s(?=(?:starring|featuring|written|produced|directed)\s)").match(
            text, position, end
        ):
            position = more.end() - 1


def _resumed(text: str, position: int, end: int) -> int:
    match = _RESUMES.search(text, position, end)
    return match.start() if match else end


def _remade_end(text: str, position: int, end: int) -> int:
    match = re.compile(r";\s|,\s(?:but|while|and\s(?:the\sfilm|it))\s").search(text, position, end)
    return match.start() if match else end


@cache
def _trigger() -> re.Pattern[str]:
    lists = works()
    remake = rf"\b{alternation(lists['remake'] + lists['adaptation'])}\s(?:of|to|from)(?=\s)(?!\s(?:18|19|20)\d\d)"
    based = rf"\b(?:based\s(?:(?:partly|in\spart|loosely|in\spart|largely|very\sloosely|closely|both)\s)?(?:up)?on|{alternation(lists['based'])})(?:\sboth)?(?=\s)"
    based += r"|\bfrom\s(?=(?:the|an?|his|her|[\w-]+['’]s?)\s(?:\d{4}\s)?(?:[\w-]+\s){0,2}?(?:novels?|novella|book|play|memoirs?|short\sstory|comics?|comic\sbook|musical|opera|poem|autobiography|biography)\b)"
    sequel = rf"\b{alternation(lists['sequel'])}\s(?:to|of)(?=\s)"
    other = rf"\b{alternation(lists['other'])}\s(?:to|of)(?=\s)"
    made = rf"(?:previously|earlier|already|first|twice|originally)\s(?:been\s)?(?:filmed|adapted|made|brought\sto\sthe\sscreen)(?:\s(?:for\sthe\sscreen|as|in|into\sa\sfilm|into))*(?=\s)|\b(?:previous|earlier|prior|first|silent)\s(?:film\s|screen\s)?(?:adaptation|version|filming)s?(?:\s(?:in|of|from))?(?=\s)"
    remade = rf"\b(?:is|was|were|be|been|being)\s(?:(?:later|subsequently|again|also|once\smore|then|loosely|twice|officially|partly|unofficially)\s)*{alternation(lists['remade'])}(?=[\s.,;])"
    original = (
        rf"\bthe\s(?:original|earlier)(?=\s(?:[\w-]+\s){{0,2}}?(?:version|film|movie)\b)"
    )
    clause = (
        rf"\b(?:the|its)\s(?=(?:(?:earlier|original|previous|first|older)\s(?:\w+\s)?(?:film|version|adaptation|picture|movie)|{YEAR}\s(?:[\w-]+\s){{0,2}}?(?:version|original|adaptation|film))\b[^.;]{{0,60}}?\s(?:was|were|had|is|starred|featured|stars))"
        rf"|\b[Ii]ts\s(?=source\b)"
    )
    return re.compile(
        rf"(?:(?P<clause>{clause})|(?P<original>{original})|(?P<remade>{remade})|(?P<remake>{remake})|(?P<based>{based})|(?P<sequel>{sequel})|(?P<other>{other}|{made}))",
        re.IGNORECASE,
    )


YEAR_IN: Final = re.compile(rf"\b(?:in|from)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})")
