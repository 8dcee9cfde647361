"""`kg explain`: a statement, or a part of one, in; the sentences that make it, out."""

from pathlib import Path

import click

from kg.cli.options import screen, source


@click.command(short_help="Show the sentences behind a statement.")
@click.argument("subject", metavar="SUBJECT")
@click.argument("predicate", default="", metavar="[PREDICATE]")
@click.argument("object", default="", metavar="[OBJECT]")
@source
def explain(subject: str, predicate: str, object: str, source: Path) -> None:
    """Show every sentence that says PREDICATE of SUBJECT (with the value OBJECT), and mark the words that say it.

    SUBJECT is a film's title, with or without its year, any other thing's name, an IRI or a CURIE such as
    person:katja-schuurman. PREDICATE is a relation such as director or kg:remakeOf. What a text denies, doubts or has
    from hearsay is shown too, and why it is no fact.
    """
    from kg.export.texts import read_texts
    from kg.query.explain import Explainer
    from kg.store import open_graph

    explainer = Explainer(open_graph(source), read_texts(source), screen())
    click.echo(explainer.explain(subject, predicate, object), nl=False)
