"""Files in, documents out, with what was passed over and why.

sources    the places that the caller's arguments name
readers    READERS, one a kind of file: plain, jsonlines, parquet, web (HTML), wiki (MediaWiki)
extras     what these need besides
decoding   bytes to text
language   which texts are English
identity   documents that share an id
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.errors import UsageError
from kg.model import Document, Skipped
from kg.read.decoding import is_binary
from kg.read.identity import Register
from kg.read.language import is_english
from kg.read.readers import READERS, SUFFIXES, is_wanted, reader_of
from kg.read.sources import Source, find

__all__ = ["READERS", "read"]


def read(paths: Sequence[str]) -> Iterator[Document | Skipped]:
    """The documents of these files, folders, globs and "-" (standard input), by source in the order of its id.

    An argument that names nothing is a UsageError at once; what cannot be used is Skipped, and the rest goes on.
    Everything is read twice, first for the ids alone: that two documents share one shows only at the end.
    """
    sources = [source for source in find(paths) if is_wanted(source)]
    if not sources:
        raise UsageError(
            f"{', '.join(paths)}: no file is of a kind that is read ({', '.join(SUFFIXES)}, also with .gz or .bz2)"
        )
    return _usable(sources)


def _usable(sources: Sequence[Source]) -> Iterator[Document | Skipped]:
    register = Register(item for source in sources for item in _parsed(source) if isinstance(item, Document))
    for source in sources:
        for item in _parsed(source):
            if isinstance(item, Document) and is_english(item.text):
                yield register.settle(item)
            elif isinstance(item, Document):
                yield Skipped(item.path, "not English, as far as can be told", item.id)
            else:
                yield replace(item, id=source.id) if item.path == source.path else item


def _parsed(source: Source) -> Iterator[Document | Skipped]:
    try:
        reader = reader_of(source)
        if reader is None:
            yield Skipped(
                source.path, f"not a kind of file that is read ({', '.join(SUFFIXES)}, also with .gz or .bz2)"
            )
            return
        for item in reader.read(source):
            yield _checked(item) if isinstance(item, Document) else item
    except OSError as error:
        yield Skipped(source.path, f"cannot be read: {error.strerror or error}")
    except (EOFError, zlib.error) as error:
        yield Skipped(source.path, f"cannot be read, the packed data are damaged: {error}")


def _checked(document: Document) -> Document | Skipped:
    if not document.text.strip("\ufeff\u200b \t\r\n\v\f\xa0"):
        return Skipped(document.path, "empty: there is no text in it", document.id)
    if is_binary(document.text):
        return Skipped(document.path, "binary: it holds control characters as no text does", document.id)
    return document
