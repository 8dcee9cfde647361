"""`kg show`: a film in; its card, drawn for the terminal, out."""

from pathlib import Path

import click

from kg.cli.options import screen, source


@click.command(short_help="Show all that is known of a film.")
@click.argument("film", metavar="FILM")
@source
def show(film: str, source: Path) -> None:
    """Show the card of FILM: facts, cast, ratings and reviews, each with its source, and what documents disagree on.

    FILM is a title, a title with its year, such as 'Red Dust (1932)', or the film's IRI.
    """
    from kg.query.card import card
    from kg.store import open_graph

    click.echo(card(open_graph(source), film, screen()), nl=False)
