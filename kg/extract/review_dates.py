"""The date of a review: the words beside it in, the value with its place out."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from kg.extract.dates import DATE, date_value
from kg.model import Datatype, Span, Value

_DATE: Final = re.compile(DATE)
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(
    r"(?<![\d-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\d-])"
)
_MONTH_YEAR: Final = re.compile(r"(?<![\d.])(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d{4})(?![\d.])")
_SHORT_YEAR: Final = re.compile(r"['’](?P<year>\d\d)(?!\d)")
_DASH: Final = re.compile(r"(?<=\w)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d)")
_MONTHS: Final = 12
_CENTURY: Final = 70  # years of two digits from here on are of the last century: nobody reviewed for the web before


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether the dates of one page name the day before the month ("23/4/2011"); None where none of them shows it."""
    found = [match for text in texts for match in _YEAR_LAST.finditer(text)]
    first = any(int(match["first"]) > _MONTHS for match in found)
    second = any(int(match["second"]) > _MONTHS for match in found)
    return first if first != second else None


def review_date(text: str, *, days_first: bool | None = None) -> tuple[Span, Value] | None:
    """The first date; of "3/4/2011", which may be March or April, only the year unless the page shows the order."""
    if match := _YEAR_FIRST.search(text):
        return _dated(match, match["month"], match["day"])
    if (match := _YEAR_LAST.search(text)) and (found := _in_order(match, days_first)):
        return found
    if match := _MONTH_YEAR.search(text):
        return Span(*match.span()), Value(f"{match['year']}-{int(match['month']):02}", Datatype.GYEAR_MONTH)
    words = _DASH.sub(" ", text)
    words = words.title() if words.islower() else words
    if (short := _SHORT_YEAR.search(words)) and (value := date_value(_SHORT_YEAR.sub(_year(short["year"]), words))):
        return Span(0, short.end()), value
    written = _DATE.search(words)
    value = date_value(written[0]) if written else None
    return (Span(*written.span()), value) if written and value else None


def _in_order(match: re.Match[str], days_first: bool | None) -> tuple[Span, Value] | None:
    first, second = int(match["first"]), int(match["second"])
    if first > _MONTHS or (match["sign"] == "." and second <= _MONTHS and days_first is not False):
        return _dated(match, second, first)
    if second > _MONTHS or first == second or days_first is False:
        return _dated(match, first, second)
    return _dated(match, second, first) if days_first else None


def _year(digits: str) -> str:
    return digits if len(digits) > 2 else f"{'19' if int(digits) >= _CENTURY else '20'}{digits}"


def _dated(match: re.Match[str], month: str | int, day: str | int) -> tuple[Span, Value] | None:
    try:
        value = date(int(_year(match["year"])), int(month), int(day))
    except ValueError:  # a day that the calendar lacks
        return None
    return Span(*match.span()), Value(value.isoformat(), Datatype.DATE)
