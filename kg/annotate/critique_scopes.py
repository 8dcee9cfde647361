"""Sentences that go on about another film, or about no film: sentences in, the scopes that they add out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.lexis.names import NAME
from kg.lexis.titles import YEAR
from kg.model import Kind, Scope, Sentence, Span, Thing

_NO_FILM: Final = Thing(Kind.WORK, "craft")  # its credits are nobody's here
_GOES_ON: Final = re.compile(r"(?:But\s|And\s)?(?:[Ii]n\sthat\s(?:one|film|movie|version|picture)|[Tt]hat\sone\b)")
_ELSEWHERE: Final = re.compile(
    r"(?:A|An|The|Its|Another)\s(?:[\w-]+\s){0,3}?(?:television|TV|radio|stage|web|Broadway)\s"
    r"(?:series|show|version|play|musical|adaptation|spin-off|sitcom|production|drama)\b"
    r"|(?:The\s)?[Ss]econd[\s-]unit\b"
)


_VERSION: Final = re.compile(  # "A told the same story in 1962", "In A's 1969 version", "In 1997 the German cast"
    rf"[^;]{{0,60}}?\b(?:told|filmed|made|did|shot|adapted)\s(?:the\ssame|this|that|the)\s(?:story|tale|material|novel|book|play)\b[^.;]{{0,30}}\bin\s{YEAR}"
    rf"|In\s{NAME}['’]s\s(?:{YEAR}|original)\s(?:\w+\s)?(?:version|film|original)\b|In\s{YEAR}\sthe\s[^.;]{{0,40}}\b(?:cast|version|original)\b"
)


def read_scopes(text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope]) -> Iterator[Scope]:
    """ "In that one the brothers were played by …", "A television series, starring …", "Second unit work was …"."""
    for number, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        if _ELSEWHERE.match(text, start, end) or _is_version(text, sentence.span, scopes):
            yield Scope(sentence.span, _NO_FILM)
        elif number and _GOES_ON.match(text, start, end):
            within = Span(sentences[number - 1].span.start, start)
            told = [s for s in scopes if s.span in within and s.film.kind is Kind.MOVIE]
            if told:
                yield Scope(sentence.span, max(told, key=lambda s: s.span).film)


def _is_version(text: str, sentence: Span, scopes: Sequence[Scope]) -> bool:
    """Whether a sentence tells of an earlier version of the film of which nothing else in it is known."""
    return bool(_VERSION.match(text, sentence.start, sentence.end)) and not any(
        s.span.overlaps(sentence) for s in scopes
    )
