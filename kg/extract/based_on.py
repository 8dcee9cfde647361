"""Which novel, play or other work a film is based on, and who wrote that: schema:isBasedOn, schema:author."""

from collections.abc import Iterator

from kg.extract.stating import person, state
from kg.model import Claim, Page, Value


def based_on(page: Page) -> Iterator[Claim]:
    """Claims of schema:isBasedOn, with name, year and author of the work as far as the text states them."""
    titled = {work.thing for work in page.works if work.title and work.title_span}
    for tie in page.ties:
        if tie.relation == "basedOn" and tie.object in titled:
            yield state(page, tie.subject, "schema:isBasedOn", tie.object, tie.span, "basedOn.phrase")
    for work in page.works:
        if work.title and work.title_span:
            yield state(page, work.thing, "schema:name", Value(work.title), work.title_span, "basedOn.title")
    for credit in page.credits:
        if credit.relation == "author" and credit.film in titled:
            yield state(page, credit.film, "schema:author", person(credit.name), credit.span, credit.rule)
