"""Joined names in; those of them that are people's, out."""

import re
from typing import Final

from kg.lexis.letters import UPPER
from kg.model import Span

_AS_PART: Final = re.compile(
    r"(?:(?<![\w,])As|[,;—–:]\sas|\b(?:and|but|while),?\sas)\s(?:(?:the|an?|his|her|their)\s)?(?:[\w’'-]+,?\s){0,5}$"
)
_APPOSED_PART: Final = re.compile(
    rf"\bas\s(?:the|an?|his|her|their|{UPPER}[\w-]+['’]s)\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+,\s$"
)
_AS_ROLE: Final = re.compile(r"\bas\s$")
_SIBLINGS: Final = re.compile(r"\b(?:brothers|sisters|siblings|twins)\s$")
_TITLED: Final = re.compile(r"\b(?:film|feature|movie|picture|debut|called|titled),?\s(?:The\s|An?\s)?$")
_NOBODY: Final = re.compile(r"(?:the|My|Our|Your|Let(?:['’]s)?)\s")  # "the Captain", "My Brother's Boat"
_AGED: Final = re.compile(r"(?:Young|Little|Old)\s(?=\S+\s\S)")


def believed(text: str, names: list[Span], known: frozenset[str]) -> list[Span]:
    """The last of these joined names that are people's: full names, known ones, and siblings' first names."""
    kept: list[Span] = []
    siblings = _SIBLINGS.search(text, max(0, names[0].start - 12), names[0].start)
    names = _without_part(text, names)
    titled = _TITLED.search(text, max(0, names[0].start - 20), names[0].start)
    for name in (n for n in reversed(names) if not _NOBODY.match(text, n.start)):
        if " " not in name.of(text) and name.of(text) not in known and not (kept and siblings):
            break
        if titled and kept and name == names[0]:  # "her first film, The Dry Well, Ana Ruiz …"
            break
        kept.insert(0, _unaged(text, name))
    return kept


def is_nobody(name: str) -> bool:
    """Whether words shaped like a name open as no person's does ("the Captain", "My Brother")."""
    return bool(_NOBODY.match(name))


def is_part_before(text: str, name: Span) -> bool:
    """Whether the word before a name makes it a part's: "as Holt's wife"."""
    return bool(_AS_ROLE.search(text, max(0, name.start - 4), name.start))


def _without_part(text: str, names: list[Span]) -> list[Span]:
    """The names without the first, where that is somebody's part."""
    if len(names) == 1:
        return names
    near = max(0, names[0].start - 60)
    if is_part_before(text, names[0]):  # "A as Holt, and B is good, too": Holt is nobody's name
        return names[1:]
    if _APPOSED_PART.search(text, near, names[0].start):  # "as the mayor's deputy, Holt, and A"
        return names[1:]
    part = _AS_PART.search(text, near, names[0].start)  # "As the widow Holt, A is good"
    return names[1:] if part and text.startswith(", ", names[0].end) else names


def _unaged(text: str, name: Span) -> Span:
    """A full name without what tells its bearer's age ("Young Peter Lund")."""
    aged = _AGED.match(text, name.start, name.end)
    return Span(aged.end(), name.end) if aged else name
