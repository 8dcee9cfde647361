"""`kg.open`: a build's folder or an RDF file in; its films, people, rows, frames and networks, for programs, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.export import Graph, network
from kg.query import Rows, run
from kg.store import open_graph

if TYPE_CHECKING:
    import networkx
    import pandas
    import polars
    import rdflib

Value = str | int | float | bool | None
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_PYTHON: Final[dict[str, type]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
}
_FILMS: Final = """SELECT ?iri ?name (SUBSTR(STR(?date), 1, 4) AS ?year) WHERE {
  ?iri a <http://schema.org/Movie> .
  OPTIONAL { ?iri <http://schema.org/name>|<http://schema.org/disambiguatingDescription> ?name }
  OPTIONAL { ?iri <http://schema.org/datePublished> ?date }
} ORDER BY ?iri ?name ?date"""
_PEOPLE: Final = """SELECT ?iri ?name WHERE {
  ?iri a <http://schema.org/Person> . OPTIONAL { ?iri <http://schema.org/name> ?name }
} ORDER BY ?iri ?name"""


@dataclass(frozen=True, slots=True)
class Thing:
    """A film or a person; `year` is that of a film, where one is known."""

    iri: str
    name: str
    year: int | None = None


class Answer:
    """What a query answers: rows by the names of their columns, or a frame; `notes` remark on names not found."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.columns = rows.columns
        self.notes = rows.notes

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self._rows.rows:
            yield dict(zip(self.columns, map(_value, row), strict=True))

    def __len__(self) -> int:
        return len(self._rows)

    def polars(self) -> "polars.DataFrame":
        """The rows as a Polars frame. ConfigurationError where Polars is not installed."""
        frames: Any = _imported("polars")
        made: polars.DataFrame = frames.DataFrame(self._tuples(), schema=self.columns, orient="row", strict=False)
        return made

    def pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas frame. ConfigurationError where pandas is not installed."""
        return _imported("pandas").DataFrame(self._tuples(), columns=list(self.columns))

    def _tuples(self) -> list[tuple[Value, ...]]:
        return [tuple(map(_value, row)) for row in self._rows.rows]


class FilmGraph:
    """A graph to read; `store` is the engine's own, for SPARQL and patterns; a large build has it in OUT/store."""

    def __init__(self, path: str | Path) -> None:
        self.store = open_graph(path)

    @cached_property
    def graph(self) -> Graph:
        """All quads in a fixed order, for the exporters."""
        return Graph.of(self.store)

    @cached_property
    def films(self) -> tuple[Thing, ...]:
        """Every film by IRI."""
        return self._things(_FILMS)

    @cached_property
    def people(self) -> tuple[Thing, ...]:
        """Every person by IRI."""
        return self._things(_PEOPLE)

    def query(self, name: str, **parameters: object) -> Answer:
        """The answer of a canned query, or of the `.rq` file of that path. UsageError for what it does not take."""
        given = {key: str(value) for key, value in parameters.items() if value is not None}
        return Answer(run(self.store, name, given))

    def sparql(self, query: str) -> Answer:
        """The answer to a SPARQL query; SyntaxError when it is none."""
        return Answer(Rows.of(self.store.query(query)))

    def networkx(self) -> "networkx.MultiDiGraph[str]":
        """Things and their links as a NetworkX graph. ConfigurationError where NetworkX is not installed."""
        return network(self.graph)

    def rdflib(self) -> "rdflib.Dataset":
        """The same store as rdflib's Dataset, for what is written for it: nothing is copied, SPARQL goes to our engine.

        ConfigurationError where oxrdflib is not installed.
        """
        oxrdflib = _imported("oxrdflib", "rdflib")
        from rdflib import Dataset

        return Dataset(store=oxrdflib.OxigraphStore(store=self.store))

    def _things(self, query: str) -> tuple[Thing, ...]:
        found: dict[str, Thing] = {}
        for row in self.sparql(query):
            iri, year = str(row["iri"]), str(row.get("year") or "")
            name = str(row["name"] or iri.rsplit("/", 1)[-1])
            found.setdefault(iri, Thing(iri, name, int(year) if year.isdigit() else None))
        return tuple(found.values())


def _value(cell: object) -> Value:
    """A number or truth value where the datatype says so; the text of anything else; None for an empty cell."""
    if isinstance(cell, ox.Literal):
        kind = cell.datatype.value
        if kind == f"{_XSD}boolean":
            return cell.value == "true"
        made: Value = _PYTHON.get(kind, str)(cell.value)
        return made
    return None if cell is None else str(getattr(cell, "value", cell))


def _imported(name: str, extra: str = "frames") -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"this needs {name}: pip install 'kg[{extra}]'") from error
