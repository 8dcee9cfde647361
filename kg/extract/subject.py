"""Page in, claims of schema:about out: the person whose life a film tells, or whom a documentary is about."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import film_at, finds, group
from kg.extract.stating import state
from kg.lexis import NAME
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Value
from kg.vocab.places import country_spellings

_DEMONYM: Final = rf"(?:(?:{'|'.join(map(re.escape, country_spellings()))})[\s-])"
_PORTRAYS: Final = prefiltered(
    r"\b(?:(?:documentary|biographical\s(?:[a-z-]+\s){0,2}film|biopic)(?:\s(?:film|feature|short))?\s(?:about|of|on)"
    r"|(?:based\son|about|chronicl(?:es|ing)|depict(?:s|ing)|portray(?:s|ing)|story\sof)\sthe\s(?:[a-z]+\s)?life(?:\sand\s(?:[a-z-]+\s){0,2}[a-z]+)?\sof)\s"
    rf"(?:(?:the|an?)\s)?{_DEMONYM}{{0,2}}(?P<epithet>(?:(?!(?:and|known)\b)[a-z-]+,?\s(?:and\s)?){{0,4}})"
    rf"(?P<subject>(?!{_DEMONYM})(?!(?:World|The)\b){NAME})(?=[,.;:)]|$|\s(?:and|who|whom|in|from|directed|starring|written|by|as|during|with|until|between|at)\b)"
)


def subject(page: Page) -> Iterator[Claim]:
    """People whom the page's films are about, where they are named."""
    for match in finds(page, _PORTRAYS):
        film = film_at(page, match.start())
        if film and "fictional" not in match["epithet"]:
            yield state(page, film, "schema:about", Value(match["subject"]), group(match, "subject"), "about.named")
