"""Several fields on one line, "Genre: Drama | Country: Spain", "Director: A. Written by B": a line in, blocks out."""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.lines import Line
from kg.segment.markup import Field, field, values
from kg.segment.words import any_of

_LONGEST: Final = 2000  # characters of a line that may hold fields
_FEWEST_BESIDE: Final = 2  # labels of one line
_BAR: Final = re.compile(r"\s[|•·]\s")
_BETWEEN_BARS: Final = re.compile(r"[^\s|•·](?:(?!\s[|•·]\s).)*")
_LABEL: Final = re.compile(  # "Director: Ada Holt. Written by Cy Dee. With Bo Mills"
    rf"(?:^|(?<=[/.;]\s)|(?<=\s\s))(?P<key>(?i:{any_of('field')}(?:\s[&/]\s{any_of('field')})?)(?=\s?:(?!//))"
    rf"|(?i:{any_of('with')})(?=\s[A-Z]))\s?:?\s*"
)
_SENTENCE_END: Final = re.compile(r"(?<=\w{2})(?<!\b[DMS]r)(?<!\b[JS]r)(?<!\bSt)[.!?]\s+(?=[A-Z\"“])")
_FEWEST_WORDS: Final = 4  # of prose between fields
_TRAILING: Final = " .;/"


def side_by_side(line: Line) -> list[Block]:
    """The known fields of a line that joins several by bars: "Genre: Drama | Country: Spain"."""
    if line.text.startswith("|"):
        return []
    if not _BAR.search(line.text):
        return _run_on(line)
    parts = [Line(line.start + match.start(), match[0].rstrip()) for match in _BETWEEN_BARS.finditer(line.text)]
    found = [(part, key) for part in parts if (key := field(part)) and key.known and key.value]
    return [
        block
        for part, key in found
        if key.value
        for block in blocks_of(key, list(values(part.of(key.value), key.value)))
    ]


def _run_on(line: Line) -> list[Block]:
    """The known fields of a line that holds several, the first of them with a colon, and the prose between them."""
    labels = list(_LABEL.finditer(line.text)) if len(line.text) <= _LONGEST else []
    if len(labels) < _FEWEST_BESIDE or ":" not in labels[0][0]:
        return []
    blocks, position = [], 0
    for label, limit in zip(labels, [*(later.start() for later in labels[1:]), len(line.text)], strict=True):
        stop = _SENTENCE_END.search(line.text, label.end(), limit)
        end = stop.end() if stop else limit
        blocks += [*_prose(line, position, label.start()), *_beside(line, label, end)]
        position = end
    return [*blocks, *_prose(line, position, len(line.text))]


def _prose(line: Line, start: int, end: int) -> list[Block]:
    """What stands between the fields, where it is more than a mark or a word."""
    words = line.text[start:end].strip()
    at = line.start + line.text.index(words, start)
    return [Block(Span(at, at + len(words)), BlockKind.PROSE)] if len(words.split()) >= _FEWEST_WORDS else []


def _beside(line: Line, label: re.Match[str], end: int) -> list[Block]:
    """The blocks of one field of such a line."""
    words = line.text[label.end() : end].rstrip(_TRAILING)
    value = Span(line.start + label.end(), line.start + label.end() + len(words))
    found = Field(line.part(label, "key"), value, label["key"], marked=False)
    return blocks_of(found, list(values(words, value))) if words else []


def blocks_of(found: Field, spans: Sequence[Span]) -> list[Block]:
    """One block a value; the first one's span begins with the key, so that its words say what the value is."""
    starts = [found.key.start, *(span.start for span in spans[1:])]
    return [
        Block(Span(start, span.end), BlockKind.FIELD, found.label, value=span)
        for start, span in zip(starts, spans, strict=False)
    ]
