"""Extractions of the parts of one document in, the document's own out: no two parts' things are taken for one."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from kg.model import Claim, Document, Extraction, Kind, Thing

_NUMBERED: Final = frozenset({Kind.REVIEW, Kind.RATING, Kind.AGGREGATE})


def joined(document: Document, parts: Sequence[Extraction]) -> Extraction:
    """All claims of the parts, with quotes from the document as it is.

    The first part's film is what the document is about; reviews are numbered through.
    """
    first, *others = parts
    alike = not others and first.document.text == document.text
    return Extraction(document, first.about, first.claims if alike else tuple(_claims(document, parts)))


def _claims(document: Document, parts: Sequence[Extraction]) -> Iterator[Claim]:
    reviews = 0
    for number, part in enumerate(parts):
        for claim in part.claims:
            subject, object = _thing(claim.subject, number, reviews), claim.object
            if isinstance(object, Thing):
                object = _thing(object, number, reviews)
            evidence = replace(claim.evidence, quote=claim.evidence.span.of(document.text))
            yield replace(claim, subject=subject, object=object, evidence=evidence)
        reviews += max((int(thing.key) for thing in _numbered(part)), default=0)


def _numbered(part: Extraction) -> Iterator[Thing]:
    yield from (c.subject for c in part.claims if c.subject.kind in _NUMBERED and c.subject.key.isdecimal())


def _thing(thing: Thing, part: int, reviews: int) -> Thing:
    """The thing as the whole document knows it: films by a key that no other part has, names by themselves."""
    if part == 0:
        return thing
    if thing.kind in _NUMBERED and thing.key.isdecimal():
        return replace(thing, key=str(int(thing.key) + reviews))
    if thing.kind is Kind.MOVIE or thing.kind in _NUMBERED:
        return replace(thing, key=f"{thing.key}.{part}")
    return replace(thing, parts=tuple(_thing(other, part, reviews) for other in thing.parts)) if thing.parts else thing
