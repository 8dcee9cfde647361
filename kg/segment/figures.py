"""The forms of dates, scores, averages and other figures on film pages: patterns, and lines in, spans out."""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Span
from kg.segment.lines import Line

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR: Final = r"(?:18[89]\d|19\d\d|20\d\d)"
DATE: Final = (
    rf"(?:(?<!\d){_DAY}\s(?:of\s)?{_MONTH},?\s\d{{4}}|\b{_MONTH}\s{_DAY},?\s\d{{4}}|\b\d{{4}}-\d\d-\d\d"
    rf"|(?<![\d/.])\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\b\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}}|\b{_MONTH}\s\d{{4}})(?!\d)"
)
SHORT_DATE: Final = (  # of a place where nothing but a date is meant
    rf"(?:(?<![\d/.-])\d{{1,2}}(?P<sign>[-/.])\d{{1,2}}(?P=sign)(?:\d{{4}}|\d\d)|(?<![\d/.-])\d{{1,2}}-{_MONTH}-\d{{4}}"
    rf"|\b{_MONTH}\s{_DAY},?\s['’]\d\d|(?<![\w.])(?:0?[1-9]|1[0-2])\.\d{{4}})(?![\d/])"
)
RUNTIME: Final = (
    r"(?:\d{1,2}\s?h(?:ours?|rs?)?\.?(?:\s?\d{1,2}\s?m(?:in(?:ute)?s?)?\.?)?|\d{2,3}\s?m(?:in(?:ute)?s?)?\.?)"
)

_NUMBER: Final = r"(?:\d{1,3}(?:[.,]\d{1,2})?(?:\s?½|\s1/2)?|½)"
_AMOUNT: Final = (
    rf"(?:{_NUMBER}|(?:zero|half a|one|two|three|four|five|six|seven|eight|nine|ten)(?:[\s-]and[\s-]a[\s-]half)?)"
)
_STAR: Final = r"[★☆⭐✩✪✫✬✭✮✯✰🌟🟊♥♡❤❄☠]\ufe0f?"
_DOTS: Final = r"[●◉■▮█][●◉○■□▮▯█░]+|[○□▯]{2,}"  # one alone is the mark of a list's item
_STARS: Final = rf"(?:{_STAR}\s?)*{_STAR}(?:\s?[½¼¾]|\s?1/2)?|½|{_DOTS}"
_ASTERISKS: Final = r"\*(?:\s?\*){0,4}(?:\s?½|\s?1/2)?"
_SCALE: Final = r"(?:100|10|20|[456]|four|five|six|ten|twenty)(?:\.0)?\b(?!/)"
_ALONE: Final = r"(?<![\w/.])"
_FIGURE: Final = (
    rf"(?:{_ALONE}{_AMOUNT}(?:[\s-]stars?)?(?:\s?/\s?|\sout\sof\s){_SCALE}(?:[\s-]stars?)?"  # 7/10, 3 stars out of 4
    rf"|{_ALONE}{_AMOUNT}[\s-]stars?\b(?:\sof\s{_SCALE})?|{_ALONE}{_AMOUNT}\sof\s{_SCALE}[\s-]stars?"  # 3½ stars
    rf"|(?:{_STARS})(?:\s?/\s?(?:{_SCALE}|{_STARS}))?"  # ★★★½
    rf"|{_ASTERISKS}\s?(?:/|out\sof)\s?\*{{4,5}}|\*{{1,4}}\s?(?:½|1/2)"  # ***/****; a bare *** is a rule
    rf"|{_ASTERISKS}\s?\(?out\sof\s(?:4|5|four|five)\)?"  # *** (out of four)
    rf"|{_ALONE}{_NUMBER}\s?%)"
)
_LABEL: Final = (
    r"(?:\b(?:(?:my|our|overall|final|user|star|the|critic['’]?s?)\s){0,2}"
    r"(?:overall|rating|rated|score|grade|verdict|stars?)\b\s*(?:[:=–-]\s*|\s(?=\d)))"
)
SCORE: Final = re.compile(
    rf"{_LABEL}(?P<labelled>{_FIGURE}|{_ASTERISKS}(?!\w)|[A-F][+−–-]?(?!\w)|{_NUMBER}(?![\w%/]))|(?P<figure>{_FIGURE})",
    re.IGNORECASE,
)
_SCORE_LINE: Final = re.compile(rf"[(\[]?(?:{SCORE.pattern})[)\]]?(?:\s?\([^()]{{1,20}}\))?[.!]?", re.IGNORECASE)
_PERCENTILE: Final = re.compile(
    r"(?:percentile:?\s*)?(?P<figure>\d{1,3}(?:st|nd|rd|th))(?:\s?percentile)?", re.IGNORECASE
)
_GRADE: Final = re.compile(r"[A-DF][+−–-]?")  # of a line that holds nothing else
_BARE: Final = re.compile(_NUMBER)

_COUNT: Final = re.compile(
    r"\b\d[\d.,]*\s?[km]?\+?\s(?:(?:total|user|critic|verified|audience|global|member|imdb)\s)?"
    r"(?:ratings?|votes?|reviews?|scores?|users?|voters?|critics?|members)\b|(?<=\d\s)\(\d[\d.,]*[km]?\)",
    re.IGNORECASE,
)
_COUNT_LINE: Final = re.compile(rf"\(?(?:based on\s|from\s)?(?:{_COUNT.pattern})\)?", re.IGNORECASE)
_BASED: Final = re.compile(rf"(?:based on|from)\s(?:{_COUNT.pattern})", re.IGNORECASE)
_DECIMAL: Final = re.compile(r"\d{1,2}\.\d{1,2}")
_AVERAGE: Final = re.compile(
    rf"(?:\b(?:avg|average|mean|median|rating|\w*score|percentile|rated)\b\D{{0,30}}\d|{_FIGURE}|\b\d\d?\.\d)",
    re.IGNORECASE,
)


def score(line: Line) -> Span | None:
    """The figure of a line that is nothing but a score ("Rating: 3/5" gives "3/5")."""
    if _GRADE.fullmatch(line.text):
        return line.span
    match = _SCORE_LINE.fullmatch(line.text)
    return line.part(match, "labelled" if match["labelled"] else "figure") if match else None


def bare_number(line: Line) -> Span | None:
    """A line that is nothing but a number; where it stands must say what it counts."""
    return line.span if _BARE.fullmatch(line.text) else None


def percentile(line: Line) -> Span | None:
    """The rank of a line that is nothing but a percentile ("36th percentile" gives "36th")."""
    match = _PERCENTILE.fullmatch(line.text)
    return line.part(match, "figure") if match else None


def aggregate_at(lines: Sequence[Line], at: int) -> int:
    """How many lines the average at this line takes: one that gives average and count, or one for each; 0 if none."""
    if _is_aggregate(lines[at]):
        return 1
    if at + 1 == len(lines) or lines[at].before_gap:
        return 0
    first, second = lines[at], lines[at + 1]
    average_first = (score(first) or _DECIMAL.fullmatch(first.text)) and _COUNT_LINE.fullmatch(second.text)
    based = _BASED.fullmatch(first.text) and (score(second) or _DECIMAL.fullmatch(second.text))
    return 2 if average_first or based else 0


def _is_aggregate(line: Line) -> bool:
    """Whether the line gives an average and how many ratings it is made of, and is no sentence."""
    if line.is_prose or not (count := _COUNT.search(line.text)):
        return False
    return bool(_AVERAGE.search(line.text[: count.start()] + line.text[count.end() :]))
