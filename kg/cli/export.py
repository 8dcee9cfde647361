"""`kg export` and `kg convert`: a graph in, the same graph in another format out."""

from pathlib import Path
from typing import Literal

import click

from kg.cli.options import DEFAULT_OUT, FILE, schema
from kg.errors import OutputError

Scheme = Literal["http", "https"]


@click.command(short_help="Write a graph in another format.")
@click.argument("format", metavar="FORMAT")
@click.argument("source", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option("--output", "-o", "target", default="-", metavar="FILE", help="File to write; - is standard output.")
@schema
def export(format: str, source: Path, target: str, scheme: Scheme | None) -> None:
    """Write the graph of a build in FORMAT: nquads, turtle, jsonld, trig or ntriples.

    N-Quads and TriG hold every graph, the others the merged facts. OUT is the folder of a build (kg-out when it is left
    out) or any RDF file.
    """
    _write(source, format, target, scheme)


@click.command(short_help="Turn one RDF file into another.")
@click.argument("source", type=FILE, metavar="IN")
@click.argument("target", metavar="OUT")
@schema
def convert(source: Path, target: str, scheme: Scheme | None) -> None:
    """Turn the RDF file IN into the file OUT; the suffixes say the formats (.nq, .ttl, .jsonld, .trig, .nt)."""
    _write(source, Path(target).suffix, target, scheme)


def _write(source: Path, format: str, target: str, scheme: Scheme | None) -> None:
    from kg.export import Graph, exporter
    from kg.rdf import RdfFile, with_schema

    chosen = exporter(format)
    quads = RdfFile.open(source).quads()
    graph = Graph.of(with_schema(quads, scheme) if scheme else quads)
    try:
        with click.open_file(target, "wb", atomic=True) as out:
            chosen.write(graph, out)
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}") from error
