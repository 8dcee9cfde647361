"""The make of the extractors of ties between works: the name of a tie in, an extractor for its relation out."""

from collections.abc import Callable, Iterator

from kg.extract.stating import state
from kg.model import Claim, Page


def tying(tie: str, relation: str) -> Callable[[Page], Iterator[Claim]]:
    """Extractor that states `relation` between two works for every tie of this name."""

    def extractor(page: Page) -> Iterator[Claim]:
        for found in page.ties:
            if found.relation == tie:
                yield state(page, found.subject, relation, found.object, found.span, f"{tie}.{found.rule}")

    extractor.__name__ = tie
    extractor.__doc__ = f"Claims of {relation}: every other work that the text ties to a film in this way."
    return extractor
