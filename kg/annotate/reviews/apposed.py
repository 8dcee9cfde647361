"""Parts told in passing behind a name: names and the words behind them in, the part out ("A, the villain, …")."""

import re
from functools import cache
from typing import Final

from kg.annotate.reviews.figures import DETERMINER, cut, is_part, someone
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.roles import role_at
from kg.model import Span

_DOING_AS: Final = re.compile(  # "A knows which film this is, hamming it up as Holt"
    rf"[^{UPPER[1:-1]}.;:()]{{3,80}}?,\s[a-z]+ing\s(?:[^,.;()]{{0,30}}?\s)?as\s(?={DETERMINER}\s|{UPPER})"
)
_LATE_AS: Final = re.compile(  # "A flies in at half-time, as the husband who …"
    rf"[^{UPPER[1:-1]}.;:()]{{3,60}}?,\sas\s(?=(?:the|an?|his|her)\s|{UPPER})"
)
_STANDS: Final = re.compile(r"[,.;!]|\s(?:who|whose|with)\b|$")


def apposed(text: str, names: list[Span], end: int) -> Span | None:
    """The part in "A, the villain Holt, did …", "A laughs a lot, playing up as Holt", "A comes late, as the aunt"."""
    name = names[-1]
    if " " not in name.of(text):
        return None
    if match := _figure().match(text, name.end, end):
        return Span(*match.span("part"))
    if match := _DOING_AS.match(text, name.end, end) or _LATE_AS.match(text, name.end, end):
        part = cut(text, role_at(text, match.end(), end))
        return part if part and _is_someone(text, part, end) else None
    return None


def _is_someone(text: str, part: Span, end: int) -> bool:
    """Whether the words behind "as" are a part rather than a clause ("as the plot thickens")."""
    words = part.of(text)
    told = words[:1].isupper() or _figure_words().search(words)
    return bool(told and is_part(words) and _STANDS.match(text, part.end, end))


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        rf",\s(?P<part>the\s(?:[a-z-]+\s){{0,2}}?{someone()}(?:\s{NAME})?),\s(?!(?:and|or|the|an?|who|wrote|writes|direct(?:s|ed)"
        rf"|did|does|made|makes|shot|compose[sd]|produce[sd])\b)[a-z]"
    )


@cache
def _figure_words() -> re.Pattern[str]:
    return re.compile(rf"\b{someone()}$")
