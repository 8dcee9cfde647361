"""Lines of a list of reviews in, its entries out, each with author, date, score, percentile and body.

Two forms: the author's name runs into the first line of the review, or lines of their own give author, date and scores,
above the body or below it. In the second form, what the first entry begins with begins every other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.figures import DATE, SCORE, bare_number
from kg.segment.heads import Piece, head_of, scored_headline
from kg.segment.lines import Line
from kg.segment.reviewers import Signature, Vocabulary, signature
from kg.segment.titles import without_page

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
_ASIDE_WORDS: Final = 14
_HEADING_WORDS: Final = 5  # most words of a heading of the site between or below entries


@dataclass(slots=True)
class Entry:
    """One review as it is put together; a closed one takes no more text."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    body: Span | None = None
    closed: bool = False
    inline: bool = False  # whether the author's name runs into the body

    @property
    def author(self) -> str:
        """The author's name, "" when there is none."""
        return self.pieces["author"].text if "author" in self.pieces else ""

    def add(self, pieces: Iterable[Piece]) -> None:
        """Takes the pieces that it has not yet; of two names before the text, the second is the author."""
        for piece in pieces:
            if piece.name == "author" and not self.body and "author" in self.pieces:
                self.pieces["headline"] = replace(self.pieces.pop("author"), name="headline", value=None)
            self.pieces.setdefault(piece.name, piece)

    @property
    def start(self) -> int:
        """Where it begins."""
        spans = [piece.span for piece in self.pieces.values()]
        return min(span.start for span in [*spans, self.body] if span)

    def take(self, span: Span) -> None:
        """Lets the body run on to the end of this span."""
        self.body = Span(self.body.start, span.end) if self.body else span

    def blocks(self, number: int) -> Iterator[Block]:
        """Its blocks; a piece that stands inside the body is part of it."""
        for piece in self.pieces.values():
            if not (self.body and piece.span.overlaps(self.body)):
                yield piece.block(number)
        if self.body:
            yield Block(self.body, BlockKind.REVIEW, self.author, number)


def entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries that the lines hold, from the first line that begins one."""
    signed = signatures(lines)
    stacked = list(_stacked(lines))
    named = sum(bool(entry.author) for entry in stacked)
    return list(_inline(lines, signed)) if len(signed) > named and 2 * len(signed) > len(stacked) else stacked


def signatures(lines: Sequence[Line]) -> dict[int, Signature]:
    """The names that run into reviews, by line; doubtful ones only where there are more of which the form is sure."""
    page = Vocabulary([line.text for line in lines])
    candidates = {
        i: line.text for i, line in enumerate(lines) if not (is_aside(line) or without_page(line) or head_of(line))
    }
    found = {i: sign for i, text in candidates.items() if (sign := signature(text, page))}
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
            (waiting if above else current).add(heads[i])
        elif not is_aside(line) and not current.closed:
            _continue(current, lines, i)
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


def _stacked(lines: Sequence[Line]) -> Iterator[Entry]:
    """Entries of the second form."""
    current: Entry | None = None
    opener = ""
    for i, line in enumerate(lines):
        head = _head(lines, i, current, opener)
        opener = opener or (head[0].name if head else "")
        if head and (current is None or _begins(current, head, opener)):
            if current:
                yield current
            current = Entry()
        if current is None or is_aside(line):
            continue
        if head:
            current.add(head)
        elif _is_headline(lines, i, current, opener):
            current.add([Piece("headline", line.span)])
        elif not current.closed:
            _continue(current, lines, i)
    if current:
        yield current


def _is_headline(lines: Sequence[Line], at: int, current: Entry, opener: str) -> bool:
    """Whether the head of the entry goes on below this line."""
    if current.body or at + 1 == len(lines) or lines[at].before_gap or lines[at].is_prose:
        return False
    below = _head(lines, at + 1, current, opener)
    return bool(below) and opener not in {piece.name for piece in below}


def _begins(current: Entry, head: Sequence[Piece], opener: str) -> bool:
    """Whether a head begins the next entry: it has what entries begin with, or something that this one has already."""
    names = {piece.name for piece in head}
    if not (current.body or current.closed):
        return opener in names and opener in current.pieces and opener != "author"
    return opener in names or any(name in current.pieces for name in names)


def _head(lines: Sequence[Line], at: int, current: Entry | None, opener: str) -> Sequence[Piece]:
    """The head that the line is where it stands: bare numbers are scores right below a head, bare names above text."""
    line = lines[at]
    if current and not current.body and "score" not in current.pieces and (number := bare_number(line)):
        return [Piece("score", number)]
    head = head_of(line)
    if [piece.name for piece in head] == ["author"] and not _signs(lines, at, head[0], opener):
        return []
    return head or (scored_headline(line) if _dates(lines, at + 1) else [])


def _signs(lines: Sequence[Line], at: int, author: Piece, opener: str) -> bool:
    """Whether a line that is but a name signs a review: the head goes on, or the text begins, on the next line."""
    if author.span != author.value:  # "By Ann Lee"
        return True
    if at + 1 == len(lines) or lines[at].before_gap:
        return False
    below = head_of(lines[at + 1]) or (scored_headline(lines[at + 1]) if _dates(lines, at + 2) else [])
    names = {piece.name for piece in below} - {"author"}
    return lines[at + 1].is_prose or bool(names and (opener == "author" or opener not in names))


def _dates(lines: Sequence[Line], at: int) -> bool:
    """Whether the line goes on with a head that a line above it began: it gives a date."""
    return at < len(lines) and not lines[at].after_gap and any(p.name == "date" for p in head_of(lines[at]))


def _certain_head(line: Line) -> Sequence[Piece]:
    """The head that the line is, unless it is but a name."""
    head = head_of(line)
    return head if any(piece.name != "author" or piece.span != piece.value for piece in head) else ()


def _continue(entry: Entry, lines: Sequence[Line], at: int) -> None:
    """Adds the line to the body, or closes the entry where the site's own words begin."""
    below_head = any(entry.body and piece.span.start > entry.body.start for piece in entry.pieces.values())
    if _is_boilerplate(lines, at) or (below_head and not lines[at].is_prose):
        entry.closed = True
    else:
        entry.take(lines[at].span)


def _is_boilerplate(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph begins here that begins with a few words, no sentence, and holds none ("Similar Titles")."""
    if not lines[at].after_gap or lines[at].words > _HEADING_WORDS or lines[at].ends_sentence:
        return False
    end = next((i + 1 for i in range(at, len(lines)) if lines[i].before_gap), len(lines))
    return not any(line.is_prose for line in lines[at:end])


def is_aside(line: Line) -> bool:
    """Whether the line is what sites add to every review ("Was this helpful?")."""
    return line.words <= _ASIDE_WORDS and bool(_ASIDE.fullmatch(line.text))
