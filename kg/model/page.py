"""A document annotated: blocks, sentences, people and films at their places, as every extractor sees it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from kg.model.claim import Status, Thing
from kg.model.text import Block, BlockKind, Document, Mention, Sentence, Span


class Film(Struct, frozen=True):
    """A film or a written work the document speaks of, with the spans that name and date it (None where not named).

    `span` is the place it is first spoken of; `country` and `language` the spans of words that go with it ("Dutch",
    "Hindi"). One that is `likely` is taken for a film by weights alone.
    """

    thing: Thing
    title: str | None
    title_span: Span | None
    year: str | None = None
    year_span: Span | None = None
    span: Span | None = None
    country: Span | None = None
    language: Span | None = None
    likely: bool = False


class Credit(Struct, frozen=True):
    """One person or company credited in one place: which film, for what ("director"), in which words.

    `relation` is a section of kg/annotate/cues.toml. `name` is the fullest form of the name in the document, `span`
    the words that state the credit. `role` is the character as written, `kind` a term of the ontology ("Voice").
    `counterpart` is set on "originalActor" credits only: who has the part in the page's own film.
    """

    relation: str
    film: Thing
    name: str
    span: Span
    rule: str
    role: str = ""
    kind: str = ""
    counterpart: str = ""


class Tie(Struct, frozen=True):
    """How a film is tied to another work: remakeOf, remadeAs, basedOn or sequelTo, and the words that say so.

    `rule` tells how it was read: "phrase" where a rule knows these words, "likely" where weights judge them.
    """

    relation: str
    subject: Thing
    object: Thing
    span: Span
    rule: str = "phrase"


class Scope(Struct, frozen=True, order=True):
    """A stretch of text that speaks of another film than the page's own ("… a remake of the 2003 film by …")."""

    span: Span
    film: Thing


class Stance(Struct, frozen=True, order=True):
    """A stretch of text that its writer does not assert ("was considered for the part", "would have been")."""

    span: Span
    status: Status


@dataclass(frozen=True)
class Page:
    """What the extractors read. `films[0]` is the page's own film; `scopes` are sorted and never overlap.

    `works` are the novels, plays … that films are based on. `people` holds every mention of a person in the order of
    the text, each with the fullest name that the document has.
    """

    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    people: tuple[Mention, ...]
    films: tuple[Film, ...]
    scopes: tuple[Scope, ...]
    stances: tuple[Stance, ...] = ()
    credits: tuple[Credit, ...] = ()
    ties: tuple[Tie, ...] = ()
    works: tuple[Film, ...] = ()
    layout: str = "paragraph"
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.films:
            raise ValueError(f"{self.document.id}: a page needs the film it is about")
        object.__setattr__(self, "_starts", [s.span.start for s in self.scopes])

    @property
    def main(self) -> Thing:
        """The film the page is about."""
        return self.films[0].thing

    def film_at(self, offset: int) -> Thing:
        """The film that the text speaks of at this offset."""
        i = bisect_right(self._starts, offset) - 1
        return self.scopes[i].film if i >= 0 and offset < self.scopes[i].span.end else self.main

    def status_at(self, span: Span) -> Status:
        """How the writer stands to the words of this span."""
        return next((s.status for s in self.stances if s.span.overlaps(span)), Status.ASSERTED)

    def of_kind(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (b for b in self.blocks if b.kind in kinds)

    def text(self, span: Span) -> str:
        """The words of a span."""
        return span.of(self.document.text)
