"""What stands before an actor's name: the words in; what casts the name behind them, and the part in them, out."""

import re
from typing import Final, TypeAlias

from kg.annotate.reviews.asides import EPITHET
from kg.annotate.reviews.figures import DETERMINER, NOUNS, PART, is_part
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.roles import role_at
from kg.model import Span

Casting: TypeAlias = tuple[Span, Span | None]  # the words that cast someone, and the part in them
_HUNG_ON: Final = r"(?:\s(?:in|of|from|at)\s(?:an?|the|his|her)\s[a-z][\w'’-]*)?"  # "a woman in a window"
_CLAUSE: Final = r"(?:^|[.;:,—–]\s|\b(?:and|but|while|where|with)\s)"
_ELDER: Final = (
    r"\bthe\s(?:(?:old|first|original|earlier|silent)\s(?:one|film|version|movie)|original|[A-Z][a-z]+\sversion),?"
)
_AS_BEFORE: Final = re.compile(
    rf"(?:^As|[,;:—–]\sas|\b(?:and|but|while"
    rf"|with),?\sas)\s(?P<part>[^.;()]{{3,90}}?),\s{EPITHET}$"
)
_AS_IS_BEFORE: Final = re.compile(  # "Opposite him as the widow is A"
    rf"\b(?:[Aa]s|in\sthe\s(?:role|part)\sof)\s(?P<part>[^.;()]{{3,60}}?)\s(?:is|are|was|we\s(?:have|get)|comes"
    rf"|stands)\s{EPITHET}$"
)
_IS_BEFORE: Final = re.compile(
    rf"{_CLAUSE}(?P<part>{PART})(?:\s(?:who|that|whom)\s[^.;,]{{3,60}},?)?(?:,?\s(?:an?"
    rf"|the)\s[^.;,]{{3,60}},)?\s(?:is|are|was|were)\s(?:of\scourse\s"
    rf"|none\sother\sthan\s)?{EPITHET}(?:\w+,\s)?$"
)
_BRACKET_BEFORE: Final = re.compile(
    rf"\b(?P<part>(?i:{DETERMINER})\s[\"“‘]?{NOUNS}(?:\s{NAME})?[\"”’]?{_HUNG_ON})\s\((?:(?:played"
    rf"|voiced)\sby\s)?{EPITHET}$"
)
_PLAYED_BEFORE: Final = re.compile(
    rf"(?:{_CLAUSE}|\b(?:does|do|is|are|has)\s)(?P<part>{PART})(?:,\s[^.;]{{2,70}},|,|\s(?:to|who|whom|that|of|in"
    rf"|from)\s[^,.;]{{2,70}})?"
    r"\s(?:(?:is|was|are|were)\s)?(?:[a-z]+ly\s)?(?:played|voiced|portrayed)\s(?:[a-z]+ly\s|here\s|(?:at"
    rf"|as)\s[\w-]+\s(?:[\w-]+\s)?)?by\s{EPITHET}$"
)
_SOMEHOW_BEFORE: Final = re.compile(  # "who is played, with real bite, by the dancer A"
    rf"\b(?:is|was|are|were)\s(?:also\s)?(?:played|voiced|portrayed),\s[^.;()]{{3,60}}?,\sby\s{EPITHET}$"
)
_VOICED_BEFORE: Final = re.compile(rf"(?:^|[;:]\s)(?:Voiced|Played|Portrayed)\s(?:[a-z]+\s){{0,6}}?by\s{EPITHET}$")
_PLAYED_TOO_BEFORE: Final = re.compile(  # "A is played by B, and C by D"
    r"\b(?:played|voiced|portrayed)\s(?:(?:at|as)\s[\w-]+\s)?by\s.*?,?\sand\s(?:(?:at|as)\s[\w-]+"
    rf"|(?P<part>[^,.;()]{{3,50}}?))\sby\s{EPITHET}$"
)
_HAS_BEFORE: Final = re.compile(
    rf"\b(?:(?:[Ii]t|film|movie|picture|one)\s(?:also\s)?has|has\scast|have\scast|casts|gives\sus"
    rf"|got)\s{EPITHET}(?:(?:[a-z]+,\s)+[a-z]+\s)?$"
)
_EPITHETED_BEFORE: Final = re.compile(  # "Nils (the then unknown A)"
    rf"(?<![\w’'-])(?P<part>{NAME})\s\((?:(?:played|voiced)\sby\s)?(?:an?|the)\s(?:[a-z-]+,?\s){{1,3}}$"
)
_WENT_BEFORE: Final = re.compile(
    r"\b(?:part|role|it)\s(?:\w+ly\s|then\s|in\sthe\send\s)?(?:went|goes|fell)\sto\s"
    rf"(?:(?:[\w'’-]+\s){{1,4}}?[a-z]+,\s|{EPITHET})$"
)
_HERO_BEFORE: Final = re.compile(
    r"\b(?:[Oo]ur\s(?:hero|heroine)|out-?acts|in\sthe\s(?:person|shape|form|guise|figure)\sof)\s(?:the\s[a-z]+\s)?$"
    r"|\b[Ii]n\sthe\s(?:role|part|performance)\sof\s(?:a|his|her)\s(?:lifetime|life|career),?\s$"
)
_IS_PLAYED_BEFORE: Final = re.compile(  # "… and he's played by a young A", "a man called Holt and is played by A"
    rf"(?:\b(?:called|named)\s(?P<part>{NAME})(?:\s\([^()]+\))?\sand|\b(?:[Hh]e|[Ss]he))(?:['’]s|\s(?:is|was))\s"
    rf"(?:played|voiced|portrayed)\sby\s{EPITHET}$"
)
_AS_WELL_BEFORE: Final = re.compile(  # "Her priest is A; her manager, B"
    rf"\b(?:is|was|are)\s(?:[a-z]+\s){{0,3}}{NAME}[;,]\s(?:and\s)?(?P<part>{PART}),\s{EPITHET}$"
)
_WHOM_BEFORE: Final = re.compile(rf"(?P<part>(?:{DETERMINER}\s|{UPPER})[^,.;()]{{2,40}}?),?\swhom?\s$")
_LISTED_BEFORE: Final = re.compile(rf"\bas\s(?:the|an?|his|her)\s{NOUNS},?\sand\s{EPITHET}$")  # "A as the widow and B"
_ELDER_BEFORE: Final = re.compile(rf"{_ELDER}\swith\s{EPITHET}$")
_BEFORE: Final = (  # each with what has to stand there for it to match, which is quicker to see
    ("s ", _AS_BEFORE),
    (" ", _IS_BEFORE),
    ("as ", _AS_IS_BEFORE),
    ("(", _BRACKET_BEFORE),
    ("by ", _PLAYED_BEFORE),
    ("by ", _PLAYED_TOO_BEFORE),
    ("by ", _SOMEHOW_BEFORE),
    ("by ", _IS_PLAYED_BEFORE),
    ("by ", _VOICED_BEFORE),
    ("who", _WHOM_BEFORE),
    (" ", _HAS_BEFORE),
    (" ", _HERO_BEFORE),
    ("(", _EPITHETED_BEFORE),
    (" to ", _WENT_BEFORE),
    (", ", _AS_WELL_BEFORE),
    ("as ", _LISTED_BEFORE),
    ("with ", _ELDER_BEFORE),
)
ELDER_FILM: Final = re.compile(rf"{_ELDER}\swith\b|^[Ii]n\sthat\s(?:one|film|version|movie)\b")
_PLAYING_IT: Final = re.compile(r"\b(?:plays?|playing|played|portrays|portraying|as)\s$")


def led(before: str, offset: int, makes: bool) -> Casting | None:
    """What makes the name behind these words, which begin at `offset`, an actor's: the words, and the part in them.

    Of someone who `makes` the film too, that it has them does not say that they act.
    """
    for needed, pattern in _BEFORE:
        if needed not in before or (makes and pattern is _HAS_BEFORE) or not (match := pattern.search(before)):
            continue
        if pattern is _BRACKET_BEFORE and _PLAYING_IT.search(before[: match.start()]):  # "A plays a jerk (Holt)"
            continue
        cue = Span(offset + match.start(), offset + match.end())
        if match.groupdict().get("part") is None:
            return cue, None
        part = Span(*match.span("part"))
        if pattern is _AS_BEFORE:
            part = role_at(before, part.start, part.end) or part
        if is_part(part.of(before)):
            return cue, Span(offset + part.start, offset + part.end)
    return None
