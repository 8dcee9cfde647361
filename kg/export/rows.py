"""A table of a graph in; CSV (RFC 4180) or Parquet out."""

import csv
import io
from collections.abc import Callable
from typing import IO

from kg.errors import ConfigurationError
from kg.export.graph import Graph
from kg.export.tables import Table

Write = Callable[[Graph, IO[bytes]], None]


def as_csv(table: Table) -> Write:
    """A writer of the table as UTF-8 text with a line of names; what is not known is empty."""

    def write(graph: Graph, out: IO[bytes]) -> None:
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(table.columns)
        writer.writerows(table.of(graph))
        out.write(text.getvalue().encode())

    return write


def as_parquet(table: Table) -> Write:
    """A writer of the table with typed columns; ConfigurationError where Polars is not installed."""

    def write(graph: Graph, out: IO[bytes]) -> None:
        try:
            import polars
        except ModuleNotFoundError as error:
            raise ConfigurationError("Parquet needs Polars: pip install 'kg[tables]'") from error
        frame = polars.DataFrame(table.of(graph), schema=table.columns, orient="row")
        content = io.BytesIO()
        frame.write_parquet(content)
        out.write(content.getvalue())

    return write
