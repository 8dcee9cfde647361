"""What works are called: the lists of nouns.toml as patterns, and all that a noun phrase may say of a work."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.lists import Item
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab.places import country_spellings


@cache
def works() -> dict[str, list[str]]:
    """The lists of nouns.toml."""
    return tomllib.loads((Path(__file__).parent / "nouns.toml").read_text(encoding="utf-8"))


def _called(*lists: str) -> str:
    words = [word for name in lists for word in works()[name]]
    return rf"(?:{alternation(words)}s?)(?![\w'’-])"


NOUN: Final = _called("film", "book", "work")
WRITTEN: Final = _called("book", "work")
STOP: Final = alternation(works()["stop"])
COUNTRY: Final = r"(?:" + "|".join(re.escape(s) for s in country_spellings() if s[:1].isupper()) + r")"
_FILM: Final = re.compile(_called("film"))
_BOOK: Final = re.compile(_called("book"))


@dataclass(slots=True)
class Phrase:
    """What one noun phrase says of a work; `end` is where reading stopped.

    `makers` come from a possessive, from the words before the noun (`attributed`) or from a "by" (`signed`). `siblings`
    are titles that share the noun: "the novels Flood and Ebb"; `years` are further years: "the films of 1921 and 1937".
    """

    start: int
    end: int
    kind: Kind | None = None
    noun: str = ""
    title: Span | None = None
    quoted: bool = False
    same_name: bool = False
    year: Span | None = None
    years: list[Span] = field(default_factory=list)
    country: Span | None = None
    language: Span | None = None
    makers: list[Item] = field(default_factory=list)
    attributed: bool = False
    signed: bool = False
    siblings: list[Span] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the phrase gives the work's title."""
        return self.title is not None or self.same_name

    @property
    def tells_apart(self) -> bool:
        """Whether the phrase says which work it is."""
        return bool(self.named or self.year or self.makers)


def kind_of(noun: str) -> Kind:
    """What a noun for a work stands for: a movie, a book or another work."""
    if _BOOK.fullmatch(noun):
        return Kind.BOOK
    return Kind.MOVIE if _FILM.fullmatch(noun) else Kind.WORK
