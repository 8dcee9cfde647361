"""One process, this one: what every other runner must equal."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.pipeline.runners.runner import CHUNK

T = TypeVar("T")
R = TypeVar("R")


class Here:
    """Runs everything in this process, one item at a time."""

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = CHUNK) -> Iterator[R]:  # noqa: ARG002
        """See `Runner.map`; nothing is ever lost, since there is no worker to lose."""
        return map(task, items)

    def sees(self, path: Path) -> bool:
        """See `Runner.sees`."""
        return path.exists()

    def close(self) -> None:
        """See `Runner.close`."""
