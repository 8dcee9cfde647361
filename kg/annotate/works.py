"""Other works that a text speaks of: sentence in; ties to them and the words that are theirs out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.annotate.phrases import COUNTRY, Phrase, read_phrase, works
from kg.annotate.tails import clause_end, other_versions_end, tail_end
from kg.lexis.lists import Item
from kg.lexis.names import NAME, is_company, names_in
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import alternation
from kg.model import Kind, Span

_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-]){NAME}['’]s\s(?:{YEAR}\s)?original(?=[,.;\s])"
    r"(?!\s(?:script|idea|story|screenplay|score|music|songs?|novel|play|book|plan|vision|intent|cut|plans)\b)"
)
_STORIES: Final = re.compile(rf"{alternation(works()['story'])}s?")  # told of as a credit: "a story by A"
_SLIGHT: Final = frozenset(works()["slight"])
_CUT: Final = re.compile(rf"(?:{alternation(works()['cut'])}|\b(?:stage|radio|Broadway|comic|video\sgame))[\s-]$")
_THE: Final = re.compile(r"\b(?:the|this|that)\s(?:\w+\s)?$", re.IGNORECASE)
_FRONTED: Final = re.compile(
    r"(?:(?:An?|The|Very|Loosely|Freely|Partly|Closely|Also|Adapted|Based)\s)?(?:[\w-]+\s){0,2}$"
)
_OWN: Final = re.compile(r"\s(?:his|her|their)\s(?:own\s|\w+\s)?$|\s(?:his|her|their)\sown\s")
_FURTHER: Final = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s|,?\sas\swell\sas\s)(?:(?:also|partly|on|the\ssubsequent)\s)*(?=(?:the|an?|his|her"
    rf"|their|its)\s(?!film\s(?:is|was)\b)|{NAME}['’]s\s|{QUOTED}|{TITLE}\s\({YEAR}\))"
)
_FIRST_MADE: Final = re.compile(
    rf"\b(?:[Oo]riginally|[Ff]irst)\s(?:filmed|made|shot)\s(?:in\s{COUNTRY}\s)?[^.;,]{{0,30}}?by\s(?P<name>{NAME})"
)
_GOES_ON: Final = re.compile(r"\sof\s(?:the|an?|his|her|\d{4}|[A-Z])")
_OF_A_FIGURE: Final = re.compile(r"\b(?:characters?|roles?|parts?|persona|personality)\b[^,.;]{0,40}$")
_THE_FILM: Final = re.compile(r"\sthe\s(?:film|movie|picture),\s")
_RELATIONS: Final = {"remake": "remakeOf", "original": "remakeOf", "takes": "remakeOf", "sequel": "sequelTo"}


@dataclass(slots=True)
class Mentioned:
    """Another work as found in one sentence: what ties it (None when only mentioned), its phrase, and its words.

    `same_as` is the title that "of the same name" repeats where that is not the title of the page's own film.
    """

    relation: str | None
    cue: Span
    phrase: Phrase
    scope: Span
    is_film: bool
    same_as: Span | None = None


def read_works(text: str, shadow: str, start: int, end: int, own: str) -> Iterator[Mentioned]:
    """The other works that a sentence speaks of, in order; `own` is the page's title, blotted out in `shadow`."""
    yield from _possessed(text, start, end)
    yield from _first_made(text, start, end)
    position = start
    titled: Span | None = None
    while match := _trigger().search(shadow, position, end):
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
    phrases = [read_phrase(text, cue.end, end, own if fronted else "")]
    if not _accepted(text, match, phrases[0], own):
        return
    _own_work(text, start, cue, phrases[0])
    if match.lastgroup in ("remake", "adaptation", "based", "sequel"):
        phrases += _further(text, phrases[0], end)
    for phrase in phrases:
        relation, is_film = _relation(match.lastgroup or "", phrase)
        stop = phrase.end
        if phrase is phrases[-1]:
            stop = _scope_end(text, match, phrase, start, end, own)
        begin = cue.end if phrase is phrases[0] else phrase.start
        yield Mentioned(relation, cue, phrase, Span(begin, max(stop, begin + 1)), is_film)
        for title in phrase.siblings:
            twin = Phrase(title.start, title.end, phrase.kind, phrase.noun, title, makers=phrase.makers)
            yield Mentioned(relation, cue, twin, title, is_film)


def _accepted(text: str, match: re.Match[str], phrase: Phrase, own: str) -> bool:
    """Whether the phrase behind a cue names a work that can be told from the page's own film."""
    cue, before = match.lastgroup, text[max(0, match.start() - 24) : match.start()]
    if cue in ("clause", "version"):
        return True
    if cue == "original":
        return phrase.kind is Kind.MOVIE and bool(phrase.makers or phrase.year or phrase.country)
    if cue == "takes":
        return phrase.kind is Kind.MOVIE and bool(phrase.title and (phrase.year or phrase.makers))
    if not (phrase.kind and (phrase.tells_apart or phrase.country)) and not (phrase.title or phrase.year):
        return False
    if phrase.title and not (phrase.kind or phrase.year or phrase.quoted) and is_company(phrase.title.of(text)):
        return False
    if _GOES_ON.match(text, phrase.end):  # "B's adaptation of the novel": the next cue tells which work
        return False
    if cue == "based" and (_OF_A_FIGURE.search(text, max(0, match.start() - 60), match.start()) or _is_person(phrase)):
        return False
    if cue == "sequel" and _THE_FILM.match(text, match.end()):  # "A sequel to the film, …": a later one
        return False
    if phrase.kind is None and phrase.same_name and not phrase.year:  # "a remake of the same name" is a later film
        return False
    if _STORIES.fullmatch(phrase.noun) and phrase.title is None and not phrase.same_name:
        return False
    if cue == "adaptation" and (_CUT.search(before) or (phrase.kind is None and match[0].startswith("version"))):
        return bool(phrase.kind is None and phrase.year and phrase.title)
    if cue == "inspired" and phrase.kind is None:
        return False
    same = phrase.title is not None and title_key(phrase.title.of(text)) == title_key(own)
    return not (same and not phrase.year and _THE.search(before))


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
    if phrase.makers or phrase.kind not in (Kind.BOOK, Kind.WORK) or not _OWN.match(text, cue.end):
        return
    named = [m for m in names_in(text, start, cue.start) if " " in m[0]]
    if named:
        phrase.makers = [Item(Span(*named[-1].span()), end=named[-1].end())]


def _further(text: str, first: Phrase, end: int) -> list[Phrase]:
    """The works that a list goes on with: "…, the 1931 film of the same name, and the 1940 film Flood"."""
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
    if match.lastgroup in ("clause", "source"):
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


def _first_made(text: str, start: int, end: int) -> Iterator[Mentioned]:
    """ "Originally filmed in France by Ana Ruiz, with A as B, …": an earlier film of the same story."""
    for match in _FIRST_MADE.finditer(text, start, end):
        maker = Item(Span(*match.span("name")), end=match.end())
        phrase = Phrase(match.start(), match.end(), Kind.MOVIE, "film", makers=[maker])
        scope = Span(match.start(), other_versions_end(text, match.end(), end))
        yield Mentioned(None, Span(*match.span()), phrase, scope, True)


@cache
def _trigger() -> re.Pattern[str]:
    lists = {name: alternation(words) for name, words in works().items()}
    degree = r"(?:partly|in\spart|loosely|largely|very\sloosely|closely|both|freely|directly)"
    written = (
        r"(?:novel|novella|book|bestseller|best-seller|play|memoir|short\sstory|short\sstories|comic"
        r"|comic\sbook|graphic\snovel|musical|opera|poem|serial|autobiography|biography|magazine\sstories"
        r"|stories)s?\b"
    )
    film = r"(?:film|version|adaptation|picture|movie|original)"
    older = r"(?:old|older|original|earlier|other|previous|classic|silent)"
    groups = {
        "source": r"\b[Ii]ts\ssource,(?=\s)",
        "version": rf"\b[Tt]he\s(?=(?:(?:{older}|{COUNTRY}|{YEAR})\s){{1,2}}(?:one|{film}),?\s(?:with|starring)\s)",
        "clause": rf"(?:^|(?<=[.;,]\s)|(?<=\bwhile\s)|(?<=\band\s)|(?<=\bbut\s))(?:[Tt]he|[Ii]ts)\s(?=(?:(?:earlier"
        rf"|original|previous|older|first)\s(?:\w+\s)?{film}"
        rf"|{YEAR}\s(?:[\w-]+\s){{0,2}}?{film})(?:\s(?:by|of|in|from)\s[^,.;]{{3,40}}?)?\s(?:was|were|had"
        rf"|starred|featured)\b)"
        rf"|\b[Ii]n\sthe\s(?={COUNTRY}\soriginal\s)",
        "original": rf"\b[Tt]he\s(?=(?:(?:original|earlier)\s(?:[\w-]+\s){{0,2}}?(?:version|film|movie)\b|(?:{YEAR}"
        rf"|{COUNTRY})\s(?:[\w-]+\s)?original)\b)",
        "takes": r"\b(?:takes|took)(?=\s[^.;]{5,80}?\sand\s(?:turns|moves|transplants|relocates|sets|makes"
        r"|transposes|updates|hands)\s)",
        "remake": rf"\b(?i:{lists['remake']})\s(?:of|to|from)(?=\s)(?!\s{YEAR}(?:[,.;)]|\s(?:is|was|has|had|with"
        rf"|starring)\b))",
        "adaptation": rf"\b(?i:{lists['adaptation']})\s(?:of|to|from)(?=\s)",
        "based": rf"\b(?i:based\s(?:{degree}\s)?(?:up)?on|{lists['based']})(?:\s{degree})?(?=\s)|\b(?:from"
        rf"|after)(?=\s(?:the|an?|his|her|(?:{NAME}['’]s?))\s(?:(?:own"
        rf"|{YEAR})\s)?(?:[\w-]+\s){{0,2}}?{written})",
        "inspired": rf"\b(?i:{lists['inspired']})(?=\s)",
        "sequel": rf"\b(?i:{lists['sequel']})\s(?:to|of)(?=\s)"
        rf"|(?<!and\s)\b[Ii]ts\s(?=(?:{YEAR}\s)?predecessor,?\s[A-Z\"“])",
        "other": rf"\b(?i:{lists['other']})\s(?:to|of)(?=\s)",
        "made": r"\b(?i:previously|earlier|already|first|twice|originally)\s(?:been\s)?(?:filmed|adapted|made"
        r"|brought\sto\sthe\sscreen)(?:\s(?:for\sthe\sscreen|as|into\sa\sfilm|into))+(?=\s)",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))
