"""Documents and what they state in, in any order; claims.jsonl and texts.jsonl, sorted by id, out.

Until then both wait in unsorted files, so that memory holds where they are and not what they are.
"""

import heapq
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

import msgspec

from kg.export.texts import CLAIMS, TEXTS, text_line
from kg.model import Document, Skipped
from kg.pipeline.claims.entry import Entry, Key
from kg.pipeline.claims.stored import Claims, Header, Line

Place = tuple[int, int]
"""Where some bytes are: offset and length."""
_NOWHERE: Final[Place] = (0, 0)


class Spill:
    """What is known of the documents of a build while they are studied; `settle` turns it into the two files.

    A document that comes again replaces the one of its id.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts, self._claims = _Heap(folder / ".texts"), _Heap(folder / ".claims")
        self._places: dict[Key, tuple[Place, Place]] = {}  # of text and entry
        self._waiting: dict[str, Place] = {}

    def __enter__(self) -> "Spill":
        return self

    def __exit__(self, *_: object) -> None:
        self._texts.drop()
        self._claims.drop()

    def take(self, entry: Entry, document: Document | None = None) -> None:
        """What is known already; `document` is needed unless it was skipped."""
        self._enter(entry, self._texts.put(msgspec.json.encode(document)) if document else _NOWHERE)

    def skip(self, skipped: Skipped) -> None:
        """Something that cannot be read as a document."""
        self.take(Entry(skipped.id, "", None, None, "", skipped.path, skipped.reason))

    def wait(self, document: Document) -> None:
        """A document that is to be studied."""
        self._waiting[document.id] = self._texts.put(msgspec.json.encode(document))

    @property
    def keys(self) -> Collection[Key]:
        """What came so far."""
        return self._places.keys() | {(id, "") for id in self._waiting}

    @property
    def waiting(self) -> int:
        """How many documents are to be studied."""
        return len(self._waiting)

    def to_study(self) -> Iterator[Document]:
        """The documents to be studied, by id, each read when it is asked for; `state` says what came of one."""
        for name in sorted(self._waiting):
            yield self._document(self._waiting[name])

    def state(self, id: str, said: bytes | Skipped) -> None:
        """What a document that waited states (as `pack` has it), or why it was skipped."""
        place = self._waiting.pop(id)
        self._enter(Entry.of(self._document(place), said), place)

    def give_up(self, skipped: Skipped) -> None:
        """A document that waited and could not be studied here and now; the next build tries it again."""
        self._waiting.pop(skipped.id)
        self.skip(skipped)

    def settle(self, rules: str, beside: Iterable[Document] = (), kept: Iterable[Line] = ()) -> Claims:
        """Write the two files: what came, with the lines of other documents that are `kept` from an older build.

        The texts of documents that are `beside` them are kept, although nobody studies them.
        """
        others = sorted(((document.id, ""), b"", text_line(document)) for document in beside)
        with (self._folder / CLAIMS).open("wb") as claims, (self._folder / TEXTS).open("wb") as texts:
            claims.write(msgspec.json.encode(Header(rules=rules)) + b"\n")
            for _, line, text in heapq.merge(self._lines(), kept, others):
                claims.write(line)
                texts.write(text)
        return Claims.open(self._folder)

    def _lines(self) -> Iterator[Line]:
        for key, (text, claims) in sorted(self._places.items()):
            yield key, self._claims.get(claims), b"" if text == _NOWHERE else text_line(self._document(text))

    def _enter(self, entry: Entry, text: Place) -> None:
        line = self._claims.put(msgspec.json.encode(entry) + b"\n")
        self._places[entry.key] = (_NOWHERE if entry.reason else text), line

    def _document(self, place: Place) -> Document:
        return msgspec.json.decode(self._texts.get(place), type=Document)


@dataclass(slots=True)
class _Heap:
    """A file that only grows, whose pieces are found by their places."""

    path: Path
    file: IO[bytes] = field(init=False)
    end: int = 0
    dirty: bool = False

    def __post_init__(self) -> None:
        self.file = self.path.open("w+b")

    def put(self, content: bytes) -> Place:
        place = (self.end, len(content))
        self.file.write(content)
        self.end += len(content)
        self.dirty = True
        return place

    def get(self, place: Place) -> bytes:
        if self.dirty:
            self.file.flush()
            self.dirty = False
        offset, size = place
        return os.pread(self.file.fileno(), size, offset)

    def drop(self) -> None:
        self.file.close()
        self.path.unlink(missing_ok=True)
