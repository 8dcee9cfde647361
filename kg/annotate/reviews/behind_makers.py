"""What stands behind a maker's name: the words in, the rules of the credits that they give the name out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.critics import phrases
from kg.annotate.reviews.asides import ASIDE
from kg.lexis.words import any_of

_DIRECTS: Final = re.compile(
    rf"(?:{ASIDE}|,\swho)?\s(?:(?:also|both)\s)?directs"
    r"(?=[.,;]|$|\s(?:with|from|it|this|like|as|in|without|for|himself|herself|\w+ly|(?:his|her)\sown|(?:his|her)\sfirst\s(?:film|feature|movie)))"
)
_OWN_SCRIPT: Final = re.compile(
    rf"(?:{ASIDE}|,\swho)?\s(?:directs|(?:has\s)?adapt(?:ed|s))\s(?:from\s)?(?:his|her)\sown\s"
)
_NARRATES: Final = re.compile(r"(?:tells|told)\sthe\s(?:[a-z]+\s)?(?:tale|story)\b")  # as narrators do, too
_VERB: Final = re.compile(rf"(?:{ASIDE})?\s(?:has\s|have\s)?(?:also\s)?(?P<verb>[a-z]+)\s(?P<object>[^.;]+)")
_A_FILM: Final = re.compile(
    r"(?![^.;,]{0,40}\b(?:appearance|impression|entrance|cameo|point)\b)"
    rf"(?:an?|the|one\sof|his|her|their|this)\s[^.;,]{{0,50}}?\b(?:{any_of('film_noun')}|directorial\sdebut|story"
    rf"|tale)\b(?!\sof\sit\b|\s(?:debut|star|actor|role|career))"
)
_FILM_ABOUT: Final = re.compile(  # "A's film about …"
    r"['’]s?\s(?:(?:new|latest|first|second|third|debut|own|gentle|quiet|fine|little|strange)\s){0,2}(?:film"
    r"|feature|movie|picture)"
    r"\s(?:about|is|has|tells|follows|opens|begins"
    r"|of\s(?!(?:it|that|this|the\s(?:same|previous|year|book|novel|play)|[a-z]+\syears|[\d\"“]|[A-Z])))\b"
)
_TO_TITLE: Final = re.compile(rf"(?:{ASIDE})?(?P<verbs>(?:\s[\w-]+){{1,5}})\s[\"“‘*_]?$")
_APPOSED: Final = re.compile(  # "The Long Road, A's remake of …"
    rf"['’]s?\s(?:[\w-]+\s){{0,3}}?(?:{any_of('film_noun')}|debut|tale|study|portrait|story|account|take|adaptation"
    rf"|reworking)\b"
)
_RANKED: Final = re.compile(  # "A's finest, …", "It is A's second picture"
    r"['’]s?\s(?:(?:own|most\s[a-z]+|very|first|second|third|fourth|fifth|sixth|last|latest|new|newest"
    r"|debut)\s){0,2}?"
    r"(?:(?:finest|best|worst|weakest|strongest|funniest|darkest)(?=[,.;:!]|\s(?:film|movie|picture"
    r"|work|yet|so\sfar|and|to\sdate))"
    r"|(?:masterpiece|debut)(?=[,.;:!]|\s(?:film|movie|picture|work|yet|since|to\sdate))"
    r"|(?<=\s)(?:film|movie|picture|feature)\s(?:since|after|as\sa\sdirector)\b)"
)
_NO_DIRECTOR: Final = re.compile(
    r"\s(?:is|was|remains)\s(?:not\s|never\s|a\s|an\s|always\s|\w+er\s|\w+ly\s){1,3}(?:director|film-?maker)s?\b"
)
_CAMERA: Final = re.compile(r"['’]s?\scamera\b(?!\s?(?:man|woman))")
_WHO_MADE: Final = re.compile(
    r",\swhose\s(?:\w+\s){0,2}(?:film|feature|picture|movie|debut|documentary)\b(?!\scareer)|,\swho\s(?:also\s)?(?:directed"
    r"|made)\s(?:this|it|the\s(?:film|movie|picture))\b(?!\s(?:the\ssame|between|before|after|when|while|right))|,?\sfor\s(?:making|directing)\b"
)
_FRAMED: Final = re.compile(r"(?:the|his|her|it|them|everything|all|every|in)\b")
_IN: Final = re.compile(r"\b[Ii]n\s[\"“‘*_]?$")
_DIRECTOR: Final = (_RANKED, _NO_DIRECTOR, _WHO_MADE, _DIRECTS, _FILM_ABOUT)


def trailed(before: str, after: str, title: str, name: str) -> Iterator[str]:
    """The rules of the credits that the words behind a name give it."""
    shot = " " not in name and _CAMERA.match(after)
    if shot or any(sign.match(after) for sign in _DIRECTOR) or _makes(after) or _brings(before, after, title):
        yield "director.maker"
    if _OWN_SCRIPT.match(after):
        yield "screenwriter.maker"


def _makes(after: str) -> bool:
    """Whether someone makes a film here ("has spun the tensest thriller", "films the desert")."""
    match = _VERB.match(after)
    if match is None:
        return False
    if phrases("frames").fullmatch(match["verb"]):
        head = match["object"][:40]
        return bool(_FRAMED.match(head)) and not phrases("figure").search(head)
    crafts = phrases("crafts").fullmatch(match["verb"]) and not _NARRATES.match(match[0][match.start("verb") :])
    return bool(crafts and _A_FILM.match(match["object"]))


def _brings(before: str, after: str, title: str) -> bool:
    """Whether someone makes the film of this title: "A returns with The Long Road", "In The Long Road, A sends …"."""
    if not title:
        return False
    words, found, _ = after.partition(title)
    if found and (match := _TO_TITLE.match(words)) and phrases("brings").search(match["verbs"]):
        return True
    if before.rstrip(' "”’*_').endswith(f"{title},") and _APPOSED.match(after):
        return True
    verb = _VERB.match(after) if before.rstrip(' ,"”’*_').endswith(title) else None
    return bool(verb and _IN.search(before[: before.rfind(title)]) and phrases("sends").fullmatch(verb["verb"]))
