"""Lines of an article in, its blocks out: what encyclopedia pages, synopses and bare paragraphs have in common."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.fields import fields_at
from kg.segment.lines import Line
from kg.segment.markup import heading, is_decoration, is_section_name, item
from kg.segment.titles import title_of
from kg.segment.words import any_of

_PEOPLE: Final = re.compile(rf"(?:.*\W)?{any_of('people')}\b.*", re.IGNORECASE)
_CAPITALISED: Final = r"[^\W\da-z_][^\s,]*"
_CREDIT: Final = re.compile(  # "Ann Lee as Mary, a nurse.", "Ann Lee ... Mary"
    rf"{_CAPITALISED}(?:\s(?:{_CAPITALISED}|de|del|di|la|van|von|der|den|al|bin|[\"“'‘(]\S+)){{0,5}},?"
    r"(?:\s(?:as|[–—-])\s|\s?(?:\.{2,}|…)\s?|:\s|\t).+"
)
_LIST_WORDS: Final = 14  # most words of a line in a list of people that is no credit by its form
_BARE_HEADING: Final = re.compile(r"(?P<words>\S.*?)(?:\s*\[\s*edit\s*\])?\s*:?")
_HEADING_WORDS: Final = 6
_POSTER: Final = re.compile(r"(?:\S+\s){0,6}(?:posters?|cover art|film still)", re.IGNORECASE)
_NAMES: Final = ("name", "title", "film name")
_NOTE: Final = re.compile(r"from \w+, the free \w+\.?|redirected from .*|jump to .*|advertisement", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"(?:[-*•]\s)?(?:\*\*)?(?:synopsis|plot|storyline|summary|logline|overview|premise)(?:\*\*)?:(?:\*\*)?\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
_DEFINITION: Final = re.compile(
    r"(?:\S+\s){1,14}?(?:is|was|are)\s(?:a|an|the|one)\s[^.]*?"
    r"(?:film|movie|documentary|drama|comedy|thriller|musical|western|feature|remake|sequel|adaptation|short|picture)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """The heading that lines stand under, "" before any."""

    name: str = ""

    @property
    def lists_people(self) -> bool:
        return bool(_PEOPLE.fullmatch(self.name))


def article(lines: Sequence[Line], *, logline: bool = False) -> Iterator[Block]:
    """Headings, fields, items and paragraphs; with `logline`, the first paragraph of the lead is a synopsis."""
    title = title_of(lines)
    section, at = _Section(), 0
    if title:
        yield Block(title.span, BlockKind.HEADING, "title")
    while at < len(lines):
        line = lines[at]
        blocks, taken = fields_at(lines, at, in_lead=not section.name) if not section.lists_people else ([], 0)
        if (title and at == title.line) or is_noise(line):
            pass
        elif words := section_heading(lines, at, lists_people=section.lists_people):
            section = _Section(line.of(words))
            yield Block(words, BlockKind.HEADING, "section")
        elif taken:
            yield from blocks if title else map(_as_title, blocks)
        elif not _is_caption(lines, at, section):
            block = _body(line, section)
            if logline and not section.name and block.kind is BlockKind.PROSE and not block.label:
                logline = False
                block = replace(block, label="" if is_definition(line) else "synopsis")
            yield block
        at += taken or 1


def section_heading(lines: Sequence[Line], at: int, *, lists_people: bool = False) -> Span | None:
    """Where the words of a section's heading stand, marked or bare; None when the line is no heading."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if marked := heading(line, below):
        return marked.span
    match = _BARE_HEADING.fullmatch(line.text)
    if match and is_section_name(match["words"]) and (line.after_gap or line.before_gap or (below and below.is_prose)):
        return line.part(match, "words")
    bare = line.after_gap and line.words <= _HEADING_WORDS and line.text[0].isupper() and line.text[-1] not in ".!?,;:"
    if bare and below and below.is_prose and not (lists_people and _CREDIT.fullmatch(line.text)):
        return line.span
    return None


def is_noise(line: Line) -> bool:
    """Whether the line is a rule, a picture's caption or a note of the site."""
    return is_decoration(line) or bool(_POSTER.fullmatch(line.text) or _NOTE.fullmatch(line.text))


def is_definition(line: Line) -> bool:
    """Whether the line begins as encyclopedias do: "X is a 1997 drama film"."""
    return bool(_DEFINITION.match(line.text))


def _as_title(block: Block) -> Block:
    """The infobox's name of the film as the title of a page that has no other."""
    if block.label.casefold() in _NAMES and block.value:
        return Block(block.value, BlockKind.HEADING, "title")
    return block


def _is_caption(lines: Sequence[Line], at: int, section: _Section) -> bool:
    """Whether the line is the infobox's own title: short, in the lead, with a field right below it."""
    if section.name or lines[at].is_prose or lines[at].before_gap or at + 1 == len(lines) or item(lines[at]):
        return False
    return fields_at(lines, at + 1, in_lead=True)[1] > 0


def _body(line: Line, section: _Section) -> Block:
    """A list item or a paragraph."""
    if labelled := _LABELLED.fullmatch(line.text):
        return Block(line.part(labelled, "text"), BlockKind.PROSE, "synopsis")
    if listed := item(line):
        return Block(listed, BlockKind.ITEM, section.name)
    short = line.words <= _LIST_WORDS and not line.ends_sentence
    if section.lists_people and (short or _CREDIT.fullmatch(line.text)):
        return line.block(BlockKind.ITEM, section.name)
    return line.block(BlockKind.PROSE, section.name)


def named_sections(lines: Sequence[Line]) -> int:
    """How many headings have the names that sections of articles have."""
    return sum(is_section_name(line.of(words)) for i, line in enumerate(lines) if (words := section_heading(lines, i)))


def section_count(lines: Sequence[Line]) -> int:
    """How many headings the page has besides its title."""
    title = title_of(lines)
    return sum(
        not (title and i == title.line) and not is_noise(lines[i]) and section_heading(lines, i) is not None
        for i in range(len(lines))
    )
