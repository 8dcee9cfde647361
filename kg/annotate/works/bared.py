"""Capitalised words that may be a title in; the title alone out, and whether they could as well name a person."""

import re
from typing import Final

from kg.annotate.works.years import year_of
from kg.lexis.given import given_names, is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.model import Span

NO_PERSON: Final = re.compile(r"^(?:The|An?|My|No)\b|\s(?:of|the|and|in|on|to|for|an?|with|is|at)\s|[!?:&\d]|['’]s\s")
_OPENING: Final = re.compile(
    r"(?:In|With|For|As|From|Of|At|By|Like|Unlike|And|But|While|If|On|To|Since|(?:Re)?[Vv]isiting"
    r"|(?:Re-?)?[Ww]atching"
    rf"|Seeing|Reviewing)\s(?={UPPER}|\d)"
)
_MAKER_OF: Final = re.compile(rf"['’]s\s(?P<name>{NAME})$")
_PLAYER_IN: Final = re.compile(rf"(?P<name>{NAME})\sin\s(?={UPPER})")
_COMMON_OWNER: Final = re.compile(
    r"\b(?:Man|Woman|Men|Boy|Girl|Devil|Angel|King|Queen|Child|Mother|Father|Sister|Brother|Wife|Husband|Daughter|Son"
    r"|Lady|Lord|Soldier|Hangman|Pilgrim|Widow|Doctor|Captain|Winter|Summer|World|Night|Day|Heaven|Hell|Fool|Thief)$"
)
QUOTES: Final = ("“", '"', "‘", "*", "_")
_OWNER: Final = re.compile(rf"(?P<owner>{NAME})['’]s?\s(?={UPPER}|\d)")


def bared(text: str, title: Span) -> Span:
    """A title without the opening of its sentence or the owner before it ("In Ana Ruiz's The Dry Well")."""
    quoted = title.start > 0 and text[title.start - 1] in QUOTES
    if not quoted and (opening := _OPENING.match(text, title.start, title.end)):
        title = Span(opening.end(), title.end)
    title = _without_next(text, title)
    if not quoted:
        title = _without_player(text, title)
    return _without_owner(text, title)


def _without_next(text: str, title: Span) -> Span:
    """A title without the subject that comes next, or its maker behind it."""
    if text.endswith(" I", title.start, title.end) and re.match(r"\s[a-z]", text[title.end : title.end + 2]):
        title = Span(title.start, title.end - 2)  # "in Low Tide I liked"
    if (maker := _MAKER_OF.search(text, title.start, title.end)) and is_full_name(maker["name"]):
        title = Span(title.start, maker.start())  # "from Low Tide's Ana Ruiz"
    return title


def _without_player(text: str, title: Span) -> Span:
    """The first title of "I loved Ana in Low Tide and in Ebb"."""
    lead = _PLAYER_IN.match(text, title.start, title.end)
    if not lead or lead["name"].split(" ")[0] not in given_names():
        return title
    both = text.find(" and ", lead.end(), title.end)
    return Span(lead.end(), both if both >= 0 else title.end)


def _without_owner(text: str, title: Span) -> Span:
    """A title without its maker, who is told of elsewhere, has a full name, or stands before an article."""
    owner = _OWNER.match(text, title.start, title.end)
    if not owner or _COMMON_OWNER.search(owner["owner"]):  # "Dead Man's Drive"
        return title
    article = text.startswith(("The ", "A ", "An "), owner.end())
    apart = re.compile(rf"\b{re.escape(owner['owner'])}\b(?!['’]s?\s[A-Z])")
    return Span(owner.end(), title.end) if " " in owner["owner"] or article or apart.search(text) else title


def may_be_person(text: str, title: Span, start: int, end: int) -> bool:
    """Whether a title without year and owner could as well be someone's name, or a demonym."""
    words = title.of(text)
    if " " not in words:
        return True
    plain = len(words.split()) <= 3 and not NO_PERSON.search(words)
    named = text.endswith("named ", 0, title.start)
    plain = plain and (named or is_full_name(words) or _is_known_by_surname(text, words))
    return plain and year_of(text, title, start, end) is None and bared(text, title) == title


def _is_known_by_surname(text: str, words: str) -> bool:
    """Whether the last of these words stands alone elsewhere, as people's surnames do."""
    *_, first, last = words.split()
    return bool(re.search(rf"(?<!\b{re.escape(first)}\s)(?<![\w-]){re.escape(last)}(?![\w-]|\s[A-Z])", text))
