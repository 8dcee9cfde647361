"""The answer of a query: SPARQL 1.1 JSON results in, named columns of RDF terms out."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

import pyoxigraph as ox

LIST_SEPARATOR: Final = "; "
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Cell = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None


class Asked(Protocol):
    """Whatever answers SPARQL: an embedded store, or an `Endpoint`."""

    def query(self, query: str) -> Answer:
        """The answer; SyntaxError when it is no query."""


@dataclass(frozen=True)
class Rows:
    """Columns and typed rows; `notes` are remarks for the person who asked ("no film is called …").

    ASK gives one row with the column `answer`; CONSTRUCT and DESCRIBE give sorted triples in the columns
    `subject`, `predicate` and `object`. `results` is the whole answer in the SPARQL 1.1 JSON format.
    """

    results: bytes
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer, lists: frozenset[str] = frozenset()) -> "Rows":
        """Rows of what pyoxigraph answers; `lists` as in `read`."""
        if isinstance(answer, ox.QueryTriples):
            answer = _selected(answer)
        return cls.read(answer.serialize(format=ox.QueryResultsFormat.JSON) or b"", lists)

    @classmethod
    def read(cls, results: bytes, lists: frozenset[str] = frozenset()) -> "Rows":
        """Rows of any engine's SPARQL 1.1 JSON results, with the cells of the `lists` columns in alphabetical order."""
        return cls(_ordered(results, lists))

    def answer(self) -> ox.QuerySolutions | ox.QueryBoolean:
        """The rows as pyoxigraph has them, for its serialisers."""
        return ox.parse_query_results(self.results, format=ox.QueryResultsFormat.JSON)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, from left to right."""
        answer = self.answer()
        return ("answer",) if isinstance(answer, ox.QueryBoolean) else tuple(v.value for v in answer.variables)

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows in the query's order; None where a cell is empty."""
        answer = self.answer()
        if isinstance(answer, ox.QueryBoolean):
            return ((ox.Literal(bool(answer)),),)
        return tuple(tuple(solution[name] for name in self.columns) for solution in answer)

    def __len__(self) -> int:
        return len(self.rows)


def _selected(triples: ox.QueryTriples) -> ox.QuerySolutions:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    by = "?subject ?predicate ?object"
    answer = store.query(f"SELECT {by} WHERE {{ {by} }} ORDER BY {by}")
    assert isinstance(answer, ox.QuerySolutions)
    return answer


def _ordered(results: bytes, lists: frozenset[str]) -> bytes:
    """The results with sorted lists: SPARQL leaves the order within GROUP_CONCAT to the engine (§18.5.1.7)."""
    if not lists:
        return results
    found = json.loads(results)
    found["results"]["bindings"] = [_row(row, lists) for row in found["results"]["bindings"]]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _row(row: dict[str, Any], lists: frozenset[str]) -> dict[str, Any]:
    for name in lists & row.keys():
        members = sorted(m for m in row[name]["value"].split(LIST_SEPARATOR) if m)
        row[name] = row[name] | {"value": LIST_SEPARATOR.join(members)}
    return {name: cell for name, cell in row.items() if name not in lists or cell["value"]}
