"""A text or Markdown file in, one document out."""

from collections.abc import Iterator
from typing import Final

from kg.model import Document, Skipped
from kg.read.decoding import decode
from kg.read.reader import Reader
from kg.read.sources import Source, unpacked


def _read(source: Source) -> Iterator[Document | Skipped]:
    with source.open() as file:
        text = decode(file.read())
    if text is None:
        yield Skipped(source.path, "binary, or in an unknown encoding: save it as UTF-8 text")
    else:
        media_type = "text/markdown" if unpacked(source.id).endswith(".md") else "text/plain"
        yield Document(source.id, text, path=source.path, media_type=media_type)


def _fits(head: bytes) -> bool:
    return not head.lstrip().startswith((b"<", b"%PDF"))


PLAIN: Final = Reader((".txt", ".md"), _fits, _read)
