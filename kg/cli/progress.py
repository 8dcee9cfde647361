"""Stages and counts in, progress on standard error out: a bar on a terminal, a plain line a second elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

import click

if TYPE_CHECKING:
    from tqdm import tqdm

Progress = Callable[[str, int, int], None]  # stage, steps done, steps in all

_FORMAT: Final = "{desc} {bar} {n_fmt}/{total_fmt} {remaining}"
_INTERVAL: Final = 1.0  # seconds between two lines


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """What a build reports its steps to while the block runs."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        with closing(_Bar()) as bar:
            yield bar
    else:
        yield _Lines()


class _Bar:
    """One tqdm bar at a time; that of a stage goes when the next begins."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None

    def close(self) -> None:
        """Clear the line."""
        if self._bar is not None:
            self._bar.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        if self._bar is None or self._bar.desc != stage:
            self.close()
            self._bar = tqdm(total=total, file=sys.stderr, leave=False, dynamic_ncols=True, bar_format=_FORMAT)
            self._bar.set_description_str(stage)
        self._bar.update(done - self._bar.n)


class _Lines:
    def __init__(self) -> None:
        self._next = time.monotonic() + _INTERVAL

    def __call__(self, stage: str, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            click.echo(f"{stage} {done}/{total}", err=True)
            self._next = time.monotonic() + _INTERVAL
