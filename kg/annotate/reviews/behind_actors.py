"""What stands behind actors' names: names in; what casts them, with the part, and where a list of parts goes on out."""

import re
from typing import Final, TypeAlias

from kg.annotate.critics import phrases
from kg.annotate.reviews.apposed import apposed
from kg.annotate.reviews.asides import ASIDE
from kg.annotate.reviews.before_actors import Casting
from kg.annotate.reviews.figures import BYNAMED, DETERMINER, cut, is_part, part_at
from kg.annotate.reviews.owned import owned
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.roles import role_at
from kg.lexis.words import any_of
from kg.model import Span

_IS_AFTER: Final = re.compile(
    rf"(?:{ASIDE}?\s(?:is|are|was|were)|['’]s)\s(?:(?:of\scourse|also|again)\s)?(?=(?P<kind>the|his"
    rf"|her|their|that|our|an?|another)\s(?:[a-z]|{UPPER}\w+\s[a-z]))(?!the\s(?:boss|king|queen|man|guy)\s(?:here|of\sthe\s(?:film|movie|show)))"
)
_WHO_MADE: Final = re.compile(r"\s(?:who|that)\s(?:also\s)?(?:wrote|directed|made|shot|composed|produced|gave\sus)\b")
_NAMED_SO: Final = re.compile(rf"\b(?:called|named)\s{NAME}$")
IS_NAMED: Final = re.compile(
    rf"{ASIDE}?\s(?:is|was|IS|WAS)\s(?P<part>{NAME})(?=[.,;:]|$|\s(?:and|who|whose|the|an?)\b)"
)
_BRACKET_AFTER: Final = re.compile(r"\s\((?=(?:the|an?|his|her|their)\s[a-z][\w’' -]{2,40}\))")  # "A (the deputy)"
_AS_AFTER: Final = re.compile(
    rf"{ASIDE}?(?:,\swho,?)?(?:\s(?:back|again|himself|herself|in\s(?:it|this|here)))?,?\sas\s(?=(?:{DETERMINER}\s|{UPPER}))"
)
_REMADE: Final = (  # "A made it as The Torch"
    r"\b(?:story|film|made\sit|makes\sit|did\sit|remade|filmed|shot|copie[ds]|adapted|told|dubbed|retitled|repeated|redone)"
)
_DOES_AS: Final = re.compile(
    rf"{ASIDE}?\s(?P<verb>[a-z]+)\s(?!(?:him|her|them)\sas\s)(?:(?:(?!{_REMADE}\s)[^,.;()]){{0,45}}?\s)?"
    rf"as\s(?=(?P<kind>{DETERMINER})\s|{UPPER})"
)
_GLIMPSED: Final = re.compile(
    rf"{ASIDE}?\s(?:(?:him|her)self\s)?(?:can|may|is|are)\s(?:also\s)?(?:be\s)?(?:seen|glimpsed|spotted|heard"
    r"|found)\s"
    rf"(?:[^,.;()]{{0,30}}?\s)?as\s(?={DETERMINER}\s|{UPPER})"
)
_PLAYS: Final = re.compile(
    rf"{ASIDE}?\s(?:(?:also|both|then)\s)*(?:has\splayed|{any_of('playing')})\s(?!by\b"
    rf"|with\b|out\b|it\b)"
)
_ALSO_APPEARS: Final = re.compile(  # "A also edited, did the sound and appears as the debt collector"
    r"\s(?:also\s)?(?:directs|directed|wrote|writes|edits|edited|produced|produces)\b[^.;()]{0,60}?\sand\s(?:also\s)?"
    rf"(?:appears|turns\sup|shows\sup|pops\sup)\sas\s(?={DETERMINER}\s|{UPPER})"
)
_PLAYING: Final = re.compile(
    r",\s(?:here\s)?(?:playing|portraying|voicing)\s(?!with\b|out\b|off\b|against\b|opposite\b)"
)
_GAPPED: Final = re.compile(rf"{ASIDE}?,?\s(?=(?:the|an?|his|her)\s(?:[a-z]|{UPPER}\w+\s[a-z]))")
_SEPARATED: Final = re.compile(
    r"(?:,\s(?:the|an?|his|her)\s[^.;,]{2,40})?(?:\s(?:who|that|whose|with)\s[^.;,]{2,60})?\s?[,;]\s(?:and\s"
    r"|while\s)?$"
)
_NOT_NOW: Final = re.compile(
    r"an?\s(?:former|retired|real|real-life|trained|fine|great|wonderful|brilliant|good|bad|terrific)\s"
)
_AGENT: Final = re.compile(  # whom a part without a name may be: "a bounty hunter", "an antiques dealer with a limp"
    r"an?\s(?!(?:former|retired|real|real-life|born|natural|trained|gifted|fine|great|wonderful|brilliant|good"
    r"|better|bad|terrific"
    r"|splendid|generous|skilled|master|born|true|first-time|clear|worthy|bit|little|lot)\b)(?:(?!(?:who|that|with"
    r"|in|of|from)\s)[\w'’-]+\s){0,3}?"
    r"(?!(?:wonder|winner|disaster|performer|player|charmer|scene-stealer|stealer|talent|presence|newcomer|matter"
    r"|answer|moment|element|achievement|disappointment|bore|character|listener|crier|comer|treasure|accident"
    r"|argument|event|letter|chapter|thriller"
    r"|believer|non-starter|star|superstar|looker|man|woman)\b)"
    r"[a-z-]+(?:er|or|ist|ian|eer|ess|ant|ent|ard|ief|wife|boy|girl|smith|mate)s?(?=$|\s(?:who|with|in|of|from|at|on"
    r"|whose|to|for|by|that)\b|,)"
)
_DESCRIBED: Final = (_IS_AFTER, _AS_AFTER, _GLIMPSED, _DOES_AS, _ALSO_APPEARS)
_Trail: TypeAlias = tuple[Casting | None, int]


def trailed(text: str, names: list[Span], end: int, gapped: int) -> _Trail:
    """What makes these names actors', and where a list of parts goes on that one verb opens.

    `gapped` is where such a list left off before, 0 when none did.
    """
    if part := _gapped(text, names, end, gapped) or _playing(text, names, end):
        return _cast(names, part)
    if plays := _PLAYS.match(text, names[-1].end, end):
        return _played(text, names, plays, end)
    if part := _bracketed(text, names, end) or owned(text, names, end) or _named(text, names, end):
        return _cast(names, part)
    return _described(text, names, end)


def _cast(names: list[Span], part: Span) -> _Trail:
    return (Span(names[0].start, part.end), part), part.end


def _gapped(text: str, names: list[Span], end: int, gapped: int) -> Span | None:
    """ "…, B the widow" behind "A plays the spy"."""
    if not gapped or not _SEPARATED.fullmatch(text[gapped : names[0].start]):
        return None
    match = _GAPPED.match(text, names[-1].end, end)
    part = role_at(text, match.end(), end) if match else None
    return part if part and is_part(part.of(text)) else None


def _playing(text: str, names: list[Span], end: int) -> Span | None:
    """ "A, playing the widow"."""
    match = _PLAYING.match(text, names[-1].end, end)
    return part_at(text, match.end(), end) if match else None


def _played(text: str, names: list[Span], plays: re.Match[str], end: int) -> _Trail:
    """ "A plays the widow", which kg/annotate/credits/subjects.py reads, and "A and B (both from …) play"."""
    part = role_at(text, plays.end(), end)
    told = part if part and is_part(part.of(text)) else None
    told = cut(text, told) if told and BYNAMED.match(text, told.start, told.end) else told
    aside = (Span(names[0].start, plays.end()), told) if "(" in plays[0] else None
    return aside, part.end if part else 0


def _bracketed(text: str, names: list[Span], end: int) -> Span | None:
    """ "A (the deputy)"."""
    match = _BRACKET_AFTER.match(text, names[-1].end, end) if len(names) == 1 else None
    part = Span(match.end(), text.index(")", match.end())) if match else None
    return part if part and is_part(part.of(text)) else None


def _named(text: str, names: list[Span], end: int) -> Span | None:
    """ "A is Sam"."""
    match = IS_NAMED.match(text, names[-1].end, end)
    return Span(*match.span("part")) if match and _is_new(match["part"], names, text) else None


def _described(text: str, names: list[Span], end: int) -> _Trail:
    """ "A is the widow", "A shines as the widow": of what is but "a nurse who …" the noun is the part."""
    for pattern in _DESCRIBED:
        match = pattern.match(text, names[-1].end, end)
        part = cut(text, role_at(text, match.end(), end)) if match else None
        if match and part and _WHO_MADE.match(text, part.end, end):  # "A is the fellow who wrote it"
            return None, 0
        if match and part and _gives(match, part.of(text)) and _is_new(part.of(text), names, text):
            vague = _is_vague(match) and not _NAMED_SO.search(part.of(text))
            noun = phrases("figure").search(text, part.start, part.end) if vague else None
            told = Span(part.start, noun.end()) if noun else part
            return (Span(names[0].start, part.end), told), part.end
    part = apposed(text, names, end)
    return _cast(names, part) if part else (None, 0)


def _is_new(part: str, names: list[Span], text: str) -> bool:
    """Whether "A is B" names A's part: B is a name of its own and no word for where A comes from."""
    own = {word for name in names for word in name.of(text).split()}
    return opens_a_name(part.split(" ", 1)[0]) and own.isdisjoint(part.split()) and not part.isupper()


def _gives(match: re.Match[str], part: str) -> bool:
    """Whether a match gives a part: what "is a …" calls someone must be a trade of characters, not of the cinema."""
    verb, vague = match.groupdict().get("verb"), _is_vague(match)
    if verb and (phrases("not_acting").fullmatch(verb) or (vague and not _may_shine(verb))):
        return False
    if vague and not verb:
        if " was " in match[0]:  # "A was a journalist": in life
            return False
        figures = phrases("figure").search(part) or _AGENT.match(part)
        return bool(figures) and not _NOT_NOW.match(part) and is_part(part)
    return is_part(part)


def _is_vague(match: re.Match[str]) -> bool:
    """Whether someone is but "a …"."""
    return match.groupdict().get("kind") in ("a", "an", "another")


def _may_shine(verb: str) -> bool:
    """Whether a verb of performing gives a part even where it is but "a nurse"."""
    return bool(phrases("shines").fullmatch(verb) or phrases("gives").fullmatch(verb))
