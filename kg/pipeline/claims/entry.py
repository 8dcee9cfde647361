"""What one document states in, a line of JSON out, and back: things in a table, quotes as offsets into the text."""

from typing import Final

import msgspec

from kg.model import Claim, Datatype, Document, Evidence, Extraction, Kind, Skipped, Span, Status, Thing, Value

_NOTHING: Final = msgspec.Raw(b"null")
FAILED: Final = "the program failed on it"
"""How the reason begins why a document was skipped that the same rules may read another time, as with more memory."""
Key = tuple[str, str]
"""A document's id, and the path of what cannot be read as a document (its id is that of the file)."""


class Head(msgspec.Struct, frozen=True, array_like=True):
    """What became of one document: `reason` is why it was skipped, "" where it was not.

    `sha256` is that of its text, "" where no text could be read; `path` says where a skipped one was found.
    """

    id: str
    sha256: str
    title: str | None
    url: str | None
    media_type: str
    path: str = ""
    reason: str = ""

    @property
    def key(self) -> Key:
        """What the documents of a build are sorted by."""
        return self.id, "" if self.sha256 else self.path

    @property
    def final(self) -> bool:
        """Whether the same rules would say the same of the text again."""
        return self.sha256 != "" and not self.reason.startswith(FAILED)

    @property
    def skipped(self) -> Skipped:
        """The document as one that was passed over."""
        return Skipped(self.path, self.reason, self.id)

    def document(self, text: str) -> Document:
        """The document, with this text."""
        return Document(self.id, text, self.title, self.url, media_type=self.media_type)


class Entry(Head, frozen=True, array_like=True):
    """The same with what the document states, as `pack` has it."""

    said: msgspec.Raw = _NOTHING

    @classmethod
    def of(cls, document: Document, said: bytes | Skipped) -> "Entry":
        """The entry of a document that was studied."""
        known = (document.id, document.sha256, document.title, document.url, document.media_type)
        if isinstance(said, Skipped):
            return cls(*known, said.path, said.reason)
        return cls(*known, said=msgspec.Raw(said))

    def extraction(self, text: str, least: float = 0.0) -> Extraction:
        """What the document with this text states, of it what is stated with at least so much confidence."""
        return unpack(bytes(self.said), self.document(text), least)


class _Said(msgspec.Struct, array_like=True):
    """A thing is (kind, key, the numbers of its parts …), an object a thing's number, a text or (text, datatype)."""

    about: int | None
    things: list[tuple[Kind, str, list[int]]]
    claims: list["_Claim"]


class _Claim(msgspec.Struct, array_like=True):
    subject: int
    relation: str
    object: int | str | tuple[str, Datatype]
    start: int
    end: int
    rule: str
    confidence: float
    status: Status = Status.ASSERTED


def pack(extraction: Extraction) -> bytes:
    """What a document states as JSON without line ends; the quotes are left to the text."""
    numbers: dict[Thing, int] = {}
    about = _number(extraction.about, numbers) if extraction.about else None
    claims = [_packed(claim, numbers) for claim in extraction.claims]
    things = [(thing.kind, thing.key, [numbers[part] for part in thing.parts]) for thing in numbers]
    return msgspec.json.encode(_Said(about, things, claims))


def unpack(said: bytes, document: Document, least: float = 0.0) -> Extraction:
    """The extraction that `pack` was given, less what is stated with less confidence than `least`."""
    packed = msgspec.json.decode(said, type=_Said)
    things: list[Thing] = []
    for kind, key, parts in packed.things:
        things.append(Thing(kind, key, tuple(things[number] for number in parts)))
    about = None if packed.about is None else things[packed.about]
    kept = (claim for claim in packed.claims if claim.confidence >= least)
    return Extraction(document, about, tuple(_unpacked(claim, things, document) for claim in kept))


def _packed(claim: Claim, numbers: dict[Thing, int]) -> _Claim:
    at, subject = claim.evidence, _number(claim.subject, numbers)
    obj = _value(claim.object) if isinstance(claim.object, Value) else _number(claim.object, numbers)
    return _Claim(subject, claim.relation, obj, at.span.start, at.span.end, at.rule, at.confidence, at.status)


def _unpacked(claim: _Claim, things: list[Thing], document: Document) -> Claim:
    said, span = claim.object, Span(claim.start, claim.end)
    obj = things[said] if isinstance(said, int) else Value(said) if isinstance(said, str) else Value(*said)
    evidence = Evidence.quoting(document, span, claim.rule, claim.confidence, claim.status)
    return Claim(things[claim.subject], claim.relation, obj, evidence)


def _number(thing: Thing, numbers: dict[Thing, int]) -> int:
    """The thing's place in the table, its parts before it."""
    if thing not in numbers:
        for part in thing.parts:
            _number(part, numbers)
        numbers[thing] = len(numbers)
    return numbers[thing]


def _value(value: Value) -> str | tuple[str, Datatype]:
    return value.text if value.datatype is Datatype.STRING else (value.text, value.datatype)
