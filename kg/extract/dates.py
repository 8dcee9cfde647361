"""Dates as English texts write them, in; values of xsd:date, xsd:gYearMonth or xsd:gYear out."""

import re
from datetime import date
from typing import Final

from kg.lexis import YEAR
from kg.model import Datatype, Value

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
# "13 July 2007", "July 13, 2007", "2007-07-13", "July 2007", "2007"
DATE: Final = (
    rf"(?:\b{_DAY}\s(?:of\s)?{MONTH},?\s\d{{4}}\b|\b{MONTH}\s{_DAY},?\s\d{{4}}\b|(?<![\d-])\d{{4}}-[01]\d-[0-3]\d(?![\d-])"
    rf"|\b{MONTH},?\s(?:of\s)?\d{{4}}\b|{YEAR})"
)


def date_value(text: str) -> Value | None:
    """Value of the words of a date; None for a day that the calendar lacks."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        year, month, day = map(int, text.split("-"))
    else:
        numbers = [int(n) for n in re.findall(r"\d+", text)]
        name = re.search(r"[A-Za-z]{3}", re.sub(r"\d+(?:st|nd|rd|th)|\bof\b", " ", text))
        year = max(numbers)
        month = _MONTHS.index(name[0].casefold()) + 1 if name else 0
        day = min(numbers) if len(numbers) > 1 else 0
    try:
        return _value(year, month, day)
    except ValueError:
        return None


def _value(year: int, month: int, day: int) -> Value:
    date(year, month or 1, day or 1)  # raises for 31 June
    if day:
        return Value(f"{year:04}-{month:02}-{day:02}", Datatype.DATE)
    return Value(f"{year:04}-{month:02}", Datatype.GYEAR_MONTH) if month else Value(f"{year:04}", Datatype.GYEAR)
