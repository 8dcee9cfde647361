"""Merged facts in, by part; the same by part, by what they are about and by what they point to, out."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from kg.model import Fact
from kg.pipeline.parts.packing import unpack_fact

Row = tuple[int, str, str | None, bytes]
"""Part, subject, object where it is a thing, and the fact itself."""

_SCHEMA: Final = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE facts (part INTEGER, subject TEXT, object TEXT, fact BLOB);
"""
_INDICES: Final = """
    CREATE INDEX parts ON facts (part); CREATE INDEX subjects ON facts (subject);
    CREATE INDEX objects ON facts (object) WHERE object IS NOT NULL;
"""
_AT_A_TIME: Final = 500  # things that are asked for in one question


class FactStore:
    """SQLite in a file, which lives as long as the build; rows come back in the order in which they were put in."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @classmethod
    def create(cls, file: Path, parts: Iterable[Sequence[Row]]) -> "FactStore":
        """A store of the rows of all parts."""
        store = cls(file)
        with store._connection as connection:
            connection.executescript(_SCHEMA)
            for rows in parts:
                connection.executemany("INSERT INTO facts VALUES (?, ?, ?, ?)", rows)
        store._connection.executescript(_INDICES)
        return store

    def of(self, thing: str) -> list[Fact]:
        """The facts about a thing."""
        return self._facts("subject = ?", thing)

    def to(self, thing: str) -> list[Fact]:
        """The facts that point to a thing."""
        return self._facts("object = ?", thing)

    def part(self, part: int) -> list[Fact]:
        """The facts of a part."""
        return self._facts("part = ?", part)

    def near(self, part: int) -> Iterator[Fact]:
        """The facts about the things of other parts that a part points to."""
        asked = "SELECT DISTINCT object FROM facts WHERE part = ? AND object IS NOT NULL"
        things = sorted(thing for (thing,) in self._connection.execute(asked, (part,)))
        for start in range(0, len(things), _AT_A_TIME):
            some = things[start : start + _AT_A_TIME]
            yield from self._facts(f"subject IN ({','.join('?' * len(some))}) AND part <> ?", *some, part)

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM facts").fetchone()[0]
        return count

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _facts(self, where: str, *values: str | int) -> list[Fact]:
        rows = self._connection.execute(f"SELECT fact FROM facts WHERE {where} ORDER BY rowid", values)
        return [unpack_fact(fact) for (fact,) in rows]

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file)
