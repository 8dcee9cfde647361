"""Reviews whose author's name runs into their first line: lines in, entries out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.model import Span
from kg.segment.asides import is_aside
from kg.segment.entry import Entry
from kg.segment.figures import DATE, SCORE
from kg.segment.heads import Piece, certain_head, head_of
from kg.segment.lines import Line
from kg.segment.reviewers import Signature, Vocabulary, is_handle, signature
from kg.segment.titles import without_page

_SIGN: Final = re.compile(r"\s*(?:[:|–—-]\s)?\s*")
_LEADERS: Final = re.compile(r"(?:\S+\s){1,5}(?:\.{2,}|…)\s(?:\S+\s?){1,6}")  # "Captain Holt ..... Bo Vance"
_AHEAD: Final = re.compile(rf"[\s:,|(–—-]*(?:{SCORE.pattern}|(?P<date>{DATE}))[)]?(?:\s*[:,|–—-])?\s*", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"\w{2,}(?<!\bInc)(?<!\bCo)(?<!\bLtd)(?<!\bJr)[.!?…]+['\"”’)]*$|\w{2,}[!?…]|[a-z]{2,}\.\s"
)
_TEXT_WORDS: Final = 8  # that are more than the name of a part or of a company


def signatures(lines: Sequence[Line]) -> dict[int, Signature]:
    """The names that run into reviews, by line; doubtful ones only where there are more of which the form is sure."""
    page = Vocabulary([line.text for line in lines])
    found: dict[int, Signature] = {}
    for i, line in enumerate(lines):
        other = is_aside(line) or without_page(line) or head_of(line) or _LEADERS.fullmatch(line.text)
        if not other and (sign := signature(line.text, page)):
            found[i] = sign
    texts = sum(_is_text(lines[i], sign.end) for i, sign in found.items())
    if 2 * texts < len(found):
        return {}
    sure = {i: sign for i, sign in found.items() if sign.sure}
    return found if 2 * len(sure) > len(found) else sure


def _is_text(line: Line, end: int) -> bool:
    """Whether words behind a name read like a review, and not like her part ("Ann Lee – Captain Holt") or her trade."""
    if is_handle(line.text[:end]):
        return True
    sign = _SIGN.match(line.text, end)
    rest = line.text[sign.end() if sign else end :]
    size = len(rest.split())
    return bool(_AHEAD.match(rest)) or size >= _TEXT_WORDS or (size > 2 and bool(_SENTENCE.search(rest)))


def inline_entries(lines: Sequence[Line], signed: Mapping[int, Signature]) -> Iterator[Entry]:
    """The entries; dates and scores on lines of their own go to the review below where they stand above the first."""
    heads = {i: head for i, line in enumerate(lines) if i not in signed and (head := certain_head(line))}
    above = bool(heads and signed) and min(heads) < min(signed)
    current, waiting = Entry(closed=True), Entry()
    for i, line in enumerate(lines):
        if i in signed:
            if current.body:
                yield current
            current, waiting = waiting, Entry()
            _open(current, line, signed[i].end)
        elif i in heads:
            (waiting if above else current).add(heads[i])
            current.closed = current.closed or above
        else:
            current.go_on(lines, i)
    if current.body:
        yield current


def _open(entry: Entry, line: Line, end: int) -> None:
    """Begins an entry with the name, the date and score right after it, and the first words of the review."""
    entry.inline = True
    name = Span(line.start, line.start + end)
    entry.add([Piece("author", name, name, line.of(name))])
    sign = _SIGN.match(line.text, end)
    start = sign.end() if sign else end
    while (ahead := _AHEAD.match(line.text, start)) and ahead.end() < len(line.text):
        group = "date" if ahead["date"] else "labelled" if ahead["labelled"] else "figure"
        span = line.part(ahead, group)
        entry.add([Piece("date", span, span) if group == "date" else Piece("score", span)])
        start = ahead.end()
    entry.take(Span(line.start + start, line.span.end))
