"""A file of JSON lines in, a document a line out, one at a time (https://jsonlines.org: UTF-8, one value a line)."""

import json
import zlib
from collections.abc import Iterator
from typing import Final

from kg.model import Document, Skipped
from kg.read.reader import Reader
from kg.read.records import document
from kg.read.sources import Source


def _read(source: Source) -> Iterator[Document | Skipped]:
    number = 0
    try:
        with source.open() as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _row(line, f"{source.path}:{number}")
    except (OSError, EOFError, zlib.error) as error:
        if not number:
            raise
        yield Skipped(source.path, f"cannot be read after line {number}: {error}")


def _row(line: bytes, place: str) -> Document | Skipped:
    try:
        return document(json.loads(line.decode("utf-8-sig")), place)
    except UnicodeDecodeError as error:
        return Skipped(place, f"byte {error.start + 1} of the line is not UTF-8, as JSON has to be")
    except json.JSONDecodeError as error:
        return Skipped(place, f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, a thousand nested lists
        return Skipped(place, f"JSON that no reader takes: {error}")


def _fits(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


JSON_LINES: Final = Reader((".jsonl",), _fits, _read)
