"""Which novel, play or other work a film is based on, and who wrote that: schema:isBasedOn, schema:author.

A work without a title is told by its kind and author, "novel by Ada Holt"; where the text names a work of the same
author, it is taken to be that one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.extract.stating import person, state, titled
from kg.model import Claim, Film, Page, Thing, Value


def based_on(page: Page) -> Iterator[Claim]:
    """Claims of schema:isBasedOn, with the work's name or description and its author as far as stated."""
    authors = _authors(page)
    works = {work.thing: work for work in page.works if _titled(work) or _is_told(work, authors, page)}
    for tie in page.ties:
        if tie.relation == "basedOn" and tie.object in works:
            yield state(page, tie.subject, "schema:isBasedOn", tie.object, tie.span, "basedOn.phrase")
    for work in works.values():
        yield from _named(page, work, authors.get(work.thing, ()))
    for credit in page.credits:
        if credit.relation == "author" and credit.film in works:
            yield state(page, credit.film, "schema:author", person(credit.name), credit.span, credit.rule)


def _authors(page: Page) -> Mapping[Thing, tuple[str, ...]]:
    """Who wrote each work, in the order of the text."""
    authors: dict[Thing, dict[str, None]] = defaultdict(dict)
    for credit in page.credits:
        if credit.relation == "author":
            authors[credit.film][credit.name] = None
    return {work: tuple(names) for work, names in authors.items()}


def _titled(work: Film) -> bool:
    return work.title is not None and work.title_span is not None


def _is_told(work: Film, authors: Mapping[Thing, tuple[str, ...]], page: Page) -> bool:
    """Whether a work without a title is one by its author that no other words name."""
    named = {name for other in page.works if _titled(other) for name in authors.get(other.thing, ())}
    written = set(authors.get(work.thing, ()))
    return not _titled(work) and work.span is not None and bool(written) and not written & named


def _kind(work: Film) -> str:
    """What a work without a title is called: its key begins with it."""
    return work.thing.key.split(" by ", 1)[0]


def _named(page: Page, work: Film, authors: tuple[str, ...]) -> Iterator[Claim]:
    if work.title and work.title_span:
        yield state(page, work.thing, "schema:name", titled(page, work), work.title_span, "basedOn.title")
    elif work.span:
        told = Value(f"{_kind(work)} by {' and '.join(authors)}")
        yield state(page, work.thing, "schema:disambiguatingDescription", told, work.span, "basedOn.description")
