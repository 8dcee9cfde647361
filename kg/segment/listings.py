"""Credits as film sites list them, a heading over its names: lines in, the lists' blocks and the other lines out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.lines import Line
from kg.segment.markup import is_section_name
from kg.segment.paired import is_second
from kg.segment.words import words

_CAST: Final = re.compile(
    r"(?:(?:full|top|main)\s)?cast(?:\s\([^()]+\))?(?:\s(?:overview|list|members))?:?", re.IGNORECASE
)
_BY: Final = re.compile(r"(?:[a-z]+\s){1,3}by:?", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?P<name>\S.*?)(?P<rest>\s?(?:\.{2,}|…|\t|\s[-–—]\s|\s\()\s*.*)?")
_LESSER: Final = re.compile(r"\b(?:associate|assistant|line|consulting|co-?executive)\b", re.IGNORECASE)
_SMALL: Final = re.compile(r"(?:[A-Z]\.)+|[a-z].*|Jr\.?|Sr\.?|I{2,3}|&|and")
_FEWEST: Final = 3  # lists that make a page one of credits
_MOST_WORDS: Final = 14  # of a line in a list
_NAME_WORDS: Final = 3  # most words of a name, small ones and initials not counted: what has more may be two names


@dataclass(frozen=True, slots=True)
class _List:
    """A heading's line and the lines below it that belong to it."""

    heading: Line
    below: Sequence[Line]

    @property
    def is_cast(self) -> bool:
        return bool(_CAST.fullmatch(self.heading.text))


def listings(lines: Sequence[Line]) -> tuple[list[Block], list[Line]]:
    """A FIELD for each name below a trade, an ITEM for each line of the cast, and the lines that are in no list.

    Without at least three such lists, among them a trade's, all lines are returned.
    """
    found = [_List(lines[at], below) for at in range(len(lines)) if (below := _below(lines, at))]
    if len(found) < _FEWEST or all(one.is_cast for one in found):
        return [], list(lines)
    taken = {line.start for one in found for line in (one.heading, *one.below)}
    return [block for one in found for block in _blocks(one)], [line for line in lines if line.start not in taken]


def _is_heading(line: Line) -> bool:
    key = line.text.rstrip(":").casefold()
    return bool(
        _CAST.fullmatch(line.text) or _BY.fullmatch(line.text) or key in words("stacked") or key in words("trade")
    )


def _below(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines of the list that this line heads, up to a gap, another heading, or what is no name."""
    if not _is_heading(lines[at]) or is_second(lines, at, lambda other: _is_heading(lines[other])):
        return ()
    end = at + 1
    while end < len(lines) and _continues(lines[end], first=end == at + 1):
        end += 1
    return lines[at + 1 : end]


def _continues(line: Line, first: bool) -> bool:
    gap = line.after_gap and not first
    return (
        not gap
        and line.words <= _MOST_WORDS
        and not line.ends_sentence
        and not _is_heading(line)
        and not is_section_name(line.text)
    )


def _blocks(found: _List) -> Iterator[Block]:
    if found.is_cast:
        yield from (line.block(BlockKind.ITEM, "Cast") for line in found.below if _is_one(line))
        return
    for number, line in enumerate(found.below):
        match = _LISTED.fullmatch(line.text)
        if match and _is_one(line) and not _LESSER.search(match["rest"] or ""):
            start = line.start if number else found.heading.start
            end = line.span.end if (match["rest"] or "").strip().startswith("(") else line.start + match.end("name")
            yield Block(Span(start, end), BlockKind.FIELD, found.heading.text.rstrip(":"), value=Span(line.start, end))


def _is_one(line: Line) -> bool:
    """Whether a line holds one name, or several that marks keep apart: "Ann Lee Bo Vance" may be anybody."""
    match = _LISTED.fullmatch(line.text)
    name = match["name"] if match else line.text
    return "," in name or " and " in name or sum(not _SMALL.fullmatch(word) for word in name.split()) <= _NAME_WORDS
