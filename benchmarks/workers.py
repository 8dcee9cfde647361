"""A large build from the command line, start to end, by one worker and by two: by the clock, since both are compared.

`python -m benchmarks --only workers`. On a machine that does something else meanwhile the figures mean little, so each
row tells how many processors were in use in all.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import psutil

from benchmarks.material import leads, words
from benchmarks.measuring import command, in_turns

_WORKERS = (1, 2)


def workers(bench: Path, space: Path, rounds: int, size: int) -> dict[str, Any]:
    """Seconds of `kg build --fast` of so many leads by each number of workers, and how many times as fast two are."""
    documents = leads(bench, size)
    file = space / "many.jsonl"
    rows = ({"id": d.id, "title": d.title, "text": d.text} for d in documents)
    file.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    busy: dict[str, list[float]] = {_name(number): [] for number in _WORKERS}
    tasks = {_name(number): _task(file, space, number, rounds, busy[_name(number)]) for number in _WORKERS}
    times = in_turns(tasks, rounds)
    found: dict[str, Any] = {name: {**taken.median, "busy": median(busy[name])} for name, taken in times.items()}
    one, two = (found[_name(number)]["wall"] for number in _WORKERS)
    return {"documents": len(documents), "words": words(documents), **found, "two to one": round(one / two, 2)}


def _name(number: int) -> str:
    return f"kg build --fast --workers {number}"


def _task(file: Path, space: Path, number: int, rounds: int, busy: list[float]) -> Callable[[], object]:
    """A build into a folder of its own each time; `busy` gets how many processors were in use."""
    kg = str(Path(sys.executable).with_name("kg"))
    fresh = iter(range(rounds))

    def build() -> None:
        out = str(space / f"by-{number}-{next(fresh)}")
        psutil.cpu_percent()
        command(kg, "build", str(file), "--fast", "--workers", str(number), "--output", out, "--quiet")()
        busy.append(round(psutil.cpu_percent() / 100 * (psutil.cpu_count() or 1), 2))

    return build
