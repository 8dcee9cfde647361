"""Signs of the title that a review circles around: a title at its place in, what speaks for and against it out."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.annotate.critics import phrases
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.prefilter import Signs
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation, any_of
from kg.model import Span

_NEAR: Final = 60  # code points beside a title that may hold a sign
_LISTS: Final = tomllib.loads((Path(__file__).parent / "circling.toml").read_text(encoding="utf-8"))
_ADVERB: Final = (
    r"(?:(?:still|never|also|really|just|only|at\slast|quite|almost|certainly|simply|always|rarely"
    r"|often)\s)*"
)
_STRONG: Final = re.compile(rf"\s{_ADVERB}{alternation(_LISTS['strong'])}(?=[\s,.;!?])")
_WEAK: Final = re.compile(rf"\s{_ADVERB}{alternation(_LISTS['weak'])}(?=[\s,.;!?])")
_MADE: Final = re.compile(
    r"\s(?:is|was|has\sbeen)\s(?:co-)?(?:written|directed|shot|filmed|released|adapted|photographed)\b"
    r"|,\s(?:adapted|directed|written|scripted|remade|shot)\s(?:by|from)\b"
    r"|,\s(?:(?:re-?)?released|reissued|based\s(?:up)?on|also\sknown\sas|originally\stitled)\b"
)
_DEFINED: Final = re.compile(
    rf"\s(?:is|was)\s(?:an?|the|one\sof"
    rf"|another)\s(?:[\w'’.()-]+\s){{0,6}}?{any_of('film_noun')}\b"
)
_CUE: Final = (
    rf"(?i:\b{alternation(_LISTS['cue'])}\s$|^In\s$)"
    r"|\b(?:brothers|sisters)['’]\s$|\b(?:remade|remaking|remakes)\s(?:his|her|their)\sown\s$"
)
_HINT: Final = rf"(?i:\b{alternation(_LISTS['hint'])}\s$)"
COMMON: Final = re.compile(r"(?i:\b(?:the|an?|his|her|their|old|mr\.|mrs\.)\s$)")  # "the Captain"
_OWNED: Final = re.compile(
    rf"(?P<owner>{NAME})['’]s?\s(?:(?:new|latest|first|second|third|debut|last|film|feature|movie|remake|thriller"
    r"|comedy|drama|[a-z-]+),?\s){0,4}$"
)
_COMPARED: Final = r"\b(?:to|than|like|with|from|unlike|remember|recalls?)\s\S+(?:\s\S+)?['’]s?\s$"
_APPOSED: Final = re.compile(
    rf",\s(?:(?:[\w-]+\s){{0,4}}{NAME}['’]s|an?|the|by|from|directed|shown|his|her|in\swhich|which)\s"
)
_QUOTED_COMMA: Final = re.compile(r"^([,.])[\"”’]")  # "Low Tide," the new one
_EXPLAINED: Final = re.compile(  # "…, the new film by", "…, director A's portrait of"
    rf",\s(?:(?:the|an?|his|her)\s(?:[\w-]+\s){{0,3}}?(?:new|latest|debut|first|second|third|feature|adaptation"
    rf"|remake|version|directed|written)\b|(?:[\w-]+\s){{0,4}}{NAME}['’]s\s"
    rf"(?:[\w-]+\s){{0,4}}?(?:{any_of('film_noun')}|portrait|study|tale|debut|adaptation|version|take)\b)"
)
_CAME_OUT: Final = re.compile(
    r",\s(?:\w+\s){1,3}(?:later|earlier|before)\b|\s(?:came\sout|did\sit|got\sthere|had\sdone)\b"
)
_NEW_BEFORE: Final = (
    r"\b(?:new|latest|newest)(?:\s(?:film|feature|movie|picture|effort|offering|outing|one|comedy|drama|thriller"
    r"|documentary|western|horror)),?\s(?:is\s|called\s|titled\s)?$|['’]s\s(?:new|latest|newest)(?:\s\w+)?,\s$"
)
_ALSO: Final = re.compile(
    r"(?:Elsewhere|Also|Meanwhile|In\s(?:other|another))\b|(?:And|But)\sI\s(?:also|finally|then|later|even)\b"
    r"|I\s(?:also|even)\b"
)
_WHO_MADE: Final = (
    r"\b(?:who|he|she|they)\s(?:also\s|once\s|previously\s|later\s|had\s|has\s)?(?:made|directed|did|wrote|gave\sus"
    r"|brought\sus)\s(?:the\s(?:[\w-]+\s){0,3})?$"
    r"|\b(?:[Aa]s|like|[Uu]nlike)\sin\s(?:his|her|their)\s(?:\w+\s){1,2},?\s?$|\b(?:cross|crossed)\s$"
    r"|\b(?:by\sthe\stime\sof|since|short|next\s(?:film|movie)\swas|made\s(?:his|her|their)\s(?:name"
    r"|reputation)\swith(?:\s[\w-]+){0,3}"
    rf"|[Ii]magine|last\syear['’]s|previous\s\w+,?)\s(?:{UPPER}\S+\s?){{0,2}}$"
)
_NAMED_BEFORE: Final = (  # what stands before people
    rf"\b(?:by|starring|named|young|old|great|late|{any_of('who')})\s$"
)
_NAMED_BEHIND: Final = re.compile(
    rf"\s(?:brothers|sisters)\b|\s{_ADVERB}(?:plays|played|portrays|directs|co-wrote|wrote|stars\s(?:as|in)|(?:is"
    r"|was)\s(?:well\s)?(?:played"
    rf"|portrayed|voiced)\sby|has\s(?:made|played|cast|adapted|spun|shot)"
    rf"|returns\swith|does\sthe|makes\s(?:a|the)\s|in\s(?:any|every|some)thing\b)|,\s(?:as|who|whom)\s|\s\({UPPER}"
    r"|['’]s?\s(?:\d|[a-z]+\s(?:film"
    rf"|face|performance))"
)
DATED: Final = re.compile(rf"[\"”’'*_]{{0,2}}\s\((?:[^()]{{0,20}}\s)?{YEAR}\)")
_RECALLED: Final = r"\b(?:was|were|good|great|funny|fine|remember\w*|seen|known)\b[^.;]{0,30}\s(?:in|from|for)\s$"
_GOES_ON: Final = re.compile(r"\s(?:is|was|has|had|may|can|will|would|must|should|[a-z]+s)\b(?!['’])")
_ALONE: Final = re.compile(r"[\"”’'*_]?\W{1,4}")

_BEFORE: Final = Signs(
    {
        "cue": _CUE,
        "hint": _HINT,
        "new": _NEW_BEFORE,
        "owned": _OWNED.pattern,
        "compared": _COMPARED,
        "recalled": _RECALLED,
        "who made": _WHO_MADE,
        "named": _NAMED_BEFORE,
        "common": COMMON.pattern,
    }
)
_VOTES: Final = {"cue": 3, "hint": 1, "new": 3}
_COMPARE: Final = frozenset({"compared", "recalled", "who made"})
_BEHIND: Final = (
    (5, _DEFINED),
    (3, _MADE),
    (2, _STRONG),
    (1, _WEAK),
    (2, _APPOSED),
    (3, _EXPLAINED),
    (-3, _CAME_OUT),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A title within a sentence, what the words before it show, the words behind it.

    `opens` says that the review begins with the sentence.
    """

    text: str
    within: Span
    title: Span
    opens: bool
    before: frozenset[str]
    behind: str

    @property
    def several(self) -> bool:
        """Whether the title has several words."""
        return " " in self.title.of(self.text)


def weight(text: str, within: Span, title: Span, opening: int) -> int:
    """How much speaks for a title at this place, and against it: a person's name or a common noun.

    For it speak a verb of films behind it, a maker's possessive or a cue before it, quotation marks, and that the
    review, which begins at `opening`, begins with it.
    """
    lead = text[max(within.start, title.start - _NEAR) : title.start]
    before = lead.rstrip("\"“‘'*_")
    behind = _QUOTED_COMMA.sub(r"\1", text[title.end : min(within.end, title.end + _NEAR)]).lstrip('"”’*_')
    said = _said_before(before)
    place = _Place(text, within, title, within.start == opening, said, behind)
    signs = (*_of_sentence(place), *_of_others(place), (2, before != lead))  # it stands in quotation marks
    told = sum(votes for name, votes in _VOTES.items() if name in said)
    return told + _said_behind(behind) + sum(votes for votes, sign in signs if sign)


@lru_cache(maxsize=1 << 10)  # many a candidate begins or ends where another does
def _said_before(words: str) -> frozenset[str]:
    """The signs in what stands before a title; "elsewhere" if it brings up a film that is not the one under review."""
    said = {*_BEFORE.found(words)}
    if "owned" in said and not _is_owned(words):
        said.remove("owned")
    if said & _COMPARE or phrases("before_title").search(words[-25:].strip()):
        said.add("elsewhere")
    return frozenset(said)


@lru_cache(maxsize=1 << 10)
def _said_behind(words: str) -> int:
    return sum(votes for votes, sign in _BEHIND if sign.match(words))


def _of_sentence(place: _Place) -> Iterator[tuple[int, object]]:
    """What it weighs that a title opens its sentence or stands alone, for the more at a review's beginning."""
    start, end = place.within.start, place.title.start
    first = end - start <= 1
    yield 3, place.opens and first and place.several and _GOES_ON.match(place.behind)
    alone = end == start and place.several and _ALONE.fullmatch(place.text, place.title.end, place.within.end)
    yield 5 if place.opens else 2, alone
    yield -3, place.text.count("(", start, end) > place.text.count(")", start, end)


def _of_others(place: _Place) -> Iterator[tuple[int, object]]:
    """What speaks for a person rather than a title, and for another film than the one under review."""
    elsewhere = "elsewhere" in place.before or _ALSO.match(place.text, place.within.start)
    yield -3, elsewhere
    yield 2 if place.opens else -2, not elsewhere and DATED.match(place.text, place.title.end, place.within.end)
    yield 3, not elsewhere and "owned" in place.before
    common = not place.title.of(place.text).startswith(("The ", "A ", "An "))  # "his The Long Road"
    named = "named" in place.before or _NAMED_BEHIND.match(place.behind)
    yield -3, named or (common and "common" in place.before)


def _is_owned(words: str) -> bool:
    """Whether these words end with a maker's possessive."""
    owned = _OWNED.search(words)
    return owned is not None and (" " in owned["owner"] or opens_a_name(owned["owner"]))
