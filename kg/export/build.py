"""The runs of a build's graph, its judgements and report in; the files of its folder out, all of them or none."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.evidence_page import PAGE
from kg.export.exporters import exporter
from kg.export.graph import in_order, prefixes
from kg.export.jsonld import json_ld_of
from kg.export.rdf import turtle_of
from kg.export.runs import write_merged
from kg.export.texts import CLAIMS, TEXTS
from kg.export.whole import replacing
from kg.model import Judgement

REPORT: Final = "report.json"
JUDGEMENTS: Final = "judgements.jsonl"
GRAPHS: Final = tuple(exporter(name) for name in ("nquads", "turtle", "jsonld"))
SHARDS: Final = "shards"
OUTPUTS: Final = (*(f"graph{e.suffix}" for e in GRAPHS), JUDGEMENTS, TEXTS, CLAIMS, PAGE, REPORT, SHARDS)


@contextmanager
def build_folder(out: Path) -> Iterator[Path]:
    """An empty folder for the files of a build; it becomes `out` when the block ends well."""
    with replacing(out, OUTPUTS, mark=REPORT) as folder:
        yield folder


def write_graph(folder: Path, facts: Path, others: Sequence[Path]) -> None:
    """The graph in three formats, of the run that holds its facts and of all other runs."""
    quads, turtle, json_ld = (folder / f"graph{format.suffix}" for format in GRAPHS)
    with quads.open("wb") as out:
        write_merged([facts, *others], out)
    known = prefixes(_triples(facts))
    with turtle.open("wb") as out:
        turtle_of(in_order(_triples(facts)), known, out)
    with json_ld.open("wb") as out:
        json_ld_of(in_order(_triples(facts)), known, out)


def write_notes(folder: Path, judgements: Iterable[Judgement], report: Mapping[str, object]) -> None:
    """The judgements a line each, and the report."""
    lines = (json.dumps(asdict(j), ensure_ascii=False) + "\n" for j in sorted(judgements))
    with (folder / JUDGEMENTS).open("w", encoding="utf-8", newline="\n") as text:
        text.writelines(lines)
    (folder / REPORT).write_text(
        json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )


def _triples(run: Path) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(path=str(run), format=ox.RdfFormat.N_QUADS))
