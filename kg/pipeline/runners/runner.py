"""The seam between the stages and the machines they run on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK: Final = 16  # items that travel together: enough to forget the cost of sending, few enough to share out evenly
TRIES: Final = 3  # times that an item may take its worker along before it is set aside

SELDOM: Final = (50_000, 20, 100)
"""How often to look for garbage in circles: millions of small things come and go, none in a circle, and looking for
circles would take a fifth of the time."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item that took its worker along each of `TRIES` times, as a text does that needs more memory than there is."""

    item: T


class Runner(Protocol):
    """Something that runs a function on items. Results come in the order of the items, whoever was done first.

    Items are taken as they are needed: only some chunks are under way at a time. A worker that dies costs its chunk
    another run. An error that the function raises ends the run; `task` and items must be picklable. Workers start with
    the first item and stay until `close`.
    """

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = CHUNK) -> Iterator[R | Lost[T]]:
        """`task(item)` for each item, Lost for an item that no worker survives; `at_once` items travel together."""

    def sees(self, path: Path) -> bool:
        """Whether every worker finds this file or folder, so that tasks can hand files to each other."""

    def close(self) -> None:
        """Let the workers go; the next item would start others."""


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one perhaps shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def each(task: Callable[[T], R], chunk: list[T]) -> list[R]:
    """What a worker does with a chunk."""
    return [task(item) for item in chunk]
