"""What a cue of ties says with the phrase behind it: a match and a phrase in; whether it ties, and how, out."""

import re
from typing import Final

from kg.annotate.nouns import Phrase, works
from kg.lexis.names import is_company
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab import country_code

_STORIES: Final = re.compile(rf"{alternation(works()['story'])}s?")  # told of as a credit: "a story by A"
_SLIGHT: Final = frozenset(works()["slight"])
_CUT: Final = re.compile(rf"(?:\b{alternation(works()['cut'])}|\b(?:stage|radio|Broadway|comic|video\sgame))[\s-]$")
_THE: Final = re.compile(r"\b(?:the|this|that)\s(?:\w+\s)?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\sof\s(?:the|an?|his|her|\d{4}|[A-Z])")
_RETOLD: Final = re.compile(r"\b(?:adaptation|version|remake)s?$")
_OF_A_FIGURE: Final = re.compile(r"\b(?:characters?|roles?|parts?|persona|personality)\b[^,.;]{0,40}$")
_ITS_SEQUEL: Final = re.compile(rf",\s(?:{QUOTED}|{TITLE})(?:,|\s\({YEAR}\),?)\s(?:was|came|followed|appeared|will)\b")
_THE_FILM: Final = re.compile(r"\sthe\s(?:film|movie|picture),\s")
_NEAR: Final = 60  # characters before a cue that tell what it is said of
_RELATIONS: Final = {
    "remake": "remakeOf",
    "original": "remakeOf",
    "takes": "remakeOf",
    "moves": "remakeOf",
    "filmed": "remakeOf",
    "made": "remakeOf",
    "sequel": "sequelTo",
}


def ties(text: str, match: re.Match[str], phrase: Phrase, own: str) -> bool:
    """Whether the phrase behind a cue names a work that can be told from the page's own film."""
    cue, film = match.lastgroup, phrase.kind is Kind.MOVIE
    if cue in ("clause", "version", "first"):
        return True
    if cue == "original":
        return film and bool(phrase.makers or phrase.year or phrase.title)
    if cue in ("takes", "moves"):
        return bool(film and (phrase.title or phrase.makers) and (phrase.year or phrase.makers or phrase.country))
    if cue == "made":
        return _is_filmed_before(match, phrase)
    if cue == "filmed":
        told = next((g for g in ("filmed_year", "same_year") if match[g]), None)
        phrase.year = phrase.year or (Span(*match.span(told)) if told else None)
        return bool(phrase.title) and (film or phrase.kind is None)
    return _is_work(text, phrase) and not _is_no_tie(text, match, phrase, own)


def _is_filmed_before(match: re.Match[str], phrase: Phrase) -> bool:
    """Whether "previously filmed in 1938 as Ebb" names the film; one that it only dates is none."""
    if match["made_year"] and phrase.year is None:
        phrase.year = Span(*match.span("made_year"))
    sure = phrase.year is not None or not match[0].startswith(("first", "originally"))
    return sure and phrase.kind in (None, Kind.MOVIE) and phrase.named


def _is_work(text: str, phrase: Phrase) -> bool:
    """Whether the phrase tells which work it is, and is neither a company nor a story told of as a credit."""
    if phrase.kind is None:  # "a remake of the same name" is a later film
        quoted = phrase.quoted or phrase.year
        if phrase.title and country_code(phrase.title.of(text)):  # "a remake from Denmark"
            return False
        return bool(phrase.year or (phrase.title and (quoted or not is_company(phrase.title.of(text)))))
    if _RETOLD.search(phrase.noun) and _GOES_ON.match(text, phrase.end):  # the next cue tells of which work
        return bool(phrase.year and phrase.makers)
    written = phrase.kind is not Kind.MOVIE  # its words are its own, though no title tells which work it is
    told = phrase.tells_apart or phrase.country or written
    return bool(told) and (phrase.named or not _STORIES.fullmatch(phrase.noun))


def _is_no_tie(text: str, match: re.Match[str], phrase: Phrase, own: str) -> bool:
    """Whether the cue only seems to tie: to a person, to a cut of the page's own film, to its sequel."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if match.lastgroup == "based":
        return bool(_OF_A_FIGURE.search(before)) or _is_person(phrase)
    if match.lastgroup == "adaptation":
        vague = phrase.kind is None and match[0].startswith("version")
        apart = phrase.title and (phrase.year or phrase.country or phrase.language)
        return bool(_CUT.search(before) or vague) and not (vague and apart)
    if match.lastgroup == "inspired":
        return phrase.kind is None
    if match.lastgroup == "sequel" and (_THE_FILM.match(text, match.end()) or _ITS_SEQUEL.match(text, phrase.end)):
        return True  # "A sequel to the film, Ebb, …": Ebb is the later one
    same = phrase.title is not None and title_key(phrase.title.of(text)) == title_key(own)
    return same and not phrase.year and bool(_THE.search(before))


def _is_person(phrase: Phrase) -> bool:
    """Whether "based on A B" tells of a person: capitals alone, with nothing that makes a title of them."""
    return phrase.kind is None and not (phrase.year or phrase.makers or phrase.quoted or phrase.language)


def relation_of(cue: str, phrase: Phrase) -> tuple[str | None, bool]:
    """The tie that a cue states to a work of this kind, and whether the work is a film."""
    film = phrase.kind is Kind.MOVIE
    if cue in ("adaptation", "based", "source"):
        dated = phrase.kind is None and phrase.title and phrase.year and phrase.year.start > phrase.title.end
        country = phrase.country if cue == "adaptation" else None
        placed = phrase.language or country  # "taken from the Tamil High Water"
        foreign = phrase.kind is None and phrase.title and placed
        film = film or bool((dated and not phrase.makers) or foreign)
        return ("remakeOf" if film and phrase.noun.removesuffix("s") not in _SLIGHT else "basedOn"), film
    if cue == "inspired":
        return "basedOn", film
    film = film or phrase.kind is None
    relation = _RELATIONS.get(cue)
    if relation == "remakeOf" and not film:
        return "basedOn", film
    return (relation if film else None), film
