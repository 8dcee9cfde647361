"""Words that tell how long a film runs in, claims of schema:duration and kg:runtimeMinutes out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import group
from kg.extract.stating import state
from kg.model import Claim, Datatype, Page, Span, Thing, Value

_NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_LIMIT: Final = 1500  # minutes; the longest films run for less
_HOURS: Final = (
    r"(?:(?P<hours>\d{1,2})[\s-]?|(?P<word>an?|one|two|three|four)[\s-])(?:and\sa\s(?P<half>half)\s)?(?:hours?|hrs?\.?|h)(?!\w)"
    r"(?:,?[\s-]?(?:and\s)?(?:(?P<rest>\d{1,2})[\s-]?m(?:in(?:ute)?s?)?\b|a\s(?P<half_behind>half)\b))?"
)
LENGTH: Final = re.compile(
    rf"(?<![\w.,-])(?:(?P<minutes>\d{{1,4}})(?:(?:[\s-]?min(?:ute)?s?|m)\b|['′’](?!\w))|{_HOURS})", re.I
)


def running_time(page: Page, film: Thing, within: Span, rule: str) -> Iterator[Claim]:
    """The claims of the first length among these words: ISO 8601 and whole minutes."""
    match = LENGTH.search(page.document.text, within.start, within.end)
    length = minutes(match) if match else 0
    if match and 0 < length <= _LIMIT:
        yield state(page, film, "schema:duration", Value(_iso(length)), group(match), rule)
        yield state(page, film, "kg:runtimeMinutes", Value(str(length), Datatype.INTEGER), group(match), rule)


def minutes(match: re.Match[str]) -> int:
    """How many minutes a match of LENGTH tells."""
    if match["minutes"]:
        return int(match["minutes"])
    hours = _NUMBERS[match["word"].casefold()] if match["word"] else int(match["hours"])
    return hours * 60 + int(match["rest"] or 0) + (30 if match["half"] or match["half_behind"] else 0)


def _iso(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
