"""Words of a review in, the mark that they give out: "Four stars out of five" is 4 on a scale to 5."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Datatype, Span, Value

_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SCALES: Final = frozenset({"4", "5", "6", "10", "20", "100"})  # 24/7 and 50/50 are no marks
_WORD: Final = rf"(?:{'|'.join(_WORDS)})"
_PART: Final = {"½": ".5", "1/2": ".5", "and-a-half": ".5", "¼": ".25", "¾": ".75"}
_FIGURE: Final = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{_WORD})(?:\s?[½¼¾]|\s1/2|[\s-]and[\s-]a[\s-]half)?"
_SCALED: Final = re.compile(
    rf"(?<![\w.,/$£€-])(?P<value>{_FIGURE})(?:[\s-](?:stars?|points?))?"
    rf"(?:\s?/\s?|\sout\sof\s(?:a\s(?:possible\s)?)?|\sof\s(?=\w+\sstars)|(?<=stars)\sof\s)(?P<top>\d{{1,3}}|{_WORD})\b(?:\.0\b)?(?![/%]|\.\d)",
    re.I,
)
STARS: Final = "★⭐✪✭✮✯✰🌟🟊♥❤❄☠●◉■▮"  # and what sites give in their place
_FULL, _EMPTY = f"{STARS}█", "☆✩♡○□▯░"
_STARS: Final = re.compile(
    rf"(?<![\w*{_FULL}{_EMPTY}])(?P<full>[{_FULL}]{{1,10}}|[♡○□]{{2,10}}|\*(?:\s?\*){{0,4}}(?=\s?½|\s?1/2|\s*$))"
    rf"(?P<half>\s?½|\s?1/2)?(?P<empty>[{_EMPTY}]{{0,9}})(?!\w)"
)
_STARRED: Final = re.compile(
    r"(?<![\w*★⭐])(?P<full>[*★⭐]{1,5})(?P<half>\s?½|\s?1/2)?\s?\(?(?:/|out\sof)\s?(?P<top>[*★⭐]{4,5}|four|five|[45])\)?(?![\w*★⭐])"
)
# "9 out of 10 people", "3/4 of the film" count something else.
_COUNTS: Final = re.compile(
    r"\s(?:of|times|people|viewers|critics|friends|scenes|films|movies|songs|jokes|minutes|hours|ways|women|men)\b",
    re.I,
)
_ALONE: Final = re.compile(rf"(?P<value>{_FIGURE})(?:(?P<unit>\s?%|[\s-]stars?)|\sof\s(?P<top>\d{{1,3}}))?[.!]?", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and, where it is stated, the top of its scale, at the place that states both."""

    span: Span
    value: Value
    top: Value | None = None


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Every mark that a stretch of text gives on a stated scale or in stars."""
    for match in _SCALED.finditer(text, start, end):
        value, best = _number(match["value"]), _number(match["top"])
        if best.text in _SCALES and float(value.text) <= float(best.text) and not _COUNTS.match(text, match.end(), end):
            yield Mark(Span(*match.span()), value, best)
    starred = list(_STARRED.finditer(text, start, end))
    for match in starred:  # "*** out of ****"
        top = match["top"]
        whole = _number(top) if top.isalnum() else Value(str(len(top)), Datatype.INTEGER)
        yield Mark(Span(*match.span()), _number(f"{len(match['full'])}{'½' if match['half'] else ''}"), whole)
    for match in _STARS.finditer(text, start, end) if not starred else ():
        full, empty = len("".join(match["full"].split())), len(match["empty"])
        top = Value(str(full + bool(match["half"]) + empty), Datatype.INTEGER) if empty else None
        yield Mark(Span(*match.span()), _number(f"{full}{'½' if match['half'] else ''}"), top)


def lone_mark(text: str, start: int, end: int) -> Mark | None:
    """The mark that is all that stands there: "73", "85%", "3½ stars", "4 of 6"."""
    match = _ALONE.fullmatch(text, start, end)
    if not match:
        return None
    percent = "100" if (match["unit"] or "").endswith("%") else match["top"]
    top = Value(percent, Datatype.INTEGER) if percent else None
    return Mark(Span(*match.span()), _number(match["value"]), top)


def _number(words: str) -> Value:
    """Number of a figure: "7.5", "seven", "3½", "three and a half"."""
    whole = re.match(rf"\d+(?:[.,]\d+)?|{_WORD}", words, re.I)
    assert whole
    part = _PART.get(re.sub(r"\s", "-", words[whole.end() :].strip(" -").casefold()), "")
    figure = whole[0].casefold().replace(",", ".")
    number = (str(_WORDS.index(figure)) if figure in _WORDS else figure) + part
    return Value(number, Datatype.DECIMAL if "." in number else Datatype.INTEGER)
