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
from kg.model import Document
from kg.pipeline import Options
from kg.pipeline.claims import rules_version
from kg.pipeline.curation import Curation
from kg.pipeline.stages import complete

_MODELS = 1_000
_ROUNDS = 5
_IDS = (("last", "zz"), ("first", "0"))


def adding(size: int, folder: Path, bench: Path) -> dict[str, float]:
    """Seconds that it takes to add a document to a build of so many, without a model: by the clock, and of work.

    A document that comes first by its id is shown on the page of evidence, one that comes last is not.
    """
    texts = leads(bench, _MODELS + 2 * _ROUNDS)
    out = folder / "out"
    with build_folder(out) as place:
        claims = claimed(models(texts[:_MODELS]), size, place, rules_version(None))
        complete(claims, Curation(), place, Options(model=None), lambda *_: None)
    new = iter(texts[_MODELS:])
    found: dict[str, float] = {"documents": size, "rounds": _ROUNDS}
    for name, start in _IDS:
        taken = _median([_added(out, folder, f"{start}-{n}", next(new)) for n in range(_ROUNDS)])
        found |= {f"{name}, {kind}": taken[kind] for kind in ("wall", "cpu")}
    return found | {"to disk": _to_disk(out / "graph.nq", folder / "copy")}


def _added(out: Path, folder: Path, id: str, document: Document) -> dict[str, float]:
    file = folder / f"{id}.jsonl"
    file.write_bytes(msgspec.json.encode({"id": id, "title": document.title, "text": document.text}))
    add = command(sys.executable, "-m", "kg", "add", str(out), str(file), "--quiet")
    return in_turns({"add": add}, 1)["add"].median


def _median(rounds: list[dict[str, float]]) -> dict[str, float]:
    return sorted(rounds, key=lambda taken: taken["cpu"])[len(rounds) // 2]


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
