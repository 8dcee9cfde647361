"""Page in, Extraction out: every extractor in turn over one annotated document, a pure function of it."""

from collections.abc import Callable, Iterator

from kg.model import Claim, Extraction, Page

Extractor = Callable[[Page], Iterator[Claim]]

EXTRACTORS: tuple[Extractor, ...] = ()


def extract(page: Page) -> Extraction:
    """All that one document states."""
    claims = tuple(c for extractor in EXTRACTORS for c in extractor(page))
    return Extraction(page.document, page.main, claims)
