"""What names before a verb play: joined names in, the parts that "star as", "plays", "was nominated" give them out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.lexis.letters import UPPER
from kg.lexis.lists import listed
from kg.lexis.names import NAME
from kg.lexis.roles import parts_of, role_at
from kg.lexis.words import any_of
from kg.model import Span

_DOES: Final = (  # "A wrote, directed and starred in"
    r"(?:\s(?:(?:directs?|directed|wrote|writes|co-wrote|produced|produces|narrates|narrated)(?:,\s(?:and\s)?"
    r"|\sand\s)){1,3}(?:also\s)?|\s)"
)
_PLAYS: Final = re.compile(
    rf"(?:,?\s(?:who|also|both|then|later|respectively))*,?{_DOES}{any_of('playing')}\s(?!by\b)"
    rf"(?!(?:the|an?|his|her|some)\s(?:\w+\s)?(?:{any_of('instrument')}|sax|banjo|harmonica|mandolin|sitar|tune|music|score)\b)"
)
_WITH: Final = re.compile(r",?\s(?:(?:and\s)?(?:with|alongside|along\swith|joined\sby|opposite)|while|and)\s")
_GAPPED: Final = re.compile(  # "A plays the spy Mo, B her brother Jo, and the Swedish actor C the defector Bo"
    r"[,;]\s(?:(?:and|while)\s)?(?:the\s"
    rf"(?:[\w-]+\s){{0,2}}?{any_of('who')}\s)?(?P<name>(?!the\s)(?=\S+\s{UPPER}){NAME})\s(?:is\s|as\s)?"
    r"(?P<role>(?:the|an?|his|her|their)\s(?!(?:film|script|score|screenplay)\b)[^,;.()]{3,60}?)(?=[,;.]|\s\(|$)"
)
_AS: Final = re.compile(r"\s(?:in\s[^,.;]{0,40}?)?as\s")
RELATIVE: Final = re.compile(
    r"\s(?:in|making)\s(?:his|her|their)\s[^,.;]{3,50}(?=,\swho)|,\s(?:who|the\s(?!film|movie|picture|story)|an?\s"
    r"|whose|best\sknown|then"
    r"|in\s|(?:son|daughter|brother|sister|wife|husband)\sof|once|formerly|fresh\sfrom)[^,.;]{3,90},(?=\s)"
    r"|\s\([^()]{2,60}\)(?=\s)"
)
_TAKING: Final = any_of("taking_part")
_A_PART: Final = any_of("a_part")
_IN_PARTS: Final = re.compile(
    rf",?\s(?:who\s)?(?:(?:also|both|all|each|briefly|then|later)\s)*{_TAKING}\s(?:[\w'’-]+\s){{0,6}}?{_A_PART}\b"
    rf"|\s(?:cast\s|featured\s|seen\s|appearing\s)?in\s(?:[\w'’-]+\s){{1,3}}?(?:roles|parts|cameos)\b"
)
_AWARDED: Final = re.compile(
    r"\s(?:(?:was|were|also|later|both|each|had|has|been)\s)*(?:nominated|won|wins|received|receives|garnered"
    r"|earned|awarded)\s[^.;]{0,80}?(?:\bBest\s(?:Supporting\s)?(?:Actor|Actress)\b"
    r"|\bfor\s(?:his|her|their)\s(?:\w+\s)?(?:performances?|roles?|portrayals?)\b"
    r"|(?P<wrote>\bBest\s[^.;]{0,30}?Screenplay\b))"
)
_PRIZE: Final = re.compile(r"(?:Awards?|Festival|Prizes?|Academy)$")  # "At the 4th Lantern Awards, it won"
_STARS: Final = re.compile(
    rf",?(?:\swho)?(?:\s(?:also|both|all|then|again|himself|herself))*{_DOES}(?:co-?stars?|stars?|starred|co-?starred"
    r"|headlines?|headlined|feature|topline|co-headline|leads?\sthe\scast|heads?\sthe\scast"
    r"|led\sthe\scast)(?=\s(?:in\sthe\s|in\sthis|as\s|opposite|alongside|with\s|together)|[.,;]|$"
    r"|\sin\s(?:the\s)?(?:film|movie|it|both))"
    r"|\sas\sthe\s(?:[\w-]+\s){0,2}(?:cast|stars|leads)(?=[.,;]|$)"
    r"|,?\s(?:also\s|only\s|briefly\s)?(?:appears?|appeared)\sin\s(?:one|two|several|a)\s(?:\w+\s)?scenes?\b"
    r"|,?\s(?:are|is|were|was)\s(?:also\s)?(?:featured|seen|cast)(?=[.,;]|$)|\salso\sappear(?:s|ed)?(?=[.,;]|$)"
    r"|\s(?:also\s)?return(?:s|ed)?\s(?=as\s|from\sthe\s(?:previous|first|original)\sfilm)|,?\s(?:(?:co-)?starring"
    r"|appearing)(?=\sas\s|[.,;]|$)"
    r"|,?\s(?:who\s)?(?:also\s)?(?:cameos?|cameoed|(?:appears?|appeared)\sbriefly)\b"
    r"|,?\s(?:also\s|briefly\s)?(?:appears?|appeared)\sin\s(?:the\s)?(?:film|movie|picture|it)\b"
)
_ACTED: Final = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?:film|screen|acting|feature|feature\sfilm|movie|on-screen|big-screen)\sdebuts?\b"
    r"|['’]s?\s(?:[\w-]+\s){0,2}?(?:first|last|final|earliest)\s(?:[\w-]+\s){0,3}?(?:roles?"
    r"|(?:film|screen|on-screen)\sappearances?)\b"
)
_LAST: Final = re.compile(
    r"['’]s?\s(?:last|final)\s(?:[a-z-]+\s){0,2}?(?:film|movie|picture)(?=[.,;]|$|\s(?:before|until|and)\b)"
)
_THIS_IS: Final = re.compile(r"\b(?:is|was|be)\s$")


def read_acting(text: str, names: list[Span], end: int) -> Iterator[Found]:
    """Credits of the names as actors, by the first way to say so that holds."""
    after = names[-1].end
    stars = _starring(text, after, end)
    if stars is None and (aside := RELATIVE.match(text, after, end)):
        after = aside.end()
        stars = _starring(text, after, end)
    if stars:
        for name, role in zip(names, _roles(text, names, stars.end(), end), strict=True):
            yield Found("actor", name, Span(names[0].start, stars.end()), "actor.subject", role, stars[0])
    elif plays := _PLAYS.match(text, after, end):
        yield from _playing(text, names, plays, end)
    elif awarded := _AWARDED.match(text, after, end):
        yield from _awarded(text, names, awarded)
    elif (last := _LAST.match(text, after, end)) and _THIS_IS.search(text, max(0, names[0].start - 12), names[0].start):
        yield Found("actor", names[-1], Span(names[-1].start, last.end()), "actor.last")
    elif acted := _ACTED.match(text, after, end):
        yield from (Found("actor", name, Span(names[0].start, acted.end()), "actor.debut") for name in names)


def _starring(text: str, after: int, end: int) -> re.Match[str] | None:
    return _STARS.match(text, after, end) or _IN_PARTS.match(text, after, end)


def _playing(text: str, names: list[Span], plays: re.Match[str], end: int) -> Iterator[Found]:
    """ "A plays X", and the rest of the cast that the verb opens."""
    told = names[-1:] if plays[0].startswith(", who") else names  # "between A and B, who plays X"
    roles = parts_of(text, role_at(text, plays.end(), end), end, len(told))
    for name, role in zip(told, roles, strict=True):
        yield Found("actor", name, Span(told[0].start, plays.end()), "actor.plays", role)
    yield from _others(text, roles[-1].end if roles[-1] else plays.end(), end)


def _awarded(text: str, names: list[Span], awarded: re.Match[str]) -> Iterator[Found]:
    """ "A and B were nominated for Best Actress", or for the best screenplay."""
    people = [name for name in names if not _PRIZE.search(text, name.start, name.end)]
    relation = "screenwriter" if awarded["wrote"] else "actor"
    for name in people[-1:] if awarded[0].startswith(" was") else people:
        yield Found(relation, name, Span(people[0].start, awarded.end()), f"{relation}.awarded")


def _roles(text: str, names: list[Span], after: int, end: int) -> list[Span | None]:
    """The role of each name: one that follows a single name, or as many as there are names."""
    lead = _AS.match(text, after, end)
    return parts_of(text, role_at(text, lead.end(), end) if lead else None, end, len(names))


def _others(text: str, position: int, end: int) -> Iterator[Found]:
    """The rest of a cast that one verb opens: "A plays X, with B as Y and C as Z"."""
    if lead := _WITH.match(text, position, end):
        for item in listed(text, lead.end(), end, cast=True):
            yield Found("actor", item.name, Span(lead.start(), item.end), "actor.plays", item.role, item.note)
    while gapped := _GAPPED.match(text, position, end):
        cue, name = Span(position, gapped.end()), Span(*gapped.span("name"))
        yield Found("actor", name, cue, "actor.plays", Span(*gapped.span("role")))
        position = gapped.end()
