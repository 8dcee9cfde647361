"""How long `kg add` takes with one document, beside a build of many; from the command line, start to end.

`python -m benchmarks.adding SIZE FOLDER BENCH` prints medians, and what the file system takes to write as many bytes.
"""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import msgspec

from benchmarks.material import leads
from benchmarks.measuring import command, in_turns
from benchmarks.mixing import claimed, models
from kg.export import build_folder
from kg.pipeline import Options
from kg.pipeline.claims import rules_version
from kg.pipeline.curation import Curation
from kg.pipeline.stages import complete

_MODELS = 1_000
_ROUNDS = 5


def adding(size: int, folder: Path, bench: Path) -> dict[str, float]:
    """Seconds that it takes to add a document to a build of so many, without a model: by the clock, and of work."""
    texts = leads(bench, _MODELS + _ROUNDS)
    out = folder / "out"
    with build_folder(out) as place:
        claims = claimed(models(texts[:_MODELS]), size, place, rules_version(None))
        complete(claims, Curation(), place, Options(model=None), lambda *_: None)
    rounds = []
    for number, document in enumerate(texts[_MODELS:]):
        file = folder / f"{number}.jsonl"
        row = {"id": f"new-{number}", "title": document.title, "text": document.text}
        file.write_bytes(msgspec.json.encode(row))
        add = command(sys.executable, "-m", "kg", "add", str(out), str(file), "--quiet")
        rounds.append(in_turns({"add": add}, 1)["add"].median)
    middle = sorted(rounds, key=lambda taken: taken["cpu"])[_ROUNDS // 2]
    return {"documents": size, **middle, "rounds": _ROUNDS, "to disk": _to_disk(out / "graph.nq", folder / "copy")}


def _to_disk(file: Path, copy: Path) -> float:
    """Seconds that a copy of a file takes, forced to disk."""
    start = time.perf_counter()
    shutil.copyfile(file, copy)
    with copy.open("rb") as written:
        os.fsync(written.fileno())
    return round(time.perf_counter() - start, 2)


if __name__ == "__main__":
    place = Path(sys.argv[2])
    place.mkdir(parents=True)
    try:
        print(json.dumps(adding(int(sys.argv[1]), place, Path(sys.argv[3]))))
    finally:
        shutil.rmtree(place)
