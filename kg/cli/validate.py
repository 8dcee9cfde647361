"""`kg validate`: an RDF file in, what the shapes find wrong with it out."""

import json
import sys
from pathlib import Path

import click

from kg.cli.options import FILE


@click.command(short_help="Check a graph against the shapes.")
@click.argument("file", type=FILE, metavar="FILE")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def validate(file: Path, strict: bool, as_json: bool) -> None:
    """Check FILE, any RDF file or the folder of a build, against the shapes.

    Exits with 1 when a fact violates a shape.
    """
    from kg import validate as room

    report = room.validate_file(file)
    click.echo(json.dumps(room.as_data(report), ensure_ascii=False, indent=2) if as_json else room.as_text(report))
    sys.exit(not report.conforms or (strict and bool(report.findings)))
