"""What an earlier version of the film is called, and how its parts were played: pattern fragments."""

from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.nouns import COUNTRY, works
from kg.lexis.names import NAME
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation
from kg.model import Span

OLDER: Final = alternation(works()["older"])
VERSION: Final = alternation(works()["version"])
FILM: Final = rf"(?:(?:{YEAR}|first|{OLDER}|{COUNTRY})(?:\s\w+)?\s{VERSION}|original)"
THERE: Final = rf"in\s(?:the\s{FILM}|{NAME}['’]s?\s(?:(?:{YEAR}|{OLDER})\s)?{VERSION})"
PLAYED: Final = r"(?:played|portrayed|essayed|performed|created|originated|embodied|held|taken|filled|made\sfamous)"
RULE: Final = "actor.original"


def original(name: Span, cue: Span, now: Found | None, counterpart: Span | None) -> Found:
    """The credit of an actor before, with the part and the actor of the one who has it `now`."""
    return Found("originalActor", name, cue, RULE, now.role if now else None, "", counterpart)
