"""A document in, its line of texts.jsonl out, and the texts back: so that a quote can be shown where it stands.

The file is itself something to build from: a JSON document a line.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.model import Document

TEXTS: Final = "texts.jsonl"
CLAIMS: Final = "claims.jsonl"  # beside it: what each text states


def text_line(document: Document) -> bytes:
    """The line of a document, with title and URL where it has one."""
    row = {"id": document.id, "text": document.text, "title": document.title, "url": document.url}
    line = json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n"
    return line.encode("utf-8")


def read_texts(source: Path) -> dict[str, str]:
    """The texts in the folder of a build, by the id of their document; none beside a graph that stands alone."""
    return dict(_rows(source))


def find_texts(source: Path, ids: Collection[str]) -> dict[str, str]:
    """Those of some documents, without holding the others."""
    return {id: text for id, text in _rows(source) if id in ids} if ids else {}


def _rows(source: Path) -> Iterator[tuple[str, str]]:
    file = source / TEXTS
    if not file.is_file():
        return
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            yield from ((row["id"], row["text"]) for row in map(json.loads, lines))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise InputError(f"{file}: is not as it was written: {error}; build the graph again") from error
