"""A sorted file, what is to go and what is to come, in; the file that sorting it all anew would give, out.

What stays is copied in long stretches: finding the places takes steps in the logarithm of the size.
"""

import mmap
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Final

_STRIDE: Final = 1 << 10  # bytes that the search for the next place looks ahead at first
_NEAR: Final = 4  # lines that are looked at one by one before
_LAST: Final = b"\xff"  # comes after all that UTF-8 has
_PORTION: Final = 1 << 20  # bytes that are copied at a time


class SortedFile:
    """Lines in the order of their bytes, each with its line end; the file is not empty.

    Places are found in the mapped file; long stretches are read, since what is mapped counts as memory.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._content = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def __enter__(self) -> "SortedFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._content.close()
        self._file.close()

    def upper_half(self) -> bytes:
        """The line that the upper half of the file begins with."""
        return self._line(self._start(len(self._content) // 2, 0))

    def place(self, wanted: bytes) -> int:
        """Where the first line is, or would be, that is not before the wanted one."""
        return self._place(wanted, 0)

    def starting(self, start: bytes) -> Iterator[bytes]:
        """The lines that begin like this."""
        at = self._place(start, 0)
        return iter(BytesIO(self._content[at : self._place(start + _LAST, at)]))

    def patch(self, gone: Collection[bytes], come: Collection[bytes], out: IO[bytes]) -> None:
        """Write the lines without those that are gone, all of which are there, and with those that come."""
        at = 0
        for line in sorted({*gone, *come}):
            place = self._place(line, at)
            self._copy(at, place, out)
            at = place + (len(line) if line in gone else 0)
            if line in come:
                out.write(line)
        self._copy(at, len(self._content), out)

    def _place(self, wanted: bytes, low: int) -> int:
        """Where the first line from `low` on is, or would be, that is not before the wanted one."""
        for _ in range(_NEAR):  # most often it is one of the next
            line = self._line(low)
            if line >= wanted or not line:
                return low
            low += len(line)
        stride, high = _STRIDE, len(self._content)
        while low + stride < high:
            start = self._start(low + stride, low)
            if self._line(start) >= wanted:
                high = start
                break
            low, stride = start, 2 * stride
        while low < high:
            start = self._start((low + high) // 2, low)
            line = self._line(start)
            if line < wanted:
                low = start + len(line)
            else:
                high = start
        return low

    def _copy(self, start: int, end: int, out: IO[bytes]) -> None:
        """Write all from one place to another, some at a time; a short stretch is mostly mapped already."""
        if end - start < _STRIDE:
            out.write(self._content[start:end])
            return
        for at in range(start, end, _PORTION):
            out.write(os.pread(self._file.fileno(), min(_PORTION, end - at), at))

    def _start(self, at: int, low: int) -> int:
        """Where the line begins that holds a place; one begins at `low`."""
        return max(low, self._content.rfind(b"\n", low, at) + 1)

    def _line(self, start: int) -> bytes:
        end = self._content.find(b"\n", start) + 1
        return self._content[start:end] if end else b""


Record = tuple[bytes, bytes]
"""What a piece of a file is sorted by, and the piece."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """What stands between `head` and `tail` of a file: pieces in the order of their keys, with `parting` between them.

    `key` tells the key of the piece that begins at a place.
    """

    content: bytes
    head: int
    tail: int
    parting: bytes
    key: Callable[[bytes, int], bytes]

    def __iter__(self) -> Iterator[Record]:
        """Each piece by its key."""
        at = self.head
        while at < self.tail:
            after = self._next(at)
            yield self.key(self.content, at), self.content[at : self._end(after)]
            at = after

    def patched(self, fresh: Mapping[bytes, bytes], gone: Collection[bytes]) -> Iterator[bytes]:
        """The pieces in stretches, fresh ones in the place of those of their keys, and without those that are gone."""
        at = self.head
        for wanted in sorted({*fresh, *gone}):
            place = self._place(wanted, at)
            if place > at:
                yield self.content[at : self._end(place)]
            there = place < self.tail and self.key(self.content, place) == wanted
            at = self._next(place) if there else place
            if wanted in fresh:
                yield fresh[wanted]
        if at < self.tail:
            yield self.content[at : self.tail]

    def _place(self, wanted: bytes, low: int) -> int:
        """Where the first piece from `low` on begins that is not before the wanted one."""
        high = self.tail
        while low < high:
            found = self.content.rfind(self.parting, low, (low + high) // 2)
            start = low if found < 0 else found + len(self.parting)
            if self.key(self.content, start) < wanted:
                low = self._next(start)
            else:
                high = start
        return low

    def _next(self, start: int) -> int:
        end = self.content.find(self.parting, start, self.tail)
        return self.tail if end < 0 else end + len(self.parting)

    def _end(self, start: int) -> int:
        """Where the piece before ends."""
        return self.tail if start == self.tail else start - len(self.parting)
