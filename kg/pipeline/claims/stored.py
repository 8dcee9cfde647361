"""claims.jsonl and texts.jsonl of a build in; what its documents state out, one at a time, by id, or by their text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, Final, NamedTuple, TypeVar

import msgspec

from kg.errors import InputError
from kg.export.texts import CLAIMS, TEXTS
from kg.model import Document, Extraction, Skipped
from kg.pipeline.claims.entry import Entry, Head, Key
from kg.resolve import Summary, summarise

FORMAT: Final = 1
_DAMAGE: Final = (OSError, ValueError, LookupError, EOFError, msgspec.MsgspecError)
T = TypeVar("T")
Read = tuple[str, str | None]
"""What decides what a document is found to state, apart from the rules: the digest of its text, and its title."""
Line = tuple[Key, bytes, bytes]
"""A document's key, and its lines of claims.jsonl and texts.jsonl (b"" where it was skipped)."""


class Header(msgspec.Struct, frozen=True):
    """The first line of claims.jsonl."""

    rules: str
    claims: int = FORMAT


class Portion(NamedTuple):
    """Some documents that follow each other: where they begin in the two files, and how many were not skipped."""

    number: int
    claims: int
    texts: int
    documents: int


class _Text(msgspec.Struct, frozen=True):
    """A line of texts.jsonl, as far as it is needed beside an entry."""

    id: str
    text: str


@dataclass(frozen=True)
class Claims:
    """The documents of a build by id, sorted, with what each states of `least` confidence or more.

    Reading goes through the files a line at a time; `get`, `known` and the counts keep a list of what stands where.
    """

    folder: Path
    rules: str
    least: float = 0.0

    @classmethod
    def open(cls, folder: Path) -> "Claims":
        """The claims of a build; InputError where there are none that this version can read."""
        file = folder / CLAIMS
        try:
            with file.open("rb") as lines:
                header = msgspec.json.decode(lines.readline(), type=Header)
        except _DAMAGE as error:
            raise InputError(f"{file}: cannot be read as the claims of a build: {error}") from error
        if header.claims != FORMAT:
            raise InputError(f"{file}: was written by another version of kg; build it again")
        return cls(folder, header.rules)

    def at_least(self, confidence: float) -> "Claims":
        """The same without what is stated with less confidence."""
        return replace(self, least=confidence)

    def __iter__(self) -> Iterator[Extraction]:
        """What each document states, by id; those that were skipped are left out."""
        return self.within(Portion(0, self._heads[0][1], 0, self.documents)) if self.documents else iter(())

    def portions(self, size: int) -> Iterator[Portion]:
        """All documents, so many at a time; none where all were skipped."""
        studied = [(head.id, at) for head, at in self._heads if not head.reason]
        for number, first in enumerate(range(0, len(studied), size)):
            id, at = studied[first]
            if id not in self._texts:
                raise self._damaged(TEXTS, LookupError(f"there is no text of {id}"))
            yield Portion(number, at, self._texts[id], min(size, len(studied) - first))

    def within(self, portion: Portion) -> Iterator[Extraction]:
        """What the documents of a portion state, by id."""
        with (self.folder / CLAIMS).open("rb") as lines, (self.folder / TEXTS).open("rb") as texts:
            lines.seek(portion.claims)
            texts.seek(portion.texts)
            entries = (self._decoded(CLAIMS, line, Entry) for line in lines)
            for entry in islice((entry for entry in entries if not entry.reason), portion.documents):
                yield self._extraction(entry, self._text_of(entry.id, texts)[1])

    @property
    def plain(self) -> "Claims":
        """The same without what was found out about the files, to be sent elsewhere."""
        return replace(self)

    def summaries(self) -> Iterator[Summary]:
        """What identity is decided on, by id."""
        return map(summarise, self)

    def entries(self) -> Iterator[tuple[str, bytes]]:
        """The ids of the documents that were not skipped, with their lines of claims.jsonl."""
        return ((head.id, line) for head, line in zip(self.heads, self._lines(), strict=True) if not head.reason)

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was passed over, sorted."""
        return tuple(sorted(head.skipped for head, _ in self._heads if head.reason))

    @cached_property
    def documents(self) -> int:
        """How many documents there are that were not skipped."""
        return sum(not head.reason for head, _ in self._heads)

    def get(self, id: str) -> Extraction:
        """What one document states; KeyError when there is none of this id, or it was skipped."""
        entry = self._decoded(CLAIMS, self._at(CLAIMS, self._places[id]), Entry)
        return self._extraction(entry, self._decoded(TEXTS, self._at(TEXTS, self._texts[id]), _Text))

    def document(self, id: str) -> Document:
        """One document; KeyError when there is none of this id."""
        head = self._decoded(CLAIMS, self._at(CLAIMS, self._places[id]), Head)
        return head.document(self._decoded(TEXTS, self._at(TEXTS, self._texts[id]), _Text).text)

    def known(self, document: Document) -> Entry | None:
        """The entry of a text that is the same, as that of this document; None where it has to be read."""
        at = self._read.get((document.sha256, document.title))
        if at is None:
            return None
        entry = self._decoded(CLAIMS, self._at(CLAIMS, at), Entry)
        fresh = msgspec.structs.replace(entry, id=document.id, url=document.url, media_type=document.media_type)
        return msgspec.structs.replace(fresh, path=document.path or document.id) if entry.reason else fresh

    def lines(self) -> Iterator[Line]:
        """Every document as its lines of the two files, sorted by key."""
        with (self.folder / TEXTS).open("rb") as texts:
            for line in self._lines():
                head = self._decoded(CLAIMS, line, Head)
                yield head.key, line, b"" if head.reason else self._text_of(head.id, texts)[0]

    def _extraction(self, entry: Entry, text: _Text) -> Extraction:
        try:
            return entry.extraction(text.text, self.least)
        except _DAMAGE as error:
            raise self._damaged(CLAIMS, error) from error

    def _lines(self) -> Iterator[bytes]:
        with (self.folder / CLAIMS).open("rb") as lines:
            next(lines)
            yield from lines

    def _text_of(self, id: str, texts: IO[bytes]) -> tuple[bytes, _Text]:
        """The next line of the texts with this id; those between are of documents that nobody studied."""
        for line in texts:
            if (text := self._decoded(TEXTS, line, _Text)).id == id:
                return line, text
        raise self._damaged(TEXTS, LookupError(f"there is no text of {id}"))

    def _decoded(self, name: str, line: bytes, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(line, type=kind)
        except _DAMAGE as error:
            raise self._damaged(name, error) from error

    def _at(self, name: str, offset: int) -> bytes:
        with (self.folder / name).open("rb") as file:
            file.seek(offset)
            return file.readline()

    def _offsets(self, name: str) -> Iterator[tuple[int, bytes]]:
        offset = 0
        with (self.folder / name).open("rb") as lines:
            for line in lines:
                yield offset, line
                offset += len(line)

    @property
    def heads(self) -> list[Head]:
        """What became of each document, without what it states."""
        return [head for head, _ in self._heads]

    @cached_property
    def _heads(self) -> list[tuple[Head, int]]:
        lines = self._offsets(CLAIMS)
        next(lines)
        return [(self._decoded(CLAIMS, line, Head), offset) for offset, line in lines]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {head.id: offset for head, offset in self._heads if head.sha256}

    @cached_property
    def _read(self) -> dict[Read, int]:
        return {(head.sha256, head.title): offset for head, offset in self._heads if head.final}

    @cached_property
    def _texts(self) -> dict[str, int]:
        return {self._decoded(TEXTS, line, _Text).id: offset for offset, line in self._offsets(TEXTS)}

    def _damaged(self, name: str, error: Exception) -> InputError:
        return InputError(f"{self.folder / name}: is not as it was written: {error}; build the graph again")
