"""Gold of a quality file: TOML tables, each a passage with facts that it states and facts that it only seems to state.

    [[trap]]                                    # whatever the tables are called
    family = "co-occurrence"
    text = "…"
    true = [["schema:director", "Ann Lee"], ["role", "Bo Vance", "Captain Mo"], ["schema:director", "Cy Park", "Ebb"]]
    false = [["schema:producer", "Cy Park"]]

The last element may name another film, or the person that a fact is about; "original" is a film without a title.
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.evaluate.facts import CREDIT_KIND, MAIN, ROLE, UNNAMED, YEAR, Flag, GoldDocument, GoldFact, Statement
from kg.evaluate.gold.own import known

# Where a passage was not written to state these, it may still state them.
_NEVER_COMPLETE: Final = {YEAR, "schema:datePublished", "schema:countryOfOrigin"}


def recognises(path: Path) -> bool:
    """Whether the file is TOML."""
    return path.suffix == ".toml"


def read(path: Path) -> Iterator[GoldDocument]:
    """Every table as a document; its group is its family. Of most relations that it names, it names all facts."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, rows in tables.items():
        for number, row in enumerate(rows, 1):
            try:
                yield _document(f"{name}-{number}", row)
            except (KeyError, ValueError, TypeError) as error:
                raise InputError(f"{path}, [[{name}]] number {number}: {error}") from error


def _document(id: str, row: dict[str, Any]) -> GoldDocument:
    stated = [_statement(*fact) for fact in row.get("true", ())]
    actors = [Statement(s.subject, "schema:actor", s.object) for s in stated if s.relation in (ROLE, CREDIT_KIND)]
    false = [_statement(*fact) for fact in row.get("false", ())]
    facts = (
        *(GoldFact(s) for s in dict.fromkeys(stated + actors)),
        *(GoldFact(s, Flag.FALSE) for s in false),
    )
    complete = {f.statement.relation for f in facts} - _NEVER_COMPLETE
    return GoldDocument(id, facts, frozenset(complete), row["text"], group=row.get("family", ""))


def _statement(relation: str, object: str, *rest: str) -> Statement:
    relation = known(CREDIT_KIND if relation == "roleKind" else relation)
    detail, about = _split(rest, relation in (ROLE, CREDIT_KIND))
    return Statement(UNNAMED if about == "original" else about, relation, object, detail)


def _split(rest: Sequence[str], has_detail: bool) -> tuple[str, str]:
    """A role's detail, and what the fact is about."""
    detail, *about = rest if has_detail else ("", *rest)
    return detail, about[0] if about else MAIN
