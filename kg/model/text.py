"""What was read, and where things stand in it. All offsets are Unicode code points (RFC 5147, `char=start,end`)."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Final

from msgspec import Struct

_INK: Final = re.compile(r"[^\n]")


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A half-open stretch of a document's text, `0 <= start < end`, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Document:
    """One text as given: `id` is its relative path or the id of its JSON line; `path` says where it was read."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    path: str = ""
    media_type: str = "text/plain"
    spelled: str | None = None
    """The text as it was, where `text` has capitals in titles that had none."""

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a document needs an id")

    def only(self, start: int, end: int, title: str | None = None) -> "Document":
        """The document with nothing but blanks outside this stretch, which stays at its place."""
        before, after = (_INK.sub(" ", outside) for outside in (self.text[:start], self.text[end:]))
        return replace(self, text=before + self.text[start:end] + after, title=title)

    def as_spelled(self, span: Span) -> str:
        """The words that stand there, as they were spelled."""
        return span.of(self.text if self.spelled is None else self.spelled)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text as UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class BlockKind(StrEnum):
    """What a stretch of a page is, whatever the layout it came from."""

    HEADING = "heading"  # label: "title" for the page's own title, "section" otherwise
    FIELD = "field"  # label: the field's name as written ("Director"), or "author", "date" in a review's entry
    ITEM = "item"  # one line of a list; label: the heading it stands under ("Cast")
    PROSE = "prose"  # one paragraph; label: the heading it stands under, "" when none, "synopsis" for a logline
    REVIEW = "review"  # the body of one review; label: the reviewer as written, "" when unnamed
    RATING = "rating"  # one figure; label: "score", "percentile" or "aggregate"
    DATA = "data"  # a thing of the page's own structured data; label: its syntax ("json-ld")


class Block(Struct, frozen=True, order=True):
    """A stretch of a document with the part it plays.

    A field's span holds label and value ("Runtime: 86 minutes"), its `value` the value alone ("86 minutes").
    `entry` numbers the reviews of a page from 1 and joins the blocks of one (author, date, score, body).
    """

    span: Span
    kind: BlockKind
    label: str = ""
    entry: int | None = None
    value: Span | None = None

    @property
    def body(self) -> Span:
        """The part that is worth reading: the value of a field, the whole span otherwise."""
        return self.value or self.span


class Sentence(Struct, frozen=True, order=True):
    """One sentence of a prose or review block; it never crosses a line end. `block` indexes the page's blocks."""

    span: Span
    block: int


class Mention(Struct, frozen=True, order=True):
    """A name at its place: `text` is its canonical form in this document (surname given its full name)."""

    span: Span
    text: str
    kind: str = "person"
