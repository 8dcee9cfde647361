"""Arguments that several commands share, and the screen that they draw on."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from kg.query import Screen

DEFAULT_OUT: Final = "kg-out"
FILE: Final = click.Path(path_type=Path)

source = click.option(
    "--in",
    "source",
    type=FILE,
    default=DEFAULT_OUT,
    show_default=True,
    metavar="OUT|FILE",
    help="Folder of a build, or any RDF file.",
)

schema = click.option(
    "--schema",
    "scheme",
    type=click.Choice(["http", "https"]),
    help="Write every term of schema.org under http: or https:.",
)

with_ratings = click.option(
    "--with-ratings", "ratings", is_flag=True, help="Mark up the ratings and reviews of other sites too."
)

images = click.option("--image", "images", type=FILE, metavar="FILE.csv", help="Posters: the columns film and image.")


def screen() -> "Screen":
    """The terminal that standard output is, or plain lines (https://no-color.org/ is heeded)."""
    from kg.query import Screen

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return Screen(width, colour="NO_COLOR" not in os.environ)


def _engine(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    """The name of an engine that there is."""
    if given is not None:
        from kg.validate import engine

        engine(given)
    return given


engine = click.option(
    "--engine",
    callback=_engine,
    metavar="NAME",
    help="SHACL engine: pyshacl, or shacl for large graphs; by default the one that fits the size.",
)
