"""Every kind of file that is read, and the choice among them. A new kind is one file beside this and one line here."""

from typing import Final

from kg.read.jsonlines import JSON_LINES
from kg.read.parquet import PARQUET
from kg.read.plain import PLAIN
from kg.read.reader import Reader
from kg.read.sources import Source, unpacked
from kg.read.web import WEB_PAGE
from kg.read.wiki import DUMP, WIKI_TEXT

READERS: Final[tuple[Reader, ...]] = (
    JSON_LINES,
    PARQUET,
    DUMP,
    WIKI_TEXT,
    PLAIN,
    WEB_PAGE,
)

SUFFIXES: Final = tuple(sorted(suffix for reader in READERS for suffix in reader.suffixes))

_HEAD: Final = 512  # bytes that tell a kind of file without a suffix


def reader_of(source: Source) -> Reader | None:
    """The reader by the suffix or, where that says nothing, by the first bytes; None for any other kind of file."""
    named = _by_suffix(source)
    if named:
        return named
    with source.open() as file:
        head = file.read(_HEAD)
    return next((r for r in READERS if r.fits(head)), None)


def is_wanted(source: Source) -> bool:
    """Whether the caller named the file, or it is of a kind that is read: a folder may hold other files besides."""
    return not source.listed or _by_suffix(source) is not None


def _by_suffix(source: Source) -> Reader | None:
    name = unpacked(source.id)
    return next((r for r in READERS if name.endswith(r.suffixes)), None)
