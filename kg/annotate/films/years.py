"""The year of the page's own film: its blocks, sentences and title in, the year's span out."""

import re
from typing import Final

from kg.lexis.titles import YEAR
from kg.model import Block, BlockKind, Document, Sentence, Span

_YEAR: Final = re.compile(YEAR)
_YEAR_FIELDS: Final = frozenset({"year", "release year", "released", "release", "release date", "release dates"})
_YEAR_BEHIND: Final = re.compile(rf"[\"”’']?\s\((?:[^()]*?\s)?(?P<year>{YEAR})\b[^()]*\)")
_YEAR_DEFINING: Final = (
    re.compile(rf"\s(?:is|was|are)\s(?:(?!\bin\b)[^.;])*?(?P<year>{YEAR})(?=\s(?!and\b)[\w-])"),
    re.compile(rf".*?\s(?:is|was)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}(?P<year>{YEAR})(?=\s[\w-])"),
    re.compile(
        rf"\s(?:is|was)\s(?:an?|the)\s[^.;,]*?\b(?:film|movie|picture|comedy|drama)\s(?:of"
        rf"|from)\s(?P<year>{YEAR})"
    ),
)


def film_year(
    document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], title: Span
) -> Span | None:
    """The film's year: in its heading or a field, behind its title, or in the sentence that defines it."""
    if (formal := _in_form(document.text, blocks, title)) is not None:
        return formal
    if behind := _YEAR_BEHIND.match(document.text, title.end):
        return Span(*behind.span("year"))
    for sentence in (s for s in sentences if title in s.span):
        for pattern in _YEAR_DEFINING:
            if found := pattern.match(document.text, title.end, sentence.span.end):
                return Span(*found.span("year"))
    return None


def _in_form(text: str, blocks: tuple[Block, ...], title: Span) -> Span | None:
    """The year in a heading or a field, where the title is not that year itself."""
    for block in blocks:
        heading = block.kind is BlockKind.HEADING and block.label == "title"
        field = block.kind is BlockKind.FIELD and block.label.casefold() in _YEAR_FIELDS
        years = _YEAR.finditer(text, block.body.start, block.body.end) if heading or field else ()
        for year in (Span(*match.span()) for match in years):
            if year not in title:
                return year
    return None
