"""Gold of leads.jsonl: openings of articles with facts joined from film databases, by its scorer's conventions.

A value of `also` is known to some database yet not stated: neither right nor wrong. Databases are incomplete, so
predictions count as false only where they know any value for the relation ("P_known" of score_joined.py); its plain P
counts the unjudged ones as false too. Their casts, writers and genres are never whole: when 100 false actors, 50 false
writers and 40 false genres were read by eye, the text did state 89, 48 and 39 of them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kg.evaluate.facts import MAIN, ROLE, WRITER, YEAR, Flag, GoldDocument, GoldFact, Statement
from kg.evaluate.gold.own import first_row, rows

RELATIONS: Final = {
    "director": "schema:director",
    "author": WRITER,
    "actor": "schema:actor",
    "genre": "schema:genre",
    "dateCreated": YEAR,
    "country": "schema:countryOfOrigin",
    "remakeOf": "kg:remakeOf",
    "roles": ROLE,
}

_INCOMPLETE: Final = frozenset({"schema:actor", WRITER, "schema:genre", ROLE})


def recognises(path: Path) -> bool:
    """Whether the file is JSON Lines with `gold` and `also`."""
    return path.suffix == ".jsonl" and {"gold", "also"} <= first_row(path).keys()


def read(path: Path) -> Iterator[GoldDocument]:
    """Every lead as a document; its group is its fold."""
    for _, row in rows(path):
        facts = tuple(
            GoldFact(_statement(relation, value), flag)
            for part, flag in (("gold", Flag.STATED), ("also", Flag.OPTIONAL))
            for relation in RELATIONS
            for value in row[part].get(relation, [])
        )
        known = frozenset(f.statement.relation for f in facts)
        group = str(row["fold"])
        yield GoldDocument(row["id"], facts, known, row["text"], row["title"], group, incomplete=_INCOMPLETE)


def _statement(relation: str, value: Any) -> Statement:
    """A value as the scorer reads it: of a remake the title alone, of a date the year."""
    if relation == "roles":
        return Statement(MAIN, ROLE, str(value[0]), str(value[1]))
    if relation == "remakeOf" and isinstance(value, list):
        value = value[0]
    return Statement(MAIN, RELATIONS[relation], str(value)[:4] if relation == "dateCreated" else str(value))
