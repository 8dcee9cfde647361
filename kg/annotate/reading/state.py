"""One document while its credits are read, and what every reader asks about a place in it."""

import re
from dataclasses import dataclass
from typing import Final

from kg.annotate.people import Directory, with_surname
from kg.annotate.prose import is_plot
from kg.annotate.works.told import Told
from kg.lexis.names import clean_name, is_company
from kg.model import Block, BlockKind, Document, Film, Kind, Mention, Sentence, Span, Thing

_CAST: Final = re.compile(r"\b(?:cast|characters)\b(?!ing)", re.IGNORECASE)
_SIBLINGS: Final = re.compile(r"\b(?:sisters|brothers|siblings|twins|spouses|couple),?\s$")
_BACK: Final = 160  # code points before a sentence in which someone is named whom its pronouns mean


@dataclass(frozen=True, slots=True)
class Reading:
    """One document while its credits are read.

    `bare` is its text with the titles of other films blotted out, `shadow` the same without the film's own title.
    """

    document: Document
    shadow: str
    bare: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    told: Told
    film: Film
    circled: bool
    directory: Directory

    @property
    def main(self) -> Thing:
        """The film that the document is about, as claims name it."""
        return self.film.thing

    @property
    def title(self) -> str | None:
        """What the document calls its film."""
        return self.film.title

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def is_plot(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to the plot."""
        return is_plot(self.blocks[sentence.block])

    def is_cast(self, sentence: Sentence) -> bool:
        """Whether a sentence stands under a heading that announces the cast."""
        return bool(_CAST.search(self.blocks[sentence.block].label)) and not self.is_review(sentence)

    def is_review(self, sentence: Sentence) -> bool:
        """Whether a sentence judges the film: it stands in a review, or in prose that never says what the film is."""
        kind = self.blocks[sentence.block].kind
        return kind is BlockKind.REVIEW or (self.circled and kind is BlockKind.PROSE)

    @property
    def reviewed(self) -> list[Span]:
        """The sentences that judge the film, and others beside it."""
        return [sentence.span for sentence in self.sentences if self.is_review(sentence)]

    def film_at(self, offset: int) -> Thing:
        """The film that the words at this offset speak of."""
        scopes = self.told.scopes
        return next((s.film for s in scopes if s.span.start <= offset < s.span.end), self.main)

    def original(self) -> Thing:
        """The film that the page's own remakes; one without any title where the text only says that there is one."""
        return self.told.remade_by(self.main) or Thing(Kind.MOVIE, "original")

    def named_up_to(self, sentence: Sentence) -> list[Mention]:
        """The people named in this sentence and the one before it, for pronouns."""
        start = max(self.blocks[sentence.block].span.start, sentence.span.start - _BACK)
        return list(self.directory.mentions(self.text, start, sentence.span.end))

    def full(self, span: Span, crew: bool = False) -> str:
        """The fullest form of a name; a first name takes the surname it shares with the next before anyone else's."""
        name = clean_name(span.of(self.text))
        if is_company(name) and not self.directory.knows(name):
            return name
        full = self.directory.full(name)
        may_share = crew and not self.text.endswith("the ", 0, span.start)  # "the Krantzes and A" are no siblings
        may_share = may_share or bool(_SIBLINGS.search(self.text, max(0, span.start - 14), span.start))
        if may_share and (full == name or full.startswith(f"{name} ")):
            shared = with_surname(self.text, span)
            return shared if shared != name else full
        return full
