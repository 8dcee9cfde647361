"""Lines of N-Quads in any order in; sorted runs of them on disk, and the file that they make together, out.

A run holds a unit a line: one line of N-Quads, or all the lines about a node that nothing else speaks of, parted by
NUL, which N-Quads cannot hold. So there is much less to sort.
"""

import gzip
import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Final, NamedTuple, cast

from kg.export.patching import SortedFile

PARTING: Final = b"\0"
_MANY: Final = 200_000  # lines in memory before they are put down
_BLOCK: Final = 1 << 18  # bytes that are read of a run at a time
_PORTION: Final = 1 << 20  # bytes that are written at a time


def write_run(units: Iterable[str], path: Path) -> None:
    """A sorted run, each unit once."""
    with path.open("wb", buffering=_PORTION) as out:
        out.writelines(f"{each}\n".encode() for each in sorted(set(units)))


def lines_in(runs: Iterable[Path]) -> set[bytes]:
    """All lines of some runs, with their line ends."""
    found: set[bytes] = set()
    for run in runs:
        found.update(line + b"\n" for line in run.read_bytes().replace(PARTING, b"\n").split(b"\n")[:-1])
    return found


def units_of(runs: Iterable[Path]) -> Iterator[tuple[bytes, bytes]]:
    """The units of runs in which none comes twice, sorted: what each begins with, and all that follows."""
    with ExitStack() as stack:
        for each in heapq.merge(*(stack.enter_context(run.open("rb")) for run in runs)):
            key, _, rest = each[:-1].partition(PARTING)
            yield key, rest.replace(PARTING, b"\n")


class Stretch(NamedTuple):
    """A part of a run: where it begins, and how many bytes it has."""

    run: Path
    start: int
    size: int


def halves(runs: Sequence[Path]) -> tuple[list[Stretch], list[Stretch]]:
    """Runs cut at one line, about the middle of the largest: all that comes before it, and all else."""
    sizes = {run: run.stat().st_size for run in runs}
    largest = max(runs, key=sizes.__getitem__)
    if not sizes[largest]:
        return [], []
    with SortedFile(largest) as lines:
        cut = lines.upper_half()
    lower, upper = [], []
    for run in runs:
        if sizes[run]:
            with SortedFile(run) as lines:
                place = lines.place(cut)
            lower.append(Stretch(run, 0, place))
            upper.append(Stretch(run, place, sizes[run] - place))
    return lower, upper


class _Reading:
    """The units of a stretch, some at a time."""

    def __init__(self, file: IO[bytes], stretch: Stretch) -> None:
        self._file, self._rest = file, stretch.size
        file.seek(stretch.start)

    def some(self) -> list[bytes]:
        """The next units; none at the end."""
        enough = min(_BLOCK, self._rest - 1)  # it stops at the line that makes it more
        units = self._file.readlines(enough) if self._rest else []
        self._rest -= sum(map(len, units))
        return units


class Runs:
    """Lines that come a few at a time and may be many; on leaving, `paths` are runs of them."""

    def __init__(self, folder: Path, name: str) -> None:
        self.paths: list[Path] = []
        self._folder, self._name = folder, name
        self._lines: list[str] = []

    def __enter__(self) -> "Runs":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self._put_down()

    def add(self, lines: Iterable[str]) -> None:
        """Some more lines."""
        self._lines += lines
        if len(self._lines) >= _MANY:
            self._put_down()

    def _put_down(self) -> None:
        path = self._folder / f"{self._name}.{len(self.paths)}.run"
        write_run(self._lines, path)
        self.paths.append(path)
        self._lines = []


def write_merged(runs: Sequence[Path], out: IO[bytes]) -> None:
    """The lines of all runs together, in the order of their bytes, each once.

    Some are read of each run, and of these all are sorted up to where the first run ends: faster than one by one, since
    the sort finds what is in order already.
    """
    write_stretches([Stretch(run, 0, run.stat().st_size) for run in runs], out)


def write_stretches(stretches: Sequence[Stretch], out: IO[bytes]) -> None:
    """The same of parts of runs."""
    with ExitStack() as stack:
        files = [_Reading(stack.enter_context(each.run.open("rb")), each) for each in stretches]
        waiting = [file.some() for file in files]
        while ends := [units[-1] for units in waiting if units]:
            end, ready = min(ends), list[bytes]()
            for number, units in enumerate(waiting):
                if units and units[0] <= end:
                    count = bisect_right(units, end)
                    ready += units[:count]
                    waiting[number] = units[count:] or files[number].some()
            ready.sort()
            out.write(b"".join(dict.fromkeys(ready)).replace(PARTING, b"\n"))


def write_shard(runs: Sequence[Path], path: Path) -> None:
    """The same as one of the files that a bulk loader takes many of at once, packed; no file where there is no line."""
    if any(run.stat().st_size for run in runs):
        with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
            write_merged(runs, cast(IO[bytes], packed))
