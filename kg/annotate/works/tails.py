"""Where a text stops speaking of another work: the phrase that names the work in, the end of what hangs on it out."""

import re
from typing import Final

from kg.annotate.nouns import Phrase
from kg.lexis.lists import listed
from kg.lexis.names import NAME
from kg.lexis.titles import YEAR
from kg.model import Kind, Span

_TRADE: Final = r"(?:co-)?(?:directed|made|helmed|written|produced|adapted|scripted|shot|photographed|scored|edited)"
_RELATIVE: Final = re.compile(r"(?:,\s|\s)(?:which|that|who|in\swhich|where|itself)\s")
_ITS_OWN: Final = re.compile(r"(?:,\s|\s)(?:which|that|in\swhich|where|itself)\s")  # "who" is its author
_WHOSE: Final = re.compile(rf",?\swhose\s(?:writer(?:-|\sand\s))?director,?\s(?:was\s)?(?P<name>(?!the\s){NAME})")
_WHOSE_CAST: Final = re.compile(  # "whose stars were A and B", "whose cast was led by A"
    r",?\swhose\s(?:stars|leads|leading\splayers|principals)\s(?:were|are|had\sbeen)\s|,?\swhose\scast\s(?:was|is)\sled\sby\s"
)
_WHOSE_PART: Final = re.compile(
    rf",?\swhose\s[^,.;]{{3,40}}?\s(?:was|were|had\sbeen)\s(?:played|taken|voiced)\sby\s{NAME}"
)
_MADE_BY: Final = re.compile(rf"\s(?:was|were|is|had\sbeen)\s(?:also\s|originally\s)?{_TRADE}\b")
_MADE_IN: Final = re.compile(
    r",?\s(?:(?:which|that)\s(?:was|had\sbeen)\s|(?=released|made|filmed|shot))(?:directed|made|released|filmed"
    r"|shot|produced)"
    rf"[^.;,]{{0,50}}?\sin\s(?P<year>{YEAR})"
)
_PARTICIPLE: Final = re.compile(
    rf",?\s(?:also\s|originally\s)?(?:(?P<made>{_TRADE}(?:(?:,\s|,?\sand\s){_TRADE})*\sby)"
    r"|with\s(?:music|a\sscore|a\sscript|a\sscreenplay|songs)\sby|(?P<cast>starring|featuring"
    r"|(?<!,\s)with))\s(?:and\sstarring\s)?"
)
_AND_SO_ON: Final = re.compile(r",?\sand(?=\s(?:starring|featuring|written|produced|directed)\s)")
_TOLD_MADE: Final = re.compile(r"\b(?:directed|made|helmed)\b(?:,?\s(?:and\s)?[\w-]+){0,4}?\sby\b")
_TOLD_CAST: Final = re.compile(r"\b(?:starring|featuring|stars|with)\b")
_ALSO_BY: Final = re.compile(
    r",?\s(?:(?:and|also)\s)*(?:written|drawn|illustrated|composed|created|penned|published|edited"
    r"|first\spublished)\sby\s"
)
_BREAK: Final = (
    r";\s|,\s(?:but|though|although|while|whereas|so|for\swhich)\b|,?\s(?:and|but)\s(?:is|has|stars|features"
    r"|follows|tells"
    r"|marks|also\sstars|it|the\sfilm|here|keeps|where|serves|served|became)\s|,\s(?:the\s(?:film|movie|picture"
    r"|story)|it|this|he|she|here)\b"
)
_PARTICIPLES: Final = r"|,\s(?:and\s)?(?:was\s|were\s)?(?:starring|directed|written|produced|released|stars|with|set)\b"
_RESUMES: Final = re.compile(_BREAK + _PARTICIPLES)
_GOES_ON: Final = re.compile(_BREAK)
_CLAUSE: Final = re.compile(
    r";\s|,\s(?:but|while|whereas|although|though|and\s(?:here|it|the\s(?:film|original)|this|in\sthis))\b|\s(?:and"
    r"|but)\shere\b"
)
_OTHER_VERSION: Final = re.compile(
    r";\s|,\s(?:but|while|although|though|the|it|this|and\s(?:the|it|he|she)|you|I)\b|\s(?:you|I)\s(?:may|might"
    r"|will)\b"
)


def tail_end(text: str, phrase: Phrase, end: int, before: str | None) -> int:
    """The end of the relative clauses and participles that belong to the work which `phrase` names.

    `before` is what the sentence says of the page's own film before the cue, where it tells what that film is: "X is
    a 1939 remake of Y directed by A" goes on with X, unless X has its director already. None in any other sentence.
    """
    position = phrase.end
    if phrase.kind not in (None, Kind.MOVIE):
        while (by := _ALSO_BY.match(text, position, end)) and (names := listed(text, by.end(), end)):
            position = names[-1].end
        relative = _ITS_OWN.match(text, position, end)
        return resumed(text, relative.end(), end) if relative else position
    while participle := _PARTICIPLE.match(text, position, end):
        names = listed(text, participle.end(), end, cast=True) if _hangs_on(participle, before) else []
        if not names:
            break
        position = names[-1].end
        if more := _AND_SO_ON.match(text, position, end):
            position = more.end()
    if whose := _WHOSE_PART.match(text, position, end):
        return whose.end()
    if (cast := _WHOSE_CAST.match(text, position, end)) and (names := listed(text, cast.end(), end, cast=True)):
        return names[-1].end
    if _WHOSE.match(text, position, end):  # what follows is as like to be told of the page's film
        return position
    relative = _RELATIVE.match(text, position, end)
    return resumed(text, relative.end() - 1, end) if relative else position


def director_behind(text: str, phrase: Phrase, end: int) -> Span | None:
    """ "…, whose director, A, …": the name, for a film."""
    match = _WHOSE.match(text, phrase.end, end) if phrase.kind in (None, Kind.MOVIE) else None
    return Span(*match.span("name")) if match else None


def year_behind(text: str, phrase: Phrase, end: int) -> Span | None:
    """ "…, which had been directed by A in 1951": the year, for a film."""
    match = _MADE_IN.match(text, phrase.end, end) if phrase.kind in (None, Kind.MOVIE) else None
    return Span(*match.span("year")) if match else None


def _hangs_on(participle: re.Match[str], before: str | None) -> bool:
    if before is None:
        return True
    return bool((_TOLD_CAST if participle["cast"] else _TOLD_MADE).search(before))


def resumed(text: str, position: int, end: int) -> int:
    """Where the text comes back to the page's own film after a clause on another work."""
    goes_on = _MADE_BY.match(text, position, end)
    match = (_GOES_ON if goes_on else _RESUMES).search(text, position, end)
    return match.start() if match else end


def clause_end(text: str, position: int, end: int) -> int:
    """The end of a clause whose subject is another work: "The 1979 version was directed by A; this one …"."""
    match = _CLAUSE.search(text, position, end)
    return match.start() if match else end


def passing_end(text: str, position: int, end: int) -> int:
    """The end of what is said of a film that is mentioned in passing."""
    match = _GOES_ON.search(text, position, end)
    return match.start() if match else end


def other_versions_end(text: str, position: int, end: int) -> int:
    """The end of what is said of another version in passing: "the old one, with A as B and C as D"."""
    match = _OTHER_VERSION.search(text, position, end)
    return match.start() if match else end
