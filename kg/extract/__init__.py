"""Page in, Extraction out: every extractor in turn over one annotated document, a pure function of it."""

from collections.abc import Callable, Iterator

from kg.extract.actor import actor
from kg.extract.aggregate_rating import aggregate_rating
from kg.extract.award import award
from kg.extract.based_on import based_on
from kg.extract.budget import budget
from kg.extract.cinematographer import cinematographer
from kg.extract.content_rating import content_rating
from kg.extract.country import country
from kg.extract.date_published import date_published
from kg.extract.description import description
from kg.extract.director import director
from kg.extract.distributor import distributor
from kg.extract.duration import duration
from kg.extract.editor import editor
from kg.extract.genre import genre
from kg.extract.job_title import job_title
from kg.extract.joined import joined
from kg.extract.language import language
from kg.extract.life_dates import life_dates
from kg.extract.locations import locations
from kg.extract.markup import markup
from kg.extract.mentions import mentions
from kg.extract.music_by import music_by
from kg.extract.nationality import nationality
from kg.extract.particulars import particulars
from kg.extract.producer import producer
from kg.extract.production_company import production_company
from kg.extract.release import release
from kg.extract.remade_as import remade_as
from kg.extract.remake_of import remake_of
from kg.extract.review import review
from kg.extract.screenwriter import screenwriter
from kg.extract.sequel_to import sequel_to
from kg.extract.signed import signed
from kg.extract.story_by import story_by
from kg.extract.studios import studios
from kg.extract.subject import subject
from kg.extract.title import title
from kg.model import Claim, Extraction, Page

Extractor = Callable[[Page], Iterator[Claim]]

__all__ = ["EXTRACTORS", "extract", "joined"]

EXTRACTORS: tuple[Extractor, ...] = (
    actor,
    aggregate_rating,
    award,
    based_on,
    budget,
    cinematographer,
    content_rating,
    country,
    date_published,
    description,
    director,
    distributor,
    duration,
    editor,
    genre,
    job_title,
    language,
    life_dates,
    locations,
    markup,
    mentions,
    music_by,
    nationality,
    particulars,
    producer,
    production_company,
    release,
    remade_as,
    remake_of,
    review,
    screenwriter,
    sequel_to,
    signed,
    story_by,
    studios,
    subject,
    title,
)


def extract(page: Page) -> Extraction:
    """All that one document states."""
    claims = tuple(c for extractor in EXTRACTORS for c in extractor(page))
    return Extraction(page.document, page.main, claims)
