"""`make bench`: everything measured in one run, kept in benchmarks/history.json and drawn in docs/growth.svg."""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from benchmarks.chart import as_table, draw
from benchmarks.measuring import in_child
from benchmarks.parts import graphs, startup
from benchmarks.throughput import stages, throughput
from benchmarks.workers import workers

_HERE: Final = Path(__file__).parent
_HISTORY: Final = _HERE / "history.json"
_CHART: Final = _HERE.parent / "docs/growth.svg"


def main() -> None:
    """Measure, keep, draw, and print."""
    asked = _arguments()
    rounds, size = (3, 100) if asked.quick else (7, 1000)
    with tempfile.TemporaryDirectory() as name:
        space = Path(name)
        suites: dict[str, Callable[[], Any]] = {
            "startup": lambda: startup(space, rounds),
            "throughput": lambda: throughput(asked.bench, space, rounds, size),
            "stages": lambda: stages(asked.bench, rounds, size),
            "graphs": lambda: graphs(asked.bench, space, rounds, size),
            "growth": lambda: _growth(asked, space),
            "adding": lambda: _adding(asked, space),
            "workers": lambda: workers(asked.bench, space, min(rounds, 3), 7 * size),
        }
        found = {suite: suites[suite]() for suite in suites if suite in (asked.only or suites)}
    _keep(found)
    if "growth" in found:
        draw(found["growth"]["after studying"], _CHART)
    _print(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--bench", type=Path, default=_HERE.parent.parent / "shared/bench", help="folder of leads.jsonl"
    )
    parser.add_argument("--quick", action="store_true", help="3 rounds of 100 leads instead of 7 of 1,000")
    parser.add_argument("--largest", type=int, default=100_000, help="documents of the last step of growth")
    parser.add_argument(
        "--only", action="append", metavar="SUITE", help="startup, throughput, stages, graphs, growth, adding, workers"
    )
    return parser.parse_args()


def _growth(asked: argparse.Namespace, space: Path) -> dict[str, Any]:
    """From 100 documents on in powers of ten; from the texts themselves up to a tenth of the largest number."""
    sizes = [size for size in (100, 1_000, 10_000, 100_000, 1_000_000) if size <= asked.largest]
    bench = asked.bench.resolve()
    return {
        "from texts": [in_child("benchmarks.growth", s, space / f"w{s}", bench, "whole") for s in sizes[:-1]],
        "after studying": [in_child("benchmarks.growth", s, space / f"c{s}", bench) for s in sizes],
    }


def _adding(asked: argparse.Namespace, space: Path) -> list[dict[str, float]]:
    """One document to a thousand, and to a tenth of the largest number."""
    sizes = sorted({1_000, asked.largest // 10})
    return [in_child("benchmarks.adding", size, space / f"a{size}", asked.bench.resolve()) for size in sizes]


def _keep(found: dict[str, Any]) -> None:
    history = json.loads(_HISTORY.read_text(encoding="utf-8")) if _HISTORY.exists() else []
    about = {
        "when": datetime.now(UTC).date().isoformat(),
        "kg": version("kg"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
    }
    text = json.dumps([*history, about | found], indent=1, ensure_ascii=False)
    _HISTORY.write_text(text + "\n", encoding="utf-8")


def _print(found: dict[str, Any]) -> None:
    for kind, rows in found.get("throughput", {}).items():
        print(f"\n{kind}: {rows['documents']:,} documents, {rows['words']:,} words\n")
        table = {name: row for name, row in rows.items() if isinstance(row, dict)}
        print(as_table(table, ["wall", "cpu", "words_per_second", "to_nlp_pipe"]))
    for title, rows in (("stages", found.get("stages")), ("start-up", found.get("startup"))):
        if rows:
            print(f"\n{title}\n\n{as_table(rows, ['wall', 'cpu', 'words_per_second'])}")
    for title in ("validation", "load", "export"):
        if "graphs" in found:
            print(f"\n{title}\n\n{as_table(found['graphs'][title], ['wall', 'cpu'])}")
    for title, rows in found.get("growth", {}).items():
        print(f"\ngrowth {title}\n\n{as_table({str(r['documents']): r for r in rows}, ['wall', 'cpu', 'peak_mib'])}")
    if rows := found.get("workers"):
        table = {name: row for name, row in rows.items() if isinstance(row, dict)}
        print(f"\nworkers: {rows['documents']:,} documents, two {rows['two to one']} times as fast as one\n")
        print(as_table(table, ["wall", "busy"]))
    if rows := found.get("adding"):
        columns = ["last, wall", "last, cpu", "first, wall", "first, cpu", "to disk"]
        print(f"\nadding one document\n\n{as_table({str(r['documents']): r for r in rows}, columns)}")


if __name__ == "__main__":
    main()
