"""Sentences that go on about another film, or about no film: sentences in, the scopes that they add out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.works.tails import clause_end
from kg.annotate.works.told import NO_FILM, Told, free
from kg.annotate.works.versions import with_versions
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR
from kg.model import Film, Kind, Scope, Sentence, Span, Thing

_GOES_ON: Final = re.compile(
    r"(?:But\s|And\s)?(?:[Ii]n\sthat\s(?:one|film|movie|version|picture)|[Tt]hat\sone\b)"
    r"|(?!.*\bthis\b)[^.;]{3,60}?(?<!who)\s(?:directed|wrote|made|shot|produced|photographed)\sthat\s(?:one|film|version|picture)\b"
    rf"|{NAME}\s(?:played|had|took|was)\s[^.;,]{{2,40}}?\sthere\.?$"
)
_ELSEWHERE: Final = re.compile(
    r"(?:A|An|The|Its|Another)\s(?:[\w-]+\s){0,3}?(?:television|TV|radio|stage|web|Broadway)\s"
    r"(?:series|show|version|play|musical|adaptation|spin-off|sitcom|production|drama)\b"
    r"|(?:The\s)?[Ss]econd[\s-]unit\b"
)
_VERSION: Final = re.compile(  # "A told the same story in 1962", "In A's 1969 version", "In 1997 the German cast"
    r"[^;]{0,60}?\b(?:told|filmed|made|did|shot|adapted)\s(?:the\ssame|this|that|the)\s"
    rf"(?:story|tale|material|novel|book|play)\b[^.;]{{0,30}}\bin\s(?P<told>{YEAR})"
    rf"|In\s{NAME}['’]s\s(?:(?P<of>{YEAR})|original)\s(?:\w+\s)?(?:version|film|original)\b"
    rf"|In\s(?P<year>{YEAR})\sthe\s[^.;]{{0,40}}\b(?:cast|version|original)\b"
)
_STRETCHES: Final = (
    prefiltered(  # "The original "Ebb," released in 1962, had A", "The 1998 Danish one had A"
        rf"\b[Tt]he\s(?:(?P<year>{YEAR})\s)?(?:(?:original|old|older|earlier|{COUNTRY})\s){{0,2}}"
        rf"(?:(?<=original\s)(?:{QUOTED}|{TITLE})|film|version|one|movie|picture)"
        rf"(?:\s\((?P<behind>{YEAR})\))?,?\s(?:which\s|that\s|who\s)?"
        r"(?:released|directed|made|starred|starring|featured|had)\b"
    ),
    prefiltered(  # "first told in 1937 by A, with B", "A did this better in 1998 with B"
        r"\b(?:(?:first|already|previously)\s(?:told|filmed|made)|(?:did|had\sdone|done)\s(?:this|it))\s"
        rf"(?:\w+\s){{0,2}}?in\s(?P<year>{YEAR})\b"
    ),
)
_ORIGINAL: Final = re.compile(r"[Tt]he\soriginal\b|In\s.*\soriginal\s")


def with_passages(told: Told, text: str, sentences: Sequence[Sentence], main: Film) -> tuple[Scope, ...]:
    """The scopes of ties and mentions with those of whole sentences and stretches about other films, in order."""
    scopes = [*told.scopes, *_passages(text, sentences, told.scopes)]
    original = told.remade_by(main.thing)
    scopes += _earlier(text, sentences, scopes, main.year, original)
    return tuple(sorted(with_versions(told, text, sentences, scopes, main)))


def _passages(text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope]) -> Iterator[Scope]:
    """ "In that one the brothers were played by …", "A television series, starring …", "Second unit work was …"."""
    for number, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        if _ELSEWHERE.match(text, start, end):
            yield Scope(sentence.span, NO_FILM)
        elif number and _GOES_ON.match(text, start, end):
            within = Span(sentences[number - 1].span.start, start)
            told = [s for s in scopes if s.span in within and s.film.kind is Kind.MOVIE]
            if told:
                yield Scope(sentence.span, max(told, key=lambda s: s.span).film)


def _earlier(
    text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope], own: str | None, original: Thing | None
) -> Iterator[Scope]:
    """What goes on about a version made before, of another year than the page's `own`.

    It is the original's where the page has one; otherwise nobody's, since it is not the page's film's.
    """
    for sentence in sentences:
        if stretch := _stretch(text, sentence.span, own):
            yield from (Scope(span, original or NO_FILM) for span in free(stretch, scopes))


def _stretch(text: str, sentence: Span, own: str | None) -> Span | None:
    """A sentence that begins with another version, or a clause about one."""
    if (whole := _VERSION.match(text, sentence.start, sentence.end)) and _is_another(whole, own):
        return sentence
    clauses = (pattern.search(text, sentence.start, sentence.end) for pattern in _STRETCHES)
    match = next((clause for clause in clauses if clause and _is_another(clause, own)), None)
    return Span(match.start(), clause_end(text, match.end(), sentence.end)) if match else None


def _is_another(match: re.Match[str], own: str | None) -> bool:
    """Whether words tell of an original by that name, or of a film of another year."""
    year = next((year for year in match.groupdict().values() if year), None)
    return year != own if year else bool(_ORIGINAL.match(match[0]))
