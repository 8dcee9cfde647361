"""The make of the credit extractors: the name of a credit in, an extractor for its relation out."""

from collections.abc import Callable, Iterator

from kg.extract.stating import state
from kg.model import Claim, Kind, Page, Thing


def crediting(credit: str, relation: str, kind: Kind = Kind.PERSON) -> Callable[[Page], Iterator[Claim]]:
    """Extractor that states `relation` for every credit of this name that the page's text hands out."""

    def extractor(page: Page) -> Iterator[Claim]:
        for found in page.credits:
            if found.relation == credit:
                yield state(page, found.film, relation, Thing(kind, found.name), found.span, found.rule)

    extractor.__name__ = credit
    extractor.__doc__ = f"Claims of {relation}: everyone whom the page credits as {credit}."
    return extractor
