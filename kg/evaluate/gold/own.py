"""Gold in the project's own format: a JSON object a line, as docs/evaluation.md describes it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.facts import CREDIT_KIND, ROLE, WRITER, YEAR, Flag, GoldDocument, GoldFact, Statement
from kg.vocab import relations

# A role and a kind of credit are told by one qualifier each, which is part of the statement itself.
DETAILS = {ROLE: "schema:characterName", CREDIT_KIND: "kg:creditKind"}


def recognises(path: Path) -> bool:
    """Whether the file is JSON Lines with `facts`."""
    return path.suffix == ".jsonl" and "facts" in first_row(path)


def read(path: Path) -> Iterator[GoldDocument]:
    """Every line of the file as a document."""
    for number, row in rows(path):
        try:
            yield _document(row)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{path}, line {number}: {type(error).__name__}: {error}") from error


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file with the numbers of their lines."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield number, dict(json.loads(line))
                except (ValueError, TypeError) as error:
                    raise InputError(f"{path}, line {number}: not a JSON object: {error}") from error


def first_row(path: Path) -> dict[str, Any]:
    """The first JSON object of a file, empty when it has none."""
    return next((row for _, row in rows(path)), {})


def _document(row: dict[str, Any]) -> GoldDocument:
    facts = tuple(_fact(fact) for fact in row["facts"])
    complete = row.get("complete", {f.statement.relation for f in facts if f.flag is not Flag.FALSE})
    return GoldDocument(
        id=str(row["id"]),
        facts=facts,
        complete=frozenset(known(relation) for relation in complete),
        text=row.get("text"),
        title=row.get("title"),
        group=str(row.get("group", "")),
        others=bool(row.get("others", False)),
    )


def _fact(row: dict[str, Any]) -> GoldFact:
    qualifiers = {str(k): str(v) for k, v in row.get("qualifiers", {}).items()}
    relation = known(str(row["relation"]))
    detail = qualifiers.pop(DETAILS[relation]) if relation in DETAILS else ""
    statement = Statement(str(row.get("subject", "")), relation, str(row["object"]), detail)
    return GoldFact(statement, Flag(row.get("flag", "")), qualifiers)


def known(relation: str) -> str:
    """The relation's name, once the ontology or this room knows it."""
    if relation not in relations() and relation not in (ROLE, CREDIT_KIND, WRITER, YEAR):
        raise ValueError(
            f"no relation is called {relation!r}; use a CURIE of the ontology, 'role', 'credit kind' or 'year'"
        )
    return relation
