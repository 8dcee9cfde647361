"""Page in, claims of kg:budget out: what the film cost to make, in the words and currency of the text."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import fields, film_at, finds, group
from kg.extract.stating import state
from kg.extract.words import any_of, words
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Span, Thing, Value

_FIELDS: Final = frozenset(words("fields.budget"))
_FIGURE: Final = r"(?:\d[\d,.]*)?\d"
_MANY: Final = any_of("budget.many")
_AMOUNT: Final = (
    rf"(?P<amount>{any_of('budget.sign')}\s?{_FIGURE}(?:\s?[–-]\s?[$£€¥₹₩]?{_FIGURE})?(?:\s?{_MANY}\b)?"
    rf"|\b{_FIGURE}\s(?:{_MANY}\s)?{any_of('budget.currency')}\b)"
)
_ROUGHLY: Final = (
    r"(?:(?:approximately|about|around|roughly|only|just|some|an?)\s(?:(?:estimated|reported|mere|modest|total)\s)?)?"
)
_CUE: Final = prefiltered(r"\b(?:budget(?:ed)?|cost(?:s|ing)?|(?:made|produced|shot|filmed|completed)\sfor)\b")
_BEHIND: Final = re.compile(
    r"(?:\sof(?:\sproduction(?:\sof)?)?|\s(?:was|is|set|estimated|reported)){0,2}(?:\sat)?\s"
    rf"{_ROUGHLY}{_AMOUNT}(?!\s(?:worldwide|in\srentals))"
)
_BEFORE: Final = re.compile(rf"{_AMOUNT}\s(?:(?:production|estimated|reported|shooting)\s)?$")
_NOT_SPENT: Final = re.compile(r"\b(?:over|under|(?:more|less)\sthan|nearly|almost)\s$")
_REACH: Final = 50  # characters before "budget" in which its amount stands


def budget(page: Page) -> Iterator[Claim]:
    """Costs of the page's films."""
    text = page.document.text
    for value in fields(page, _FIELDS):
        if match := re.compile(_AMOUNT).search(text, value.start, value.end):
            yield _claim(page, page.main, group(match, "amount"), "budget.field")
    for cue in finds(page, _CUE):
        film = film_at(page, cue.start())
        before = _BEFORE.search(text, max(0, cue.start() - _REACH), cue.start()) if cue[0] == "budget" else None
        amount = before or _BEHIND.match(text, cue.end())
        if film and amount and not _NOT_SPENT.search(text, max(0, amount.start("amount") - 12), amount.start("amount")):
            yield _claim(page, film, group(amount, "amount"), "budget.prose")


def _claim(page: Page, film: Thing, span: Span, rule: str) -> Claim:
    return state(page, film, "kg:budget", Value(page.text(span)), span, rule)
