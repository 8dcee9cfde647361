"""A folder and a number of desks in; what desks write to each other, by files, out.

A desk is one piece of a step that anybody can do anywhere. What it writes to others is one file, in which the letters
to each follow each other, so that whoever has to do a piece again leaves nothing twice.
"""

import heapq
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, TypeVar
from zlib import crc32

import msgspec

from kg.resolve.memory import Row
from kg.resolve.recording import ORDER
from kg.vocab import BaseIri

T = TypeVar("T")
OURS: Final = 0
"""The desk at which whoever asked for the work lays aside what all need."""
_PLACES: Final = "Q"  # in a file: eight bytes each
_OPEN: Final = 200  # files at a time
_encode: Final = msgspec.msgpack.Encoder().encode
_line: Final = msgspec.json.Encoder().encode
_WITH_MORE: Final[dict[str, Any]] = {
    "documents": tuple[str, str, str, str | None, bytes],
    "films": tuple[str, str, str, int | None],
    "works": tuple[str, str, bytes, str],
    "entities": tuple[str, str, str | None, bytes],
}
_ROWS: Final[dict[str, Callable[[bytes], Row]]] = {
    table: msgspec.json.Decoder(_WITH_MORE.get(table, tuple[str | None, ...])).decode for table in ORDER
}


@dataclass(frozen=True, slots=True)
class Office:
    """Where the desks' letters are, each kind by its type; small enough to be sent along with each piece of work.

    Each desk keeps some thousand of the documents, and decides what falls to it by a hash. Whether rows for the memory
    of identity are wanted, `keep` says.
    """

    folder: Path
    desks: int
    base: BaseIri
    keep: bool = False

    def desk_of(self, name: str) -> int:
        """Whose a name is."""
        return crc32(name.encode("utf-8", "surrogatepass")) % self.desks

    def send(self, desk: int, letters: Iterable[tuple[int, T]], kind: type[T]) -> None:
        """Send what one desk has for others, all letters of a kind at once."""
        to: list[list[T]] = [[] for _ in range(self.desks)]
        for receiver, letter in letters:
            to[receiver].append(letter)
        contents = list(map(_encode, to))
        places = array(_PLACES, accumulate(map(len, contents), initial=0))
        _write(self._file(kind, desk), b"".join((places.tobytes(), *contents)))

    def read(self, desk: int, kind: type[T]) -> Iterator[T]:
        """What all desks sent to one, in their order."""
        decode = _decoder(kind)
        for sender in range(self.desks):
            with self._file(kind, sender).open("rb") as content:
                places = array(_PLACES)
                places.fromfile(content, self.desks + 1)
                content.seek(places[desk], 1)
                yield from decode(content.read(places[desk + 1] - places[desk]))

    def lay(self, desk: int, items: Iterable[T], kind: type[T]) -> None:
        """Lay aside what a desk, or whoever asked for the work, will want again."""
        _write(self._file(kind, desk), _encode(list(items)))

    def laid(self, desk: int, kind: type[T]) -> list[T]:
        """The same, when it is wanted."""
        return _decoder(kind)(self._file(kind, desk).read_bytes())

    def put(self, desk: int, step: str, table: str, rows: Iterable[Row]) -> None:
        """Write rows of a table, if anybody wants them."""
        if self.keep or table == "said":
            ordered = sorted(rows, key=ORDER[table])
            lines = b"".join(_line(row) + b"\n" for row in ordered)
            _write(self.folder / f"{table}.{step}.{desk}.rows", lines)

    def rows(self, table: str) -> Iterator[Row]:
        """All rows of a table, in its order."""
        return _merged(sorted(self.folder.glob(f"{table}.*.rows")), ORDER[table], _ROWS[table])

    def _file(self, kind: type[Any], desk: int) -> Path:
        return self.folder / f"{kind.__name__}.{desk}"


def _write(file: Path, content: bytes) -> None:
    """Write it at once: whoever was given up may still be at the same piece of work."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(file)


def _decoder(kind: type[T]) -> Callable[[bytes], list[T]]:
    decode: Callable[[bytes], list[T]] = msgspec.msgpack.Decoder(list[kind]).decode  # type: ignore[valid-type]
    return decode


def _merged(files: Sequence[Path], order: Callable[[Row], Any], decode: Callable[[bytes], Row]) -> Iterator[Row]:
    """The rows of sorted files in their order; of many files, some are first made one."""
    while len(files) > _OPEN:
        files = [_together(files[at : at + _OPEN], order, decode) for at in range(0, len(files), _OPEN)]
    with ExitStack() as stack:
        lines = (stack.enter_context(file.open("rb")) for file in files)
        yield from heapq.merge(*(map(decode, each) for each in lines), key=order)


def _together(files: Sequence[Path], order: Callable[[Row], Any], decode: Callable[[bytes], Row]) -> Path:
    if len(files) > 1:
        made = files[0].with_name(f"{files[0].name}-")
        with made.open("wb") as out:
            out.writelines(_line(row) + b"\n" for row in _merged(files, order, decode))
        for file in files:
            file.unlink()
        made.rename(files[0])
    return files[0]
