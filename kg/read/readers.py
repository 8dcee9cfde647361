"""Every kind of file that is read, and the choice among them. A new kind is one file beside this and one line here."""

from typing import Final

from kg.read.jsonlines import JSON_LINES
from kg.read.plain import PLAIN
from kg.read.reader import Reader
from kg.read.sources import Source

READERS: Final[tuple[Reader, ...]] = (
    JSON_LINES,
    PLAIN,
)

SUFFIXES: Final = tuple(sorted(suffix for reader in READERS for suffix in reader.suffixes))

_HEAD: Final = 512  # bytes that tell a kind of file without a suffix


def reader_of(source: Source) -> Reader | None:
    """The reader by the suffix, with or without ".gz"; a file that the caller named may also be known by its bytes."""
    name = source.id.casefold().removesuffix(".gz")
    named = next((r for r in READERS if name.endswith(r.suffixes)), None)
    if named or source.listed:
        return named
    with source.open() as file:
        head = file.read(_HEAD)
    return next((r for r in READERS if r.fits(head)), None)
