"""Credits of other films, told in passing: a title and its sentence in; those who made it or played in it out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.nouns import COUNTRY
from kg.annotate.reviews.asides import EPITHET
from kg.lexis.given import is_full_name
from kg.lexis.lists import listed
from kg.lexis.names import NAME, is_company, names_in
from kg.lexis.titles import TITLE, YEAR
from kg.lexis.words import any_of
from kg.model import Span
from kg.vocab import country_code

_WITH: Final = re.compile(
    r"[\"”’'*_]?(?:\s?\(\d{4}\)|,?\s(?:from|of|in)\s\d{4})?,?\s(?:(?:with|starring|featuring)"
    r"|(?P<by>(?:directed\s|made\s)?by))\s(?:(?:that|the|those)\s(?:[\w-]+\s){0,4}[\w-]+:\s)?"
)
_HAD: Final = re.compile(rf"[\"”’'*_]?\s(?:had|starred|featured|stars)\s{EPITHET}")
_OWNS: Final = re.compile(
    r"['’]s?\s(?:(?:own|earlier|later|first|last|classic|great|early"
    rf"|much\sbetter)\s)?(?:\d{{4}}\s)?(?:(?:[\w-]+\s){{0,4}}?{any_of('film_noun')}(?:\sof\s"
    rf"[^.;,]{{3,25}})?,?\s)?[\"“‘*_]?"
)
_WHOSE: Final = re.compile(r",\swhose\s(?:\w+\s){0,2}[\"“‘*_]?")
_RECALLED: Final = re.compile(
    r"(?:,\s|\s\(|\s)(?:whom?\s)?[^.;()]{0,50}?\b(?:good|great|funny|wonderful|brilliant|terrific|fine|superb|seen"
    r"|remember(?:s|ed)?|known|stars?|hero|heroine|lead|villain)\b[^.;()]{0,25}?\b(?:in|from|of|for)\s"
    r"(?:\S+\s\S+['’]s\s)?[\"“‘'*_]?"
)
_PRONOUN: Final = re.compile(r"\b(?P<pronoun>him|her|them)\s(?:(?:again|together|both)\s)?(?:in|from)\s[\"“‘'*_]?$")
_BRACKET: Final = re.compile(r"[^().;]{0,40}\s\([\"“‘*_]?")
_KNOWN_FOR: Final = re.compile(
    rf"\s\((?:from\s|of\s)?(?:TV['’]s\s)?(?:[\"“‘*_◌]?{TITLE}[\"”’*_]?(?:,\s(?:and\s)?|\sand\s)){{0,4}}[\"“‘*_]?"
)
_ACTED_IN: Final = re.compile(
    r"\s(?:gives|gave|does|delivers)\s[^.;]{0,50}\b(?:performance|turn|work|role|acting)\b[^.;]{0,20}\s(?:since"
    r"|after)\s[\"“‘'*_]?|,?\swho\s(?:won|was\snominated\sfor|got)\s[^.;,]{2,40}\s(?:for|in)\s[\"“‘'*_]?"
    r"|[^.;]{0,60}\b(?:performance|turn|role|thing|work)\s(?:that\s)?(?:he|she)\s(?:gave|did|had"
    r"|played)\sin\s[\"“‘'*_]?"
)
_EARLIER: Final = re.compile(r"\b(?:[Hh]is|[Hh]er)\s(?:[a-z]+\s){1,2}(?:film|feature|movie|picture),\s[\"“‘*_]?$")
_MADE: Final = re.compile(  # "the director, A, also made 'Two Tides'", "A, who did Two Tides"
    r"(?:,\s(?:who\s)?|\swho\s|\s)(?:(?:has|had|also|later|then|already|earlier|previously|went\son\sto|just)\s){0,2}"
    rf"(?P<verb>made|make|directed|direct|did|shot|wrote|write|penned|makes|directs|writes)\s(?:(?:[a-z]+|{COUNTRY}"
    rf"|{YEAR})\s){{0,4}}?[\"“‘'*_]?"
)
_AFTER: Final = re.compile(  # "It was A's second film after Two Tides"
    r"(?:['’]s?\s(?:\w+\s){0,2}(?:film|picture|movie|feature|one),?|,)\s(?:after|since|following"
    r"|and\sa\sfollow-up\sto)\s"
    r"(?:his\s|her\s|the\s)?(?:[a-z]+\s){0,2}[\"“‘'*_]?"
)
_BACK: Final = 160  # code points in which someone is named whom "I saw him in Two Tides" means
_WROTE: Final = frozenset({"wrote", "write", "writes", "penned"})
_HIS_OWN: Final = re.compile(
    r"\b(?:[Hh]is|[Hh]er)\s(?:(?:own|more|most|earlier|later|famous|first|last|great|next|previous|second|other"
    r"|[a-z]+ing|[a-z]+ed|[a-z]+er)\s){0,3}(?:(?:one|film|effort|outing|movie|picture|feature|comedy|drama|thriller"
    r"|hit|flop),?\s)?(?:(?:was\s)?the\s(?:[\w-]+,?\s){0,3})?[\"“‘'*_]?$"
    r"|\b[Hh]e(?:\salso|\spreviously|\slater|\sonce)?\s(?:did|made|directed)\s[\"“‘'*_]?$|\b[Ss]he(?:\salso"
    r"|\spreviously|\slater|\sonce)?\s(?:did|made|directed)\s[\"“‘'*_]?$"
)
_WHICH_MADE: Final = re.compile(
    rf"[\"”’'*_]?(?:\s\(\d{{4}}\))?,\s(?:which|that)\s(?P<name>{NAME})\s(?:had\s|also\s)?(?:made|directed|did|shot)\b"
)
_WITH_LATER: Final = re.compile(r"[^.;,()]{0,50}?\swith\s(?:(?:a|the)\s[a-z]+\s)?")
_MADE_NAME: Final = re.compile(
    r"(?:\s(?:first\s)?(?:has\s)?(?:made|makes)\s(?:his|her|their)\s(?:name|reputation|mark)\s(?:with|on|by)"
    r"|,\swhose\s(?:\w+\s){0,2}(?:film|feature|picture|movie|debut|documentary)\swas)"
    r"\s(?:[a-z-]+\s){0,4}[\"“‘'*_]?"
)
_FAME: Final = re.compile(r",?\sof\s[\"“‘]?")
_SOMEONE: Final = re.compile(  # "that guy from 'Two Tides', Earl Lund"
    r"\b(?:guy|man|girl|woman|lady|boy|kid|actor|actress|fellow|star|one)\s(?:from|of|in)\s[\"“‘'*_]?$"
)
_TRADE: Final = re.compile(r"[HBTK]ollywood|Hammer|Disney|Pixar|Netflix")


def read_elsewhere(text: str, title: Span, start: int, end: int, directors: frozenset[str]) -> Iterator[Found]:
    """The credits of another film that its sentence, from `start` to `end`, gives; `directors` made the page's film."""
    yield from _behind(text, title, end)
    bracket = text.rfind("(", start, title.start)
    open_at = bracket if bracket >= 0 and ")" not in text[bracket : title.start] else title.start
    groups = list(name_groups(text, start, open_at))
    if not groups and _PRONOUN.search(text, start, title.start):
        groups = [g for g in name_groups(text, max(0, start - _BACK), start) if " " in g[-1].of(text)]
    owned = groups and _OWNS.fullmatch(text, groups[-1][-1].end, title.start)
    for names in groups[-2:] if owned else groups[-1:]:  # "A, whom we know from B's 'Two Tides'" tells of both
        if told := _before(text, title, names, directors):
            yield from (_found(told, name, title) for name in (names[-1:] if told == "director" else names))
    earlier, someone = _EARLIER.search(text, start, title.start), _SOMEONE.search(text, start, title.start)
    his = _HIS_OWN.search(text, start, title.start)
    subject = groups[0][-1] if len(groups) == 1 and " " in groups[0][-1].of(text) and len(groups[0]) == 1 else None
    if his and (maker := subject or _sole(text, directors, his.start())):
        yield Found("director", maker, Span(his.start(), title.end), "director.mention", of=title)
    if (earlier or someone) and (name := _set_behind(text, title, end)):
        yield _found("director" if earlier else "actor", name, title)


def is_no_maker(name: str) -> bool:
    """Whether what "made" a film is a country or a trade: "Bollywood's Ebb", "Denmark made Ebb"."""
    return bool(country_code(name) or is_company(name) or _TRADE.fullmatch(name))


def _sole(text: str, directors: frozenset[str], before: int) -> Span | None:
    """Where the film's director is named last before this place, if there is but one."""
    if len({name.split(" ")[-1] for name in directors if " " in name}) != 1:
        return None
    places = [m for name in directors for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:before])]
    last = max(places, key=lambda m: (m.start(), m.end()), default=None)
    return Span(*last.span()) if last else None


def _found(relation: str, name: Span, title: Span) -> Found:
    whole = Span(min(name.start, title.start), max(name.end, title.end))
    return Found(relation, name, whole, f"{relation}.mention", of=title)


def _before(text: str, title: Span, names: list[Span], directors: frozenset[str]) -> str:
    """What the words between these names and the title make of their bearers, "" when nothing."""
    between = text[names[-1].end : title.start]
    if names[-1].of(text) in directors and (_FAME.fullmatch(between) or _AFTER.fullmatch(between)):
        return "director"
    if _MADE_NAME.fullmatch(between) or _OWNS.fullmatch(between) or _WHOSE.fullmatch(between):
        return "director"
    if made := _MADE.fullmatch(between):
        return "screenwriter" if made["verb"] in _WROTE else "director"
    if _KNOWN_FOR.fullmatch(between):
        return "director" if names[-1].of(text) in directors else "actor" if is_full_name(names[-1].of(text)) else ""
    if _BRACKET.fullmatch(between):
        return "director" if names[-1].of(text) in directors else ""
    pronoun = _PRONOUN.search(between)
    return (
        "actor"
        if _RECALLED.fullmatch(between)
        or _ACTED_IN.fullmatch(between)
        or (pronoun and (pronoun["pronoun"] == "them") == (len(names) > 1))
        else ""
    )


def _set_behind(text: str, title: Span, end: int) -> Span | None:
    """The name behind a title in apposition ("her first film, The Dry Well, Ana Ruiz …")."""
    match = next(iter(names_in(text, title.end, end)), None)
    behind = match and re.fullmatch(r"[\"”’*_]?(?:\s\(\d{4}\))?,\s", text[title.end : match.start()])
    return Span(*match.span()) if match and behind else None


def _behind(text: str, title: Span, end: int) -> Iterator[Found]:
    """Credits right behind the title: "'Two Tides' from 1998 with that great clown: Ida Holm"."""
    if made := _WHICH_MADE.match(text, title.end, end):
        name = Span(*made.span("name"))
        yield Found("director", name, Span(title.start, name.end), "director.mention", of=title)
        if later := _WITH_LATER.match(text, made.end(), end):
            for item in listed(text, later.end(), end, cast=True):
                yield Found("actor", item.name, Span(title.start, item.end), "actor.mention", item.role, of=title)
    match = _WITH.match(text, title.end, end)
    had = _HAD.match(text, title.end, end)
    if lead := match or had:
        relation = "director" if match and match["by"] else "actor"
        for item in listed(text, lead.end(), end, cast=relation == "actor"):
            yield Found(
                relation, item.name, Span(title.start, item.end), f"{relation}.mention", item.role, item.note, of=title
            )
