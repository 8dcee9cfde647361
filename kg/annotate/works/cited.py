"""Other works that a text speaks of: sentence in; ties to them and the words that are theirs out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.annotate.nouns import COUNTRY, Phrase, works
from kg.annotate.works.bearers import told_of_another
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import clause_end, director_behind, other_versions_end, tail_end, year_behind
from kg.annotate.works.tiecues import tie_cue
from kg.lexis.lists import Item
from kg.lexis.names import NAME, is_company, names_in
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, unquoted
from kg.lexis.words import alternation
from kg.model import Kind, Span

_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-]){NAME}['’]s\s(?:{YEAR}\s)?original(?=[,.;\s])"
    r"(?!\s(?:script|idea|story|screenplay|score|music|songs?|novel|play|book|plan|vision|intent|cut|plans)\b)"
)
_STORIES: Final = re.compile(rf"{alternation(works()['story'])}s?")  # told of as a credit: "a story by A"
_SLIGHT: Final = frozenset(works()["slight"])
_CUT: Final = re.compile(rf"(?:\b{alternation(works()['cut'])}|\b(?:stage|radio|Broadway|comic|video\sgame))[\s-]$")
_THE: Final = re.compile(r"\b(?:the|this|that)\s(?:\w+\s)?$", re.IGNORECASE)
_FRONTED: Final = re.compile(
    r"(?:(?:An?|The|Very|Loosely|Freely|Partly|Closely|Also|Adapted|Based)\s)?(?:[\w-]+\s){0,2}$"
)
_DIRECTOR: Final = re.compile(rf"\b(?:(?:directed|made|film)\sby|[Dd]irector)\s(?P<name>{NAME})")
_OWN: Final = re.compile(r"\s(?:his|her|their|the\s(?:same\s)?(?:director|film-?maker)['’]s(?:\sown)?)\s")
_HIS_OWN: Final = re.compile(r"\s(?:his|her|their)\s(?:\w+\s)?own\s")
_SIGNED: Final = re.compile(r"^,?\s(?:(?:is|was)\s)?(?:(?:\w+ly|and|who\sadapted\sit)\s)?$")  # "by A from her play"
_FURTHER: Final = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|,?\sas\swell\sas\s)(?:(?:also|partly|on|of|to|as|again|in|the\ssubsequent)\s)*"
    rf"(?=(?:the|an?|his|her|their|its)\s(?!film\s(?:is|was)\b)|{NAME}['’]s\s|{QUOTED}|{TITLE}\s\({YEAR}\)|(?<=\sas\s){TITLE}\sin\s{YEAR})"
)
_FIRST_MADE: Final = prefiltered(
    rf"\b(?:[Oo]riginally|[Ff]irst)\s(?:filmed|made|shot)\s(?:in\s{COUNTRY}\s)?[^.;,]{{0,30}}?by\s(?P<name>{NAME})"
)
_OF_WHICH: Final = prefiltered(
    r",?\sof\swhich\s(?:it|this)\s(?:(?:film|movie|picture|one)\s)?(?:is|was)\s(?:an?|the)\s(?:[\w-]+\s){0,3}?remake\b"
    rf"(?:,\s(?P<title>{QUOTED}|{TITLE}[^,.;()]{{0,30}})(?=[,.;(]))?"
)
_ARTICLE: Final = re.compile(rf"\b(?:the|an?|with|from|to|than|in)\s(?={NAME}['’]|\d|[a-z])")
_OWNED: Final = re.compile(
    rf"(?<![\w’'-])(?={NAME}['’]s?\s(?:{YEAR}\s)?(?:{QUOTED}|{TITLE}))[^\s]+\s[^\s]+['’]s?(?=\s)"
)
_REACH: Final = 250  # characters around the word "remake"
_GOES_ON: Final = re.compile(r"\sof\s(?:the|an?|his|her|\d{4}|[A-Z])")
_RETOLD: Final = re.compile(r"\b(?:adaptation|version|remake)s?$")
_OF_A_FIGURE: Final = re.compile(r"\b(?:characters?|roles?|parts?|persona|personality)\b[^,.;]{0,40}$")
_RELATIVE: Final = re.compile(r",?\s(?:in\swhich|where|with|starring|which)\s")
_ITS_SEQUEL: Final = re.compile(rf",\s(?:{QUOTED}|{TITLE})(?:,|\s\({YEAR}\),?)\s(?:was|came|followed|appeared|will)\b")
_THE_FILM: Final = re.compile(r"\sthe\s(?:film|movie|picture),\s")
_TOLD: Final = frozenset({"remake", "adaptation", "sequel"})  # cues of noun phrases: something in the sentence is one
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


@dataclass(slots=True)
class Mentioned:
    """Another work as found in one sentence: what ties it (None when only mentioned), its phrase, and its words.

    `same_as` is the title that "of the same name" repeats where that is not the title of the page's own film; what is
    told `elsewhere` is not told of that film. `said` is the kind of cue, a group of `tie_cue`.
    """

    relation: str | None
    cue: Span
    phrase: Phrase
    scope: Span
    is_film: bool
    same_as: Span | None = None
    elsewhere: bool = False
    said: str = ""


def read_works(text: str, shadow: str, start: int, end: int, own: str) -> Iterator[Mentioned]:
    """The other works that a sentence speaks of, in order; `own` is the page's title, blotted out in `shadow`."""
    yield from _possessed(text, start, end)
    yield from _first_made(text, start, end)
    yield from _of_which(text, start, end)
    position = start
    titled: Span | None = None
    while match := tie_cue().search(shadow, position, end):
        position = match.end()
        for found in _told(text, match, start, end, own):
            if found.phrase.same_name and titled and not _returns(text, titled.end, found.cue.start, own):
                found.same_as = titled
            titled = found.phrase.title or titled
            position = max(position, found.phrase.end)
            yield found


def _told(text: str, match: re.Match[str], start: int, end: int, own: str) -> Iterator[Mentioned]:
    """What one cue says: the work behind it, and those that "and" adds to it."""
    cue = Span(match.start(), match.end())
    fronted = bool(_FRONTED.match(text, start, cue.start))
    within = text.find(",", cue.end, end) if cue.of(text).casefold() == "in the" else -1  # "In the original, A is …"
    phrases = [read_phrase(text, cue.end, end if within < 0 else within, own if fronted else "")]
    if not _accepted(text, match, phrases[0], own):
        return
    _own_work(text, start, cue, phrases[0])
    if director := director_behind(text, phrases[0], end):
        phrases[0].makers.append(Item(director, end=director.end))
    if phrases[0].year is None and (year := year_behind(text, phrases[0], end)):
        phrases[0].year = year
    if match.lastgroup in ("remake", "adaptation", "based", "sequel", "made", "filmed"):
        phrases += _further(text, phrases[0], end)
    elsewhere = match.lastgroup in _TOLD and told_of_another(match.string, start, cue.start, own)
    for phrase in phrases:
        relation, is_film = _relation(match.lastgroup or "", phrase)
        stop = phrase.end
        if phrase is phrases[-1]:
            stop = _scope_end(text, match, phrase, start, end, own)
        begin = cue.end if phrase is phrases[0] else phrase.start
        scope = Span(begin, max(stop, begin + 1))
        yield Mentioned(relation, cue, phrase, scope, is_film, None, elsewhere, match.lastgroup or "")
        for title in phrase.siblings:
            twin = Phrase(title.start, title.end, phrase.kind, phrase.noun, title, makers=phrase.makers)
            yield Mentioned(relation, cue, twin, title, is_film, None, elsewhere, match.lastgroup or "")
        for year in phrase.years:
            twin = replace(phrase, start=year.start, end=year.end, year=year, years=[], siblings=[])
            yield Mentioned(relation, cue, twin, year, is_film, None, elsewhere, match.lastgroup or "")


def _accepted(text: str, match: re.Match[str], phrase: Phrase, own: str) -> bool:
    """Whether the phrase behind a cue names a work that can be told from the page's own film."""
    cue, film = match.lastgroup, phrase.kind is Kind.MOVIE
    if cue in ("clause", "version", "first"):
        return True
    if cue == "original":
        return film and bool(phrase.makers or phrase.year)
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
        return bool(_CUT.search(before) or vague) and not (vague and phrase.year and phrase.title)
    if match.lastgroup == "inspired":
        return phrase.kind is None
    if match.lastgroup == "sequel" and (_THE_FILM.match(text, match.end()) or _ITS_SEQUEL.match(text, phrase.end)):
        return True  # "A sequel to the film, Ebb, …": Ebb is the later one
    same = phrase.title is not None and title_key(phrase.title.of(text)) == title_key(own)
    return same and not phrase.year and bool(_THE.search(before))


def _is_person(phrase: Phrase) -> bool:
    """Whether "based on A B" tells of a person: capitals alone, with nothing that makes a title of them."""
    return phrase.kind is None and not (phrase.year or phrase.makers or phrase.quoted)


def _relation(cue: str, phrase: Phrase) -> tuple[str | None, bool]:
    """The tie that a cue states to a work of this kind, and whether the work is a film."""
    film = phrase.kind is Kind.MOVIE
    if cue in ("adaptation", "based", "source"):
        dated = phrase.kind is None and phrase.title and phrase.year and phrase.year.start > phrase.title.end
        film = film or bool(dated and not phrase.makers)
        return ("remakeOf" if film and phrase.noun.removesuffix("s") not in _SLIGHT else "basedOn"), film
    if cue == "inspired":
        return "basedOn", film
    film = film or phrase.kind is None
    relation = _RELATIONS.get(cue)
    if relation == "remakeOf" and not film:
        return "basedOn", film
    return (relation if film else None), film


def _own_work(text: str, start: int, cue: Span, phrase: Phrase) -> None:
    """ "a film by A, based on her own memoir": the author is the person named last."""
    if phrase.makers or not phrase.kind or not _OWN.match(text, cue.end):
        return
    if phrase.kind is Kind.MOVIE:
        directors = list(_DIRECTOR.finditer(text, 0, cue.start))
        phrase.makers = [Item(Span(*m.span("name")), end=m.end()) for m in directors[-1:]]
        return
    named = [m for m in names_in(text, start, cue.start) if " " in m[0]]
    if named and (_HIS_OWN.match(text, cue.end) or _SIGNED.search(text[named[-1].end() : cue.start])):
        phrase.makers = [Item(Span(*named[-1].span()), end=named[-1].end())]


def _further(text: str, first: Phrase, end: int) -> list[Phrase]:
    """The works that a list goes on with: "…, a film of 1931 by that name and the later Flood"."""
    found = [first]
    while more := _FURTHER.match(text, found[-1].end, end):
        phrase = read_phrase(text, more.end(), end)
        dated = phrase.title and phrase.year and phrase.kind is None
        if dated:
            phrase.kind, phrase.noun, phrase.makers = (
                first.kind,
                first.noun,
                first.makers if first.signed else phrase.makers,
            )
        if not dated and not (phrase.kind and (phrase.title or phrase.same_name)):
            break
        found.append(phrase)
    return found[1:]


def _returns(text: str, start: int, end: int, own: str) -> bool:
    """Whether the text speaks of the page's film again between two places."""
    return bool(re.search(r"\b(?:it|film|movie)\s(?:is|was)\b", text[start:end])) or bool(
        own and own in text[start:end]
    )


def _scope_end(text: str, match: re.Match[str], phrase: Phrase, start: int, end: int, own: str) -> int:
    """Where the text stops speaking of the other work."""
    if match.lastgroup in ("clause", "source") or (
        match.lastgroup == "first" and not _RELATIVE.match(text, phrase.end)
    ):
        return clause_end(text, phrase.end, end)
    if match.lastgroup == "version":
        return other_versions_end(text, phrase.end, end)
    defines = bool(own) and own in text[start : match.start()]
    return tail_end(text, phrase, end, text[start : match.start()] if defines else None)


def _possessed(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Ana Ruiz's original": the film that the page's own film remakes."""
    if "original" not in text[start:end]:
        return
    for match in _POSSESSED.finditer(text, start, end):
        span = Span(*match.span())
        yield Mentioned("remakeOf", span, read_phrase(text, match.start(), match.end()), span, True)


def owned_title(text: str, near: int) -> Phrase | None:
    """ "Ana Ruiz's Ebb" near the word "remake": the one title there that a full name owns."""
    found = (
        read_phrase(text, m.start(), m.end() + _REACH)
        for m in _OWNED.finditer(text, max(0, near - _REACH), near + _REACH)
    )
    titled = [phrase for phrase in found if phrase.title and phrase.makers]
    return titled[0] if len(titled) == 1 else None


def _of_which(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Ana Ruiz's film of 1931, of which this is a remake": the phrase that ends where the clause begins."""
    for match in _OF_WHICH.finditer(text, start, end):
        at = next((p.end() for p in reversed(list(_ARTICLE.finditer(text, start, match.start())))), None)
        phrase = read_phrase(text, at, match.start()) if at is not None else None
        if phrase and phrase.kind is Kind.MOVIE and phrase.tells_apart:
            if match["title"] and phrase.title is None:
                phrase.title = unquoted(text, Span(*match.span("title")))
            scope = Span(phrase.start, match.start())
            yield Mentioned("remakeOf", Span(phrase.start, match.end()), phrase, scope, True)


def _first_made(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Originally filmed in France by Ana Ruiz, with A as B, …": an earlier film of the same story."""
    for match in _FIRST_MADE.finditer(text, start, end):
        maker = Item(Span(*match.span("name")), end=match.end())
        phrase = Phrase(match.start(), match.end(), Kind.MOVIE, "film", makers=[maker])
        scope = Span(match.start(), other_versions_end(text, match.end(), end))
        yield Mentioned(None, Span(*match.span()), phrase, scope, True)
