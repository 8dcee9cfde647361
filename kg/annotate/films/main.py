"""The film a page is about: blocks in; its title, year and their places out, the most explicit place first."""

import re
from typing import Final

from kg.annotate.films.circling import ENOUGH, ENOUGH_IN_REVIEW, circled_title
from kg.annotate.films.defining import defined_title
from kg.annotate.films.headed import given_title, headed_title
from kg.annotate.films.judging import likeliest
from kg.annotate.films.marked import marked_title
from kg.annotate.films.signs import DATED
from kg.annotate.films.subjects import subject_title
from kg.annotate.films.years import film_year
from kg.lexis.given import is_full_name
from kg.lexis.names import NAME
from kg.lexis.titles import title_key
from kg.model import Block, BlockKind, Document, Film, Kind, Sentence, Span, Thing

MAIN: Final = Thing(Kind.MOVIE, "main")
_OWNED: Final = re.compile(rf"{NAME}['’]s?\s(?=(?:The|A|An)\s)")  # "Ana Ruiz's The Salt Ledger"
_FULLY_OWNED: Final = re.compile(rf"(?P<owner>{NAME})['’]s\s(?=\S)")  # "Ana Ruiz's Salt"
_MADE_BY: Final = re.compile(r"[^.]*\b(?:directed|written|produced)\b[^.]*\bby\b")


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
    title = _without_owner(document.text, title)
    year = film_year(document, blocks, sentences, title)
    name = " ".join(title.of(document.text).split())
    return Film(MAIN, name, title, year.of(document.text) if year else None, year, title), defined is None


def _is_a_sites(text: str, headed: Span, defined: Span) -> bool:
    """Whether a heading names a site, or the way to the page, rather than the film that a sentence defines."""
    site, film = title_key(headed.of(text)), title_key(defined.of(text))
    if site == film or f" {site} " in f" {film} " or DATED.match(text, headed.end):
        return False
    return f" {film} " in f" {site} " or text.count(headed.of(text)) == 1


def _without_owner(text: str, title: Span) -> Span:
    """A title without its maker's possessive, which may be part of it where the sentence tells its makers besides."""
    owned = _OWNED.match(title.of(text))
    full = _FULLY_OWNED.match(title.of(text))
    if full and not owned and is_full_name(full["owner"]) and not _MADE_BY.match(text, title.end):
        owned = full
    return Span(title.start + owned.end(), title.end) if owned else title


def stated_title(
    document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], defined: Span | None
) -> tuple[Span | None, str]:
    """The title at its most explicit place, and what kind of place that is.

    `defined` is the title of a sentence that says what a film is; in a review that may be another film than its own.
    """
    headed = headed_title(document, blocks)
    if marked := marked_title(document, blocks, headed):
        return marked, "marked"
    reviewed = any(block.kind is BlockKind.REVIEW for block in blocks)
    if headed and not (defined and not reviewed and _is_a_sites(document.text, headed, defined)):
        return headed, "defined" if defined else "headed"
    if defined and not reviewed:
        return defined, "defined"
    if given := given_title(document):
        return given, "given"
    if circled := circled_title(document.text, sentences, ENOUGH_IN_REVIEW if reviewed else ENOUGH):
        return circled, "circled"
    return (defined, "circled") if defined else (subject_title(document, sentences), "subject")
