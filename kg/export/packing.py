"""A writer of bytes in; one that writes them compressed out, the same bytes each time."""

import gzip
import io
from collections.abc import Callable
from typing import IO, Final

from kg.errors import ConfigurationError
from kg.export.graph import Graph

Write = Callable[[Graph, IO[bytes]], None]


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)  # no date, no name of a file


def _zstd(content: bytes) -> bytes:
    try:
        import zstandard
    except ModuleNotFoundError as error:
        raise ConfigurationError("zstd needs the package zstandard: pip install 'kg[zstd]'") from error
    return zstandard.compress(content)


PACKINGS: Final[dict[str, Callable[[bytes], bytes]]] = {".gz": _gzip, ".zst": _zstd}


def packed(write: Write, suffix: str) -> Write:
    """The same writer, compressed as the suffix says."""

    def write_packed(graph: Graph, out: IO[bytes]) -> None:
        plain = io.BytesIO()
        write(graph, plain)
        out.write(PACKINGS[suffix](plain.getvalue()))

    return write_packed
