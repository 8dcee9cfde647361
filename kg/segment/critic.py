"""Critics' reviews: one piece of prose, perhaps with headline, byline, date, stars and credits above or below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.article import is_definition, is_noise, named_sections, section_count
from kg.segment.facts import facts_of
from kg.segment.fields import fields_at, infobox_size
from kg.segment.figures import is_aggregate
from kg.segment.heads import Piece, head_of
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.segment.markup import heading
from kg.segment.titles import WITH_YEAR
from kg.segment.words import any_of

_SPEAKING: Final = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your)\b|\w+(?:n['’]t|['’](?:re|ve|ll|m))\b|\b(?:it|that|there|here)['’]s\b"
)
_JUDGING: Final = re.compile(rf"\b{any_of('opinion')}\w*", re.IGNORECASE)
_FEWEST_CUES: Final = 3
_CUES_PER_WORD: Final = 0.015
_FEWEST_WORDS: Final = 60  # of a piece that only its tone shows to be a review
_FEWEST_FIELDS: Final = 2  # that make an infobox
_MOST_SECTIONS: Final = 1
_BODY_WORDS: Final = 25  # a line of so many is the piece itself and no standfirst

_QUOTED: Final = re.compile(r"(?:^|\s)[‘“\"'](?P<title>[^‘’“”\"]{1,80})[’”\"'](?=\W|$)")
_REVIEW: Final = re.compile(
    r"(?:(?:film|movie)\s)?review\s?[:–—|-]\s?(?P<after>\S.*)|(?P<before>\S.*?)\s?[-–—:|]?\s(?:(?:film|movie)\s)?review(?:\W.*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Page:
    """Where the piece stands in its page, from line `first` to line `last`, and the heads above and below it."""

    first: int
    last: int
    heads: dict[int, list[Piece]]


def _page(lines: Sequence[Line]) -> _Page | None:
    """The parts of a page that has one piece of prose; None when it has no prose."""
    heads = {i: head for i, line in enumerate(lines) if (head := head_of(line)) and not facts_of(line)}
    prose = [i for i, line in enumerate(lines) if line.is_prose and i not in heads and not _fields(lines, i)]
    if not prose:
        return None
    long = next((i for i in prose if lines[i].words >= _BODY_WORDS), prose[0])
    above = [i for i in heads if i < long and _signs(heads, i)]
    first = next(i for i in prose if i > max(above, default=-1))
    kept = {i: head for i, head in heads.items() if (i in above or i > prose[-1]) and _signs(heads, i)}
    return _Page(first, prose[-1], kept)


def _fields(lines: Sequence[Line], at: int) -> list[Block]:
    return fields_at(lines, at, in_lead=False)[0]


def _signs(heads: dict[int, list[Piece]], at: int) -> bool:
    """Whether a head is one: a line that is but a name has to stand beside another head, or begin with "By"."""
    if any(piece.name != "author" or piece.span != piece.value for piece in heads[at]):
        return True
    return at > 0 and any(piece.name != "author" for i in (at - 1, at + 1) for piece in heads.get(i, ()))


def _recognises(lines: Sequence[Line]) -> bool:
    page = _page(lines)
    if page is None or named_sections(lines) > _MOST_SECTIONS or any(is_aggregate(line) for line in lines):
        return False
    pieces = [piece for head in page.heads.values() for piece in head]
    signed = any(piece.name == "score" or (piece.name == "author" and piece.span != piece.value) for piece in pieces)
    body = lines[page.first : page.last + 1]
    return (signed and any(line.words >= _BODY_WORDS for line in body)) or _sounds_like_a_review(lines, body)


def _sounds_like_a_review(lines: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether the piece speaks to its reader and judges, and neither defines its subject nor has headings or fields."""
    text = " ".join(line.text for line in body)
    size = len(text.split())
    if size < _FEWEST_WORDS or is_definition(body[0]) or section_count(lines) or infobox_size(lines) >= _FEWEST_FIELDS:
        return False
    cues = len(_SPEAKING.findall(text)) + len(_JUDGING.findall(text))
    return cues >= max(_FEWEST_CUES, size * _CUES_PER_WORD)


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    page = _page(lines)
    if page is None:
        return
    body = Span(lines[page.first].start, lines[page.last].span.end)
    author = next((p.value for h in page.heads.values() for p in h if p.name == "author" and p.value), None)
    titled = False
    for i, line in enumerate(lines):
        if i in page.heads:
            yield from (piece.block(1) for piece in page.heads[i])
        elif i == page.first:
            label = next(other.of(author) for other in lines if author in other.span) if author else ""
            yield Block(body, BlockKind.REVIEW, label, 1)
        elif i < page.first or i > page.last:
            below = " ".join(other.text for other in lines[page.first :])
            blocks = _fields(lines, i) or facts_of(line) or ([] if is_noise(line) else [_headline(line, below, titled)])
            titled = titled or any(block.label == "title" for block in blocks)
            yield from blocks


def _headline(line: Line, body: str, titled: bool) -> Block:
    """A line above or below the piece: the film's title, where its form or the piece itself says so, or a headline."""
    title = None if titled else _title(line, body)
    if title:
        return Block(title, BlockKind.HEADING, "title")
    return line.block(BlockKind.PROSE) if line.is_prose else line.block(BlockKind.HEADING, "section")


def _title(line: Line, body: str) -> Span | None:
    """The title in a headline: "Title review", "Review: Title", "Title (1997)", a quoted one, or words of the piece."""
    marked = heading(line)
    text, start = (line.of(marked.span), marked.span.start) if marked else (line.text, line.start)
    for pattern, groups in ((_QUOTED, ("title",)), (_REVIEW, ("after", "before")), (WITH_YEAR, ("title",))):
        match = pattern.search(text) if pattern is _QUOTED else pattern.fullmatch(text)
        if match:
            a, b = next(match.span(group) for group in groups if match[group])
            return Span(start + a, start + b)
    return Span(start, start + len(text)) if text in body else None


CRITIC: Final = Layout("critic", _recognises, _mark)
