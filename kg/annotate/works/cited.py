"""Other works that a text speaks of: sentence in; ties to them and the words that are theirs out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.annotate.nouns import Phrase
from kg.annotate.works.authorship import is_known
from kg.annotate.works.bearers import told_of_another
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.originals import read_remade
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import clause_end, director_behind, other_versions_end, tail_end, year_behind
from kg.annotate.works.tiecues import tie_cue
from kg.annotate.works.tying import relation_of, ties
from kg.lexis.lists import Item
from kg.lexis.names import NAME, is_company, names_in
from kg.lexis.titles import QUOTED, TITLE, YEAR
from kg.model import Kind, Span

_FRONTED: Final = re.compile(
    r"(?:(?:An?|The|Very|Loosely|Freely|Partly|Closely|Also|Adapted|Based)\s)?(?:[\w-]+\s){0,2}$"
)
_DIRECTOR: Final = re.compile(rf"\b(?:(?:directed|made|film)\sby|[Dd]irector)\s(?P<name>{NAME})")
_OWN: Final = re.compile(r"\s(?:his|her|their|the\s(?:same\s)?(?:director|film-?maker)['’]s(?:\sown)?)\s")
_HIS_OWN: Final = re.compile(r"\s(?:his|her|their)\s(?:\w+\s)?own\s")
_SIGNED: Final = re.compile(r"^,?\s(?:(?:is|was)\s)?(?:(?:\w+ly|and|who\sadapted\sit)\s)?$")  # "by A from her play"
_FURTHER: Final = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|,?\sas\swell\sas\s)(?:(?:also|partly|on|of|to|as|again|in|the\ssubsequent)\s)*"
    rf"(?=(?:the|an?|his|her|their|its)\s(?!film\s(?:is|was)\b)|{NAME}['’]s\s|{QUOTED}|{TITLE}\s\({YEAR}\)"
    rf"|(?<=\sas\s){TITLE}\sin\s{YEAR})"
)
_SUBJECT: Final = re.compile(rf"(?<![\w’'-])(?P<name>{NAME})(?:\shimself|\sherself)?\s$")  # "A had filmed it as"
_NEAR: Final = 40  # characters before a cue that may hold its subject
_AND_AS: Final = re.compile(r",?\sand\sas\s(?=[\"“A-Z])")
_RELATIVE: Final = re.compile(r",?\s(?:in\swhich|where|with|starring|which)\s")
_TOLD: Final = frozenset({"remake", "adaptation", "sequel"})  # cues of noun phrases: something in the sentence is one
_LISTED: Final = frozenset({"remake", "adaptation", "based", "sequel", "made", "filmed"})  # that "and" goes on with


def read_works(text: str, shadow: str, start: int, end: int, own: str) -> Iterator[Mentioned]:
    """The other works that a sentence speaks of, in order; `own` is the page's title, blotted out in `shadow`."""
    yield from read_remade(text, start, end)
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
    cue, said = Span(match.start(), match.end()), match.lastgroup or ""
    phrases = _phrases(text, match, start, end, own)
    elsewhere = said in _TOLD and told_of_another(match.string, start, cue.start, own)
    for phrase in phrases:
        relation, is_film = relation_of(said, phrase)
        stop = _scope_end(text, match, phrase, start, end, own) if phrase is phrases[-1] else phrase.end
        begin = (
            phrase.start if phrase is not phrases[0] else cue.end if phrases[1:] else _begin(text, cue, said, phrase)
        )
        scope = Span(begin, max(stop, begin + 1))
        yield Mentioned(relation, cue, phrase, scope, is_film, None, elsewhere, said)
        for twin in _twins(phrase):
            yield Mentioned(relation, cue, twin, Span(twin.start, twin.end), is_film, None, elsewhere, said)


def _begin(text: str, cue: Span, said: str, phrase: Phrase) -> int:
    """Where the words about a work begin; "A had made it in 1933 as" has its maker before the cue."""
    acts = said == "filmed" and "been" not in cue.of(text)
    match = _SUBJECT.search(text, max(0, cue.start - _NEAR), cue.start) if acts else None
    if match is None or phrase.makers or is_company(match["name"]):
        return cue.end
    if is_known(text, match["name"]):
        phrase.makers = [Item(Span(*match.span("name")), end=match.end("name"))]
    return match.start()


def _phrases(text: str, match: re.Match[str], start: int, end: int, own: str) -> list[Phrase]:
    """The phrases that name the works of one cue, none where it ties to nothing."""
    cue = Span(match.start(), match.end())
    fronted = bool(_FRONTED.match(text, start, cue.start))
    within = text.find(",", cue.end, end) if cue.of(text).casefold() == "in the" else -1  # "In the original, A is …"
    first = read_phrase(text, cue.end, end if within < 0 else within, own if fronted else "")
    if not ties(text, match, first, own):
        return []
    _own_work(text, start, cue, first)
    if director := director_behind(text, first, end):
        first.makers.append(Item(director, end=director.end))
    first.year = first.year or year_behind(text, first, end)
    return [first, *(_further(text, first, end) if match.lastgroup in _LISTED else ())]


def _twins(phrase: Phrase) -> Iterator[Phrase]:
    """The works that share a phrase: "the novels Flood and Ebb", "the films of 1921 and 1937"."""
    for title in phrase.siblings:
        yield Phrase(title.start, title.end, phrase.kind, phrase.noun, title, makers=phrase.makers)
    for year in phrase.years:
        yield replace(phrase, start=year.start, end=year.end, year=year, years=[], siblings=[])


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
            phrase.kind, phrase.noun = first.kind, first.noun
            phrase.makers = first.makers if first.signed else phrase.makers
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
    if match.lastgroup == "filmed" and (more := _AND_AS.search(text, phrase.end, end)):
        return more.start()
    if match.lastgroup in ("clause", "source", "filmed") or (
        match.lastgroup == "first" and not _RELATIVE.match(text, phrase.end)
    ):
        return clause_end(text, phrase.end, end)
    if match.lastgroup == "version":
        return other_versions_end(text, phrase.end, end)
    defines = bool(own) and own in text[start : match.start()]
    return tail_end(text, phrase, end, text[start : match.start()] if defines else None)
