"""Other films that a text brings up: a sentence in; their titles, years and the words about them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.annotate.credits import Found
from kg.annotate.critique import phrases
from kg.lexis.letters import UPPER
from kg.lexis.lists import listed
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import any_of
from kg.model import Span

_IN_BRACKETS: Final = re.compile(rf"\s\((?:[A-Z]\w+,?\s)?(?P<year>{YEAR})\)")
_BEFORE_BRACKET: Final = re.compile(rf"(?P<title>{QUOTED}|(?<![\w’'-]){TITLE})$")
_FILM_APPOSED: Final = re.compile(
    rf",\san?\s(?:[\w'’-]+\s){{0,5}}?{any_of('film_noun')}\b(?!\s(?:director|critic|actor|actress|star|maker|producer|editor|writer|buff|company|studio|series|festival|industry))"
)
_BROUGHT_UP: Final = re.compile(
    r"\b(?:of|to|in|from|see|sees|called|titled|entitled|like|for|into|on|about|finishing|making|make|makes|watch|watches|watching|screen|screens)\s$"
)
_FOLLOWER: Final = re.compile(
    rf"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]wo|[Ff]irst|[Ss]econd)\s(?:[\w-]+\s){{0,3}}?(?:sequel|prequel|follow-up|spin-off|remake|television\sseries|TV\sseries|TV\sversion|stage\sversion),?\s(?:titled\s|called\s|entitled\s|named\s)?(?P<title>{QUOTED}|{TITLE})"
)
_QUOTED: Final = re.compile(QUOTED)
_YEAR_AFTER: Final = re.compile(rf"[\"”’']?,?\s(?:\((?P<a>{YEAR})\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR}))")
_YEAR_BEFORE: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?\s(?:(?!to\b)[a-z]+\s){{0,4}}[\"“‘']?$")
_CUE_BEFORE: Final = re.compile(
    r"(?:\b(?:in|from|see|saw|watch|like|to|than|with|of|film|movie|for|and|had|unlike|as|directed|made|between|or)\s(?:[a-z]+,?\s){0,2}|\b(?:films?|movies?)\slike[^.;]{0,25}\s)$",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(rf"(?!{UPPER}|\d)|(?:Mr|Mrs|Ms|Dr)\.|I\b")
_WITH: Final = re.compile(
    r"[\"”’'*_]?(?:\s?\(\d{4}\)|,?\s(?:from|of|in)\s\d{4})?,?\s(?:(?:with|starring|featuring)|(?P<by>(?:directed\s|made\s)?by))\s(?:(?:that|the|those)\s(?:[\w-]+\s){0,4}[\w-]+:\s)?"
)
_SMALL: Final = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "is",
        "it",
        "vs",
        "de",
        "la",
        "le",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Another film's title at its place, its year if stated, and the stretch of text that speaks of it."""

    title: Span
    year: Span | None
    scope: Span


def read_mentions(
    text: str, start: int, end: int, own_title: str, own_year: str | None, people: frozenset[str], review: bool
) -> list[Mention]:
    """The other films that a sentence names; quotes and bare capitals count in reviews, and only behind a cue."""
    own = title_key(own_title)
    titles: dict[Span, Span | None] = {}
    for match in _IN_BRACKETS.finditer(text, start, end):
        at = max(start, match.start() - 90)
        if title := _BEFORE_BRACKET.search(text[at : match.start()]):
            span = Span(at + title.start("title"), match.start())
            titles[_bare(text, span)] = Span(*match.span("year"))
    for title in (*_apposed(text, start, end), *_called(text, start, end)):
        titles.setdefault(title, _year(text, title, start, end))
    if review:
        for title in (*_quotes(text, start, end), *_cued(text, start, end)):
            if not any(title.overlaps(t) for t in titles):
                titles[title] = _year(text, title, start, end)
    kept = {
        t: y
        for t, y in sorted(titles.items())
        if _is_other(t.of(text), own, people, _dated_apart(text, t, end, own_year))
    }
    own_places = [m.start() for m in re.compile(rf"(?<!\w){re.escape(own_title)}(?!\w)").finditer(text, start, end)]
    return [
        Mention(t, y, Span(t.start, _scope_end(t, [*kept, *(Span(p, p + 1) for p in own_places)], end)))
        for t, y in kept.items()
    ]


def _apposed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "The Corsair's Bride, a swashbuckler …": a film that the text explains is seldom its own."""
    for match in _FILM_APPOSED.finditer(text, start, end):
        at = max(start, match.start() - 90)
        title = _BEFORE_BRACKET.search(text[at : match.start()])
        if title and _BROUGHT_UP.search(text[at : at + title.start()]):
            yield _bare(text, Span(at + title.start("title"), match.start()))


def _called(text: str, start: int, end: int) -> Iterator[Span]:
    """ "A sequel, The Second Night": later films that follow the page's own."""
    for match in _FOLLOWER.finditer(text, start, end):
        yield _bare(text, Span(*match.span("title")))


def _scope_end(title: Span, others: list[Span], end: int) -> int:
    return min((o.start for o in others if o.start >= title.end), default=end)


def _quotes(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, start, end):
        title = _bare(text, Span(*match.span()))
        words = re.findall(r"[\w'’]+", title.of(text))
        titled = (
            words
            and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words)
            and words[0][0].isupper() | words[0][0].isdigit()
        )
        if (
            titled
            and len(words) <= 9
            and (
                _CUE_BEFORE.search(text, max(start, match.start() - 40), match.start())
                or _year(text, title, start, end)
            )
        ):
            yield title


def _cued(text: str, start: int, end: int) -> Iterator[Span]:
    for cue in phrases("before_title").finditer(text, start, end):
        match = re.compile(
            rf"\s(?:(?:the|that|those|this|his|her)\s(?:[a-z]+\s){{0,2}}?)?(?P<title>{TITLE})(?![\w])"
        ).match(text, cue.end(), end)
        if match and not re.match(r"['’]s\s", text[match.end() : match.end() + 3]):
            yield Span(*match.span("title"))


def _year(text: str, title: Span, start: int, end: int) -> Span | None:
    if after := _year_after(text, title, end):
        return after
    before = text[max(start, title.start - 34) : title.start]
    match = _YEAR_BEFORE.search(before)
    at = max(start, title.start - 34)
    return Span(at + match.start("year"), at + match.end("year")) if match else None


def _year_after(text: str, title: Span, end: int) -> Span | None:
    match = _YEAR_AFTER.match(text, title.end, end)
    return Span(*match.span("a" if match["a"] else "b")) if match else None


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    if re.fullmatch(QUOTED, words) and len(words) > 2:
        inner = words[1:-1].rstrip(",.;")
        return Span(span.start + 1, span.start + 1 + max(1, len(inner)))
    return span


def _dated_apart(text: str, title: Span, end: int, own_year: str | None) -> bool:
    """Whether a year right behind the title tells that it is another film's, though it may be spelt alike."""
    year = _year_after(text, title, end)
    return year is not None and year.of(text) != own_year


def _is_other(title: str, own: str, people: frozenset[str], dated_apart: bool) -> bool:
    key = title_key(title)
    if len(key) < 2 or key.isdigit() or (key == own and not dated_apart) or title in people or _NO_TITLE.match(title):
        return False
    return not any(title == p or title.startswith(p + " ") for p in people if " " in p)


def read_mentioned(text: str, title: Span, end: int) -> Iterator[Found]:
    """Credits right behind another film's title: "'Two Tides' from 1998 with that great clown: Ida Holm"."""
    if match := _WITH.match(text, title.end, end):
        relation = "director" if match["by"] else "actor"
        for item in listed(text, match.end(), end, cast=relation == "actor"):
            yield Found(relation, item.name, Span(title.start, item.end), f"{relation}.mention", item.role, item.note)
