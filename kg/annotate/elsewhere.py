"""Credits of other films, told in passing: a title and its sentence in; those who made it or played in it out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.castings import EPITHET
from kg.annotate.credits import Found
from kg.annotate.subjects import name_groups
from kg.lexis.lists import listed
from kg.lexis.names import names_in
from kg.lexis.words import any_of
from kg.model import Span

_WITH: Final = re.compile(
    r"[\"”’'*_]?(?:\s?\(\d{4}\)|,?\s(?:from|of|in)\s\d{4})?,?\s(?:(?:with|starring|featuring)"
    r"|(?P<by>(?:directed\s|made\s)?by))\s(?:(?:that|the|those)\s(?:[\w-]+\s){0,4}[\w-]+:\s)?"
)
_HAD: Final = re.compile(rf"[\"”’'*_]?\s(?:had|starred|featured|stars)\s{EPITHET}")
_OWNS: Final = re.compile(
    rf"['’]s?\s(?:\d{{4}}\s)?(?:(?:[\w-]+\s){{0,4}}?{any_of('film_noun')}(?:\sof\s[^.;,]{{3,25}})?,?\s)?[\"“‘*_]?"
)
_WHOSE: Final = re.compile(r",\swhose\s(?:\w+\s){0,2}[\"“‘*_]?")
_RECALLED: Final = re.compile(
    r"(?:,\s|\s\(|\s)(?:whom?\s)?[^.;()]{0,50}?\b(?:good|great|funny|wonderful|brilliant|terrific|fine|superb|seen"
    r"|remember(?:s|ed)?|known|stars?|hero|heroine|lead|villain)\b[^.;()]{0,25}?\b(?:in|from|of|for)\s"
    r"(?:\S+\s\S+['’]s\s)?[\"“‘'*_]?"
)
_PRONOUN: Final = re.compile(r"\b(?P<pronoun>him|her|them)\s(?:(?:again|together|both)\s)?in\s[\"“‘'*_]?$")
_BRACKET: Final = re.compile(r"[^().;]{0,40}\s\([\"“‘*_]?")
_EARLIER: Final = re.compile(r"\b(?:[Hh]is|[Hh]er)\s(?:[a-z]+\s){1,2}(?:film|feature|movie|picture),\s[\"“‘*_]?$")
_SOMEONE: Final = re.compile(  # "that guy from 'Two Tides', Earl Lund"
    r"\b(?:guy|man|girl|woman|lady|boy|kid|actor|actress|fellow|star|one)\s(?:from|of|in)\s[\"“‘'*_]?$"
)


def read_elsewhere(text: str, title: Span, start: int, end: int, directors: frozenset[str]) -> Iterator[Found]:
    """The credits of another film that its sentence, from `start` to `end`, gives; `directors` made the page's film."""
    yield from _behind(text, title, end)
    groups = list(name_groups(text, start, title.start))
    owned = groups and _OWNS.fullmatch(text, groups[-1][-1].end, title.start)
    for names in groups[-2:] if owned else groups[-1:]:  # "A, whom we know from B's 'Two Tides'" tells of both
        if told := _before(text, title, names, directors):
            yield from (_found(told, name, title) for name in (names[-1:] if told == "director" else names))
    earlier, someone = _EARLIER.search(text, start, title.start), _SOMEONE.search(text, start, title.start)
    if (earlier or someone) and (name := _set_behind(text, title, end)):
        yield _found("director" if earlier else "actor", name, title)


def _found(relation: str, name: Span, title: Span) -> Found:
    whole = Span(min(name.start, title.start), max(name.end, title.end))
    return Found(relation, name, whole, f"{relation}.mention", of=title)


def _before(text: str, title: Span, names: list[Span], directors: frozenset[str]) -> str:
    """What the words between these names and the title make of their bearers, "" when nothing."""
    between = text[names[-1].end : title.start]
    if _OWNS.fullmatch(between) or _WHOSE.fullmatch(between):
        return "director"
    if _BRACKET.fullmatch(between):
        return "director" if names[-1].of(text) in directors else ""
    pronoun = _PRONOUN.search(between)
    return (
        "actor"
        if _RECALLED.fullmatch(between) or (pronoun and (pronoun["pronoun"] == "them") == (len(names) > 1))
        else ""
    )


def _set_behind(text: str, title: Span, end: int) -> Span | None:
    """The name behind a title in apposition ("her first film, The Dry Well, Ana Ruiz …")."""
    match = next(names_in(text, title.end, end), None)
    behind = match and re.fullmatch(r"[\"”’*_]?(?:\s\(\d{4}\))?,\s", text[title.end : match.start()])
    return Span(*match.span()) if match and behind else None


def _behind(text: str, title: Span, end: int) -> Iterator[Found]:
    """Credits right behind the title: "'Two Tides' from 1998 with that great clown: Ida Holm"."""
    match = _WITH.match(text, title.end, end)
    had = _HAD.match(text, title.end, end)
    if lead := match or had:
        relation = "director" if match and match["by"] else "actor"
        for item in listed(text, lead.end(), end, cast=relation == "actor"):
            yield Found(
                relation, item.name, Span(title.start, item.end), f"{relation}.mention", item.role, item.note, of=title
            )
