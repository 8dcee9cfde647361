"""The title by what is said of it though no sentence defines it: sentences in, the title's span out."""

import re
from collections.abc import Sequence
from typing import Final, TypeGuard

from kg.annotate.films.defining import NOT_TITLES, OPENING
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import any_of
from kg.model import Document, Sentence, Span

_VERBS: Final = re.compile(
    r"\s(?:stars?|starred|won|received|premiered|contains|follows|tells|depicts|takes\splace|has\sbeen|had|went\son"
    r"|features|uses|centers|centres|focuses|opened|was|is|were|chronicles|explores|concerns|marks|marked|deals"
    r"|documents|recounts|revolves|earned|grossed|became|would|also|aired|ran|begins|opens|ends|shows|offers|boasts"
    r"|includes"
    r"|garnered|made)\b"
)
_REMAKES: Final = re.compile(  # "Ebb (1995), directed by Ada Holt, remakes", "Ebb (1995) was adapted from"
    rf"(?:\s\({YEAR}\))?(?:,[^.;]{{3,80}}?,)?\s(?:remakes|reworks|retells|transplants|(?:is"
    rf"|was)\s(?:\w+\s){{0,2}}?(?:remake|remade|adapted|based)\b)"
)
_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-])(?P<title>{TITLE})\s?['’]s\s(?:[a-z]+\s){{0,3}}?(?:film|story|plot|performance|role|release"
    rf"|production|soundtrack|cast|director|screenplay|score|ending|premiere|success|assignment|sequel|script"
    rf"|cinematography|lead)"
)
_MADE: Final = re.compile(
    rf"(?:(?<=,\s)|(?<=^)|(?<=[.!?]\s))(?P<title>{TITLE})\s(?:was|is|were)\s(?:\w+ly\s)?(?:co-)?(?:directed|written"
    rf"|produced|filmed|shot|released"
    r"|made|distributed|scripted|edited|adapted)\b"
)
_APPOSED: Final = re.compile(
    rf"(?:^|(?<=[\s:(]))(?P<title>{QUOTED}|{TITLE}),\s(?:an?|the|his|her"
    rf"|(?={YEAR}))\s?(?:[\w'’-]+\s){{0,6}}?{any_of('film_noun')}\b"
)
_TITLE: Final = re.compile(TITLE)
_FIRST: Final = 2  # sentences


def subject_title(document: Document, sentences: Sequence[Sentence]) -> Span | None:
    """The subject of a first sentence whose verb only films take, or a title with its description or owner."""
    text = document.text
    for sentence in sentences[:_FIRST]:
        start, end = sentence.span.start, sentence.span.end
        if opening := OPENING.match(text[start:end]):
            start += opening.end()
        if _is_told_of(match := _TITLE.match(text, start, end), end):
            return Span(*match.span())
        for pattern in (_MADE, _APPOSED, _POSSESSED):
            if found := pattern.search(text, start, end):
                title = Span(*found.span("title"))
                return unquoted(text, title) if pattern is _APPOSED else title
    return None


def _is_told_of(title: re.Match[str] | None, end: int) -> TypeGuard[re.Match[str]]:
    """Whether a verb that only films take stands behind a title."""
    if title is None or NOT_TITLES.match(title[0]):
        return False
    return any(verb.match(title.string, title.end(), end) for verb in (_VERBS, _REMAKES))
