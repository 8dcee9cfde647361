"""What pages show: plain values that templates lay out; an `href` is a path within the site, without the root."""

from dataclasses import dataclass

from kg.web.quotes import Quote


@dataclass(frozen=True, slots=True)
class Cell:
    """Something said, where its page is, and the sentences that say it."""

    text: str
    href: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One fact; `lost` are values that other sources give, `rule` is what decided."""

    label: str
    cells: tuple[Cell, ...]
    lost: tuple[Cell, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a cast table."""

    actor: Cell
    character: Cell
    credit: str
    elsewhere: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """A review or an average: who, when and which mark; the words; the sentences behind it."""

    heading: str
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A film on the page of a person, an organization, a country or a character, and what it was in it."""

    film: Cell
    year: str
    parts: tuple[Cell, ...]
