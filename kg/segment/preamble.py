"""What stands above the reviews of a page: its title, facts, fields and synopsis; lines in, blocks out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block, BlockKind
from kg.segment.facts import facts_of
from kg.segment.fields import fields_at
from kg.segment.figures import is_aggregate
from kg.segment.lines import Line
from kg.segment.markup import heading, is_decoration
from kg.segment.titles import WITH_YEAR, Title

_USERS: Final = r"(?:(?:user|audience|member|viewer|customer|film|movie)\s)?"
_TITLED: Final = re.compile(
    rf"{_USERS}reviews\s(?:of|for)\s(?P<after>\S.*)"
    rf"|(?P<before>\S.*?)\s?[-–—:|]?\s(?:trailers?(?:\s(?:and|&)\s\w+)?|videos?|photos?|{_USERS}(?:reviews?|comments|ratings))",
    re.IGNORECASE,
)
_OF_THE_SITE: Final = re.compile(
    r"(?:user|audience|member|viewer|customer|critics?|all|latest|recent|top|more|our|your|my)(?:['’]s)?|.*(?:\s&|\sand)",
    re.IGNORECASE,
)


def preamble(lines: Sequence[Line]) -> Iterator[Block]:
    """Blocks of the lines above the first review; what pages of film sites repeat, or say of themselves, gives none."""
    title = _title(lines)
    if title:
        yield Block(title.span, BlockKind.HEADING, "title")
    seen: set[str] = set()
    at = 0
    while at < len(lines):
        blocks, taken = fields_at(lines, at, in_lead=False)
        if not (title and at == title.line):
            found = [block for block in blocks or _marked(lines[at]) if block.label not in seen]
            seen |= {block.label for block in found}
            yield from found
        at += taken or 1


def _marked(line: Line) -> list[Block]:
    if is_aggregate(line):
        return [line.block(BlockKind.RATING, "aggregate")]
    if facts := facts_of(line):
        return facts
    return [line.block(BlockKind.PROSE, "synopsis")] if line.is_prose else []


def _title(lines: Sequence[Line]) -> Title | None:
    """The title: above the facts, named with its reviews or trailers, with its year, or the first short line."""
    plain = [i for i in range(len(lines)) if _is_plain(lines, i)]
    first_fact = next((i for i, line in enumerate(lines) if facts_of(line)), 0)
    above = [i for i in plain if i < first_fact]
    texts = [lines[i].text for i in above]
    if above:  # pages repeat their title; what stands there once may be a button
        return _trimmed(max(above, key=lambda i: (texts.count(lines[i].text), i)), lines)
    found = (title for i in plain if (title := _trimmed(i, lines)).span != lines[i].span)
    return next(found, _trimmed(plain[0], lines) if plain else None)


def _is_plain(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    other = line.is_prose or is_aggregate(line) or facts_of(line) or fields_at(lines, at, in_lead=False)[1]
    return not other and not is_decoration(line)


def _trimmed(at: int, lines: Sequence[Line]) -> Title:
    """The title in a line without what sites add to it."""
    line, marked = lines[at], heading(lines[at])
    if marked:
        line = Line(marked.span.start, line.of(marked.span))
    if (titled := _TITLED.fullmatch(line.text)) and not _OF_THE_SITE.fullmatch(titled["before"] or ""):
        return Title(at, line.part(titled, "after" if titled["after"] else "before"))
    dated = WITH_YEAR.fullmatch(line.text)
    return Title(at, line.part(dated, "title") if dated else line.span)
