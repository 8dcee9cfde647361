"""Lines of a list of reviews in, its entries out, each with author, date, score, percentile and body.

Two forms: the author's name runs into the first line of the review, or lines of their own give author, date and scores,
above the body or below it. In the second form, what the first entry begins with begins every other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.figures import DATE, SCORE, bare_number
from kg.segment.heads import Piece, head_of
from kg.segment.lines import Line
from kg.segment.reviewers import Signature, signature

_AHEAD: Final = re.compile(rf"[\s:,|(–—-]*(?:{SCORE.pattern}|(?P<date>{DATE}))[)]?(?:\s*[:,|–—-])?\s*", re.IGNORECASE)
_SIGN: Final = re.compile(r"\s*(?:[:|–—-]\s)?\s*")
_ASIDE: Final = re.compile(
    r".*\bfound (?:this|the following) .*(?:helpful|useful).*|was this (?:review )?helpful.*|helpful\W+\d+.*"
    r"|\d+ (?:likes?|comments?|replies)|(?:read|show|see) (?:more|less|all\b.*|full review)"
    r"|(?:report|permalink|helpful|share|like|reply|comments?|flag)(?:\s\(?\d*\)?|\sthis.*|\sreview.*)?"
    r"|(?:warning: )?(?:(?:this review )?(?:may )?contains? )?spoilers?(?: alert)?[.!]?"
    r"|verified (?:purchase|ticket|buyer)",
    re.IGNORECASE,
)
_HEADING_WORDS: Final = 5  # most words of a heading of the site between or below entries
_SMALL: Final = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


@dataclass(slots=True)
class Entry:
    """One review as it is put together; a closed one takes no more text."""

    author: str = ""
    pieces: dict[str, Piece] = field(default_factory=dict)
    headline: Span | None = None
    body: Span | None = None
    closed: bool = False

    def add(self, line: Line, pieces: Sequence[Piece]) -> None:
        """Takes the pieces of a line that it has not yet; of two names before the text, the second is the author."""
        for piece in pieces:
            if piece.name == "author" and not self.body and "author" in self.pieces:
                self.headline = self.pieces.pop("author").span
            if piece.name not in self.pieces:
                self.pieces[piece.name] = piece
                self.author = line.of(piece.value) if piece.name == "author" and piece.value else self.author

    @property
    def start(self) -> int:
        """Where it begins."""
        spans = [piece.span for piece in self.pieces.values()]
        return min(span.start for span in [*spans, self.headline, self.body] if span)

    def take(self, span: Span) -> None:
        """Lets the body run on to the end of this span."""
        self.body = Span(self.body.start, span.end) if self.body else span

    def blocks(self, number: int) -> Iterator[Block]:
        """Its blocks; a piece that stands inside the body is part of it."""
        for piece in self.pieces.values():
            if not (self.body and piece.span.overlaps(self.body)):
                yield piece.block(number)
        if self.headline:
            yield Block(self.headline, BlockKind.HEADING, "section", number)
        if self.body:
            yield Block(self.body, BlockKind.REVIEW, self.author, number)


def entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries that the lines hold, from the first line that begins one."""
    signed = signatures(lines)
    stacked = list(_stacked(lines))
    return list(_inline(lines, signed)) if len(signed) > len(stacked) else stacked


def signatures(lines: Sequence[Line]) -> dict[int, Signature]:
    """The names that run into reviews, by line; doubtful ones only where there are more of which the form is sure."""
    page = "\n".join(line.text for line in lines)
    found = {i: sign for i, line in enumerate(lines) if (sign := signature(line.text, page)) and not head_of(line)}
    sure = sum(sign.sure for sign in found.values())
    return found if sure * 2 > len(found) else {i: sign for i, sign in found.items() if sign.sure}


def _inline(lines: Sequence[Line], signed: dict[int, Signature]) -> Iterator[Entry]:
    """Entries of the first form; heads go to the review below where they stand above the first one."""
    heads = {i: head for i, line in enumerate(lines) if i not in signed and (head := _certain_head(line))}
    above = bool(heads and signed) and min(heads) < min(signed)
    current, waiting = Entry(closed=True), Entry()
    for i, line in enumerate(lines):
        if i in signed:
            if current.body:
                yield current
            current, waiting = waiting, Entry()
            _open(current, line, signed[i].end)
        elif i in heads:
            (waiting if above else current).add(line, heads[i])
        elif not is_aside(line) and not current.closed:
            _continue(current, lines, i)
    if current.body:
        yield current


def _open(entry: Entry, line: Line, end: int) -> None:
    """Begins an entry with the name, the date and score right after it, and the first words of the review."""
    name = Span(line.start, line.start + end)
    entry.add(line, [Piece("author", name, name)])
    sign = _SIGN.match(line.text, end)
    start = sign.end() if sign else end
    while (ahead := _AHEAD.match(line.text, start)) and ahead.end() < len(line.text):
        group = "date" if ahead["date"] else "labelled" if ahead["labelled"] else "figure"
        span = line.part(ahead, group)
        entry.add(line, [Piece("date", span, span) if group == "date" else Piece("score", span)])
        start = ahead.end()
    entry.take(Span(line.start + start, line.span.end))


def _stacked(lines: Sequence[Line]) -> Iterator[Entry]:
    """Entries of the second form."""
    current: Entry | None = None
    opener = ""
    for i, line in enumerate(lines):
        head = _head(lines, i, current)
        opener = opener or (head[0].name if head else "")
        if head and (current is None or _begins(current, head, opener)):
            if current:
                yield current
            current = Entry()
        if current is None or is_aside(line):
            continue
        if head:
            current.add(line, head)
        elif _is_headline(lines, i, current, opener):
            current.headline = line.span
        elif not current.closed:
            _continue(current, lines, i)
    if current:
        yield current


def _is_headline(lines: Sequence[Line], at: int, current: Entry, opener: str) -> bool:
    """Whether the head of the entry goes on below this line."""
    if current.body or at + 1 == len(lines) or lines[at].before_gap or lines[at].is_prose:
        return False
    below = _head(lines, at + 1, current)
    return bool(below) and opener not in {piece.name for piece in below}


def _begins(current: Entry, head: Sequence[Piece], opener: str) -> bool:
    """Whether a head begins the next entry: it has what entries begin with, or something that this one has already."""
    names = {piece.name for piece in head}
    if not (current.body or current.closed):
        return opener in names and opener in current.pieces and opener != "author"
    return opener in names or any(name in current.pieces for name in names)


def _head(lines: Sequence[Line], at: int, current: Entry | None) -> list[Piece]:
    """The head that the line is where it stands: bare numbers are scores right below a head, bare names above text."""
    line = lines[at]
    if current and not current.body and "score" not in current.pieces and (number := bare_number(line)):
        return [Piece("score", number)]
    head = head_of(line)
    if [piece.name for piece in head] == ["author"] and not _is_signature_line(lines, at, head[0]):
        return []
    return head


def _is_signature_line(lines: Sequence[Line], at: int, author: Piece) -> bool:
    """Whether a line that is but a name signs a review: the head goes on, or the text begins, on the next line."""
    if author.span != author.value:  # "By Ann Lee"
        return True
    if at + 1 == len(lines) or lines[at].before_gap:
        return False
    below = lines[at + 1]
    return below.is_prose or any(piece.name != "author" for piece in head_of(below))


def _certain_head(line: Line) -> list[Piece]:
    """The head that the line is, unless it is but a name."""
    head = head_of(line)
    return head if any(piece.name != "author" or piece.span != piece.value for piece in head) else []


def _continue(entry: Entry, lines: Sequence[Line], at: int) -> None:
    """Adds the line to the body, or closes the entry when it is a heading of the site."""
    if entry.body and _is_site_heading(lines, at):
        entry.closed = True
    else:
        entry.take(lines[at].span)


def _is_site_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether the line stands alone, in capitals, with no text below: "Similar Titles"."""
    line = lines[at]
    if not line.after_gap or line.words > _HEADING_WORDS or line.ends_sentence:
        return False
    capitals = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in line.text.split())
    return capitals and not (at + 1 < len(lines) and lines[at + 1].is_prose)


def is_aside(line: Line) -> bool:
    """Whether the line is what sites add to every review ("Was this helpful?")."""
    return bool(_ASIDE.fullmatch(line.text))
