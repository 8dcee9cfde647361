"""Page in, claims of schema:mentions out: the other films that a review speaks of."""

from collections.abc import Iterator

from kg.extract.stating import state
from kg.lexis.occurrences import occurrences
from kg.model import BlockKind, Claim, Film, Kind, Page, Span, Status, Thing


def mentions(page: Page) -> Iterator[Claim]:
    """Films with a title of their own that a review names; the one under review is not among them."""
    for block in page.of_kind(BlockKind.REVIEW):
        for film in page.films[1:]:
            if block.entry is not None and (span := _named(page, film, block.span)):
                this = Thing(Kind.REVIEW, str(block.entry))
                rule = "mentions.likely" if film.likely else "mentions.title"
                yield state(page, this, "schema:mentions", film.thing, span, rule, Status.ASSERTED)


def _named(page: Page, film: Film, review: Span) -> Span | None:
    """Where a review names a film: where it was first found, or by the same title of two words or more."""
    if film.title_span and film.title_span in review:
        return film.title_span
    if film.title and " " in film.title:
        return next(occurrences(page.document.text, film.title, review.start, review.end), None)
    return None
