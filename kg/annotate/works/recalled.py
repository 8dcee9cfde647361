"""Other films that reviewers recall without a word of explanation: a sentence in, their titles out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.critics import any_phrase, phrases
from kg.annotate.works.bared import NO_PERSON, QUOTES, may_be_person
from kg.annotate.works.years import year_of
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, titular, unquoted
from kg.model import Span

_MOST_WORDS: Final = 9  # of a title in quotation marks
_NUMBERED: Final = prefiltered(  # "her first film, The Dry Well", "his next film was the dire Wet Weekend"
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s)\s(?:[a-z]+\s){{0,2}}(?:film|feature|movie|picture|debut|effort|outing|hit"
    r"|one)"
    rf"(?:,|,?\s(?:was|is))\s(?:the\s(?:[a-z-]+,?\s){{0,3}})?(?P<title>{QUOTED}|{TITLE})(?=[,.;!?]|\s\()"
)
_CAME_OUT: Final = prefiltered(
    rf"(?<![\w’'-])(?P<title>{TITLE})[\"”]?\s(?:came\sout|did\sit|got\sthere\sfirst|opened\s(?:in|the\ssame))\b"
)
_FROM_YEAR: Final = prefiltered(
    rf"(?<![\w’'-])(?P<title>{TITLE})\s(?:from|of)\s{YEAR},?\s(?:with|starring|by|directed|which|where)\b"
)
_FOLLOWED: Final = prefiltered(  # "A follows her gentle Two Tides with"
    rf"\bfollows(?:\sup)?\s(?:his|her|their)\s(?:[a-z-]+,?\s){{0,3}}?[\"“]?(?P<title>{TITLE})[\"”]?\swith\b"
)
_QUOTED: Final = re.compile(QUOTED)
_CUE_BEFORE: Final = re.compile(
    r"(?:\b(?:in|from|see|saw|watch|like|to|than|with|of|film|movie|for|and|had|unlike|since|after|as|directed|made"
    r"|between|or|just"
    r"|it['’]s)\s(?:[a-z]+,?\s){0,2}|\b(?:films?|movies?)\slike[^.;]{0,25}\s|\b(?:films?"
    r"|movies?)\sof\s[^.;]{2,25},\s)$",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(  # behind a quoted title, and not behind words that a writer keeps at arm's length
    r"['’]s\s|[\s]*(?:[,.;:!?)(—–-]|$)|\s(?:[a-z]{3,}ed|is|was|were|are|had|has|have|did|does|came|went|got|won|took"
    r"|made|starred|featured|stars|which|who|whose|where|when|with|from|by|in|and|or|but|to|for|as|of|on|than|that"
    r"|at|a|an|the|this|it|if"
    r"|because|though|before|after|you|we|i|he|she|they|again|instead|though|too|also|will|would|could|can|should)\b"
)
_BRINGS_UP: Final = prefiltered(rf"\b{any_phrase('before_title')}\b", re.IGNORECASE)
_RECALLS_IN: Final = prefiltered(rf"\b{any_phrase('recalls_in')}\b", re.IGNORECASE)
_OWNS_IT: Final = re.compile(rf"{NAME}['’]s?\s$")
_SUNG: Final = re.compile(
    r"(?i:\b(?:songs?|sings?|singing|sang|sung|tunes?|tracks?|arias?|numbers?|hymn|ballad|hums?|humming|chapter"
    r"|episode|says?|said|reads|reading|shouts?|marked|labelled|labeled|nicknamed|words?|phrase|lines?|signs?|book"
    r"|novel|poem|play"
    r"|essay|interview|featurette)\s(?:\w+\s)?)$"
    rf"|(?<!whose\s){UPPER}[a-z]+\s$"
)
_ENDS: Final = re.compile(r"\s(?=[A-Z])|$")
_OWNING: Final = re.compile(r"['’]s?$")
_CUED: Final = re.compile(
    r"\s(?:(?:the|that|those|this|his|her)\s(?:(?!(?:between|with|of|in|from|at|by|where|when"
    rf"|and)\s)[a-z-]+,?\s){{0,2}}?)?(?P<title>{TITLE})(?![\w])"
)
_EACH: Final = re.compile(
    rf"(?:^|,\s(?:and\s)?|\sand\s)[\"“‘*_]?(?:TV['’]s\s[\"“]?)?(?P<title>{TITLE})[\"”’*_]?(?=,|\sand|$)"
)
_KNOWN_FOR: Final = prefiltered(
    rf"(?<![\w’'-])(?P<name>{NAME})\s\((?P<of>from\s|of\s|TV['’]s\s|[\"“*_])?"
    rf"(?P<titles>[\"“‘*_]?{TITLE},?[\"”’*_]?(?:,?\s(?:and\s)?[\"“‘*_]?{TITLE},?[\"”’*_]?){{0,4}})[\"”’*_]?(?:\s"
    r"fame)?\)"
)
_IN_FORM: Final = prefiltered(  # no name of a person or of most places: "Days of Fog", "Sleepless by the Sea"
    r"\b(?:in|like|as|than|since|unlike|beyond)\s"
    r"(?P<title>(?!(?:The|A|An|Sir|Lord|Lady|House|Bank|University|Church|Isle|King|Queen|Prince|Duke|Republic|City"
    r"|Museum|Bay|Cape|Rest|I)\b)"
    rf"{UPPER}\w+(?:\s(?:{UPPER}|\d)[\w’']*)*(?:\s(?:of|in|on|to|for|with|from|at|is))(?:\s(?:the|a"
    rf"|an))?(?:\s(?:{UPPER}|\d)[\w’']+)+)"
    rf"(?:,?\s(?:and|or)\s(?P<other>{UPPER}\S+(?:\s{UPPER}[\w’']+)+))?(?![\w])"
)
_PLACE: Final = re.compile(
    r"(?:New|Los|San|Santa|Las|St\.|Saint|North|South|East|West|Northern|Southern|Eastern|Western|Central|Hong|Rio"
    r"|Buenos|Great|United|Best|World|Cinema|Hollywood|Blu-ray|Academy|Golden|Film|Movie|Studio|Scene|Act|Chapter"
    r"|Part|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|[A-Z][a-z]+(?:an|ish|ese)\s)\b|.*\b(?:Street|Avenue|Road|County|City"
    r"|Island|Islands|Valley|Beach|University|College|Hospital|Park|Square|Festival|Awards?|War|Prison)$"
)


def quoted(text: str, start: int, end: int) -> Iterator[Span]:
    """Titles in quotation marks, with their maker, a cue or a year beside them, or a verb of their own behind."""
    for match in _QUOTED.finditer(text, start, end):
        title = unquoted(text, Span(*match.span()))
        words = title.of(text)
        if not words[0].isupper() | words[0].isdigit() or words.count(" ") >= _MOST_WORDS or not titular(words):
            continue
        before = text[max(start, match.start() - 40) : match.start()]
        owned = " " in words and _OWNS_IT.search(before)
        stands = owned or (" " in words and _STANDS.match(text, match.end(), end) and not _SUNG.search(before))
        if stands or _CUE_BEFORE.search(before) or year_of(text, title, start, end):
            yield title


def numbered(text: str, start: int, end: int) -> Iterator[Span]:
    """Titles by their turn: "her first film, Salt Road", "Salt Road came out a month before"."""
    for pattern in (_NUMBERED, _CAME_OUT, _FROM_YEAR, _FOLLOWED):
        for match in pattern.finditer(text, start, end):
            yield unquoted(text, Span(*match.span("title")))


def cued(text: str, start: int, end: int) -> Iterator[Span]:
    """Titles behind words that bring up a film: "the original Salt Road", "it reminds me of"."""
    for cue in _BRINGS_UP.finditer(text, start, end):
        match = _CUED.match(text, cue.end(), end)
        if not match or text.startswith(("'s ", "’s "), match.end()) or _OWNING.search(match["title"]):
            continue
        title = Span(*match.span("title"))
        if text[title.end - 1] in "?!" and _ENDS.match(text, title.end):
            title = Span(title.start, title.end - 1)
        plain = " " not in title.of(text) and not opens_a_name(title.of(text))  # "the original Italian"
        if not plain and not (phrases("compares").fullmatch(cue[0]) and may_be_person(text, title, start, end)):
            yield title


def recalled(text: str, start: int, end: int) -> Iterator[Span]:
    """ "so good in Hot Pursuit", "he did Night Freight": titles of several words that are no people and no places."""
    for cue in _RECALLS_IN.finditer(text, start, end):
        match = _CUED.match(text, cue.end(), end)
        if match and " " in match["title"] and not (_OWNING.search(match["title"]) or _PLACE.match(match["title"])):
            title = Span(*match.span("title"))
            if not may_be_person(text, title, start, end):
                yield title


def known_for(text: str, start: int, end: int) -> Iterator[Span]:
    """ "Ana Ruiz (The Dry Well, Harbour Lights)": what someone is known for; one title must be no name."""
    for match in _KNOWN_FOR.finditer(text, start, end):
        at = match.start("titles")
        titles = [Span(at + m.start("title"), at + m.end("title")) for m in _EACH.finditer(match["titles"])]
        told = any(NO_PERSON.search(t.of(text)) for t in titles) or match["of"] or len(titles) > 1
        name = match["name"] if opens_a_name(match["name"]) else match["name"].split(" ", 1)[-1]
        known = is_full_name(name) or (match["of"] or "")[:1] in QUOTES
        if told and known and not all(is_full_name(t.of(text)) for t in titles):
            yield from titles


def formed(text: str, start: int, end: int) -> Iterator[Span]:
    """ "as good as Days of Fog": titles with a small word among them, and what they are joined to."""
    for match in _IN_FORM.finditer(text, start, end):
        if not _PLACE.match(match["title"]) and not _OWNING.search(match["title"]):
            yield Span(*match.span("title"))
            if match["other"] and not is_full_name(match["other"]) and not _OWNING.search(match["other"]):
                yield Span(*match.span("other"))
