"""A sentence's words in, every stretch of them out that might be a title."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.evaluate.text2kg.subject.words import bare, is_capital, is_mark, is_small
from kg.evaluate.text2kg.subject.words import words as listed

_LONGEST: Final = 14  # words of a title
_KEEPS_ITS_STOP: Final = re.compile(r"\.\.\.$|\b(?:[A-Z]|Jr|Sr|Bros|Mr|Mrs|Dr|vs)\.$")
ABBREVIATED: Final = frozenset({"Dr.", "Mr.", "Mrs.", "Ms.", "St.", "vs.", "Vol.", "No."})
_NO_END: Final = frozenset({*ABBREVIATED, "'s", "’s", ",", "(", "-", "–", ";"})
_COMMON: Final = re.compile(r"(?:The|This|A|An)\s[a-z]+")


class Span(NamedTuple):
    """Words `first` to `last`, and the title that they would be."""

    first: int
    last: int
    title: str


def spans(words: list[str]) -> Iterator[Span]:
    """Stretches from a capital to a capital or a mark; at the beginning also up to a verb, a bracket or a comma."""
    for first, word in enumerate(words):
        if is_capital(word) or word == "...":
            for last in _ends(words, first):
                title = _title(words[first : last + 1])
                # Nothing tells "It" the film from the pronoun.
                if title and bare(title) not in listed("pronouns") and not _COMMON.fullmatch(title):
                    yield Span(first, last, title)


def _ends(words: list[str], first: int) -> Iterator[int]:
    for last in range(first, min(len(words), first + _LONGEST)):
        word, following = words[last], words[last + 1] if last + 1 < len(words) else ""
        if last > first and len(word) > 1 and word.startswith("(") and ")" not in word:
            return  # "(Japanese: …": what follows is no part of the title before
        written = is_capital(word) or is_mark(word)
        if (written and word not in _NO_END) or (first == 0 and _closes(word, following)):
            yield last
        elif not (first == 0 or written or is_small(word)):
            return


def _closes(word: str, following: str) -> bool:
    """Whether a title that opens the sentence may end in a small word here."""
    return following in ("is", "was", "are", "were", "'s") or following.startswith("(") or word.endswith((",", "'s"))


def _title(words: list[str]) -> str:
    """The words without the genitive, quotation marks and brackets around them."""
    title = re.sub(r"\s*['’]s$", "", " ".join(words)).strip('“”" ').rstrip(",;")
    if title.startswith("(") and title.count("(") > title.count(")"):
        title = title[1:]
    if title.endswith(")") and title.count(")") > title.count("("):
        title = title[:-1]
    title = title.strip('“”" ')
    if title.endswith(".") and not _KEEPS_ITS_STOP.search(title):
        title = title[:-1]
    return title.rstrip(",; ")
