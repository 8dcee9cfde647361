"""`kg embed`: a web page and a film in; the page with the film's JSON-LD out."""

import sys
from pathlib import Path

import click

from kg.cli.options import FILE, images, source, with_ratings
from kg.errors import InputError, OutputError


@click.command(short_help="Put a film's JSON-LD into a web page.")
@click.argument("page", type=FILE, metavar="PAGE.html")
@click.option("--film", required=True, metavar="IRI|TITLE", help="The film that the page is about.")
@source
@with_ratings
@images
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when the page would change.")
def embed(page: Path, film: str, source: Path, ratings: bool, images: Path | None, check: bool) -> None:
    """Put the JSON-LD of a film into PAGE.html, in place of what an earlier run put there.

    All else in the page stays byte for byte as it is. A page may hold the blocks of several films.
    """
    from kg.store import open_graph
    from kg.web import Snippets, embedded

    snippets = Snippets(open_graph(source), ratings, images)
    try:
        old = page.read_bytes()
        new = embedded(old, snippets.iri(film), snippets.script(film))
    except (OSError, InputError) as error:
        raise InputError(f"{page}: {getattr(error, 'strerror', None) or error}") from error
    if check or old == new:
        click.echo(f"{page}: {'is up to date' if old == new else 'needs to be written: run without --check'}")
        sys.exit(old != new)
    _write(page, new)
    click.echo(f"{page}: written")


def _write(page: Path, content: bytes) -> None:
    try:
        with click.open_file(str(page), "wb", atomic=True) as out:
            out.write(content)
    except OSError as error:
        raise OutputError(f"{page}: {error.strerror or error}") from error
