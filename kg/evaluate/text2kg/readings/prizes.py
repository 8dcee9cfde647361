"""A sentence in, the prizes that it names out, and how they stand to the film: won, or up for."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import WORD, listed

_LINK: Final = rf"(?:(?:in|on|or|of|by|a|an|-|&)|and(?!\s(?:Best|Worst)\b|\s{WORD}\s(?:[A-Z]|w[ao][sn]\b|received\b)))"
_CATEGORY: Final = (
    rf"(?:{WORD}\sof\sthe\sYear"
    rf"|(?:Best|Worst|Outstanding|Most)(?:(?:\s{_LINK}){{0,2}}\s{WORD}|,\s(?:Color|Black-and-White)\b)+)"
)
_PRIZE: Final = re.compile(
    rf"(?:{WORD}\s)(?:(?:{WORD}|of|the)\s){{0,5}}?(?:Award|Prize|Lion)s?(?:\sfor\s(?:the\s)?{_CATEGORY})?(?![\w-])"
    rf"|(?:{listed('prizes')})(?:\sfor\s{_CATEGORY})?(?!\w)"
)
_WON: Final = re.compile(
    r"\b(?:w[io]n|won|wins|winn(?:ing|er)|receiv\w+|award(?:ed|ing)|recipient|garner\w*|earn\w*|claim|netting|took|entered)\b"
)
_NOMINATED: Final = re.compile(r"\bnomin|\bloss\b|\blos(?:t|ing)\sto\b|\bshortlisted\b")
_GREAT: Final = re.compile(r"^(Golden\s(?:Bear|Lion|Leopard|Palm)|Palme\sd['’][Oo]r)\sfor\sBest.*")
_WITH_CATEGORIES: Final = re.compile(r"(?:Awards?|Globes?|BAFTAs?|Oscars?|Prize)$")
_LEADING: Final = re.compile(r"^(?:The|For|In|At|An?)\s(?=\S)")


def won(sentence: str, _: str) -> Iterator[str]:
    """Prizes in a sentence that speaks of winning, and not of nominations as well."""
    return prizes(sentence) if _WON.search(sentence) and not _NOMINATED.search(sentence) else iter(())


def nominated(sentence: str, _: str) -> Iterator[str]:
    """Prizes in a sentence that speaks of nominations."""
    return prizes(sentence) if _NOMINATED.search(sentence) else iter(())


def prizes(sentence: str) -> Iterator[str]:
    """Prizes, won or not."""
    return (_LEADING.sub("", match[0]) for match in _PRIZE.finditer(sentence))


def distinct(names: set[str]) -> set[str]:
    """The prizes without those that are but a part of another's name, or lack the category that others have."""
    full = {_GREAT.sub(r"\1", name).rstrip(" ,") for name in names}
    whole = {n for n in full if not any(n != other and n in other for other in full)}
    with_category = {n for n in whole if " for " in n}
    return with_category | {n for n in whole if not (with_category and _WITH_CATEGORIES.search(n))}
