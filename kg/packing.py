"""Bytes in, the same bytes compressed out, and the other way round; `.gz` or `.zst` at the end of a name says how."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from kg.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Packing:
    """One way to compress. The same bytes are packed to the same ones; `unpack` raises OSError or EOFError."""

    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]


def parted(name: str) -> tuple[str, str]:
    """A file's name without the suffix of its compression, and that suffix, or nothing."""
    packing = next((suffix for suffix in PACKINGS if name.lower().endswith(suffix)), "")
    return name[: len(name) - len(packing)], packing


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)  # no date, no name of a file


def _gunzip(content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except zlib.error as error:
        raise OSError(str(error)) from error


def _zstd(content: bytes) -> bytes:
    return bytes(_zstandard().compress(content))


def _unzstd(content: bytes) -> bytes:
    """Frame by frame: there may be several, and none need say how long it is."""
    zstandard, frames = _zstandard(), []
    while content:
        frame = zstandard.ZstdDecompressor().decompressobj()
        try:
            frames.append(frame.decompress(content))
        except zstandard.ZstdError as error:
            raise OSError(str(error)) from error
        if not frame.eof:
            raise EOFError("the file ends before its compressed data does")
        content = frame.unused_data
    return b"".join(frames)


def _zstandard() -> ModuleType:
    try:
        import zstandard
    except ModuleNotFoundError as error:
        raise ConfigurationError("zstd needs the package zstandard: pip install 'kg[zstd]'") from error
    return zstandard


PACKINGS: Final = {".gz": Packing(_gzip, _gunzip), ".zst": Packing(_zstd, _unzstd)}
