"""Infobox fields, which may run over several lines: lines in, one FIELD block for each value out."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from kg.model import Block, Span
from kg.segment.beside import blocks_of, side_by_side
from kg.segment.lines import Line
from kg.segment.markup import Field, field, heading, is_decoration, is_section_name, item, values
from kg.segment.paired import is_second
from kg.segment.words import words

_FEWEST_STACKED: Final = 2  # key lines that make lines without marks an infobox
_NEAR: Final = 12  # lines
_NAME_WORDS: Final = 8  # most words of a line that holds names below a credit
_OPEN, _CLOSED = "{{", "}}"


def fields_at(lines: Sequence[Line], at: int, *, in_lead: bool) -> tuple[list[Block], int]:
    """The blocks of the field at this line and the number of its lines; ([], 0) when no field begins here.

    Before the first section every marked "key: value" is a field, after it only those with a name that film pages have.
    """
    if beside := side_by_side(lines[at]):
        return beside, 1
    found = field(lines[at])
    if found and (found.known or (found.marked and in_lead)) and not (is_heading_like(found) and not found.value):
        return _taken(lines, at, found, at + 1 + sum(1 for _ in _continued(lines, at, found)))
    if in_lead and _is_key_line(lines, at) and _stack(lines, at) >= _FEWEST_STACKED:
        last = at + _is_broken_key(lines, at)
        label = " ".join(line.text for line in lines[at : last + 1])
        key = Field(lines[at].span, None, label, marked=False)
        blocks, taken = _taken(lines, last, key, last + 1 + _stacked_values(lines, last))
        return blocks, taken + last - at
    return [], 0


def credits_at(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    """The same below a heading that announces people, where most lines are no fields.

    A line that names a credit begins one ("Directed by" over a name), and a known key that no character is called by
    does ("Running time: 118 minutes").
    """
    found = field(lines[at])
    if found and found.known and found.value and found.label.casefold() not in words("person"):
        return _taken(lines, at, found, at + 1)
    if not _is_key_line(lines, at) or is_section_name(lines[at].text):
        return [], 0
    if is_second(lines, at, partial(_is_key_line, lines)):
        return [], 0
    end = at + 1 + _stacked_values(lines, at)
    named = all(not line.is_prose and line.words <= _NAME_WORDS for line in lines[at + 1 : end])
    if end == at + 1 or not named:
        return [], 0
    return _taken(lines, at, Field(lines[at].span, None, lines[at].text.rstrip(":"), marked=False), end)


def infobox_size(lines: Sequence[Line]) -> int:
    """How many fields stand before the first heading but the title's."""
    size = at = 0
    while at < len(lines) and not (at > 1 and heading(lines[at])):
        blocks, taken = fields_at(lines, at, in_lead=True)
        size += bool(blocks)
        at += taken or 1
    return size


def is_heading_like(found: Field) -> bool:
    """Whether the key could as well be a section's name ("Cast:")."""
    return is_section_name(found.label) and not found.marked


def _taken(lines: Sequence[Line], at: int, found: Field, end: int) -> tuple[list[Block], int]:
    """The blocks of a field that ends before line `end`, and the number of its lines."""
    return blocks_of(found, list(_value_spans(lines, at, found, end))), end - at


def _value_spans(lines: Sequence[Line], at: int, found: Field, end: int) -> Iterator[Span]:
    if found.value:
        yield from values(lines[at].of(found.value), found.value)
    for line in lines[at + 1 : end]:
        if not is_decoration(line):
            span = item(line) or line.span
            yield from values(line.of(span), span)


def _continued(lines: Sequence[Line], at: int, found: Field) -> Iterator[Line]:
    """The lines below that belong to the value: deeper ones, those of an open template, a list under a bare key."""
    first = lines[at]
    depth = _depth(first)
    for line in lines[at + 1 :]:
        inside = depth > 0 and not line.text.startswith("|")
        below = not line.after_gap and (line.indent > first.indent or _listed(line, found))
        if heading(line) or not (inside or below) or (line.text == _CLOSED and not depth):
            return
        depth += _depth(line)
        yield line


def _listed(line: Line, found: Field) -> bool:
    """Whether a line as deep as the key belongs to it: below a bare key, or in the second column of a pasted table."""
    if found.tabbed:
        row = "\t" in line.text
        return not row and field(line) is None and line.words <= _NAME_WORDS and not line.is_prose and not _is_key(line)
    return found.value is None and field(line) is None and not (found.marked and line.text[:1] == "-")


def _is_key(line: Line) -> bool:
    """Whether a line is a key of an infobox, or the first word of one that is broken off."""
    key = line.text.rstrip(":").casefold()
    return key in words("stacked") or any(other.startswith(f"{key} ") for other in words("stacked"))


def _depth(line: Line) -> int:
    return line.text.count(_OPEN) - line.text.count(_CLOSED)


def _is_key_line(lines: Sequence[Line], at: int) -> bool:
    known = lines[at].text.rstrip(":").casefold() in words("stacked")
    return at + 1 < len(lines) and (known or _is_broken_key(lines, at))


def _is_broken_key(lines: Sequence[Line], at: int) -> bool:
    """Whether a key runs over two lines, as it does in narrow boxes ("Production" over "companies")."""
    if at + 2 >= len(lines) or lines[at].before_gap or lines[at].text != lines[at].text.capitalize():
        return False
    return f"{lines[at].text} {lines[at + 1].text}".casefold() in words("stacked") and lines[at + 1].text.islower()


def _begins_field(lines: Sequence[Line], at: int) -> bool:
    found = field(lines[at])
    return _is_key_line(lines, at) or bool(found and found.known)


def _stack(lines: Sequence[Line], at: int) -> int:
    """How many key lines, or fields of a pasted table, stand close around this one with no gap between."""
    start, end = at, at + 1
    while start > at - _NEAR and start > 0 and not lines[start].after_gap:
        start -= 1
    while end < min(at + _NEAR, len(lines)) and not lines[end].after_gap:
        end += 1
    return sum(_is_key_line(lines, i) or _is_row(lines[i]) for i in range(start, end))


def _is_row(line: Line) -> bool:
    found = field(line) if "\t" in line.text else None
    return bool(found and found.known and found.tabbed)


def _stacked_values(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].after_gap and not _begins_field(lines, end):
        end += 1
    return end - at - 1
