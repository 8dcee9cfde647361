"""The date of a review: the words beside it in, the value with its place out."""

import re
from datetime import date
from typing import Final

from kg.extract.dates import DATE, date_value
from kg.model import Datatype, Span, Value

_DATE: Final = re.compile(DATE)
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})[/.](?P<year>\d{4})(?!\d)")
_MONTHS: Final = 12


def review_date(text: str) -> tuple[Span, Value] | None:
    """The first date of the text; of "3/4/2011", which may be March or April, only the year."""
    if match := _YEAR_FIRST.search(text):
        return _dated(match, match["month"], match["day"])
    if match := _YEAR_LAST.search(text):
        first, second = int(match["first"]), int(match["second"])
        if match["sign"] == "." or first > _MONTHS:
            return _dated(match, second, first)
        if second > _MONTHS or first == second:
            return _dated(match, first, second)
    found = _DATE.search(text)
    value = date_value(found[0]) if found else None
    return (Span(*found.span()), value) if found and value else None


def _dated(match: re.Match[str], month: str | int, day: str | int) -> tuple[Span, Value] | None:
    try:
        value = date(int(match["year"]), int(month), int(day))
    except ValueError:  # a day that the calendar lacks
        return None
    return Span(*match.span()), Value(value.isoformat(), Datatype.DATE)
