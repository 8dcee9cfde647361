"""A build on a Dask cluster of this machine, two workers of which are killed on the way, against one process alone.

`python -m benchmarks.cluster [--documents N] [--bench FOLDER]` prints the seconds of both, how often a worker was
killed, and whether every file of the two builds has the same bytes; it exits with 1 where one has not.
"""

import hashlib
import json
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Final

import click
import psutil

from benchmarks.material import leads
from benchmarks.mixing import models, write_texts
from kg.pipeline import Dask, Options, Runner, build, local

_MODELS: Final = 1_000
_WORKERS: Final = 2


@click.command()
@click.option("--documents", default=20_000, show_default=True, help="How many documents are built.")
@click.option("--bench", default="../shared/bench", type=click.Path(path_type=Path), help="Folder of development data.")
def main(documents: int, bench: Path) -> None:
    """Build the same documents twice and compare."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_texts(models(leads(bench, _MODELS)), documents, place / "texts.jsonl")
        alone = _built(place, "alone", local(1))
        killer = _Killer(place)
        killer.start()
        cluster = _built(place, "cluster", Dask(_WORKERS))
        killer.over.set()
        killer.join()
        same = _digests(place / "alone") == _digests(place / "cluster")
    told = {"documents": documents, "alone s": alone, "cluster s": cluster, "killed": killer.killed, "same bytes": same}
    click.echo(json.dumps(told))
    sys.exit(not (same and killer.killed > 1))


def _built(place: Path, name: str, runner: Runner) -> float:
    """The seconds that a build takes."""
    start = time.perf_counter()
    with closing(runner):
        build([str(place / "texts.jsonl")], place / name, Options(model=None, runner=runner))
    return round(time.perf_counter() - start, 1)


class _Killer(threading.Thread):
    """Kills a worker that has been at work for some seconds, and one while identity is decided."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.over = threading.Event()
        self.killed = 0
        self._place = place

    def run(self) -> None:
        """Wait for the moments, and kill."""
        for files in ("*", ".desks.*/Told.*"):
            while not (any(self._place.glob(f".cluster*/{files}")) and self._kill()):
                if self.over.wait(0.5):
                    return

    def _kill(self) -> bool:
        found = next(filter(_works, psutil.Process().children(recursive=True)), None)
        if found:
            found.kill()
            self.killed += 1
        return found is not None


def _works(process: psutil.Process) -> bool:
    try:
        return "spawn_main" in " ".join(process.cmdline()) and process.cpu_times().user > 8
    except psutil.Error:
        return False


def _digests(folder: Path) -> dict[str, str]:
    """Of every file but the one that has the times of others."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "about"]
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


if __name__ == "__main__":
    main()
