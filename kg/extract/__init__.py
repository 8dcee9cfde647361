"""Page in, Extraction out: every extractor in turn over one annotated document, a pure function of it."""

from collections.abc import Callable, Iterator

from kg.extract.actor import actor
from kg.extract.based_on import based_on
from kg.extract.cinematographer import cinematographer
from kg.extract.director import director
from kg.extract.distributor import distributor
from kg.extract.editor import editor
from kg.extract.music_by import music_by
from kg.extract.producer import producer
from kg.extract.production_company import production_company
from kg.extract.remade_as import remade_as
from kg.extract.remake_of import remake_of
from kg.extract.screenwriter import screenwriter
from kg.extract.sequel_to import sequel_to
from kg.extract.story_by import story_by
from kg.model import Claim, Extraction, Page

Extractor = Callable[[Page], Iterator[Claim]]

EXTRACTORS: tuple[Extractor, ...] = (
    actor,
    based_on,
    cinematographer,
    director,
    distributor,
    editor,
    music_by,
    producer,
    production_company,
    remade_as,
    remake_of,
    screenwriter,
    sequel_to,
    story_by,
)


def extract(page: Page) -> Extraction:
    """All that one document states."""
    claims = tuple(c for extractor in EXTRACTORS for c in extractor(page))
    return Extraction(page.document, page.main, claims)
