"""The shape of a person's or company's name: text in, names with their spans out; context must confirm them."""

import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg.lexis.letters import APOSTROPHE, LETTER, UPPER
from kg.lexis.words import any_of, word_lists

_DESCRIBES: Final = (  # "Oscar-winning", "Danish-born": words about a person, no name
    r"(?:born|raised|based|bred|trained|winning|nominated|winners?|nominees?|award|language|speaking|style|style[ds]"
    r"|era|like|produced|made|themed|turned|listed|inspired|type)\b"
)
_DID: Final = r"(?:directed|scripted|penned|helmed|starring|led|created|authored|written)\b"  # "Ruiz-directed": a name
_WORD: Final = (
    rf"(?:(?!(?:Jr|Sr|The|It|He|She|In|This|A|An)\b){UPPER}"
    rf"(?:(?:{LETTER}|\d)|{APOSTROPHE}(?!s\b|\s)(?={LETTER})|[-‑](?={LETTER})(?!{_DESCRIBES}|{_DID}))+(?![-‑]{_DESCRIBES})"
    rf"|[dlDO]{APOSTROPHE}{UPPER}{LETTER}+|[a-z]{{2,3}}{UPPER}{LETTER}+"  # d'Abo, deWilde
    rf"|(?:[Aa]l|[Ee]l|[Uu]l|as|ad|ar|an|at|bin|ben)[-‑]{UPPER}{LETTER}+|{UPPER}!{LETTER}+)"  # al-Sayed, P!nk
)
_INITIAL: Final = (  # J., J.R., the J of LL Cool J, the S of Harry S Truman
    rf"(?:(?:{UPPER}\.[-‑]?)+|(?<=\s)(?![AI]\b){UPPER}(?![\w.'’-])|{UPPER}(?=\s{UPPER}{LETTER}))"
)
_ABBREVIATED: Final = r"(?:St|Ste|Wm|Chas|Geo|Jos|Ed|Dr|Mr|Mrs|Ms|Fr|Prof|Bros)\."
_NICKNAME: Final = rf"[\"“‘'](?:{UPPER}|\d)[^\"“”‘’'()\n]{{1,24}}[\"”’']"  # "Rochester", ‘Fatty’
_PARTICLE: Final = any_of("particle")
_SUFFIX: Final = r"(?:,?\s(?:Jr|Sr)\b\.?|\s(?:II|III|IV|2nd|3rd)\b)"
_PIECE: Final = rf"(?:{_ABBREVIATED}|{_INITIAL}|{_WORD})"
_GAP: Final = r"[ \u00a0]"
NAME: Final = (
    rf"(?:[\"“‘']{UPPER}[\w.-]{{1,14}}[\"”’']{_GAP}(?={UPPER}))?(?:{_PARTICLE}{_GAP}){{0,2}}{_PIECE}"
    rf"(?:(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}|(?<=\.))(?:{_PIECE}|{_NICKNAME}(?={_GAP}{UPPER}))){{0,5}}"
    rf"{_SUFFIX}?"
)

_COMPANY: Final = re.compile(rf"\b{any_of('company')}(?!\w)")
_COMPANY_NAMES: Final = frozenset(word_lists()["company_name"])
_NOT_NAMES: Final = frozenset(word_lists()["not_a_name"])
_NAMES_TOO: Final = frozenset(word_lists()["name_too"])
_PRIZE: Final = re.compile(r"(?:Awards?|Prizes?|Globes?|Academy|Best|Night|Eve|Day)\b")
_HONORIFIC: Final = re.compile(r"^(?:Sir|Dame|Lord|Lady|Mr\.|Mrs\.|Ms\.)\s(?=\S+\s\S)")
_FIND: Final = re.compile(rf"(?<![\w.’'-])(?={UPPER}|[a-z]{{1,6}}{_GAP}){NAME}")
_KEEPS_ITS_STOP: Final = re.compile(rf"(?:\b(?:Jr|Sr|Bros|Inc|Ltd|Co)|(?:^|[ .]){UPPER})\.$")


@lru_cache(maxsize=1 << 10)  # a sentence is asked about by many readers
def names_in(text: str, start: int = 0, end: int = sys.maxsize) -> Sequence[re.Match[str]]:
    """Every stretch of `text` that is shaped like a name, without the function words that may stand before it."""
    names = []
    while match := _FIND.search(text, start, end):
        if opens_a_name(match[0]):
            names.append(match)
            start = match.end()
        else:
            start = match.start() + len(match[0].split(" ", 1)[0])
    return tuple(names)


def opens_a_name(name: str) -> bool:
    """Whether words shaped like a name may be one: the first is no function word, month, nationality or prize."""
    first, _, rest = name.partition(" ")
    return first not in _NOT_NAMES or (first in _NAMES_TOO and bool(rest) and not _PRIZE.match(rest))


@lru_cache(maxsize=1 << 14)
def clean_name(text: str) -> str:
    """A name without honorific, doubled or unusual blanks, and trailing punctuation that is not part of it."""
    name = _HONORIFIC.sub("", " ".join(text.split())).strip(" ,;:–-")
    return name if not name.endswith(".") or _KEEPS_ITS_STOP.search(name) else name[:-1]


@lru_cache(maxsize=1 << 14)
def is_company(name: str) -> bool:
    """Whether a name is a company's rather than a person's, by the words in it."""
    return (
        bool(_COMPANY.search(name))
        or name in _COMPANY_NAMES
        or (name.isupper() and name.isalpha() and 2 <= len(name) <= 5)
    )
