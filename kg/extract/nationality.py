"""Page in, claims of schema:nationality out: where the text says that somebody is Dutch."""

import re
from collections.abc import Iterator

from kg.extract.callings import callings
from kg.extract.stating import person, state
from kg.model import Claim, Kind, Page, Thing
from kg.vocab import country_code


def nationality(page: Page) -> Iterator[Claim]:
    """Countries of the people whom the text gives a calling with a demonym."""
    for calling in callings(page):
        if calling.demonym:
            for code in filter(None, map(country_code, re.split(r"[-–/]", page.text(calling.demonym)))):
                country = Thing(Kind.COUNTRY, code)
                yield state(
                    page, person(calling.person), "schema:nationality", country, calling.span, "nationality.calling"
                )
