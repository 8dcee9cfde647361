"""`kg snippet`: a film in; the JSON-LD block for its web page out."""

from pathlib import Path

import click

from kg.cli.options import images, source, with_ratings


@click.command(short_help="Print a film's JSON-LD block for a web page.")
@click.argument("film", metavar="FILM")
@source
@with_ratings
@images
def snippet(film: str, source: Path, ratings: bool, images: Path | None) -> None:
    """Print the script element with the JSON-LD of FILM: a title, a title with its year, or the film's IRI."""
    from kg.store import open_graph
    from kg.web import Snippets

    click.echo(Snippets(open_graph(source), ratings, images).script(film))
