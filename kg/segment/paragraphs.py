"""Reviews of a paragraph each, signed below ("… a fine film. / Ann Lee / The Courier"): lines in, entries out."""

from collections.abc import Iterator, Sequence

from kg.segment.asides import is_aside
from kg.segment.entry import Entry
from kg.segment.heads import Piece, head_of
from kg.segment.lines import Line


def paragraph_entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """An entry for every paragraph that holds a text, a name below it, and a date or a score."""
    paragraph: list[Line] = []
    for line in lines:
        paragraph.append(line)
        if line.before_gap:
            entry = _entry(paragraph)
            if entry.body and entry.author and entry.pieces.keys() & {"date", "score"}:
                yield entry
            paragraph = []


def _entry(lines: Sequence[Line]) -> Entry:
    """What a paragraph makes: lines before its first name are the text, a line behind the name is that of the paper."""
    entry = Entry()
    for line in lines:
        head = head_of(line)
        if [piece.name for piece in head] == ["author"] and not entry.body:  # a first word alone, no name
            head = ()
        if head:
            entry.add(head)
        elif not entry.author and not is_aside(line):
            entry.take(line.span)
        elif entry.author and not line.is_prose:
            entry.add([Piece("headline", line.span)])
    return entry
