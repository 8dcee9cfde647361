"""Other films that a text brings up: a sentence in; their titles, years and the words about them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.annotate.critics import phrases
from kg.annotate.nouns import COUNTRY
from kg.annotate.works.reviewed import read_reviewed
from kg.lexis.given import given_names, is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, titular, unquoted
from kg.lexis.words import any_of
from kg.model import Span

_MOST_WORDS: Final = 9  # of a title in quotation marks
_IN_BRACKETS: Final = prefiltered(rf"\s\((?:[A-Z]\w+,?\s)?(?P<year>{YEAR})\)")
_WITHIN_BRACKETS: Final = prefiltered(rf"\((?P<title>{QUOTED}|{TITLE}),\s(?P<year>{YEAR})\)")  # "(The Dry Well, 1971)"
_BEFORE_BRACKET: Final = re.compile(rf"(?P<title>{QUOTED}|(?<![\w’'-]){TITLE})$")
_KIND_BEFORE: Final = re.compile(rf"{COUNTRY}\s(?:Western|Noir)s?\s(?={UPPER})")  # "American Western The Long Trail"
_DESCRIBED: Final = prefiltered(  # "the Norwegian thriller Holke", "her own 1996 Tamil film Theeram"
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:own\s|[a-z]+\s)?(?:(?:{YEAR}|{COUNTRY}|[A-Z][a-z]+-language)\s){{1,2}}"
    rf"(?:[a-z-]+\s){{0,2}}?{any_of('film_noun')}\s(?P<title>{QUOTED}|{TITLE})(?=[.,;)]|\s(?:[a-z]|\()|$)"
)
_CAME: Final = prefiltered(  # "In 1946 Lantern had released A Stolen Sister"
    rf"\b[Ii]n\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR}),?\s(?:[\w.’'-]+\s){{1,4}}?(?:had\s)?(?:released|made|directed|filmed|shot)\s"
    rf"(?:(?:the|a)\s(?:{COUNTRY}\s)?(?:[a-z-]+\s){{1,2}})?(?P<title>{QUOTED}|{TITLE})(?=[.,;]|\s\(|\s(?:with|starring)\s)"
)
_OF_YEAR: Final = re.compile(rf"[\"”’]?\s(?:of|from)\s(?P<year>{YEAR})")
_FILM_APPOSED: Final = prefiltered(
    rf",\san?\s(?:[\w'’-]+\s){{0,5}}?{any_of('film_noun')}\b"
    r"(?!\s(?:director|critic|actor|actress|star|maker|producer|editor|writer|buff|company|studio|series|festival"
    r"|industry)\b)"
)
_BROUGHT_UP: Final = re.compile(
    r"\b(?:of|to|in|from|see|sees|called|titled|entitled|like|for|into|on|about|finishing|making|makes?|watch(?:es"
    r"|ing)?"
    r"|screens?)\s$"
)
_FOLLOWER: Final = prefiltered(
    r"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]wo|[Ff]irst|[Ss]econd)\s(?:[\w-]+\s){0,3}?(?:sequel|prequel|follow-up|spin-off|remake"
    r"|(?:television|TV)\sseries|(?:TV|stage|[A-Z][a-z]+)\sversion),?\s(?:(?:titled|called|entitled|named)\s)?"
    rf"(?P<title>{QUOTED}|{TITLE})"
)
_NUMBERED: Final = re.compile(  # "her first film, The Dry Well", "his next film was the dire Wet Weekend"
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s)\s(?:[a-z]+\s){{0,2}}(?:film|feature|movie|picture|debut|effort|outing|hit|one)"
    rf"(?:,|,?\s(?:was|is))\s(?:the\s(?:[a-z-]+,?\s){{0,3}})?(?P<title>{QUOTED}|{TITLE})(?=[,.;!?]|\s\()"
)
_CAME_OUT: Final = re.compile(
    rf"(?<![\w’'-])(?P<title>{TITLE})[\"”]?\s(?:came\sout|did\sit|got\sthere\sfirst|opened\s(?:in|the\ssame))\b"
)
_FROM_YEAR: Final = re.compile(
    rf"(?<![\w’'-])(?P<title>{TITLE})\s(?:from|of)\s{YEAR},?\s(?:with|starring|by|directed|which|where)\b"
)
_FOLLOWED: Final = re.compile(  # "A follows her gentle Two Tides with"
    rf"\bfollows(?:\sup)?\s(?:his|her|their)\s(?:[a-z-]+,?\s){{0,3}}?[\"“]?(?P<title>{TITLE})[\"”]?\swith\b"
)
_QUOTED: Final = re.compile(QUOTED)
_YEAR_AFTER: Final = re.compile(
    rf"[\"”’']?,?\s(?:\((?P<a>{YEAR})\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR})"
    rf"|which\s[^.;,]{{3,60}}?\sin\s(?P<c>{YEAR}))"
)
_YEAR_BEFORE: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?\s(?:(?!to\b)[a-z]+\s){{0,4}}[\"“‘']?$")
_CUE_BEFORE: Final = re.compile(
    r"(?:\b(?:in|from|see|saw|watch|like|to|than|with|of|film|movie|for|and|had|unlike|since|after|as|directed|made|between|or|just"
    r"|it['’]s)\s(?:[a-z]+,?\s){0,2}|\b(?:films?|movies?)\slike[^.;]{0,25}\s|\b(?:films?"
    r"|movies?)\sof\s[^.;]{2,25},\s)$",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(  # behind a quoted title, and not behind words that a writer keeps at arm's length
    r"['’]s\s|[\s]*(?:[,.;:!?)(—–-]|$)|\s(?:[a-z]{3,}ed|is|was|were|are|had|has|have|did|does|came|went|got|won|took|made|starred|featured|stars"
    r"|which|who|whose|where|when|with|from|by|in|and|or|but|to|for|as|of|on|than|that|at|a|an|the|this|it|if|because|though|before|after|you|we|i|he|she|they|again|instead|though|too|also|will|would|could|can|should)\b"
)
_OWNS_IT: Final = re.compile(rf"{NAME}['’]s?\s$")
_SUNG: Final = re.compile(
    r"(?i:\b(?:songs?|sings?|singing|sang|sung|tunes?|tracks?|arias?|numbers?|hymn|ballad|hums?|humming|chapter|episode|says?"
    r"|said|reads|reading|shouts?|marked|labelled|labeled|nicknamed|words?|phrase|lines?|signs?|book|novel|poem|play"
    r"|essay|interview|featurette)\s(?:\w+\s)?)$"
    rf"|(?<!whose\s){UPPER}[a-z]+\s$"
)
_NO_TITLE: Final = re.compile(rf"(?!{UPPER}|\d)|(?:Mr|Mrs|Ms|Dr)\.|I\b")
_NO_PERSON: Final = re.compile(r"^(?:The|An?|My|No)\b|\s(?:of|the|and|in|on|to|for|an?|with|is|at)\s|[!?:&\d]|['’]s\s")
_ENDS: Final = re.compile(r"\s(?=[A-Z])|$")
_OPENING: Final = re.compile(
    rf"(?:In|With|For|As|From|Of|At|By|Like|Unlike|And|But|While|If|On|To|Since|(?:Re)?[Vv]isiting|(?:Re-?)?[Ww]atching"
    rf"|Seeing|Reviewing)\s(?={UPPER}|\d)"
)
_OWNING: Final = re.compile(r"['’]s?$")
_CUED: Final = re.compile(
    rf"\s(?:(?:the|that|those|this|his|her)\s(?:(?!(?:between|with|of|in|from|at|by|where|when|and)\s)[a-z-]+,?\s){{0,2}}?)?(?P<title>{TITLE})(?![\w])"
)
_MAKER_OF: Final = re.compile(rf"['’]s\s(?P<name>{NAME})$")
_PLAYER_IN: Final = re.compile(rf"(?P<name>{NAME})\sin\s(?={UPPER})")
_COMMON_OWNER: Final = re.compile(
    r"\b(?:Man|Woman|Men|Boy|Girl|Devil|Angel|King|Queen|Child|Mother|Father|Sister|Brother|Wife|Husband|Daughter|Son"
    r"|Lady|Lord|Soldier|Hangman|Pilgrim|Widow|Doctor|Captain|Winter|Summer|World|Night|Day|Heaven|Hell|Fool|Thief)$"
)
_EACH: Final = re.compile(
    rf"(?:^|,\s(?:and\s)?|\sand\s)[\"“‘*_]?(?:TV['’]s\s[\"“]?)?(?P<title>{TITLE})[\"”’*_]?(?=,|\sand|$)"
)
_KNOWN_FOR: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>{NAME})\s\((?P<of>from\s|of\s|TV['’]s\s|[\"“*_])?"
    rf"(?P<titles>[\"“‘*_]?{TITLE},?[\"”’*_]?(?:,?\s(?:and\s)?[\"“‘*_]?{TITLE},?[\"”’*_]?){{0,4}})[\"”’*_]?(?:\sfame)?\)"
)
_IN_FORM: Final = re.compile(  # no name of a person or of most places: "Days of Fog", "Sleepless by the Sea"
    r"\b(?:in|like|as|than|since|unlike|beyond)\s"
    r"(?P<title>(?!(?:The|A|An|Sir|Lord|Lady|House|Bank|University|Church|Isle|King|Queen|Prince|Duke|Republic|City"
    r"|Museum|Bay|Cape|Rest|I)\b)"
    rf"{UPPER}\w+(?:\s(?:{UPPER}|\d)[\w’']*)*(?:\s(?:of|in|on|to|for|with|from|at|is))(?:\s(?:the|a|an))?(?:\s(?:{UPPER}|\d)[\w’']+)+)"
    rf"(?:,?\s(?:and|or)\s(?P<other>{UPPER}\S+(?:\s{UPPER}[\w’']+)+))?(?![\w])"
)
_QUOTES: Final = ("“", '"', "‘", "*", "_")
_PLACE: Final = re.compile(
    r"(?:New|Los|San|Santa|Las|St\.|Saint|North|South|East|West|Northern|Southern|Eastern|Western|Central|Hong|Rio|Buenos|Great|United"
    r"|Best|World|Cinema|Hollywood|Blu-ray|Academy|Golden|Film|Movie|Studio|Scene|Act|Chapter|Part|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|[A-Z][a-z]+(?:an|ish|ese)\s)\b|.*\b(?:Street|Avenue|Road|County|City|Island|Islands|Valley|Beach|University|College|Hospital|Park|Square|Festival|Awards?|War|Prison)$"
)
_OWNER: Final = re.compile(rf"(?P<owner>{NAME})['’]s?\s(?={UPPER}|\d)")
_SPOKEN_OF: Final = re.compile(  # what goes on about the film just named
    r"[\"”’'*_]?(?:\s?\([^()]*\))?(?:\s(?:had|has|was|is|were|stars?|starred|featured|came|did|remains|works|[a-z]{3,}ed)\b"
    r"|,?\s(?:with|starring|featuring|by|directed|written|made|which|that|where|whose|in\swhich|another|an?|from|of"
    r"|in)\b)"
)
_IN_IT: Final = re.compile(r"(?:^|[;:]\s|,\s(?:and|but)\s)[Ii]n\s[\"“‘*_]?$")
_RELATIVE: Final = re.compile(r",\swhose\s(?:[\w-]+\s){0,3}[\"“‘*_]?$")
_CLOSES: Final = re.compile(rf"[)\]]|;|,\s{NAME}\s(?=[a-z]+s\s)|,\s(?:and|but)\s(?:it|he|she|this|here|the\sfilm)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Another film's title at its place, its year if stated, and the stretch of text that speaks of it."""

    title: Span
    year: Span | None
    scope: Span


def read_mentions(text: str, start: int, end: int, own_title: str, own_year: str | None, review: bool) -> list[Mention]:
    """The other films that a sentence names; quotes and bare capitals count in reviews, and only behind a cue."""
    own = title_key(own_title)
    places = (*_dated(text, start, end), *_came(text, start, end), *_namesakes(text, start, end, own_title))
    titles: dict[Span, Span | None] = dict(places)
    for title in (*_apposed(text, start, end), *_called(text, start, end), *_described(text, start, end)):
        titles.setdefault(title, _year(text, title, start, end))
    if review:
        told = [
            *read_reviewed(text, start, end, own_title),
            *_recalled(text, start, end),
            *_bracketed(text, start, end),
            *_formed(text, start, end),
        ]
        for title in (*_quotes(text, start, end), *_numbered(text, start, end), *_cued(text, start, end), *told):
            if not any(title.overlaps(t) for t in titles):
                titles[title] = _year(text, title, start, end)
    bared = {_disowned(text, title): year for title, year in sorted(titles.items())}
    kept = {t: y for t, y in bared.items() if _is_other(t.of(text), own, _dated_apart(text, t, end, own_year))}
    if not kept:
        return []
    own_places = [m.start() for m in re.compile(rf"(?<!\w){re.escape(own_title)}(?!\w)").finditer(text, start, end)]
    stops = [*(t.start for t in kept), *own_places]
    return [Mention(t, y, Span(t.start, _scope_end(text, t, stops, Span(start, end), review))) for t, y in kept.items()]


def _dated(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Titles with a year in brackets behind them, or in brackets with their year."""
    for match in _IN_BRACKETS.finditer(text, start, end):
        at = max(start, match.start() - 90)
        if title := _BEFORE_BRACKET.search(text[at : match.start()]):
            kind = _KIND_BEFORE.match(title["title"])
            first = at + title.start("title") + (kind.end() if kind else 0)
            yield unquoted(text, Span(first, match.start())), Span(*match.span("year"))
    for match in _WITHIN_BRACKETS.finditer(text, start, end):
        yield unquoted(text, Span(*match.span("title"))), Span(*match.span("year"))


def _came(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """ "In 1946 Lantern had released A Stolen Sister": the title with its year."""
    for match in _CAME.finditer(text, start, end):
        yield unquoted(text, Span(*match.span("title"))), Span(*match.span("year"))


def _namesakes(text: str, start: int, end: int, own: str) -> Iterator[tuple[Span, Span]]:
    """The own title "of 1962": an earlier film that has it, too."""
    at = text.find(own, start, end) if own else -1
    while at >= 0:
        if year := _OF_YEAR.match(text, at + len(own), end):
            yield Span(at, at + len(own)), Span(*year.span("year"))
        at = text.find(own, at + 1, end)


def _apposed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "The Corsair's Bride, a swashbuckler …": a film that the text explains is seldom its own."""
    for match in _FILM_APPOSED.finditer(text, start, end):
        at = max(start, match.start() - 90)
        title = _BEFORE_BRACKET.search(text[at : match.start()])
        if title and _BROUGHT_UP.search(text[at : at + title.start()]):
            yield unquoted(text, Span(at + title.start("title"), match.start()))


def _described(text: str, start: int, end: int) -> Iterator[Span]:
    """ "the 1959 Norwegian thriller Holke": the words before a title say that it is a film's, from elsewhere."""
    for match in _DESCRIBED.finditer(text, start, end):
        if text.startswith(", ", match.end()) and not _NO_PERSON.search(match["title"]):
            continue  # "the cast of the 2007 film, A, B and C"
        yield unquoted(text, Span(*match.span("title")))


def _called(text: str, start: int, end: int) -> Iterator[Span]:
    """ "A sequel, The Second Night": later films that follow the page's own."""
    for match in _FOLLOWER.finditer(text, start, end):
        yield unquoted(text, Span(*match.span("title")))


def _numbered(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern in (_NUMBERED, _CAME_OUT, _FROM_YEAR, _FOLLOWED):
        for match in pattern.finditer(text, start, end):
            yield unquoted(text, Span(*match.span("title")))


def _quotes(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, start, end):
        title = unquoted(text, Span(*match.span()))
        words = title.of(text)
        if not words[0].isupper() | words[0].isdigit() or words.count(" ") >= _MOST_WORDS or not titular(words):
            continue
        before = text[max(start, match.start() - 40) : match.start()]
        owned = " " in words and _OWNS_IT.search(before)
        stands = owned or (" " in words and _STANDS.match(text, match.end(), end) and not _SUNG.search(before))
        if stands or _CUE_BEFORE.search(before) or _year(text, title, start, end):
            yield title


def _cued(text: str, start: int, end: int) -> Iterator[Span]:
    for cue in phrases("before_title").finditer(text, start, end):
        match = _CUED.match(text, cue.end(), end)
        if not match or text.startswith(("'s ", "’s "), match.end()) or _OWNING.search(match["title"]):
            continue
        title = Span(*match.span("title"))
        if text[title.end - 1] in "?!" and _ENDS.match(text, title.end):
            title = Span(title.start, title.end - 1)
        plain = " " not in title.of(text) and not opens_a_name(title.of(text))  # "the original Italian"
        if not plain and not (phrases("compares").fullmatch(cue[0]) and _may_be_person(text, title, start, end)):
            yield title


def _recalled(text: str, start: int, end: int) -> Iterator[Span]:
    """ "so good in Hot Pursuit", "he did Night Freight": titles of several words that are no people and no places."""
    for cue in phrases("recalls_in").finditer(text, start, end):
        match = _CUED.match(text, cue.end(), end)
        if match and " " in match["title"] and not _OWNING.search(match["title"]) and not _PLACE.match(match["title"]):
            title = Span(*match.span("title"))
            if not _may_be_person(text, title, start, end):
                yield title


def _formed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "as good as Days of Fog": titles with a small word among them, and what they are joined to."""
    for match in _IN_FORM.finditer(text, start, end):
        if not _PLACE.match(match["title"]) and not _OWNING.search(match["title"]):
            yield Span(*match.span("title"))
            if match["other"] and not is_full_name(match["other"]) and not _OWNING.search(match["other"]):
                yield Span(*match.span("other"))


def _bracketed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "Ana Ruiz (The Dry Well, Harbour Lights)": what someone is known for; one title must be no name."""
    for match in _KNOWN_FOR.finditer(text, start, end):
        at = match.start("titles")
        titles = [Span(at + m.start("title"), at + m.end("title")) for m in _EACH.finditer(match["titles"])]
        told = any(_NO_PERSON.search(t.of(text)) for t in titles) or match["of"] or len(titles) > 1
        name = match["name"] if opens_a_name(match["name"]) else match["name"].split(" ", 1)[-1]
        known = is_full_name(name) or (match["of"] or "")[:1] in _QUOTES
        if told and known and not all(is_full_name(t.of(text)) for t in titles):
            yield from titles


def _may_be_person(text: str, title: Span, start: int, end: int) -> bool:
    """Whether a title without year and owner could as well be someone's name, or a demonym."""
    words = title.of(text)
    if " " not in words:
        return True
    plain = len(words.split()) <= 3 and not _NO_PERSON.search(words)
    named = text.endswith("named ", 0, title.start)
    plain = plain and (named or is_full_name(words) or _is_known_by_surname(text, words))
    return plain and _year(text, title, start, end) is None and _disowned(text, title) == title


def _is_known_by_surname(text: str, words: str) -> bool:
    """Whether the last of these words stands alone elsewhere, as people's surnames do."""
    *_, first, last = words.split()
    return bool(re.search(rf"(?<!\b{re.escape(first)}\s)(?<![\w-]){re.escape(last)}(?![\w-]|\s[A-Z])", text))


def _disowned(text: str, title: Span) -> Span:
    """A title without the opening of its sentence or the owner before it ("In Ana Ruiz's The Dry Well")."""
    quoted = text[title.start - 1 : title.start] in _QUOTES if title.start else False
    if not quoted and (opening := _OPENING.match(text, title.start, title.end)):
        title = Span(opening.end(), title.end)
    if text.endswith(" I", title.start, title.end) and re.match(r"\s[a-z]", text[title.end : title.end + 2]):
        title = Span(title.start, title.end - 2)  # "in Low Tide I liked"
    if (maker := _MAKER_OF.search(text, title.start, title.end)) and is_full_name(maker["name"]):
        title = Span(title.start, maker.start())  # "from Low Tide's Ana Ruiz"
    lead = None if quoted else _PLAYER_IN.match(text, title.start, title.end)
    if lead and lead["name"].split(" ")[0] in given_names():  # "I loved Ana in Low Tide and in Ebb"
        both = text.find(" and ", lead.end(), title.end)
        title = Span(lead.end(), both if both >= 0 else title.end)
    owner = _OWNER.match(text, title.start, title.end)
    if owner and _COMMON_OWNER.search(owner["owner"]):  # "Dead Man's Drive"
        return title
    article = owner and text.startswith(("The ", "A ", "An "), owner.end())
    if owner and (
        " " in owner["owner"] or article or re.search(rf"\b{re.escape(owner['owner'])}\b(?!['’]s?\s[A-Z])", text)
    ):
        title = Span(owner.end(), title.end)
    return title


def _scope_end(text: str, title: Span, stops: list[int], within: Span, review: bool) -> int:
    """Where the text stops speaking of the film just named; in reviews that is at once, unless it goes on about it."""
    end = within.end
    stop = min((s for s in stops if s >= title.end), default=end)
    if not review:
        return stop
    if _IN_IT.search(text[within.start : title.start]):
        return stop
    if not _SPOKEN_OF.match(text, title.end, end):
        return title.end
    year = _year_after(text, title, end)
    if _RELATIVE.search(text, within.start, title.start):  # "A, whose Two Tides won a prize, returns"
        return min(stop, text.find(",", title.end, end) if "," in text[title.end : end] else end)
    closes = _CLOSES.search(text, year.end + 1 if year else title.end, stop)
    return closes.start() if closes else stop


def _year(text: str, title: Span, start: int, end: int) -> Span | None:
    if after := _year_after(text, title, end):
        return after
    at = max(start, title.start - 34)
    match = _YEAR_BEFORE.search(text[at : title.start])
    return Span(at + match.start("year"), at + match.end("year")) if match else None


def _year_after(text: str, title: Span, end: int) -> Span | None:
    match = _YEAR_AFTER.match(text, title.end, end)
    return Span(*match.span(next(name for name in "abc" if match[name]))) if match else None


def _dated_apart(text: str, title: Span, end: int, own_year: str | None) -> bool:
    """Whether a year right behind the title tells that it is another film's, though it may be spelt alike."""
    year = _year_after(text, title, end)
    return year is not None and year.of(text) != own_year


def _is_other(title: str, own: str, dated_apart: bool) -> bool:
    key = title_key(title)
    return (
        len(key) > 1
        and not key.isdigit()
        and (key != own or dated_apart)
        and not f"{key} ".startswith(f"{own} and ")
        and not _NO_TITLE.match(title)
    )
