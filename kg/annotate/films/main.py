"""The film a page is about: blocks in; its title, year and their places out, the most explicit place first."""

import re
from typing import Final

from kg.annotate.films.circling import ENOUGH, ENOUGH_IN_REVIEW, circled_title
from kg.annotate.films.defining import defined_title
from kg.annotate.films.headed import given_title, headed_title
from kg.annotate.films.judging import likeliest
from kg.annotate.films.marked import marked_title
from kg.annotate.films.subjects import subject_title
from kg.annotate.films.years import film_year
from kg.lexis.names import NAME
from kg.model import Block, BlockKind, Document, Film, Kind, Sentence, Span, Thing

MAIN: Final = Thing(Kind.MOVIE, "main")
_OWNED: Final = re.compile(rf"{NAME}['’]s?\s(?=(?:The|A|An)\s)")  # "Ana Ruiz's The Salt Ledger"


def main_film(
    document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]
) -> tuple[Film | None, bool]:
    """The page's own film with the best title and year that its text states, None when no title can be found.

    The second value tells whether no sentence says what the film is, as in reviews.
    """
    defined = defined_title(document, sentences)
    title, how = stated_title(document, blocks, sentences, defined)
    if how not in ("defined", "marked", "given"):
        title = likeliest(document.text, title, how)
    if title is None:
        return None, False
    if owned := _OWNED.match(title.of(document.text)):
        title = Span(title.start + owned.end(), title.end)
    year = film_year(document, blocks, sentences, title)
    name = " ".join(title.of(document.text).split())
    return Film(MAIN, name, title, year.of(document.text) if year else None, year, title), defined is None


def stated_title(
    document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], defined: Span | None
) -> tuple[Span | None, str]:
    """The title at its most explicit place, and what kind of place that is.

    `defined` is the title of a sentence that says what a film is; in a review that may be another film than its own.
    """
    headed = headed_title(document, blocks)
    if marked := marked_title(document, blocks, headed):
        return marked, "marked"
    if headed:
        return headed, "defined" if defined else "headed"
    reviewed = any(block.kind is BlockKind.REVIEW for block in blocks)
    if defined and not reviewed:
        return defined, "defined"
    if given := given_title(document):
        return given, "given"
    if circled := circled_title(document.text, sentences, ENOUGH_IN_REVIEW if reviewed else ENOUGH):
        return circled, "circled"
    return (defined, "circled") if defined else (subject_title(document, sentences), "subject")
