"""A sentence or dates of the model in, dates as the benchmark writes them out: "03 July 1943"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

# Not strftime("%B"), which speaks the locale's language.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH: Final = "|".join(_MONTHS)
_DAY: Final = r"(?P<{}>\d\d?)(?:st|nd|rd|th)?"
_DATE: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s{_DAY.format('day')}|{_DAY.format('day_')}\s(?:of\s)?(?P<month_>{_MONTH})),?"
    r"\s(?P<year>\d{4})\b"
)
_YEAR: Final = re.compile(r"(?<![\w$£€.,-])(?:18[89]|19\d|20\d)\d(?![\w%]|,\d)")


def dates(sentence: str, _: str) -> Iterator[str]:
    """The full dates of a sentence, else its first year as that year's first day."""
    full = [
        f"{int(m['day'] or m['day_']):02} {m['month'] or m['month_']} {m['year']}" for m in _DATE.finditer(sentence)
    ]
    if full:
        yield from full
    elif year := _YEAR.search(sentence):
        yield f"01 January {year[0]}"


def written_dates(stated: Iterable[str]) -> Iterator[str]:
    """Full dates as "03 July 1943"; years, where there is no more, as their first day."""
    known = set(stated)
    full = {d for d in known if len(d) == len("1943-07-03")}
    for text in full or {f"{d[:4]}-01-01" for d in known}:
        day = date.fromisoformat(text)
        yield f"{day.day:02} {_MONTHS[day.month - 1]} {day.year:04}"
