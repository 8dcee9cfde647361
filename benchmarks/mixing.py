"""Some documents in; as many as are wanted out: copies in which every name is another of the same length.

Since no length changes, what a copy states is what its model states under other names, at the same places: growth can
be measured without studying a hundred thousand texts. A copy that is studied after all gives nearly the same claims.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

import msgspec

from kg.model import Document, Extraction, Kind, Skipped, Value
from kg.pipeline import study_all
from kg.pipeline.claims import Claims, Entry, Spill, pack
from kg.pipeline.runners import Here

_NAMED: Final = {Kind.PERSON, Kind.CHARACTER, Kind.ORGANIZATION, Kind.WORK, Kind.BOOK}
_NAMES: Final = {"schema:name", "schema:alternateName"}
_WORD: Final = re.compile(r"[A-Z][a-z]{2,}")
_VOWELS: Final = "aeiou"
_OTHERS: Final = "bcdfghjklmnprstvwz"


@dataclass(frozen=True)
class Model:
    """A document with what it states and the words of its names."""

    document: Document
    said: str
    words: frozenset[str]

    @classmethod
    def of(cls, extraction: Extraction) -> "Model":
        """The model that a studied document is."""
        names = [t.key for c in extraction.claims for t in (c.subject, c.object) if _is_named(t)]
        names += [c.object.text for c in extraction.claims if c.relation in _NAMES and isinstance(c.object, Value)]
        words = frozenset(word for name in names for word in _WORD.findall(name))
        return cls(extraction.document, pack(extraction).decode(), words)

    def copy(self, number: int) -> tuple[Document, bytes]:
        """The copy of this number: document and claims, packed; number 0 is the model itself."""
        pattern = re.compile(rf"\b(?:{'|'.join(sorted(self.words, key=lambda w: (-len(w), w))) or '(?!)'})\b")
        made = [pattern.sub(lambda match: renamed(match[0], number), part) for part in (self.document.text, self.said)]
        title = pattern.sub(lambda match: renamed(match[0], number), self.document.title or "") or None
        return replace(self.document, id=f"{self.document.id}-{number:05}", text=made[0], title=title), made[1].encode()


def renamed(word: str, number: int) -> str:
    """The word with its small letters moved on, vowels among vowels: a name that can be said, of the same length."""
    return word[0] + "".join(_moved(letter, number + at * number) for at, letter in enumerate(word[1:], 1))


def _moved(letter: str, steps: int) -> str:
    for ring in (_VOWELS, _OTHERS):
        if letter in ring:
            return ring[(ring.index(letter) + steps) % len(ring)]
    return letter


def _is_named(thing: Any) -> bool:
    return getattr(thing, "kind", None) in _NAMED


def models(documents: Sequence[Document]) -> list[Model]:
    """Those of the documents that state something."""
    return [Model.of(e) for e in study_all(documents, None, Here()) if not isinstance(e, Skipped) and e.claims]


def copies(of: Sequence[Model], wanted: int) -> Iterator[tuple[Document, bytes]]:
    """So many documents: first the models, then copy after copy of all of them."""
    return islice((model.copy(number) for number in count() for model in of), wanted)


def claimed(of: Sequence[Model], wanted: int, folder: Path, rules: str = "synthetic") -> Claims:
    """The claims of so many documents, in a folder; `rules` is the version of those that are said to have read them."""
    with Spill(folder) as spill:
        for document, said in copies(of, wanted):
            spill.take(Entry.of(document, said), document)
        return spill.settle(rules, ())


def write_texts(of: Sequence[Model], wanted: int, file: Path) -> None:
    """The texts of so many documents, to be read by `kg build`."""
    with file.open("wb") as out:
        for document, _ in copies(of, wanted):
            row = {"id": document.id, "title": document.title, "text": document.text}
            out.write(msgspec.json.encode(row) + b"\n")
