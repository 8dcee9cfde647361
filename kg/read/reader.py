"""The type of a reader: one kind of file, how it is known, and the function that makes documents of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import Document, Skipped
from kg.read.sources import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: `suffixes` name it, and `fits` tells it by its first bytes where no suffix does.

    `read` may raise what `Source.open` raises; documents without text may be left in, since they are sifted out later.
    """

    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[Source], Iterator[Document | Skipped]]
