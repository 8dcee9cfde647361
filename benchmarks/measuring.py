"""Tasks in; how long each took, measured in turns so that a busy moment of the machine hits all alike, out."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Times:
    """Seconds of every round: on the clock, and of processor time in this process and those that it waited for."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def median(self) -> dict[str, float]:
        """What is kept of them."""
        return {"wall": round(median(self.wall), 4), "cpu": round(median(self.cpu), 4), "rounds": len(self.wall)}


def in_turns(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """Every task `rounds` times, one after the other in each round."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            wall, cpu = time.perf_counter(), _cpu()
            task()
            taken[name].append((time.perf_counter() - wall, _cpu() - cpu))
    return {name: Times(*zip(*rows, strict=True)) for name, rows in taken.items()}


def _cpu() -> float:
    return sum(os.times()[:4])


def command(*arguments: str) -> Callable[[], object]:
    """A task that runs a command with nothing of its output shown; with its byte code kept, as installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(arguments, check=True, capture_output=True, env=environment)


def in_child(module: str, *arguments: object) -> dict[str, float]:
    """What a module prints as JSON on its last line, in a process of its own, so that its memory is its own."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result
