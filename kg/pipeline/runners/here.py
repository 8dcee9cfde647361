"""One process, this one: what every other runner must equal."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Here:
    """Runs everything in this process, one item at a time."""

    def map(self, task: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See `Runner.map`; nothing is ever lost, since there is no worker to lose."""
        return map(task, items)

    def close(self) -> None:
        """See `Runner.close`."""
