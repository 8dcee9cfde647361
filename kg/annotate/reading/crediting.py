"""A credit as found in; the credit as the page holds it out: of which film, by the fullest name, with part and kind."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.characters import character, figure, is_titled, kind_of
from kg.annotate.credits.found import Found
from kg.annotate.reading.casting import LISTS
from kg.annotate.reading.state import Reading
from kg.annotate.reviews.candidates import called
from kg.annotate.reviews.parts import RULE as LIKELY_PART
from kg.lexis.names import clean_name, is_company
from kg.lexis.titles import YEAR
from kg.model import Credit, Kind, Span

_OF_ELDER: Final = frozenset({"director.lead", "screenwriter.noun"})
_ELDER: Final = re.compile(  # "from the 1997 Norwegian film by A", "the old script by A"
    rf"\b(?:from|of|on)\s(?:the|an?|his|her)\s{YEAR}\s(?:[A-Z]\w+\s)?(?:[a-z]+\s)?$|\bold\s$"
)
_THE_ORIGINAL: Final = re.compile(r"\bthe\soriginal\s$", re.IGNORECASE)
_HIMSELF: Final = re.compile(r"(?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
_DETERMINED: Final = re.compile(r"(?:the|an?|his|her|their|our|that)\s")
_OWNS: Final = ("'s ", "’s ", "s' ", "s’ ")
_FORMS: Final = frozenset({"actor.field", "actor.item"})  # there the words beside a name are another's
_FIGURES: Final = LISTS | {
    f"actor.{rule}"
    for rule in (
        "bracketed",
        "plays",
        "with",
        "review",
        "judged",
        "played-by",
        "part",
        "pronoun",
        "role-of",
        "original",
    )
}


def credit(reading: Reading, found: Found) -> Credit | None:
    """The credit that these words give, None where they give none of a film."""
    original = found.relation == "originalActor"
    acts = original or found.relation == "actor"
    film = reading.original() if original else reading.film_at((found.of or found.name).start)
    if film.kind is not Kind.MOVIE or not _is_held(reading, found, acts):
        return None
    return Credit(
        relation=found.relation,
        film=film,
        name=reading.full(found.name, crew=not acts),
        span=found.cue if original else _extent(found),
        rule=found.rule,
        role=_role(found, reading.text) if acts else "",
        kind=_kind(found, reading.text),
        counterpart=reading.full(found.counterpart) if found.counterpart else "",
    )


def other_makers(reading: Reading) -> Iterator[Credit]:
    """Who made the other works: a film's director, a book's or play's author."""
    for work, item in reading.told.makers:
        name = reading.full(item.name)
        if name and not is_company(name):
            relation = "director" if work.kind is Kind.MOVIE else "author"
            yield Credit(relation, work, name, item.name, f"{relation}.work")


def _is_held(reading: Reading, found: Found, acts: bool) -> bool:
    """Whether a credit is one of somebody, and of this film rather than of one made before."""
    name = clean_name(found.name.of(reading.text))
    if not name or (found.rule in _OF_ELDER and _is_of_elder(reading, found.cue.start)):
        return False
    return not acts or not (_is_character(reading, name) or _is_listed_part(reading, found.note, name))


def _is_character(reading: Reading, name: str) -> bool:
    """Whether a name is one that characters have ("Judge Holt")."""
    return name.startswith(("the ", "and ")) or is_titled(name) or is_titled(reading.directory.full(name))


def _is_listed_part(reading: Reading, note: str, name: str) -> bool:
    """Whether the brackets behind a name have its actor: "featuring Captain Holt (Lund)" lists a character."""
    first = note.split("; ", 1)[0]
    return reading.directory.knows(first) and reading.directory.full(first) != name


def _is_of_elder(reading: Reading, at: int) -> bool:
    """Whether the words before a noun with its maker tell it of the earlier film: "the original" does in a remake."""
    text, start = reading.text, max(0, at - 40)
    remakes = reading.told.remade_by(reading.main)
    return bool(_ELDER.search(text, start, at) or (remakes and _THE_ORIGINAL.search(text, start, at)))


def _kind(found: Found, text: str) -> str:
    if found.relation != "actor":
        return ""
    if found.rule in _FORMS and found.role and _HIMSELF.match(found.role.of(text)):
        return "AsThemselves"
    return kind_of(found.note, "" if found.rule in _FORMS else found.cue.of(text))


def _role(found: Found, text: str) -> str:
    if found.role is None:
        return ""
    words = found.role.of(text)
    if found.rule == "actor.item":
        return "" if _HIMSELF.match(words) else " ".join(words.split())
    if found.rule == LIKELY_PART:
        return called(words)
    owned = text.endswith(_OWNS, 0, found.role.start) and not _DETERMINED.match(words)  # "Lund's weary nurse"
    return character(words) or (figure(f"the {words}" if owned else words) if found.rule in _FIGURES else "")


def _extent(found: Found) -> Span:
    spans = [span for span in (found.cue, found.name, found.role) if span]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
