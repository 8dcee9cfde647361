"""Lines of N-Quads in any order in; sorted runs of them on disk, and the file that they make together, out.

A run holds a unit a line: one line of N-Quads, or all the lines about a node that nothing else speaks of, parted by
NUL, which N-Quads cannot hold. So there is much less to sort.
"""

import gzip
import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Final, cast

_PARTING: Final = "\0"
_MANY: Final = 200_000  # lines in memory before they are put down


def unit(lines: Sequence[str]) -> str:
    """Sorted lines that share a subject with no other line, as one unit."""
    return _PARTING.join(lines)


def write_run(units: Iterable[str], path: Path) -> None:
    """A sorted run, each unit once."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{each}\n" for each in sorted(set(units)))


def lines_of(run: Path) -> Iterator[bytes]:
    """The lines of a run, with their line ends."""
    parting = _PARTING.encode()
    with run.open("rb") as units:
        for each in units:
            yield from (line + b"\n" for line in each[:-1].split(parting))


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
    """The lines of all runs together, in the order of their bytes, each once."""
    parting = _PARTING.encode()
    with ExitStack() as stack:
        files = [stack.enter_context(run.open("rb")) for run in runs]
        out.writelines(each.replace(parting, b"\n") for each in _once(heapq.merge(*files)))


def write_shard(runs: Sequence[Path], path: Path) -> None:
    """The same as one of the files that a bulk loader takes many of at once, packed; no file where there is no line."""
    if any(run.stat().st_size for run in runs):
        with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
            write_merged(runs, cast(IO[bytes], packed))


def _once(units: Iterable[bytes]) -> Iterator[bytes]:
    last = b""
    for each in units:
        if each != last:
            yield each
        last = each
