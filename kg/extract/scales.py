"""The scale of a page's marks that give none themselves: page and marks in, the best mark out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kg.extract.marks import STARS, Mark
from kg.model import Datatype, Page, Value

_STATED: Final = re.compile(
    r"(?:/\s?|\b(?:out\s)?of\s|\b[01]\s?(?:to|-|–|\.{2,3})\s?|\bone\sto\s)(?P<top>100|10|20|4|5|four|five|ten)\b(?![.,/]?\d|\s?[%\]])"
    r"(?!\s(?:reviews?|ratings?|votes?|people|users?|members?|pages?)\b)",
    re.IGNORECASE,
)
_WORDS: Final = {"four": "4", "five": "5", "ten": "10"}
_STAR: Final = re.compile(rf"[{STARS}♡*]|\bstars?\b", re.IGNORECASE)
_TOPS: Final = (5, 10, 20, 100)
_FEWEST: Final = 2  # marks that let a scale be told by their size


def top_of(page: Page, marks: Sequence[Mark]) -> Value | None:
    """The best mark of the scale of `marks`: what the page states most often, else the least usual one that fits them.

    None where all marks give their own, or too few are there to tell.
    """
    bare = [mark for mark in marks if not mark.top]
    if not bare:
        return None
    most = max(float(mark.value.text) for mark in bare)
    text = page.document.text
    stated = Counter(_WORDS.get(match["top"].casefold(), match["top"]) for match in _STATED.finditer(text))
    fitting = [top for top, _ in stated.most_common() if float(top) >= most]
    starred = all(_STAR.search(mark.span.of(text)) for mark in bare)
    if starred or fitting:
        usual = [top for top in fitting if not starred or top in ("4", "5")]
        return _whole(usual[0] if usual else "5") if usual or most <= 5 else None
    fit = [top for top in _TOPS if top >= most] if len(bare) >= _FEWEST else []
    return _whole(str(fit[0])) if fit else None


def _whole(top: str) -> Value:
    return Value(top, Datatype.INTEGER)
