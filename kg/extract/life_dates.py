"""Page in, claims of schema:birthDate and schema:deathDate out: brackets behind a name, or "who died in 1960"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.dates import DATE, date_value
from kg.extract.reading import group
from kg.extract.stating import person, state
from kg.model import Claim, Mention, Page

_LIVED: Final = re.compile(
    rf"\s\((?:(?:born|b\.)\s(?P<born>{DATE})|(?:died|d\.)\s(?P<died>{DATE})"
    rf"|(?:born\s)?(?P<from>{DATE})(?:,?\s(?:in\s)?[A-Z][\w\s,.-]*?)?\s?[-–—]\s?(?:died\s)?(?P<to>{DATE})(?:,?\s(?:in\s)?[A-Z][\w\s,.-]*?)?)\)"
)
_CLAUSE: Final = re.compile(
    rf",?\s(?:who\s)?(?:(?:was\s)?(?P<event>born)|(?P<end>died|passed\saway))\s(?:in\s[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*,?\s)?(?:on|in)\s(?P<date>{DATE})"
)


def life_dates(page: Page) -> Iterator[Claim]:
    """When the page's people were born and when they died."""
    for mention in page.people:
        if lived := _LIVED.match(page.document.text, mention.span.end):
            for name, relation in (("born", "birth"), ("died", "death"), ("from", "birth"), ("to", "death")):
                yield from _claim(page, mention, lived, name, relation, "lifeDates.brackets")
        elif clause := _CLAUSE.match(page.document.text, mention.span.end):
            relation = "birth" if clause["event"] else "death"
            yield from _claim(page, mention, clause, "date", relation, "lifeDates.clause")


def _claim(page: Page, mention: Mention, match: re.Match[str], name: str, event: str, rule: str) -> Iterator[Claim]:
    if match[name] and (value := date_value(match[name])):
        yield state(page, person(mention.text), f"schema:{event}Date", value, group(match, name), rule)
