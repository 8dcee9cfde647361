"""What a sentence may call a character: its words in, noun phrases and names out; what stands around them must decide.

Determiners, possessives and "as" open a noun phrase: "the weary detective", "Holt's brother", "as widow". Where a verb
may have slipped in ("the widow sees"), the phrase without it is given, too.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.annotate.credits.characters import character, figure
from kg.annotate.critics import phrases
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, names_in
from kg.model import Span

_OPENS: Final = re.compile(
    r"(?<![\w’'-])(?i:an?|the|that|this|another|some|his|her|their|its|our|my)\s"
    r"|(?<=\w)['’]s?\s|\b(?:as|plays?|played|playing|portrays|portraying)\s(?=[a-z])"
)
_STOPS: Final = (
    r"(?:who|whom|whose|which|that|while|when|where|in|on|at|to|with|for|from|by|and|or|but|is|was|are|were|be|been|as"
    r"|has|have|had|of|than|like|into|about|after|before|so|if|not|it|he|she|they|him|them|an?|the|his|her|their|its"
    r"|our|my|this|there|here|does|do|did|can|could|will|would|may|must|should|never|always|only|just|then|also|too"
    r"|until|because|though|although|over|under|out|up|off|through|against|between|opposite|plays?|played|playing)"
)
_LOWER: Final = rf"(?!{_STOPS}\b)[a-zà-ÿ](?:[\w-]|['’](?!s\b))*"
_WORD: Final = rf"(?:{_LOWER}|{UPPER}[\w-]+)"
_PHRASE: Final = re.compile(
    rf"(?P<plain>(?:{_WORD},?\s(?={_WORD})){{0,4}}?{_LOWER})(?![\w’-]|\s{_LOWER})(?:\s(?P<name>{NAME}))?"
)
_APPOSED: Final = re.compile(rf",\s{NAME}(?=[,.;:!?)]|$)")  # "the boss, Anna"
_OWNS: Final = ("'s", "’s")  # a name before these is not whom the words are about
_EMPTY: Final = re.compile(
    r"^(?:most|more|very|so)\b|\b(?:ones?|two|three|both|same|usual|such|something|anything|OK|other)$"
)
_VERBAL: Final = re.compile(r"(?<=\w)\s[\w-]+(?:[^su]s|ed)$")


class Candidate(NamedTuple):
    """Words that may name a part; `opener` is what made them a phrase, "" of a mere name."""

    span: Span
    opener: str
    name: str  # what the part is called


def candidates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Everything in these words that may name a character, a span once."""
    told = [Candidate(span, opener, called(span.of(text))) for span, opener in _phrases(text, start, end)]
    told = [made for made in told if made.name and not _EMPTY.search(made.name)]
    names = [Span(*name.span()) for name in names_in(text, start, end) if not text.startswith(_OWNS, name.end())]
    told += [
        Candidate(span, "", called(span.of(text))) for span in names if not any(span in other.span for other in told)
    ]
    yield from {made.span: made for made in told if made.name}.values()


def called(words: str) -> str:
    """What a part of these words is called: its name, else the figure; "" where they are no part's."""
    return "" if phrases("no_part").search(words, words.rfind(" ") + 1) else character(words) or figure(f"the {words}")


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Noun phrases with what opens them: whole with the name at their end, without it, and without a verb."""
    for opens in _OPENS.finditer(text, start, end):
        if phrase := _PHRASE.match(text, opens.end(), end):
            opener = opens[0].strip().casefold()
            plain = Span(*phrase.span("plain"))
            if not phrase["name"] and (apposed := _APPOSED.match(text, plain.end, end)):
                yield Span(plain.start, apposed.end()), f"{opener},"
            if phrase["name"]:
                yield Span(plain.start, phrase.end()), opener
            yield plain, opener
            if verb := _VERBAL.search(text, plain.start, plain.end):
                yield Span(plain.start, verb.start()), opener
