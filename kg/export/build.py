"""A build's graph, judgements, documents and report in; the files of its folder out, all of them or none."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final

from kg.export.evidence_page import PAGE, write_page
from kg.export.exporters import exporter
from kg.export.graph import Graph
from kg.export.texts import CLAIMS, TEXTS
from kg.export.whole import replacing
from kg.model import Document, Judgement

REPORT: Final = "report.json"
JUDGEMENTS: Final = "judgements.jsonl"
GRAPHS: Final = tuple(exporter(name) for name in ("nquads", "turtle", "jsonld"))
OUTPUTS: Final = (*(f"graph{e.suffix}" for e in GRAPHS), JUDGEMENTS, TEXTS, CLAIMS, PAGE, REPORT)


@contextmanager
def build_folder(out: Path) -> Iterator[Path]:
    """An empty folder for `write_build`; it becomes `out` when the block ends well."""
    with replacing(out, OUTPUTS, mark=REPORT) as folder:
        yield folder


def write_build(
    folder: Path,
    graph: Graph,
    judgements: Iterable[Judgement],
    documents: Sequence[Document],
    report: Mapping[str, object],
) -> None:
    """The graph in three formats, the judgements a line each, a page, the report; its texts are there already."""
    for format in GRAPHS:
        with (folder / f"graph{format.suffix}").open("wb") as out:
            format.write(graph, out)
    lines = (json.dumps(asdict(j), ensure_ascii=False) + "\n" for j in sorted(judgements))
    with (folder / JUDGEMENTS).open("w", encoding="utf-8", newline="\n") as text:
        text.writelines(lines)
    write_page(graph, documents, folder)
    (folder / REPORT).write_text(
        json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )
