"""The marks that pages set: headings, list items, fields; a line in, the marked part with its place out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Span
from kg.segment.lines import Line
from kg.segment.words import any_of, words

_EDIT: Final = r"(?:\s*\[\s*edit\s*\])?"
_HEADINGS: Final = (
    re.compile(rf"(?P<mark>={{1,6}})\s*(?P<words>[^=\s](?:.*?[^=\s])?){_EDIT}\s*={{1,6}}"),  # == Plot ==
    re.compile(rf"(?P<mark>#{{1,6}})\s+(?P<words>\S.*?){_EDIT}(?:\s+#+)?"),  # ## Plot
    re.compile(r"(?P<mark>\*\*|__|''')(?P<words>[^*_'.:]{1,60}?):?(?P=mark):?"),  # **Plot**
)
_HEADING_MARKS: Final = "=#*_'"
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_DECORATION: Final = re.compile(
    r"[-=*_~#+·•.\s—–]{3,}|<!--.*-->|!\[[^\]]*\]\([^)]*\)|\[\[(?:File|Image):.*\]\]|\{\{.*|\}\}|\{\|.*|\|\}|\|\s?:?-+[-|:\s]*|<br\s?/?>",
    re.IGNORECASE,
)

_BOLD: Final = r"(?:\*\*|__|''')?"
_KEY: Final = r"(?P<key>[^\W\d_][\w ()/&'’.-]{0,38}?)"
_FIELD: Final = re.compile(
    rf"(?P<mark>[-*•·|+–]\s*)?{_BOLD}{_KEY}{_BOLD}\s*(?P<sign>:(?!//)|=|\t+|\s{(2,)}(?=\S)|\s[–—-]\s){_BOLD}\s*(?P<value>.*)",
    re.DOTALL,
)
_BY: Final = re.compile(r"(?P<key>\w+(?: and \w+)? by|starring)\s+(?P<value>\S.*)", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[-*•·▪‣◦+–]+|\d{1,3}[.)])\s+(?P<words>\S.*)", re.DOTALL)
_ROW: Final = re.compile(r"\|\s*(?P<words>\S.*?)\s*\|")
_WIKI_ROW: Final = re.compile(r"\|\s*(?P<words>[^\s|].*?\s\|\|\s.*\S)")
_WIKI_HEAD: Final = re.compile(r"!.*")
_FIELD_ROW: Final = re.compile(rf"\|\s*{_BOLD}{_KEY}{_BOLD}\s*\|\s*(?P<value>[^|]*[^|\s])\s*\|?")
_TABLE_RULE: Final = re.compile(r"\|[\s:|-]*-[\s:|-]*")
_JOINT: Final = re.compile(r"\s?[&/+]\s?|,?\sand\s|,\s")
_MORE_THAN_A_KEY: Final = 5  # words

_BREAK: Final = re.compile(r"\s*<br\s?/?>\s*", re.IGNORECASE)
_NOTE: Final = re.compile(r"(?:\s?\[(?:\d+|note \d+|[a-z])\])+(?=\s*$)")  # a footnote's mark
_WRAPPING: Final = re.compile(r"\{\{\s?(?:plainlist|unbulleted list|ubl|hlist|flatlist)\s*\|?|\}\}", re.IGNORECASE)
_SECTION: Final = re.compile(
    rf"(?:[a-z'’-]+\s){{0,3}}?{any_of('section')}(?:\s(?:and|&|/)(?:\s[a-z'’-]+){{1,3}}|\s(?:summary|list|notes|members|details|section))?",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 6  # of a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of a heading that is marked as one; level 1 is that of a page's title."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Field:
    """A line "key: value"; `marked` says that a list mark or a bar stands before the key, `tabbed` a tab behind it."""

    key: Span
    value: Span | None
    label: str
    marked: bool
    tabbed: bool = False

    @property
    def known(self) -> bool:
        """Whether the key is one that film pages have."""
        return is_field_name(self.label)


def heading(line: Line, below: Line | None = None) -> Heading | None:
    """The marked heading that the line is; `below`, the next line, may underline it."""
    for pattern in _HEADINGS if line.text[0] in _HEADING_MARKS else ():
        if match := pattern.fullmatch(line.text):
            return Heading(line.part(match, "words"), len(match["mark"]))
    if below and not below.after_gap and not line.is_prose and (rule := _UNDERLINE.fullmatch(below.text)):
        return Heading(line.span, 1 if rule[0][0] == "=" else 2)
    return None


def is_decoration(line: Line) -> bool:
    """Whether the line is a rule, a picture, a comment or a template's bracket."""
    return bool(_DECORATION.fullmatch(line.text))


def is_table_head(lines: Sequence[Line], at: int) -> bool:
    """Whether the line names the columns of a table: a row with a rule below it, or one that begins as they do."""
    if _WIKI_HEAD.fullmatch(lines[at].text) and at > 0 and lines[at - 1].text[:1] in "{|!":
        return True
    return at + 1 < len(lines) and bool(_ROW.fullmatch(lines[at].text) and _TABLE_RULE.fullmatch(lines[at + 1].text))


def is_section_name(text: str) -> bool:
    """Whether the text is a heading that articles have ("Plot summary", "Release and reception")."""
    return len(text.split()) <= _MOST_WORDS and bool(_SECTION.fullmatch(text.strip(" :")))


def is_field_name(key: str) -> bool:
    """Whether the text names a field of an infobox ("Directed by", "release_date", "Screenplay & Direction")."""
    parts = _JOINT.split(re.sub(r"\(s\)$", "", key.replace("_", " ").casefold()).strip())
    return all(not words("field").isdisjoint({part, f"{part} by"} if parts[1:] else {part}) for part in parts)


def field(line: Line) -> Field | None:
    """The field that the line is, whatever its key; a dash or a tab as the sign needs a known key."""
    by = None if line.is_prose else _BY.fullmatch(line.text)
    if by and is_field_name(by["key"]):
        return Field(line.part(by, "key"), line.part(by, "value"), by["key"], False, "\t" in line.text)
    row = _FIELD_ROW.fullmatch(line.text)
    if row and is_field_name(row["key"]):
        return Field(line.part(row, "key"), line.part(row, "value"), row["key"], marked=True)
    match = _FIELD.fullmatch(line.text)
    if not match or len(match["key"].split()) > _MORE_THAN_A_KEY:
        return None
    sign = match["sign"].strip() or "\t"
    found = Field(
        line.part(match, "key"),
        line.part(match, "value") if match["value"] else None,
        match["key"],
        bool(match["mark"]),
        sign == "\t",
    )
    if sign == "=":
        return found if (match["mark"] or "").startswith(("|", "*", "-")) else None
    return found if sign == ":" or found.known else None


def item(line: Line) -> Span | None:
    """The words of a list item or of a table's row."""
    match = _ITEM.fullmatch(line.text) or _ROW.fullmatch(line.text) or _WIKI_ROW.fullmatch(line.text)
    return line.part(match, "words") if match else None


def values(text: str, span: Span) -> list[Span]:
    """The parts of a field's value that breaks keep apart, without the brackets of list templates."""
    bounds = [(m.start(), m.end()) for p in (_BREAK, _WRAPPING, _NOTE) for m in p.finditer(text)]
    starts = [0, *(end for _, end in sorted(bounds))]
    ends = [*(start for start, _ in sorted(bounds)), len(text)]
    pieces = [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
    return [_trimmed(text, a, b, span.start) for a, b in pieces]


def _trimmed(text: str, start: int, end: int, offset: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(offset + start + left, offset + start + len(piece.rstrip()))
