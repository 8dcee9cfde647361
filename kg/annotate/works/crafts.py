"""Credits of what is no film: sentence in; songs, games, stage versions … and the words that speak of them out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import works
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.words import alternation
from kg.model import Span

_MADE: Final = (
    r"(?:co-)?(?:written|composed|produced|directed|sung|performed|played|arranged|edited|shot|designed|voiced"
    r"|created|staged|drawn|choreographed|conducted|narrated|published|recorded|dubbed)"
)
_THING: Final = alternation(works()["no_film"])
_BY: Final = rf"(?:{_MADE}(?:,?\s(?:and\s)?)?)+\sby\s"
_CREDITED: Final = prefiltered(
    rf"\b{_THING}s?\b(?:\sof\sthe\s(?:film|title))?(?:\s[\"“‘][^\"”’]+[\"”’])?(?:\sby\s[^,.;]{{3,60}})?,?"
    rf"(?:\s(?:which|that|who))?(?:\s(?:is|was|were|are|had\sbeen|being))?\s(?:also\s)?(?={_BY})",
    re.IGNORECASE,
)
_MADE_OF_IT: Final = prefiltered(
    rf"\b{_THING}\s(?:that|which)\s{NAME}\s[a-z]+\s(?:of|from|after|out\sof)\s(?:it|the\sfilm)\b", re.IGNORECASE
)
_END: Final = re.compile(r";|,\s(?:and|while|but)\s(?:the|it|he|she)\b|,\swho\salso\s(?!s[aiu]ng)")


def read_crafts(text: str, start: int, end: int) -> Iterator[Span]:
    """ "The theme song was written by A and B and sung by C": the stretches whose credits are none of the film's."""
    for pattern in (_CREDITED, _MADE_OF_IT):
        for match in pattern.finditer(text, start, end):
            stop = _END.search(text, match.end(), end)
            yield Span(match.start(), stop.start() if stop else end)
