"""Critics' reviews: one piece of prose, perhaps with headline, byline, date, stars and credits above or below it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.facts import facts_of
from kg.segment.fields import fields_at, infobox_size
from kg.segment.figures import aggregate_at
from kg.segment.headlines import title_in
from kg.segment.heads import Piece, head_of
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.sections import is_definition, is_noise, labelled_synopsis, named_sections, section_count
from kg.segment.titles import reviewed_title
from kg.segment.tone import sounds_like_a_review

_FEWEST_WORDS: Final = 25  # of a piece that only its tone shows to be a review
_FEWEST_SIGNED_WORDS: Final = 30  # of one with a byline or a score
_FEWEST_FIELDS: Final = 2  # that make an infobox
_MOST_SECTIONS: Final = 1
_BODY_WORDS: Final = 25  # a line of so many is the piece itself and no standfirst


@dataclass(frozen=True, slots=True)
class _Page:
    """Where the piece stands in its page, from line `first` to line `last`, and the heads above and below it."""

    first: int
    last: int
    heads: Mapping[int, Sequence[Piece]]

    def pieces(self) -> Iterator[Piece]:
        """The first author, the first date and the first score of the page."""
        found: dict[str, Piece] = {}
        for i in sorted(self.heads):
            for piece in self.heads[i]:
                found.setdefault(piece.name, piece)
        yield from found.values()


def _page(lines: Sequence[Line]) -> _Page | None:
    """The parts of a page that has one piece of prose; None when it has no prose."""
    heads = {i: head for i, line in enumerate(lines) if (head := head_of(line))}
    prose = [i for i, line in enumerate(lines) if line.is_prose and i not in heads and not _is_credit(lines, i)]
    if not prose:
        return None
    long = next((i for i in prose if lines[i].words >= _BODY_WORDS), prose[0])
    above = [i for i in heads if i < long and _signs(heads, i)]
    first = next(i for i in prose if i > max(above, default=-1))
    below = [i for i in heads if i > prose[-1] and _signs(heads, i)]
    return _Page(first, prose[-1], {i: heads[i] for i in above + below})


def _is_credit(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of many words is still no part of the piece."""
    return bool(fields_at(lines, at, in_lead=False)[0] or facts_of(lines[at]) or labelled_synopsis(lines[at]))


def _signs(heads: Mapping[int, Sequence[Piece]], at: int) -> bool:
    """Whether a head is one: a line that is but a name has to stand beside another head, and not on top."""
    if any(piece.name != "author" or piece.span != piece.value for piece in heads[at]):
        return True
    return at > 0 and any(piece.name != "author" for i in (at - 1, at + 1) for piece in heads.get(i, ()))


def _recognises(lines: Sequence[Line]) -> bool:
    page = _page(lines)
    if page is None or named_sections(lines) > _MOST_SECTIONS or any(aggregate_at(lines, i) for i in range(len(lines))):
        return False
    body = lines[page.first : page.last + 1]
    size = sum(line.words for line in body)
    if _is_signed(page) or any(reviewed_title(line) for line in lines[: page.first]):
        return size >= _FEWEST_SIGNED_WORDS
    article = is_definition(body[0]) or section_count(lines) or infobox_size(lines) >= _FEWEST_FIELDS
    return size >= _FEWEST_WORDS and not article and sounds_like_a_review(" ".join(line.text for line in body))


def _is_signed(page: _Page) -> bool:
    """Whether the page has a score or a byline."""
    return any(
        piece.name == "score" or (piece.name == "author" and piece.span != piece.value) for piece in page.pieces()
    )


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    page = _page(lines)
    if page is None:
        return
    pieces = list(page.pieces())
    author = next((piece.text for piece in pieces if piece.name == "author"), "")
    yield from (piece.block(1) for piece in pieces)
    yield Block(Span(lines[page.first].start, lines[page.last].span.end), BlockKind.REVIEW, author, 1)
    around = _around(lines, page)
    credits = [block for stretch in around for block in _credits(stretch)]
    piece = " ".join(line.text for line in lines[page.first :])
    headlines = [line for stretch in around for line in stretch if not any(line.span.overlaps(c.span) for c in credits)]
    yield from credits
    title = title_in(headlines, piece, credited=bool(credits))
    if title:
        yield Block(title, BlockKind.HEADING, "title")
    standfirsts = (line for line in headlines if line.is_prose and not (title and title in line.span))
    yield from (line.block(BlockKind.PROSE) for line in standfirsts)


def _around(lines: Sequence[Line], page: _Page) -> list[list[Line]]:
    """The stretches of lines above and below the piece and between the heads."""
    stretches: list[list[Line]] = [[]]
    for i, line in enumerate(lines):
        if i in page.heads or page.first <= i <= page.last:
            stretches.append([])
        elif not is_noise(line):
            stretches[-1].append(line)
    return stretches


def _credits(lines: Sequence[Line]) -> Iterator[Block]:
    """Fields, facts without a label and what calls itself a synopsis."""
    at = 0
    while at < len(lines):
        fields, taken = fields_at(lines, at, in_lead=False)
        yield from fields or facts_of(lines[at])
        if not fields and (synopsis := labelled_synopsis(lines[at])):
            yield Block(synopsis, BlockKind.PROSE, "synopsis")
        at += taken or 1


CRITIC: Final = Layout("critic", _recognises, _mark)
