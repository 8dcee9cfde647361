"""Sentences that tell a film from another in other words than "remake of": "lifted from", "its model was", "retells".

The word that says so and the phrase that names the other film may stand apart; only a phrase that calls it a film and
tells which one it is will do.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import Phrase, works
from kg.annotate.works.bearers import told_of_another
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.phrases import read_phrase
from kg.annotate.works.tails import clause_end, tail_end, year_behind
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR
from kg.lexis.words import alternation
from kg.model import Kind, Span

_STORY: Final = r"(?:plot|story|storyline|script|screenplay|scenario|premise|material)"
_TAKEN: Final = prefiltered(  # "The plot is lifted almost whole from", "A adapted the script from"
    rf"\b(?:(?:{_STORY}(?:\sof\s[^.;,]{{2,40}}?)?|[Ii]t|film|movie|picture|which)\s(?:(?:is|was|were"
    rf"|had\sbeen)\s)?(?:[a-z-]+\s){{0,3}}?{alternation(works()['taken_over'])}"
    rf"|(?:{alternation(works()['taken_over'])}|took|takes|taking)\s(?:the|its|their|his|her)\s{_STORY})\b(?=[^.;]{{0,60}}?\s(?:from|on"
    r"|after|off|of)\s)"
)
_MODEL: Final = prefiltered(  # "its model was", "The original is"
    r"\b(?:[Ii]ts|[Tt]he|whose|[Tt]he\s(?:film|movie"
    rf"|picture)['’]s)\s(?:[a-z-]+\s){{0,2}}?{alternation(works()['taken_model'])}"
    r"(?:,\s[^,.;]{3,40},)?\s(?:is|was|being|had\sbeen)(?=\s)"
)
_RETELLS: Final = prefiltered(rf"\b{alternation(works()['retells'])}\b(?=\s|,)")
_NEXT: Final = re.compile(
    rf"(?<=\s)(?=(?:the|an?|his|her|their)\s|{YEAR}\s|{NAME}['’]s?\s|{QUOTED}|{TITLE}\s\({YEAR}\))"
)
_REACH: Final = 140  # characters from the word to the phrase
_BREAK: Final = re.compile(r"[.;](?:\s|$)|,\s(?:but|while|although|though|which|who|and\s(?:it|the\sfilm))\s")
_OF_A_PART: Final = re.compile(rf"\b{alternation(works()['film_part'])}s?\b[^.;,]{{0,40}}$")
_DISTANT: Final = re.compile(rf"\b{alternation(works()['film_part'])}s?\b|\b(?:unlike|than|like|not|never)\b")


def read_retellings(text: str, start: int, end: int, own: str) -> Iterator[Mentioned]:
    """The films that a sentence says the page's `own` film is made from."""
    for pattern in (_TAKEN, _MODEL, _RETELLS):
        for match in pattern.finditer(text, start, end):
            if _OF_A_PART.search(text, max(start, match.start() - 60), match.start()):
                continue
            if phrase := _film_behind(text, match.end(), end, at_once=pattern is _MODEL):
                phrase.year = phrase.year or year_behind(text, phrase, end)
                elsewhere = told_of_another(text, start, match.start(), own)
                over = clause_end(text, phrase.end, end) if pattern is _MODEL else tail_end(text, phrase, end, None)
                scope = Span(phrase.start, max(over, phrase.end))
                yield Mentioned("remakeOf", Span(match.start(), phrase.start), phrase, scope, True, elsewhere=elsewhere)


def _film_behind(text: str, start: int, end: int, at_once: bool) -> Phrase | None:
    """The first phrase behind a place that names a film, in the same clause; `at_once` allows no words before it."""
    over = _BREAK.search(text, start, end)
    stop = min(over.start() if over else end, start + _REACH)
    for place in _NEXT.finditer(text, start, stop):
        between = text[start : place.start()]
        if (at_once and between.strip()) or _DISTANT.search(between):
            return None
        phrase = read_phrase(text, place.start(), end)
        if phrase.title and _is_film(phrase):
            return phrase
        if phrase.kind is Kind.BOOK or (phrase.kind is Kind.WORK and (phrase.makers or phrase.quoted)):
            return None  # it is a book that the film is made from
    return None


def _is_film(phrase: Phrase) -> bool:
    """Whether a phrase calls what it names a film, or dates it as one."""
    apart = phrase.year or phrase.makers or phrase.country or phrase.language
    dated = phrase.kind is None and phrase.year and not (phrase.makers or phrase.quoted)
    return bool((phrase.kind is Kind.MOVIE and apart) or dated)
