"""A question about many values in, asked of SQLite for some of them at a time; all its rows out."""

import sqlite3
from collections.abc import Collection
from typing import Any, Final

FAST: Final = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""Of a file that is written by one process, and made anew where that is killed: large pages, no journal."""
_AT_A_TIME: Final = 500  # SQLite takes no more than some thousand in one question


def ask_for(connection: sqlite3.Connection, question: str, values: Collection[str]) -> list[tuple[Any, ...]]:
    """The rows of a question in whose place of `%s` the values come, in their order."""
    ordered = sorted(values)
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ordered), _AT_A_TIME):
        some = ordered[start : start + _AT_A_TIME]
        found += connection.execute(question % ",".join("?" * len(some)), some)
    return found
