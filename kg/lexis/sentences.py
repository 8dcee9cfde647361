"""A stretch of text in, the spans of its sentences out; no sentence crosses a line end."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexis.letters import LOWER, UPPER
from kg.model import Span

_ABBREVIATION: Final = re.compile(
    rf"(?:^|[\s(\"“])(?:{UPPER}|(?:{UPPER}\.)+{UPPER}|Mr|Mrs|Ms|Dr|St|Ste|Jr|Sr|vs|Vol|No|Prof|Gen|Col|Capt|Lt|Sgt"
    rf"|Rev|Hon|Maj|Cpl|Pvt"
    r"|Inc|Ltd|Co|Corp|Bros|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|cf|e\.g|i\.e|feat|[Dd]ir|ed"
    r"|Wm|Geo|Chas|Hrs)\.$"
)
_MIDDLE: Final = re.compile(rf"\s(?:{UPPER}|(?:{UPPER}\.)+{UPPER})\.$")
_AFTER_SUFFIX: Final = re.compile(r"\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|Hrs|[ap]\.m|U\.S|U\.K|Vol)\.$")
_TITLE_SO_FAR: Final = re.compile(  # "Oh, God! Book II": the mark belongs to a title
    rf"^[\"“‘']?(?:(?:{UPPER}|\d)[\w'’,-]*\s?(?:(?:of|the|a|in|and|to|for|on)\s)*){{1,5}}[!?.…]$"
)
_ENDS_A_WORD: Final = re.compile(rf"{LOWER}{{2}}\.$|\d\.$")
_NO_END: Final = re.compile(r"\b(?:www|St)\.?")
_OPENS: Final = re.compile(r"(?:The|It|A|An|In|He|She|They|This|His|Her|After|When|Although|Also|However)\b")
_OPENS_SURELY: Final = re.compile(r"(?:The|It|In|He|She|They|This|After|When|Although)\b")
_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
_END: Final = re.compile(
    rf"(?:[.!?…]+|\.\s\.\s\.)[\"”’')\]]*(?:(?P<gap>\s+)(?=[\"“‘'(\[*]?(?:{UPPER}|\d))|(?=[\"“]?{UPPER}(?:{LOWER}"
    rf"|['’\s])))"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences of `text[start:end]`, without the blanks around them."""
    stop = len(text) if end is None else end
    position = start
    for line in _LINE.finditer(text, start, stop):
        position = line.start()
        for match in _END.finditer(text, line.start(), line.end()):
            if _ends(text, position, match):
                yield from _trimmed(text, position, match.end())
                position = match.end()
        yield from _trimmed(text, position, line.end())


def around(text: str, words: Span) -> Span:
    """From where the first sentence that holds any of the words begins to where the last one ends."""
    start, end = text.rfind("\n", 0, words.start) + 1, text.find("\n", words.end)
    spans = [s for s in sentences(text, start, len(text) if end < 0 else end) if s.overlaps(words)]
    return Span(min(s.start for s in (words, *spans)), max(s.end for s in (words, *spans)))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = text[match.start() : match.end()].strip()
    before = text[start : match.start() + 1]
    if mark != ".":
        return not _TITLE_SO_FAR.match(before)
    if match["gap"] is None:  # "sell.The": a missing blank; not "U.S", "J.R." or "will.i.am"
        return bool(_ENDS_A_WORD.search(before)) and not _NO_END.search(before[-6:])
    after = text[match.end() : match.end() + 12]
    if _AFTER_SUFFIX.search(before):  # "… Robert Downey Jr. The film": a sentence begins where a function word stands
        return bool(_OPENS.match(after))
    if _MIDDLE.search(before):  # an initial: "George C. Scott"
        return bool(_OPENS_SURELY.match(after))
    return not _ABBREVIATION.search(before)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    left, right = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    if left < right:
        yield Span(start + left, start + right)
