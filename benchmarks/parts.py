"""Start-up, validation by both engines, loading of the store, and every exporter."""

import io
import sys
from pathlib import Path
from typing import Any

from benchmarks.material import SEEDS, leads
from benchmarks.measuring import command, in_turns
from kg.errors import KgError
from kg.export import EXPORTERS, Graph
from kg.model import Document
from kg.pipeline import Options, build
from kg.rdf import RdfFile
from kg.store import open_graph
from kg.validate import ENGINES, validate
from kg.validate.reading import read_facts


def startup(space: Path, rounds: int) -> dict[str, Any]:
    """Seconds of `kg --help` and of a question to the build of the seeds."""
    out = space / "seeds"
    build([str(SEEDS)], out, Options(model=None))
    kg = str(Path(sys.executable).with_name("kg"))
    tasks = {
        "kg --help": command(kg, "--help"),
        "kg query remake-of": command(kg, "query", "remake-of", "--in", str(out)),
    }
    for task in tasks.values():
        task()
    return {name: times.median for name, times in in_turns(tasks, rounds).items()}


def graphs(bench: Path, space: Path, rounds: int, size: int) -> dict[str, Any]:
    """Seconds of validation, of loading, and of every exporter, on a build of some leads."""
    out = space / "graph"
    build([str(_texts(leads(bench, size), space))], out, Options(model=None))
    facts = read_facts(out / "graph.nq")
    graph = Graph.of(RdfFile.open(out).quads())
    validation = in_turns({engine.name: lambda e=engine: validate(facts, e) for engine in ENGINES}, rounds)  # type: ignore[misc]
    store = in_turns({"store": lambda: open_graph(out)}, rounds)
    exports = {}
    for exporter in EXPORTERS:
        try:
            exporter.write(graph, io.BytesIO())
        except KgError:
            continue  # needs what is not installed
        exports[exporter.name] = lambda e=exporter: e.write(graph, io.BytesIO())  # type: ignore[misc]
    return {
        "documents": size,
        "triples": len(facts),
        "quads": len(graph.quads),
        "validation": {name: times.median for name, times in validation.items()},
        "load": {name: times.median for name, times in store.items()},
        "export": {name: times.median for name, times in in_turns(exports, rounds).items()},
    }


def _texts(documents: list[Document], space: Path) -> Path:
    folder = space / "texts"
    folder.mkdir()
    for number, document in enumerate(documents):
        (folder / f"{number}.txt").write_text(document.text, encoding="utf-8")
    return folder
