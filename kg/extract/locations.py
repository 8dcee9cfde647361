"""Page in, claims of kg:narrativeLocation and kg:filmingLocation out: where a film is set and where it was shot."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import fields, film_at, finds, group, parts
from kg.extract.stating import state
from kg.extract.words import any_of, words
from kg.lexis.letters import UPPER
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Span, Value

_SET: Final = "kg:narrativeLocation"
_SHOT: Final = "kg:filmingLocation"
_FIELDS: Final = ((_SET, frozenset(words("fields.set_in"))), (_SHOT, frozenset(words("fields.filmed_in"))))
_MOSTLY: Final = any_of("locations.mostly")
_CUE: Final = prefiltered(
    rf"\b(?:(?P<shot>(?:shot|filmed|photographed)(?:\s{_MOSTLY}){{0,2}}"
    r"|(?:filming|shooting|(?:principal\s)?photography|production)\s(?:took\splace|began|commenced|started|occurred))"
    rf"|(?P<set>[Ss]et(?:\s{_MOSTLY})?|takes\splace|took\splace))\s(?:in|at|around|on)\s"
)
_LEAD: Final = re.compile(
    rf"(?:(?:{any_of('locations.kind')}\s(?:of|in|around|near)|(?:various|several)\slocations\s(?:in|around)"
    rf"|{any_of('locations.which')}|\d{{4}}s?|\d+th-century)\s){{0,4}}"
)
_WORD: Final = rf"(?:(?:St|Mt|Ft)\.|U\.[KS]\.|D\.C\.|{UPPER}[\w’'-]*)"
_PLACE: Final = re.compile(
    rf"{_WORD}(?:\s(?:(?:of|the|de|del|la|las|los|do|da|du|upon|und|am)\s){{0,2}}{_WORD}){{0,4}}"
)
_AND: Final = re.compile(r",?\sand\s(?:in\s)?(?:the\s)?|,\s")
_NO_PLACE: Final = re.compile(rf"{any_of('locations.no_place')}\b")
_OTHER_SUBJECT: Final = re.compile(
    rf"\b{any_of('locations.other_subject')}\s(?:\w+\s){{0,2}}$|(?:\ban?|\bthe|\))\s(?:film\s)?$"
)
_NOT_BEHIND: Final = re.compile(rf"\s(?!{any_of('locations.behind')}\b)[a-z]")
_SUBJECT_BEHIND: Final = re.compile(r"\s(?:is|was|has|stars|tells)\b")


def locations(page: Page) -> Iterator[Claim]:
    """Places of the story and of the shooting of the page's films."""
    for relation, labels in _FIELDS:
        for value in fields(page, labels):
            for part in parts(page, value):
                yield state(page, page.main, relation, Value(page.text(part)), part, "location.field")
    for cue in finds(page, _CUE):
        film = film_at(page, cue.start())
        if film and not _OTHER_SUBJECT.search(page.document.text, max(0, cue.start() - 40), cue.start()):
            relation = _SHOT if cue["shot"] else _SET
            for place in _places(page, cue.end()):
                yield state(page, film, relation, Value(page.text(place)), place, f"location.{cue.lastgroup}")


def _places(page: Page, start: int) -> Iterator[Span]:
    """The places listed from `start` on."""
    text, titles = page.document.text, {film.title for film in page.films}
    at = _after_lead(text, start)
    behind_comma = False
    while (place := _PLACE.match(text, at)) and not _NO_PLACE.match(text, at):
        opens_clause = behind_comma and (place[0] in titles or _SUBJECT_BEHIND.match(text, place.end()))
        if opens_clause or _NOT_BEHIND.match(text, place.end()):
            return
        yield group(place)
        if not (following := _AND.match(text, place.end())):
            return
        behind_comma = following[0] == ", "
        at = _after_lead(text, following.end())


def _after_lead(text: str, start: int) -> int:
    lead = _LEAD.match(text, start)
    return lead.end() if lead else start
