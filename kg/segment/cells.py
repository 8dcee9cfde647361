"""The cells of a line in a review's head: what bars, dashes and runs of blanks keep apart; a line in, its cells out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.model import Span
from kg.segment.figures import DATE, SCORE, SHORT_DATE, bare_number, percentile, score
from kg.segment.lines import LINES_KEPT, Line

_CLOCK: Final = r"(?:,?\s+(?:at\s)?\d\d?[:.]\d\d(?:\s?[ap]m)?\b)?"
_DATED: Final = re.compile(rf"(?P<value>{DATE}|{SHORT_DATE}){_CLOCK}", re.IGNORECASE)
_RATIO: Final = re.compile(  # "4 of 6" and not "4 of 6 people"; "Ann gives it 4 of 6"
    r"(?:(?<=\w)\s[a-z]+(?:s|ed)\s(?:(?:it|this)\s)?)?(?<![\w/.,])(?P<figure>\d{1,3}(?:[.,]\d)?\sof\s(?:4|5|6|7|10|20|100))\b"
    r"(?![.,/]?\d)(?!.{0,30}(?:found|helpful|useful|people|members|users))",
    re.IGNORECASE,
)
_STARRED: Final = re.compile(
    r"(?<![★⭐☆])[★⭐]\s?(?P<figure>\d{1,2}(?:[.,]\d)?\s?/\s?(?:5|10|100)\b|(?<!\s)\d{1,2}(?:[.,]\d)?)(?![\w★⭐½/]|[.,]\d)|(?<![\w.,/])(?P<before>\d{1,2}(?:[.,]\d)?)\*(?![\w*])"
)  # "★8"
_ASTERISKS: Final = re.compile(
    r"\[?(?P<figure>\*(?:\s?\*){1,9}|\*(?=\sby\s|\]))\]?(?:\s+(?=[\w\"“”(])|$)"
)  # "**** Ann Lee"
_GAP: Final = re.compile(
    r"\s{2,}|\t|,\s(?=\d{1,3}(?:\s\w+){0,2}$)|\.\s(?=[A-Z]\w+(?:\s\w+)?:(?:\s|$))|^\d{1,3}[.)]\s|(?<!\S)=+(?!\S)|:\s(?=\d{1,3}$)|\s*[|•·»\0]+\s*|\s+[-–—/]{1,2}\s+|\s*[()\[\]“”\"]+\s*|\s?\.{3,}\s?|^[>#*»–—-]+\s|(?<=\S),?\s*$"
)
_UNIT: Final = re.compile(r"(?P<value>\d{1,3}(?:[.,]\d)?)\s(?P<unit>(?:[a-z]{3,}\s)?[a-z]{4,}?)s?", re.IGNORECASE)
_NO_UNIT: Final = re.compile(
    r".*(?:helpful|useful|found).*|agree|answer|comment|day|disagree|episode|follower|friend|hour|like|member|minute|month|opinion|people|person|photo|post"
    r"|rating|replie|review|time|user|view|vote|watch|week|year"
)
_GIVEN: Final = re.compile(  # "Ann gave it 8"
    r"(?P<words>.+\s(?:gave|gives|rated|rates|scored|votes?d?)\b.*?)\s(?P<value>\d{1,3}(?:\.\d)?)", re.IGNORECASE
)
_ENDING: Final = re.compile(r"(?P<words>[^\d]*[^\W\d_]{2,})\s(?P<value>10|\d(?:\.\d)?)")  # "Ann 8"
_LABEL: Final = re.compile(
    r"(?:(?:author|reviewer|by|posted|reviewed|rated|verified purchase|added|sent|submitted|written|watched|rewatched"
    r"|\d+\s(?:of|out\sof)\s\d+\s.*(?:helpful|useful).*|(?:helpful|useful)\s(?:to|for)\s\d+.*|seen|score|grade|rating|date|completed|dropped)(?:\s(?:by|in|on|given))?)",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"[^\W\d][\w ]{2,20}:\s(?P<value>[A-DF][+−–-]?|\d{1,3}(?:[.,]\d)?)")  # "Grade given: A"
_DECIMAL: Final = re.compile(r"\d\.\d")
_GRADE: Final = re.compile(r"[A-DF][+−–-]?")
_LONGEST: Final = 1000  # code points of a line that may be the head of a review


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line: "score", "date", "number" (which may be a score), "unit" (a number of something) or "words"."""

    kind: str
    span: Span
    text: str
    unit: str = ""


@lru_cache(maxsize=LINES_KEPT)
def cells_of(line: Line) -> tuple[Cell, ...]:
    """The cells of the line in their order; one of "words" when it has no others."""
    if len(line.text) > _LONGEST:
        return (Cell("words", line.span, line.text),)
    if score(line) or bare_number(line):
        span = score(line) or line.span
        return (Cell("score" if score(line) else "number", span, line.of(span)),)
    if stars := _ASTERISKS.match(line.text):
        rest = Line(line.start + stars.end(), line.text[stars.end() :])
        return (Cell("score", line.part(stars, "figure"), stars["figure"]), *(cells_of(rest) if rest.text else ()))
    if rank := percentile(line):
        return (Cell("percentile", rank, line.of(rank)),)
    text, found = line.text, []
    for kind, pattern in (("date", _DATED), ("score", _STARRED), ("score", SCORE), ("score", _RATIO)):
        for match in pattern.finditer(text):
            group = next(name for name in ("value", "labelled", "before", "figure") if match.groupdict().get(name))
            found.append(Cell(kind, line.part(match, group), match[group]))
            text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
    found += _words(line, text)
    return tuple(sorted(found, key=lambda cell: cell.span)) or (Cell("words", line.span, line.text),)


def _words(line: Line, text: str) -> Iterator[Cell]:
    """What stands between the marks of a line, cut at the signs that keep cells apart."""
    start = 0
    for end, after in [*(match.span() for match in _GAP.finditer(text)), (len(text), len(text))]:
        if words := text[start:end].strip(" ,:;/–—-\0"):
            words += "-" * (words in "ABCDF" and text[start:end].rstrip().endswith("-"))
            at = line.start + text.index(words, start)
            if given := _GIVEN.fullmatch(words) or _ENDING.fullmatch(words):
                yield Cell("words", Span(at, at + given.end("words")), given["words"])
                at, words = at + given.start("value"), given["value"]
                yield Cell("number", Span(at, at + len(words)), words)
            elif not _LABEL.fullmatch(words):
                yield _cell(words, Span(at, at + len(words)))
        start = after


def _cell(words: str, span: Span) -> Cell:
    if words.isdecimal() or _DECIMAL.fullmatch(words):
        return Cell("number" if len(words) <= 3 else "words", span, words)
    if _GRADE.fullmatch(words):
        return Cell("score", span, words)
    if labelled := _LABELLED.fullmatch(words):
        at = span.start + labelled.start("value")
        return Cell("score", Span(at, at + len(labelled["value"])), labelled["value"])
    if (counted := _UNIT.fullmatch(words)) and not _NO_UNIT.fullmatch(counted["unit"].casefold()):
        return Cell("unit", Span(span.start, span.start + counted.end("value")), counted["value"], counted["unit"])
    return Cell("words", span, words)
