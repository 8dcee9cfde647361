"""What the caller names (files, folders, globs, URLs, "-") in, places to read out, sorted by the ids they will have.

Another kind of place is one more function here and its name in PLACES.
"""

import bz2
import glob
import gzip
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, Final, cast

from kg.errors import UsageError
from kg.read import remote

_PACKED: Final[dict[bytes, Callable[..., BinaryIO]]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open}  # type: ignore[dict-item]
STANDARD_INPUT: Final = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A place that holds one document or many; `listed` says that a folder listed it and no caller named it."""

    id: str
    path: str
    open_raw: Callable[[], BinaryIO]
    listed: bool = False

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes from the start, unpacked where they are packed; OSError, EOFError or zlib.error says why not."""
        with self.open_raw() as raw:
            head = raw.read(3)
            raw.seek(0)
            unpack = next((unpack for mark, unpack in _PACKED.items() if head.startswith(mark)), None)
            yield unpack(raw) if unpack else raw


def unpacked(name: str) -> str:
    """The name of a file in lower case, without the suffix that says it is packed."""
    return name.casefold().removesuffix(".gz").removesuffix(".bz2")


def find(arguments: Sequence[str]) -> list[Source]:
    """Every place that the arguments name, once each, in an order that is not that of the arguments.

    Raises UsageError for an argument that names nothing.
    """
    found: dict[str, Source] = {}
    for argument in arguments:
        for source in _sources(argument):
            place = source.path if remote.is_url(source.path) else os.path.realpath(source.path)
            found[place] = min(source, found.get(place, source), key=_order)
    return sorted(found.values(), key=_order)


def _order(source: Source) -> tuple[str, str]:
    return source.id, source.path


def _sources(argument: str) -> list[Source]:
    """The places that one argument names, never none."""
    try:
        sources = next((s for place in PLACES if (s := place(argument)) is not None), None)
    except OSError as error:
        raise UsageError(f"{argument}: {error.strerror}") from error
    if not sources:
        raise UsageError(_nothing(argument))
    return sources


def _nothing(argument: str) -> str:
    if Path(argument).is_dir():
        return f"{argument}: the folder holds no files"
    if glob.has_magic(argument):
        return f"{argument}: no file matches the pattern"
    if remote.is_url(argument):
        return f"{argument}: nothing is there"
    return f"{argument}: no such file or folder"


def _stream(argument: str) -> list[Source] | None:
    """Standard input or a named pipe."""
    if argument == STANDARD_INPUT:
        return [_spooled("stdin", argument, sys.stdin.buffer)]
    if not Path(argument).is_fifo():
        return None
    with Path(argument).open("rb") as pipe:
        return [_spooled(Path(argument).name, argument, pipe)]


def _spooled(id: str, path: str, stream: BinaryIO) -> Source:
    """A source that keeps the stream in a temporary file, since sources are read twice."""
    spool = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the source
    shutil.copyfileobj(stream, spool)
    spool.flush()

    def again() -> BinaryIO:
        os.lseek(spool.fileno(), 0, os.SEEK_SET)
        return os.fdopen(os.dup(spool.fileno()), "rb")

    return Source(id, path, again)


def _file(argument: str) -> list[Source] | None:
    path = Path(argument)
    return [_source(path, path.parent)] if path.is_file() else None


def _folder(argument: str) -> list[Source] | None:
    path = Path(argument)
    return list(_files_below(path, path)) if path.is_dir() else None


def _pattern(argument: str) -> list[Source] | None:
    """The files that match, with ids relative to the last folder that is named without a wildcard."""
    if not glob.has_magic(argument):
        return None
    parts = PurePath(argument).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    base = Path(*parts[:fixed])
    paths = [Path(p) for p in glob.glob(argument, recursive=True)]  # noqa: PTH207  # Path.glob refuses "**.txt"
    folders = [s for p in paths if p.is_dir() for s in _files_below(p, base)]
    return folders + [_source(p, base) for p in paths if p.is_file()]


def _url(argument: str) -> list[Source] | None:
    """What lies at a URL, in an object store for example."""
    if not remote.is_url(argument):
        return None
    return [Source(_text(f.name), f.url, f.open, f.listed) for f in remote.files(argument)]


PLACES: Final = (_stream, _file, _folder, _url, _pattern)


def _files_below(folder: Path, base: Path) -> Iterator[Source]:
    """Every file below the folder but hidden ones; a folder that cannot be listed counts as an unreadable file."""
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        paths = (Path(root, name) for name in names if not name.startswith("."))
        yield from (_source(p, base, listed=True) for p in paths if _is_readable(p))
    yield from (_source(Path(error.filename), base) for error in closed)


def _is_readable(path: Path) -> bool:
    """False for what would never end (pipes, devices); true for broken links and the like, whose reading tells why."""
    try:
        return path.is_file() or path.is_symlink()
    except PermissionError:
        return True


def _source(path: Path, base: Path, *, listed: bool = False) -> Source:
    def open_raw() -> BinaryIO:
        return cast(BinaryIO, io.BufferedReader(io.FileIO(path)))

    return Source(_text(path.relative_to(base).as_posix()), _text(str(path)), open_raw, listed)


def _text(name: str) -> str:
    """The name of a file with U+FFFD for bytes that are not UTF-8, so that it can be written out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
