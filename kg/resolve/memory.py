"""A file in; what identity came to in it, to be asked for a little of it and changed a little, out.

What is kept is what was decided, found by what it was decided on: with a document that comes or goes, only what may
change has to be looked at (see `again`). All of it can be made anew from the documents.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from kg.sqlite import FAST, ask_for

_SCHEMA: Final = """
    CREATE TABLE documents (id TEXT PRIMARY KEY, plain TEXT, slug TEXT, about TEXT, summary BLOB);
    CREATE TABLE keys (key TEXT, document TEXT, PRIMARY KEY (key, document)) WITHOUT ROWID;
    CREATE TABLE spoken (document TEXT, key TEXT, film TEXT, PRIMARY KEY (document, key)) WITHOUT ROWID;
    CREATE TABLE films (slug TEXT PRIMARY KEY, plain TEXT, title TEXT, year INTEGER) WITHOUT ROWID;
    CREATE TABLE called (document TEXT, name TEXT, key TEXT, surname TEXT, person TEXT,
        PRIMARY KEY (document, name)) WITHOUT ROWID;
    CREATE TABLE persons (slug TEXT PRIMARY KEY, plain TEXT, key TEXT) WITHOUT ROWID;
    CREATE TABLE characters (film TEXT, spelling TEXT, name TEXT, PRIMARY KEY (film, spelling)) WITHOUT ROWID;
    CREATE TABLE roles (film TEXT, player TEXT, name TEXT, PRIMARY KEY (film, player)) WITHOUT ROWID;
    CREATE TABLE authors (title TEXT, document TEXT, PRIMARY KEY (title, document)) WITHOUT ROWID;
    CREATE TABLE works (title TEXT, document TEXT, thing BLOB, slug TEXT);
    CREATE TABLE named (document TEXT, iri TEXT, kind TEXT, name TEXT);
    CREATE TABLE entities (iri TEXT PRIMARY KEY, kind TEXT, name TEXT, aliases BLOB) WITHOUT ROWID;
    CREATE TABLE said (kind TEXT, film TEXT, document TEXT, key TEXT, other TEXT, other_key TEXT, verdict TEXT,
        reason TEXT, left TEXT, right TEXT);
"""
_INDICES: Final = """
    CREATE INDEX spoken_of ON spoken (film);
    CREATE INDEX films_wanting ON films (plain);
    CREATE INDEX called_by ON called (key);
    CREATE INDEX family ON called (surname, key) WHERE surname IS NOT NULL;
    CREATE INDEX persons_wanting ON persons (plain);
    CREATE INDEX persons_by ON persons (key);
    CREATE INDEX works_of ON works (title);
    CREATE INDEX named_in ON named (document);
    CREATE INDEX named_by ON named (iri);
    CREATE INDEX said_of ON said (document, key);
    CREATE INDEX said_beside ON said (other);
    CREATE INDEX said_in ON said (film) WHERE film IS NOT NULL;
    CREATE INDEX unsaid ON said (left) WHERE left IS NULL;
"""
Row = tuple[Any, ...]


class Memory:
    """SQLite, opened when it is first asked for, in this process or in one that it was sent to."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[type["Memory"], tuple[Path]]:
        return Memory, (self.file,)

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        fresh = not self.file.exists()
        connection = sqlite3.connect(self.file)
        connection.executescript(f"{FAST} {_SCHEMA * fresh}")
        return connection

    def index(self) -> None:
        """Be ready to be asked for little; after the first rows came."""
        self._connection.executescript(_INDICES)

    def settle(self) -> None:
        """Have on disk what came."""
        self._connection.commit()

    def put(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows of a table."""
        ordered = iter(rows)
        if first := next(ordered, None):
            places = ", ".join("?" * len(first))
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", chain([first], ordered))

    def each(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Change something for each of some rows."""
        self._connection.executemany(statement, list(rows))

    def drop(self, table: str, column: str, values: Collection[str]) -> None:
        """Forget the rows of a table that have one of some values."""
        self.of(f"DELETE FROM {table} WHERE {column} IN (%s)", values)

    def of(self, question: str, values: Collection[str]) -> list[Row]:
        """What a question about many values comes to."""
        return ask_for(self._connection, question, values)

    def all(self, question: str, *values: str) -> list[Row]:
        """What a question comes to."""
        return self._connection.execute(question, values).fetchall()


@dataclass(slots=True)
class Looked(Mapping[Any, Any]):
    """A table as a mapping from one or two of its columns, looked up when asked for, all of one first key at once.

    `value` is what a row, of these columns and some `more`, comes to.
    """

    memory: Memory
    table: str
    columns: tuple[str, ...]
    more: str
    value: Callable[[Row], Any] = itemgetter(-1)
    _known: dict[Any, Any] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def __getitem__(self, key: Any) -> Any:
        first = key[0] if len(self.columns) > 1 else key
        if first not in self._asked:
            self._asked.add(first)
            question = f"SELECT {', '.join(self.columns)}, {self.more} FROM {self.table} WHERE {self.columns[0]} = ?"
            self._known.update((self._key(row), self.value(row)) for row in self.memory.all(question, first))
        return self._known[key]

    def __iter__(self) -> Iterator[Any]:
        return map(self._key, self.memory.all(f"SELECT {', '.join(self.columns)} FROM {self.table}"))

    def __len__(self) -> int:
        found: int = self.memory.all(f"SELECT count(*) FROM {self.table}")[0][0]
        return found

    def _key(self, row: Row) -> Any:
        return row[:2] if len(self.columns) > 1 else row[0]
