"""How time and memory grow with the number of documents; each size in a process of its own.

`python -m benchmarks.growth SIZE FOLDER BENCH [whole] [WORKERS]` prints what one size took; of several workers time and
memory are those of the first process. With `whole`, texts are read and
studied; without, only what comes after is measured, on the claims of copies, which is where growth could be other than
linear: studying looks at one document at a time.
"""

import json
import re
import resource
import shutil
import sys
import time
from contextlib import closing
from pathlib import Path

from benchmarks.material import leads
from benchmarks.mixing import claimed, models, write_texts
from kg.cli.observing import Stopwatch
from kg.export import build_folder
from kg.pipeline import Options, Runner, build, local
from kg.pipeline.curation import Curation
from kg.pipeline.stages import complete

_MODELS = 1_000
_STATUS = Path("/proc/self/status")


def grow(size: int, folder: Path, bench: Path, whole: bool, runner: Runner) -> dict[str, float]:
    """Seconds, of all and of each stage, and peak memory in MiB, of a build of so many documents without a model.

    `before_mib` is the peak until the build began: making the copies takes memory too.
    """
    of = models(leads(bench, _MODELS))
    watch, options = Stopwatch(lambda *_: None), Options(model=None, runner=runner)
    texts = folder / "texts.jsonl"
    if whole:
        write_texts(of, size, texts)
    wall, cpu, before = time.perf_counter(), time.process_time(), _peak()
    if whole:
        build([str(texts)], folder / "out", options, watch)
    else:
        with build_folder(folder / "out") as out:
            claims = claimed(of, size, out)
            wall, cpu, before = time.perf_counter(), time.process_time(), _peak()
            complete(claims, Curation(), out, options, watch)
    watch.stop()
    return {
        "documents": size,
        "wall": round(time.perf_counter() - wall, 2),
        "cpu": round(time.process_time() - cpu, 2),
        "before_mib": before,
        "peak_mib": _peak(),
        **{f"stage {name}": round(seconds, 2) for name, seconds in watch.seconds.items() if name != "starting"},
    }


def _peak() -> int:
    """MiB. What the kernel counts of a process's own pages: `ru_maxrss` begins with the peak of whoever started it."""
    own = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text()) if _STATUS.exists() else None
    return (int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024


if __name__ == "__main__":
    place = Path(sys.argv[2])
    place.mkdir(parents=True)
    workers = next((int(word) for word in sys.argv[4:] if word.isdecimal()), 1)
    try:
        with closing(local(workers)) as runner:
            print(json.dumps(grow(int(sys.argv[1]), place, Path(sys.argv[3]), "whole" in sys.argv[4:], runner)))
    finally:
        shutil.rmtree(place)
