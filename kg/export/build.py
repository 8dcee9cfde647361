"""A build's judgements and report in, beside its graph; the files of its folder out, all of them or none."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from json.encoder import encode_basestring as quoted
from pathlib import Path
from typing import Final

from kg.export.evidence_page import PAGE
from kg.export.graph_files import GRAPH_FILES
from kg.export.texts import CLAIMS, TEXTS
from kg.export.whole import replacing
from kg.model import Judgement

REPORT: Final = "report.json"
JUDGEMENTS: Final = "judgements.jsonl"
SHARDS: Final = "shards"
PARTS: Final = "parts"
"""What a large build keeps to go on with: a folder that may be deleted."""
OUTPUTS: Final = (*GRAPH_FILES, JUDGEMENTS, TEXTS, CLAIMS, PAGE, REPORT, SHARDS, PARTS)


@contextmanager
def build_folder(out: Path) -> Iterator[Path]:
    """An empty folder for the files of a build; it becomes `out` when the block ends well."""
    with replacing(out, OUTPUTS, mark=REPORT) as folder:
        yield folder


def write_judgements(folder: Path, judgements: Iterable[Judgement]) -> None:
    """The judgements, which come in order, a line each."""
    lines = map(_judgement, judgements)
    with (folder / JUDGEMENTS).open("w", encoding="utf-8", newline="\n") as text:
        text.writelines(lines)


def write_report(folder: Path, report: Mapping[str, object]) -> None:
    """What came of the build."""
    (folder / REPORT).write_text(
        json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )


def _judgement(judgement: Judgement) -> str:
    """A line of JSON; there are some four of them a document."""
    fields = (judgement.left, judgement.right, judgement.verdict, judgement.reason)
    left, right, verdict, reason = map(quoted, fields)
    return f'{{"left": {left}, "right": {right}, "verdict": {verdict}, "reason": {reason}}}\n'
