"""Page in, claims of schema:jobTitle out: the callings that the text gives its people, as stated."""

from collections.abc import Iterator

from kg.extract.callings import callings
from kg.extract.stating import person, state
from kg.model import Claim, Page, Value


def job_title(page: Page) -> Iterator[Claim]:
    """What the page's people do."""
    for calling in callings(page):
        for span in calling.callings:
            yield state(
                page,
                person(calling.person),
                "schema:jobTitle",
                Value(page.text(span)),
                calling.span,
                "jobTitle.calling",
            )
