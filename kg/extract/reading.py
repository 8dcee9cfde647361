"""A page in; the spans worth reading out: sentences, field values, the parts of a listed value."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import wraps
from typing import Final, TypeVar

from kg.lexis.prefilter import Prefiltered
from kg.model import BlockKind, Kind, Page, Span, Thing

# What happens in a film is no statement about the film: "Anna, a Danish nurse, is born in 1912".
_PLOT: Final = re.compile(r"\b(?:plot|synops[ie]s|story|storyline|summary|premise|characters?|interactions?)\b", re.I)
_PART: Final = re.compile(r"[^\s,;/|•·(\[][^,;/|•·\n(\[]*(?:[(\[][^)\]\n]*[)\]][^,;/|•·\n(\[]*)*")

Found = TypeVar("Found")


def once_a_page(find: Callable[[Page], Found]) -> Callable[[Page], Found]:
    """What several extractors look for, found once: the last page's result is kept (hashing a page costs more)."""
    last: list[tuple[Page, Found]] = []

    @wraps(find)
    def finds_once(page: Page) -> Found:
        if not (last and last[0][0] is page):
            last[:] = [(page, find(page))]
        return last[0][1]

    return finds_once


def fields(page: Page, labels: Container[str]) -> Iterator[Span]:
    """Values of the fields whose label, in lower case, is among `labels`."""
    for block in page.of_kind(BlockKind.FIELD):
        if block.label.strip().casefold() in labels:
            yield block.body


def parts(page: Page, value: Span) -> Iterator[Span]:
    """Parts of a listed value ("Drama / War", "Kino (Spain), Balkan Film"), each with the brackets behind it."""
    for match in _PART.finditer(page.document.text, value.start, value.end):
        yield Span(match.start(), match.start() + len(match[0].rstrip()))


def sentences(page: Page, reviews: bool = True) -> Sequence[Span]:
    """Sentences that speak of the film: those of prose outside its plot, and of reviews unless these are unwanted."""
    everywhere, in_prose = _speaking(page)
    return everywhere if reviews else in_prose


@once_a_page
def _speaking(page: Page) -> tuple[list[Span], list[Span]]:
    plots = [block.kind is not BlockKind.REVIEW and bool(_PLOT.search(block.label)) for block in page.blocks]
    told = [(s.span, page.blocks[s.block].kind) for s in page.sentences if not plots[s.block]]
    return [span for span, _ in told], [span for span, kind in told if kind is not BlockKind.REVIEW]


def finds(page: Page, pattern: re.Pattern[str] | Prefiltered) -> Iterator[re.Match[str]]:
    """Every match of a pattern within such a sentence; its offsets are those of the document."""
    for span in sentences(page):
        yield from pattern.finditer(page.document.text, span.start, span.end)


def group(match: re.Match[str], name: str | int = 0) -> Span:
    """Span of a match or of one of its groups."""
    return Span(match.start(name), match.end(name))


def film_at(page: Page, offset: int) -> Thing | None:
    """The film that the text speaks of here; None where it speaks of a novel, a play …"""
    film = page.film_at(offset)
    return film if film.kind is Kind.MOVIE else None
