"""Stages and counts in, progress on standard error out: a bar on a terminal, a plain line a second elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import click

Progress = Callable[[str, int, int], None]  # stage, steps done, steps in all

_INTERVAL: Final = 1.0  # seconds between two lines


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """What a build reports its steps to while the block runs."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        with _Bar() as bar:
            yield bar
    else:
        yield _Lines()


class _Bar:
    """One tqdm bar at a time; the bar of a stage goes when the next one begins."""

    def __init__(self) -> None:
        from tqdm import tqdm

        self._bar = tqdm(
            file=sys.stderr, leave=False, dynamic_ncols=True, bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt}"
        )

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._bar.desc:
            self._bar.reset(total)
            self._bar.set_description_str(stage, refresh=False)
        self._bar.update(done - self._bar.n)


class _Lines:
    def __init__(self) -> None:
        self._next = time.monotonic() + _INTERVAL

    def __call__(self, stage: str, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            click.echo(f"{stage} {done}/{total}", err=True)
            self._next = time.monotonic() + _INTERVAL
