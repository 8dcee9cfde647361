"""The documents of a build in, texts.jsonl out, and their texts back: so that a quote can be shown where it stands.

The file is itself something to build from: a JSON document a line.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.model import Document

TEXTS: Final = "texts.jsonl"


def write_texts(documents: Iterable[Document], folder: Path) -> None:
    """A line a document, by id, with title and URL where it has one."""
    with (folder / TEXTS).open("w", encoding="utf-8", newline="\n") as out:
        for document in sorted(documents, key=lambda d: d.id):
            row = {"id": document.id, "text": document.text, "title": document.title, "url": document.url}
            out.write(json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n")


def read_texts(source: Path) -> dict[str, str]:
    """The texts in the folder of a build, by the id of their document; none beside a graph that stands alone."""
    file = source / TEXTS
    if not file.is_file():
        return {}
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            return {row["id"]: row["text"] for row in map(json.loads, lines)}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise InputError(f"{file}: is not as it was written: {error}; build the graph again") from error
