"""The film that the page's own remakes, told of without a cue of ties: a sentence in, the film and its words out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY, Phrase
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import other_versions_end
from kg.lexis.letters import UPPER
from kg.lexis.lists import Item
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.model import Kind, Span

_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-]){NAME}['’]s\s(?:{YEAR}\s)?original(?=[,.;\s])"
    r"(?!\s(?:script|idea|story|screenplay|score|music|songs?|novel|play|book|plan|vision|intent|cut|plans)\b)"
)
_FIRST_MADE: Final = prefiltered(
    rf"\b(?:[Oo]riginally|[Ff]irst)\s(?:filmed|made|shot)\s(?:in\s{COUNTRY}\s)?[^.;,]{{0,30}}?by\s(?P<name>{NAME})"
)
_OF_WHICH: Final = prefiltered(
    r",?\sof\swhich\s(?:it|this|(?:[\w’'¤-]+\s){0,4}[\w’'¤-]+)\s(?:(?:film|movie|picture|one)\s)?(?:is|was)"
    r"(?:\s(?:also|itself))?(?:,\s[a-z]+,)?\s(?:also,?\s)?(?:(?:[a-z]+,\s)?(?:an?|the))\s(?:[\w-]+\s){0,3}remake\b"
    rf"(?:,\s(?P<title>{QUOTED}|{TITLE}[^,.;()]{{0,30}})(?=[,.;(]))?"
)
_JUST_NAMED: Final = re.compile(
    rf"(?P<title>{QUOTED}|{TITLE})(?:\s\((?P<year>{YEAR})\))?(?:,\s(?:the|an?)\s[^;.]{{3,110}})?$"
)
_ARTICLE: Final = re.compile(rf"\b(?:the|an?|with|from|to|than|in)\s(?={NAME}['’]|\d|[a-z]|{UPPER}\w+\s[a-z])")
_OWNED: Final = re.compile(
    rf"(?<![\w’'-])(?={NAME}['’]s?\s(?:{YEAR}\s)?(?:{QUOTED}|{TITLE}))[^\s]+\s[^\s]+['’]s?(?=\s)"
)
_REACH: Final = 250  # characters around the word "remake"


def read_remade(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """Originals by a possessive, by who first filmed them, or by a clause behind them."""
    yield from _possessed(text, start, end)
    yield from _first_made(text, start, end)
    yield from _of_which(text, start, end)


def _possessed(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Ana Ruiz's original": the film that the page's own film remakes."""
    if "original" not in text[start:end]:
        return
    for match in _POSSESSED.finditer(text, start, end):
        span = Span(*match.span())
        yield Mentioned("remakeOf", span, read_phrase(text, match.start(), match.end()), span, True)


def _first_made(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Originally filmed in France by Ana Ruiz, with A as B, …": an earlier film of the same story."""
    for match in _FIRST_MADE.finditer(text, start, end):
        maker = Item(Span(*match.span("name")), end=match.end())
        phrase = Phrase(match.start(), match.end(), Kind.MOVIE, "film", makers=[maker])
        scope = Span(match.start(), other_versions_end(text, match.end(), end))
        yield Mentioned(None, Span(*match.span()), phrase, scope, True)


def _of_which(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Ana Ruiz's film of 1931, of which this is a remake": the phrase that ends where the clause begins."""
    for match in _OF_WHICH.finditer(text, start, end):
        at = max((p.end() for p in _ARTICLE.finditer(text, start, match.start())), default=match.start())
        phrase = read_phrase(text, at, match.start())
        if match["title"] and phrase.title is None:
            phrase.title = unquoted(text, Span(*match.span("title")))
        if phrase.title is None:
            _name(text, start, match.start(), phrase)
        if phrase.title or (phrase.kind is Kind.MOVIE and phrase.tells_apart):
            scope = Span(phrase.start, match.start())
            yield Mentioned("remakeOf", Span(phrase.start, match.end()), phrase, scope, True)


def _name(text: str, start: int, end: int, phrase: Phrase) -> None:
    """Gives a phrase the title that stands before it: "High Water, the Irish thriller by Ewan Bryce, of which …"."""
    if named := _JUST_NAMED.search(text[start:end]):
        title = Span(start + named.start("title"), start + named.end("title"))
        if title.overlaps(Span(phrase.start, phrase.end + 1)):
            return  # who made it
        phrase.title, phrase.start = unquoted(text, title), min(title.start, phrase.start)
        if named["year"] and phrase.year is None:
            phrase.year = Span(start + named.start("year"), start + named.end("year"))


def owned_title(text: str, near: int) -> Phrase | None:
    """ "Ana Ruiz's Ebb" near the word "remake": the one title there that a full name owns."""
    found = (
        read_phrase(text, m.start(), m.end() + _REACH)
        for m in _OWNED.finditer(text, max(0, near - _REACH), near + _REACH)
    )
    titled = [phrase for phrase in found if phrase.title and phrase.makers]
    return titled[0] if len(titled) == 1 else None
