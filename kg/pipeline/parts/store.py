"""What is said in a part and what came of it, in; the same by bundle, by document and by what it points to, out."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from kg.assemble import Piece, Said, Stated, order
from kg.assemble.merging import LABELS
from kg.assemble.statements import TYPE
from kg.model import Fact
from kg.pipeline.parts.packing import encode, facts_in, said_in, stated_in
from kg.pipeline.parts.plan import bundle_of, part_of
from kg.pipeline.parts.shuffle import Spoken
from kg.sqlite import FAST, ask_for

_SCHEMA: Final = """
    CREATE TABLE said (bundle TEXT, document TEXT, statements BLOB);
    CREATE TABLE facts (bundle TEXT, number INTEGER, facts BLOB);
    CREATE TABLE links (object TEXT, bundle TEXT);
    CREATE TABLE nodes (bundle TEXT, nodes BLOB);
    CREATE TABLE quoted (bundle TEXT, document TEXT, lines TEXT);
"""
_INDICES: Final = """
    CREATE INDEX said_of ON said (bundle);
    CREATE INDEX said_by ON said (document);
    CREATE INDEX facts_of ON facts (bundle);
    CREATE INDEX links_to ON links (object);
    CREATE INDEX links_of ON links (bundle);
"""
_OPEN: Final = 64  # files that are held open


class PartStore:
    """SQLite in a file. It is written by one process at a time, and read by others when nobody writes."""

    def __init__(self, file: Path) -> None:
        fresh = not file.exists()
        self._connection = sqlite3.connect(file)
        self._connection.executescript(f"{FAST} {_SCHEMA * fresh}")

    def __enter__(self) -> "PartStore":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.commit()
        self._connection.close()

    def hear(self, spoken: Iterable[Spoken]) -> None:
        """Take in what documents say."""
        self._connection.executemany("INSERT INTO said VALUES (?, ?, ?)", spoken)

    def forget(self, documents: Collection[str]) -> set[str]:
        """Drop what some documents say; the bundles that they spoke of."""
        gone = self.spoken_of(documents)
        self._over("DELETE FROM said WHERE document IN (%s)", documents)
        return gone

    def spoken_of(self, documents: Collection[str]) -> set[str]:
        """The bundles that some documents speak of."""
        return {bundle for (bundle,) in self._over("SELECT bundle FROM said WHERE document IN (%s)", documents)}

    def said(self, bundles: Collection[str] | None = None) -> Iterator[Said]:
        """What is said of some bundles, or of all."""
        for (statements,) in self._of("statements", "said", bundles):
            yield from said_in(statements)

    def put_facts(self, facts: Iterable[Fact]) -> None:
        """Take in what was merged of what is said."""
        bundles: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            bundles[bundle_of(fact.subject)].append(fact)
        rows = ((bundle, len(about), encode(about)) for bundle, about in bundles.items())
        self._connection.executemany("INSERT INTO facts VALUES (?, ?, ?)", rows)
        links = {(fact.object, bundle): None for bundle, about in bundles.items() for fact in about if _links(fact)}
        self._connection.executemany("INSERT INTO links VALUES (?, ?)", links)

    def index(self) -> None:
        """Be ready to be asked for single bundles; after the first statements and facts came."""
        self._connection.executescript(_INDICES)

    def drop_facts(self, bundles: Collection[str]) -> None:
        """Drop what was merged of some bundles."""
        for table in ("facts", "links"):
            self._over(f"DELETE FROM {table} WHERE bundle IN (%s)", bundles)

    def put_pieces(self, pieces: Iterable[Piece], wanted: Collection[str]) -> None:
        """Keep the names of pieces of evidence, and of those from wanted documents all their lines."""
        nodes: dict[str, list[str]] = defaultdict(list)
        quoted = []
        for piece in pieces:
            bundle = bundle_of(piece.about)
            nodes[bundle].append(piece.node)
            if piece.document in wanted:
                quoted.append((bundle, piece.document, piece.lines("\n")))
        rows = ((bundle, " ".join(names)) for bundle, names in nodes.items())
        self._connection.executemany("INSERT INTO nodes VALUES (?, ?)", rows)
        self._connection.executemany("INSERT INTO quoted VALUES (?, ?, ?)", quoted)

    def drop_pieces(self, bundles: Collection[str] | None = None) -> list[str]:
        """Forget the pieces of evidence of some bundles, or of all; their names."""
        nodes = [name for (names,) in self._of("nodes", "nodes", bundles) for name in names.split(" ")]
        for table in ("nodes", "quoted"):
            if bundles is None:
                self._connection.execute(f"DELETE FROM {table}")
            else:
                self._over(f"DELETE FROM {table} WHERE bundle IN (%s)", bundles)
        return nodes

    def quoted(self, documents: Collection[str]) -> list[tuple[str, str]]:
        """The pieces of evidence from some documents: the document of each, and its lines."""
        return self._over("SELECT document, lines FROM quoted WHERE document IN (%s)", documents)

    def stated(self, bundles: Collection[str] | None = None) -> list[Stated]:
        """The facts about some bundles, or all, without their evidence."""
        return [each for (facts,) in self._of("facts", "facts", bundles) for each in stated_in(facts)]

    def facts(self, bundles: Collection[str] | None = None) -> list[Fact]:
        """The same with their evidence."""
        return [each for (facts,) in self._of("facts", "facts", bundles) for each in facts_in(facts)]

    def about(self, thing: str) -> list[Fact]:
        """The facts about a thing, in their order."""
        return [fact for fact in self.facts([bundle_of(thing)]) if fact.subject == thing]

    def pointing(self, thing: str) -> list[Fact]:
        """The facts that point to a thing."""
        bundles = self._connection.execute("SELECT bundle FROM links WHERE object = ?", [thing])
        return [fact for fact in self.facts([bundle for (bundle,) in bundles]) if fact.object == thing]

    def __len__(self) -> int:
        count: int | None = self._connection.execute("SELECT sum(number) FROM facts").fetchone()[0]
        return count or 0

    def _of(self, columns: str, table: str, bundles: Collection[str] | None = None) -> Iterable[tuple[Any, ...]]:
        asked = f"SELECT {columns} FROM {table} WHERE %s ORDER BY rowid"
        if bundles is None:
            return self._connection.execute(asked % "TRUE")
        return self._over(asked % "bundle IN (%s)", bundles)

    def _over(self, asked: str, values: Collection[str]) -> list[Any]:
        """What a question about many values comes to."""
        return ask_for(self._connection, asked, values)


class FactStore:
    """The facts of all parts, to read."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._part = lru_cache(_OPEN)(lambda part: PartStore(files[part]))

    def of(self, thing: str) -> list[Fact]:
        """The facts about a thing, in their order."""
        return self._part(part_of(thing, len(self._files))).about(thing)

    def to(self, thing: str) -> list[Fact]:
        """The facts that point to a thing, in their order."""
        found = (fact for part in range(len(self._files)) for fact in self._part(part).pointing(thing))
        return sorted(found, key=order)

    def beside(self, stated: Iterable[Stated]) -> Iterator[Stated]:
        """What is stated of the things that these facts point to and are not about."""
        inside = list(stated)
        subjects = {each.subject for each in inside}
        return self._stated({each.object for each in inside if isinstance(each.object, str)} - subjects)

    def labels(self, things: Collection[str]) -> Iterator[Stated]:
        """What some things are called, and what they are; sorted within a part."""
        return (each for each in self._stated(things) if each.relation in LABELS)

    def _stated(self, things: Collection[str]) -> Iterator[Stated]:
        places = ((part_of(thing, len(self._files)), thing) for thing in things)
        for part, some in groupby(sorted(places), key=itemgetter(0)):
            wanted = {thing for _, thing in some}
            of = self._part(part).stated({bundle_of(thing) for thing in wanted})
            yield from (each for each in of if each.subject in wanted)

    def __len__(self) -> int:
        return sum(len(self._part(part)) for part in range(len(self._files)))

    def close(self) -> None:
        """Let go of the files."""
        self._part.cache_clear()


def _links(fact: Fact) -> bool:
    """Whether a fact points to a thing; a class is none."""
    return isinstance(fact.object, str) and fact.relation != TYPE
