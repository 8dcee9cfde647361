"""Lines of running text in, its blocks out: what encyclopedia pages, synopses, title blocks and paragraphs share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from kg.model import Block, BlockKind, Span
from kg.segment.facts import facts_of
from kg.segment.fields import credits_at, fields_at
from kg.segment.figures import aggregate_at
from kg.segment.lines import Line
from kg.segment.markup import is_table_head, item
from kg.segment.sections import is_definition, is_noise, labelled_synopsis, section_heading
from kg.segment.titles import Title
from kg.segment.words import any_of

_PEOPLE: Final = re.compile(rf"(?:.*\W)?{any_of('people')}\b.*", re.IGNORECASE)
_CAPITALISED: Final = r"[^\W\da-z_][^\s,]*"
_CREDIT: Final = re.compile(  # "Ann Lee as Mary, a nurse.", "Ann Lee ... Mary"
    rf"{_CAPITALISED}(?:\s(?:{_CAPITALISED}|de|del|di|la|van|von|der|den|al|bin|[\"“'‘(]\S+)){{0,5}},?"
    r"(?:\s(?:as|[–—-])\s|\s?(?:\.{2,}|…)\s?|:\s|\t).+"
)
_LIST_WORDS: Final = 14  # most words of a line in a list of people that is no credit by its form
_NAMES: Final = ("name", "title", "film name")
_BUTTON_WORDS: Final = 3  # most words of a line that only sites have ("Talk", "View history")


@dataclass(frozen=True, slots=True)
class _Section:
    """The heading that lines stand under, "" before any."""

    name: str = ""

    @property
    def lists_people(self) -> bool:
        return bool(_PEOPLE.fullmatch(self.name))


def article(lines: Sequence[Line], title: Title | None, *, logline: bool = False, facts: int = 2) -> Iterator[Block]:
    """Title, headings, fields, items and paragraphs.

    With `logline`, the first paragraph before any heading is a synopsis. `facts` is how many facts without a label a
    line has to join to be taken for them.
    """
    section, at = _Section(), 0
    if title:
        yield Block(title.span, BlockKind.HEADING, "title")
    while at < len(lines):
        line, in_lead = lines[at], not section.name
        above = lines[: title.line] if title and at < title.line else lines  # nothing runs over the title
        fields, taken = credits_at(above, at) if section.lists_people else fields_at(above, at, in_lead=in_lead)
        known = facts_of(line)
        averaged = aggregate_at(above, at) if at < len(above) else 0
        if (title and at == title.line) or is_noise(line) or is_table_head(lines, at):
            pass
        elif averaged:
            taken = averaged
            yield Block(Span(line.start, lines[at + taken - 1].span.end), BlockKind.RATING, "aggregate")
        elif taken:
            yield from fields if title else map(_as_title, fields)
        elif (in_lead or section.lists_people) and (len(known) >= facts or any(f.span != f.value for f in known)):
            yield from known
        elif words := section_heading(lines, at):
            section = _Section(line.of(words))
            yield Block(words, BlockKind.HEADING, "section")
        elif not (in_lead and _is_label(lines, at, title)):
            block = _body(line, section)
            if logline and in_lead and line.is_prose and block.kind is BlockKind.PROSE and not block.label:
                logline = False
                block = replace(block, label="" if is_definition(line) else "synopsis")
            yield block
        at += taken or 1


def _as_title(block: Block) -> Block:
    """The infobox's name of the film as the title of a page that has no other."""
    if block.label.casefold() in _NAMES and block.value:
        return Block(block.value, BlockKind.HEADING, "title")
    return block


def _is_label(lines: Sequence[Line], at: int, title: Title | None) -> bool:
    """Whether a line of the lead is no text: the infobox's own title, with a field right below it, or a button."""
    line = lines[at]
    if line.is_prose or item(line):
        return False
    caption = not line.before_gap and at + 1 < len(lines) and fields_at(lines, at + 1, in_lead=True)[1] > 0
    return caption or (title is not None and line.words <= _BUTTON_WORDS and not line.ends_sentence)


def _body(line: Line, section: _Section) -> Block:
    """A list item or a paragraph."""
    if labelled := labelled_synopsis(line):
        return Block(labelled, BlockKind.PROSE, "synopsis")
    if listed := item(line):
        return Block(listed, BlockKind.ITEM, section.name)
    short = line.words <= _LIST_WORDS and not line.ends_sentence
    if section.lists_people and (short or _CREDIT.fullmatch(line.text)):
        return line.block(BlockKind.ITEM, section.name)
    return line.block(BlockKind.PROSE, section.name)
