"""Films made after the page's own and from it: sentence in; remakes ("remade as …", "a remake, …") and sequels out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.annotate.tails import clause_end
from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation
from kg.model import Span

_REMADE: Final = alternation(works()["remade"])
_FOREIGN: Final = rf"(?:\s{alternation(works()['foreign'])}\s[^\W\dA-Z_]\w+)"  # "Suegro de repuesto"
_ARTICLED: Final = rf"{alternation(works()['foreign_article'])}(?:\s[^\W\dA-Z_]\w+){{1,3}}"  # "La marea baja"
_TITLED: Final = rf"(?P<title>{QUOTED}|(?:{_ARTICLED}|{TITLE}){_FOREIGN}*(?:,\s{TITLE}(?=[,.;]|\s\())*)"
_CUE: Final = re.compile(
    rf"\b(?:{_REMADE}|{alternation(works()['later'] + works()['later_sequel'])}s?|version|TV\sfilm)\b"
)
_PASSIVE: Final = re.compile(
    rf"\b(?:is|was|were|be|been|being)\s(?:(?:later|subsequently|again|also|once\smore|then|loosely|twice"
    rf"|officially|partly|unofficially)\s)*{_REMADE}(?=[\s.,;])"
)
_ACTIVE: Final = re.compile(
    rf"(?P<maker>{NAME}|[Hh]e|[Ss]he)\s(?:(?:himself|herself|later|also|then|again)\s)*{_REMADE}\s(?:it|this"
    rf"|the\sfilm|the\sstory)\b"
)
_AS: Final = re.compile(
    rf"\b(?:as|titled|called|entitled|under\sthe\stitle|with\sthe\stitle|by\sthe\sname|retitled)\s(?:(?:the"
    rf"|a)\s(?:{YEAR}\s)?(?:[a-z-]+\s){{1,3}})?{_TITLED}"
)
_SAME: Final = re.compile(r"\b(?:same\s(?:title|name))\b")
_IN: Final = re.compile(
    rf"\b(?:[Ii]n|from|of)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})|\((?:[^()]*?\s)?(?P<bracket>{YEAR})\)"
    rf"|\b(?P<bare>{YEAR})\s(?:\w+\s){{0,2}}(?:remake|version|film)"
)
_NAMED: Final = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]wo|[Tt]hree)\s(?:(?:later|new|second|subsequent|{YEAR}|{COUNTRY}"
    rf"|[a-z]+-language|Hollywood|television|TV)\s)*"
    rf"(?P<noun>remakes?|sequel|follow-up"
    rf"|(?<=\s)version(?=\sof\s{YEAR},\s[A-Z\"“]))(?:\sof\s(?P<year>{YEAR}))?(?:\sto\s(?:it"
    rf"|the\sfilm))?(?P<comma>,)?\s(?:titled\s|called\s|entitled\s)?{_TITLED}(?=[,.;(]|\s|$)"
)
_UNNAMED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=,\s))(?:[Aa]n?|[Tt]he)\s(?:(?:later|new|second|subsequent|{COUNTRY}|Hollywood"
    rf"|television|TV)\s)*(?P<noun>remake|sequel)"
    rf"(?P<same>\s(?:of|with|by|under)\sthe\ssame\s(?:name|title))?(?:,[^.;]*?,)?\s(?:was\s"
    rf"|has\sbeen\s)?(?:released|made|came\sout|followed|appeared|opened"
    rf"|produced)\s(?:[a-z]+\s){{0,3}}in\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})(?:,?\s(?:as|entitled|titled"
    rf"|called)\s{_TITLED})?"
)
_ANOTHER: Final = re.compile(rf"[^,.;]*?\sand\s(?:{_TITLED})(?:\s\((?P<year>{YEAR})\))")
_AND_AS: Final = re.compile(rf"[^.;]{{0,40}}?\band\s(?:in\s[\w\s]{{2,20}}?\s)?as\s{_TITLED}")
_PRONOUNS: Final = frozenset(["he", "He", "she", "She"])
_PLANNED: Final = re.compile(
    r"\b(?:planned|proposed|announced|rumou?red|unmade|possible|never|abandoned|cancelled|canceled|scrapped"
    r"|considered|intended)\b"
)


@dataclass(frozen=True, slots=True)
class Later:
    """A later film as found: "remadeAs" or "sequelTo", the words that say so, its title and year where stated.

    `same_name` says that it bears the title of the page's film; `scope` is the stretch of text that speaks of it.
    """

    relation: str
    cue: Span
    scope: Span
    title: Span | None
    year: Span | None
    same_name: bool = False
    maker: Span | None = None


def read_later(text: str, start: int, end: int) -> Iterator[Later]:
    """The later remakes and sequels that a sentence names or dates."""
    if not _CUE.search(text, start, end) or _PLANNED.search(text, start, end):
        return
    passive = _PASSIVE.search(text, start, end) or _ACTIVE.search(text, start, end)
    if passive and (made := _remade(text, passive, start, end)):
        yield made
        yield from _also_as(text, made, end)
        return
    named = [later for match in _NAMED.finditer(text, start, end) for later in _named(text, match, end)]
    yield from named
    for match in () if named else _UNNAMED.finditer(text, start, end):
        scope = Span(match.start(), clause_end(text, match.end(), end))
        yield Later(
            _tie(match["noun"]),
            Span(*match.span()),
            scope,
            _bare(text, match) if match["title"] else None,
            Span(*match.span("year")),
            bool(match["same"]),
        )


def _tie(noun: str) -> str:
    return "remadeAs" if noun.startswith(("remake", "version")) else "sequelTo"


def _remade(text: str, cue: re.Match[str], start: int, end: int) -> Later | None:
    """ "was remade in 1962 as …", "In 1951 Boothe remade it as …": None where neither title nor year is told."""
    stop = clause_end(text, cue.end(), end)
    title = _AS.search(text, cue.end(), stop)
    year = _IN.search(text, cue.end(), stop) or _IN.match(text, start, cue.start())
    if not title and (not year or "reboot" in cue[0]):
        return None
    same = title is None and bool(_SAME.search(text, cue.end(), stop))
    named = cue.re is _ACTIVE and cue["maker"] not in _PRONOUNS
    maker = Span(*cue.span("maker")) if named else None
    return Later("remadeAs", Span(*cue.span()), Span(cue.start(), stop), _bare(text, title), _year(year), same, maker)


def _also_as(text: str, first: Later, end: int) -> Iterator[Later]:
    """ "remade in Kannada as A and in Hindi as B": the second film."""
    if first.title and (match := _AND_AS.match(text, first.title.end, min(end, first.scope.end))):
        yield Later("remadeAs", first.cue, Span(match.start("title"), first.scope.end), _bare(text, match), None)


def _named(text: str, match: re.Match[str], end: int) -> Iterator[Later]:
    """ "An American remake, A, was released in 1995", "two remakes, A (1997) and B (2010)"."""
    tie, title = _tie(match["noun"]), _bare(text, match)
    if not match["comma"] or (tie == "sequelTo" and match[0].startswith(("the", "The"))):
        return
    stop = clause_end(text, match.end(), end)
    another = _ANOTHER.match(text, match.end(), end) if match["noun"].endswith("s") else None
    until = another.start("title") if another else stop
    year = Span(*match.span("year")) if match["year"] else _year(_IN.search(text, match.start(), until))
    yield Later(tie, Span(*match.span()), Span(match.start(), until), title, year)
    if another:
        yield Later(tie, Span(*match.span()), Span(until, end), _bare(text, another), Span(*another.span("year")))


def _bare(text: str, match: re.Match[str] | None) -> Span | None:
    if match is None:
        return None
    span = Span(*match.span("title"))
    if (bare := unquoted(text, span)) != span:
        return bare
    return Span(span.start, span.start + len(re.split(r"\sand\s(?:in|later|again)\s", span.of(text))[0]))


def _year(match: re.Match[str] | None) -> Span | None:
    if match is None:
        return None
    return next(Span(*match.span(group)) for group in ("year", "bracket", "bare") if match[group])
