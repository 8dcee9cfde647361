"""A sorted file, what is to go and what is to come, in; the file that sorting it all anew would give, out.

What stays is copied in long stretches: finding the places takes steps in the logarithm of the size.
"""

import mmap
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Final

_STRIDE: Final = 1 << 10  # bytes that the search for the next place looks ahead at first
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

    def starting(self, start: bytes) -> Iterator[bytes]:
        """The lines that begin like this."""
        at = self._place(start, 0)
        return iter(BytesIO(self._content[at : self._place(start + _LAST, at)]))

    def patch(self, gone: Collection[bytes], come: Collection[bytes], out: IO[bytes]) -> None:
        """Write the lines without those that are gone, all of which are there, and with those that come."""
        at = 0
        for line in sorted({*gone, *come}):
            place = self._place(line, at)
            out.writelines(self._stretch(at, place))
            at = place + (len(line) if line in gone else 0)
            if line in come:
                out.write(line)
        out.writelines(self._stretch(at, len(self._content)))

    def _place(self, wanted: bytes, low: int) -> int:
        """Where the first line from `low` on is, or would be, that is not before the wanted one."""
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

    def _stretch(self, start: int, end: int) -> Iterator[bytes]:
        """All from one place to another, some at a time."""
        for at in range(start, end, _PORTION):
            yield os.pread(self._file.fileno(), min(_PORTION, end - at), at)

    def _start(self, at: int, low: int) -> int:
        """Where the line begins that holds a place; one begins at `low`."""
        return max(low, self._content.rfind(b"\n", low, at) + 1)

    def _line(self, start: int) -> bytes:
        end = self._content.find(b"\n", start) + 1
        return self._content[start:end] if end else b""


Record = tuple[bytes, bytes]
"""What a piece of a file is sorted by, and the piece."""


def patched(old: Iterable[Record], fresh: Mapping[bytes, bytes], gone: Collection[bytes]) -> Iterator[bytes]:
    """The pieces of a file, sorted, those of the same key in the place of old ones, and without those that are gone."""
    ahead = iter(sorted(fresh))
    coming = next(ahead, None)
    for key, piece in old:
        while coming is not None and coming <= key:
            yield fresh[coming]
            coming = next(ahead, None)
        if key not in fresh and key not in gone:
            yield piece
    while coming is not None:
        yield fresh[coming]
        coming = next(ahead, None)
