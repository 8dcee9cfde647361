"""The steps of a build in; where its time went, as a table for people or as a JSON object a line for machines, out."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from kg.cli.progress import Progress, progress

if TYPE_CHECKING:
    from kg.pipeline import Summary

_KIB: Final = 1 if sys.platform == "darwin" else 1024  # bytes in the unit of ru_maxrss


class Stopwatch:
    """Passes steps on, and keeps the seconds between the first step of each stage and the first of the next."""

    def __init__(self, steps: Progress, ended: Callable[[str, float, int], object] = lambda *_: None) -> None:
        self.seconds: dict[str, float] = {}
        self._steps, self._ended = steps, ended
        self._stage, self._since, self._done = "starting", time.monotonic(), 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """A step of a stage."""
        if stage != self._stage:
            self._end()
            self._stage = stage
        self._done = done
        self._steps(stage, done, total)

    def stop(self) -> None:
        """The last stage has ended."""
        self._end()
        self._stage = "ending"

    def table(self) -> str:
        """A line a stage: seconds, share, name; then the most memory that this process and any one worker held."""
        whole = sum(self.seconds.values()) or 1
        lines = [f"{s:9.2f} s {s / whole:6.1%}  {stage}" for stage, s in self.seconds.items()]
        return "\n".join([*lines, f"{whole:9.2f} s 100.0%  in all, {_peak() >> 20:,} MiB at the most"])

    def _end(self) -> None:
        now = time.monotonic()
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._ended(self._stage, now - self._since, self._done)
        self._since = now


@contextmanager
def watched(quiet: bool, log: bool) -> Iterator[Stopwatch]:
    """Progress as ever, or, for a log, a line when a stage has ended."""
    with progress(quiet or log) as steps:
        watch = Stopwatch(steps, _log_stage) if log else Stopwatch(steps)
        yield watch
        watch.stop()


def log_summary(summary: "Summary", seconds: float) -> None:
    """A line for each document that was skipped, and one for all that was counted."""
    for skipped in summary.skipped:
        log("skipped", path=skipped.path, reason=skipped.reason)
    log(
        "built",
        documents=summary.documents,
        claims=summary.statements,
        facts=summary.facts,
        skipped=len(summary.skipped),
        quarantined=summary.refused,
        seconds=seconds,
        peak_bytes=_peak(),
    )


def log(event: str, **said: object) -> None:
    """A JSON object on a line of standard error."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    click.echo(json.dumps({"time": now, "event": event, **said}, ensure_ascii=False), err=True)


def _log_stage(stage: str, seconds: float, done: int) -> None:
    log("stage", stage=stage, seconds=round(seconds, 3), done=done)


def _peak() -> int:
    """Bytes that this process, or the largest of its workers that have ended, held at most."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * _KIB
