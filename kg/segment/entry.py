"""One review of a page as it is put together out of lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.asides import is_aside
from kg.segment.heads import Piece
from kg.segment.lines import Line

_LABEL_WORDS: Final = 5  # most words of the site's own headings


@dataclass(slots=True)
class Entry:
    """One review; a closed one takes no more text, `inline` says that the author's name runs into the body, `recurring`
    that all entries of the page are made of lines of the same kinds.

    `credits` are the fields between head and text, as those who write of films at length put them.
    """

    pieces: dict[str, Piece] = field(default_factory=dict)
    body: Span | None = None
    credits: list[Block] = field(default_factory=list)
    closed: bool = False
    inline: bool = False
    recurring: bool = False

    @property
    def author(self) -> str:
        """The author's name, "" when there is none."""
        return self.pieces["author"].text if "author" in self.pieces else ""

    @property
    def start(self) -> int:
        """Where it begins."""
        spans = [piece.span for piece in self.pieces.values()] + [credit.span for credit in self.credits]
        return min(span.start for span in [*spans, self.body] if span)

    def add(self, pieces: Iterable[Piece]) -> None:
        """Takes the pieces that it has not yet; of two names before the text, the second is the author."""
        for piece in pieces:
            if piece.name == "author" and not self.body and "author" in self.pieces:
                self.pieces["headline"] = replace(self.pieces.pop("author"), name="headline", value=None)
            self.pieces.setdefault(piece.name, piece)

    def take(self, span: Span) -> None:
        """Lets the body run on to the end of this span."""
        self.body = Span(self.body.start, span.end) if self.body else span

    def go_on(self, lines: Sequence[Line], at: int) -> None:
        """Takes a line into the body, unless it is closed or the line is the site's own, which closes it."""
        if self.closed or is_aside(lines[at]):
            return
        below_head = any(self.body and piece.span.start > self.body.start for piece in self.pieces.values())
        if _is_site_text(lines, at) or (below_head and not lines[at].is_prose):
            self.closed = True
        else:
            self.take(lines[at].span)

    def blocks(self, number: int) -> Iterator[Block]:
        """Its blocks; a piece that stands inside the body is part of it."""
        yield from self.credits
        for piece in self.pieces.values():
            if not (self.body and piece.span.overlaps(self.body)):
                yield piece.block(number)
        if self.body:
            yield Block(self.body, BlockKind.REVIEW, self.author, number)


def _is_site_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph begins here that begins with a few words, no sentence, and holds none ("Similar Titles")."""
    if not lines[at].after_gap or lines[at].words > _LABEL_WORDS or lines[at].ends_sentence:
        return False
    end = next((i + 1 for i in range(at, len(lines)) if lines[i].before_gap), len(lines))
    return not any(line.is_prose for line in lines[at:end])
