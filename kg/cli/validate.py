"""`kg validate`: an RDF file in, what the shapes find wrong with it out."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import FILE, engine, images
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.model import Report


@click.command(short_help="Check a graph against the shapes.")
@click.argument("file", type=FILE, metavar="FILE")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--profile", metavar="NAME", help="Check what its web pages would state, by shapes such as google-movie.")
@images
@engine
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def validate(
    file: Path, strict: bool, profile: str | None, images: Path | None, engine: str | None, as_json: bool
) -> None:
    """Check FILE, any RDF file or the folder of a build, against the shapes.

    Exits with 1 when a fact violates a shape.
    """
    from kg import validate as room

    if images and not profile:
        raise UsageError("--image goes with --profile: posters are judged with web pages only")
    report = (
        _judged(file, profile, images) if profile else room.validate_file(file, room.engine(engine) if engine else None)
    )
    click.echo(json.dumps(room.as_data(report), ensure_ascii=False, indent=2) if as_json else room.as_text(report))
    sys.exit(not report.conforms or (strict and bool(report.findings)))


def _judged(file: Path, profile: str, images: Path | None) -> "Report":
    from kg.store import open_graph
    from kg.web.material import judge

    return judge(open_graph(file), profile, images)
