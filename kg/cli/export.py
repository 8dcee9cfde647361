"""`kg export` and `kg convert`: a graph in, the same graph in another format out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import click

from kg.cli.options import DEFAULT_OUT, FILE, schema
from kg.errors import OutputError, UsageError

Scheme = Literal["http", "https"]


@click.command(short_help="Write a graph in another format.")
@click.argument("format", metavar="FORMAT")
@click.argument("source", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option("--output", "-o", "target", default="-", metavar="FILE", help="File to write; - is standard output.")
@click.option("--frame", metavar="KIND", help="With jsonld: a nested document for each movie, person, character, …")
@schema
def export(format: str, source: Path, target: str, frame: str | None, scheme: Scheme | None) -> None:
    """Write the graph of a build in FORMAT. OUT is the folder of a build (kg-out when it is left out) or any RDF file.

    Graphs: nquads, trig and jsonld-expanded hold every graph; turtle, jsonld, ntriples and rdfxml the merged facts.

    Tables: films-csv, credits-csv, roles-csv, reviews-csv, evidence-csv, and films-parquet, credits-parquet,
    roles-parquet, reviews-parquet, evidence-parquet.

    For other programs: graphml, cypher, neo4j-nodes, neo4j-links, quickstatements. With .gz or .zst at the end of
    FORMAT or FILE, as in nquads.gz, it is compressed.
    """
    if frame:
        _write_framed(source, format, target, frame, scheme)
    else:
        _write(source, format, target, scheme)


@click.command(short_help="Turn one RDF file into another.")
@click.argument("source", type=FILE, metavar="IN")
@click.argument("target", metavar="OUT")
@schema
def convert(source: Path, target: str, scheme: Scheme | None) -> None:
    """Turn the RDF file IN into the file OUT; the suffixes say the formats (.nq, .ttl, .jsonld.gz, .films.csv …)."""
    _write(source, "", target, scheme)


def _write(source: Path, format: str, target: str, scheme: Scheme | None) -> None:
    from kg.export import Graph, exporter, exporter_for, packing_of
    from kg.rdf import RdfFile, with_schema

    packing = "" if packing_of(format) else packing_of(target)
    chosen = exporter(format + packing) if format else exporter_for(target)
    quads = RdfFile.open(source).quads()
    graph = Graph.of(with_schema(quads, scheme) if scheme else quads)
    with _opened(target) as out:
        chosen.write(graph, out)


def _write_framed(source: Path, format: str, target: str, frame: str, scheme: Scheme | None) -> None:
    from kg.export import Graph
    from kg.export.frames import FRAMES, framed
    from kg.rdf import RdfFile

    if format != "jsonld" or scheme:
        raise UsageError("--frame goes with the format jsonld and without --schema, as its context names schema.org")
    if frame not in FRAMES:
        raise UsageError.unknown("frame", frame, FRAMES)
    graph = Graph.of(RdfFile.open(source).quads())
    with _opened(target) as out:
        framed(graph, frame, out)


@contextmanager
def _opened(target: str) -> Iterator[IO[bytes]]:
    """The file to write, replaced whole or not at all; what the system has against it becomes an OutputError."""
    try:
        with click.open_file(target, "wb", atomic=True) as out:
            yield out
    except BrokenPipeError:  # a reader that has seen enough, such as head
        raise
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}") from error
